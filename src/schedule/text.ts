import { MOST_BYTES } from '../source/read.ts';
import { UnreadableSchedule } from './model.ts';

const AS_CSV = 'open it and save the sheet as CSV';

/** How files begin that are often taken for a CSV, by their bytes as Latin-1, and what to do with them. */
const DISGUISES: readonly (readonly [begins: RegExp, sentence: string])[] = [
  [/^PK\x03\x04.*opendocument/s, `is an OpenDocument file; ${AS_CSV}`],
  [/^PK\x03\x04/, `is an Excel workbook; ${AS_CSV}`],
  [/^\xd0\xcf\x11\xe0/, `is an old Excel workbook; ${AS_CSV}`],
  [/^%PDF/, 'is a PDF; export the sheet that it was made from as CSV'],
  [/^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|table|\?xml)/i, `is a web page or XML; ${AS_CSV}`],
];
const LONGEST_BEGINNING = 200;

const AS_UTF8 = 'save it again, in Excel as "CSV UTF-8", in other programs with the encoding UTF-8';

/**
 * The text of a file that a sheet or a scheduler has written, in UTF-8, or in UTF-16 with a byte-order mark as Excel's
 * "Unicode text" is. It comes without the mark, and each of its lines ends with LF alone.
 *
 * @throws UnreadableSchedule where the file is none, is empty or has more than 10 MiB
 */
export function textOfFile(bytes: Uint8Array): string {
  const beginning = String.fromCharCode(...bytes.subarray(0, LONGEST_BEGINNING));
  const [, disguise] = DISGUISES.find(([begins]) => begins.test(beginning)) ?? [];
  if (disguise !== undefined) throw new UnreadableSchedule(disguise);
  if (bytes.length > MOST_BYTES) {
    throw new UnreadableSchedule('is larger than 10 MiB; export only the weeks of the plan');
  }
  const text = decoded(bytes, beginning);
  if (text.includes('\0')) throw new UnreadableSchedule(`holds NUL characters, as no text does; ${AS_UTF8}`);
  if (text.trim() === '') throw new UnreadableSchedule('is empty');
  return text.replace(/\r\n?/g, '\n');
}

function decoded(bytes: Uint8Array, beginning: string): string {
  const encoding = beginning.startsWith('\xff\xfe')
    ? 'utf-16le'
    : beginning.startsWith('\xfe\xff')
      ? 'utf-16be'
      : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableSchedule(`is not text in UTF-8; ${AS_UTF8}`);
  }
}
