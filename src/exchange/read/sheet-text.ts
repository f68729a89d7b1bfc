import { MOST_BYTES } from '../../yaml/source.ts';
import { UnreadableSchedule } from '../rows.ts';

const AS_CSV = 'open it and save the sheet as CSV';

/** A kind of file that people often give to cmplan in place of a CSV or a plan. */
interface Disguise {
  /** What the file is, such as "an Excel workbook". */
  readonly noun: string;
  /** How to turn such a file into a CSV. */
  readonly advice: string;
}

/** Patterns for the beginnings of such files, with their bytes read as Latin-1. The first that matches counts. */
const DISGUISES: readonly (readonly [begins: RegExp, disguise: Disguise])[] = [
  [/^PK\x03\x04.*opendocument/s, { noun: 'an OpenDocument file', advice: AS_CSV }],
  [/^PK\x03\x04/, { noun: 'an Excel workbook', advice: AS_CSV }],
  [/^\xd0\xcf\x11\xe0/, { noun: 'an old Excel workbook', advice: AS_CSV }],
  [/^%PDF/, { noun: 'a PDF', advice: 'export the sheet that it was made from as CSV' }],
  [/^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|table|\?xml)/i, { noun: 'a web page or XML', advice: AS_CSV }],
];
const LONGEST_BEGINNING = 200;

/**
 * Returns the kind of a file whose first bytes rule out a CSV, a calendar and a plan, such as an Excel workbook; null
 * for any other file.
 */
export function disguiseOf(bytes: Uint8Array): Disguise | null {
  const beginning = beginningOf(bytes);
  return DISGUISES.find(([begins]) => begins.test(beginning))?.[1] ?? null;
}

function beginningOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, LONGEST_BEGINNING));
}

const AS_UTF8 = 'save it again: in Excel as "CSV UTF-8", in other programs with the encoding UTF-8';

/**
 * Returns the text of a file from a sheet or a scheduler, without its byte-order mark and with LF as the only line
 * break. The file may be in UTF-8 or, with a byte-order mark, in UTF-16, like Excel's "Unicode text".
 *
 * @throws {UnreadableSchedule} if the file is not text in these encodings, is blank, or has more than 10 MiB
 */
export function textOfFile(bytes: Uint8Array): string {
  const disguise = disguiseOf(bytes);
  if (disguise !== null) throw new UnreadableSchedule(`is ${disguise.noun}; ${disguise.advice}`);
  if (bytes.length > MOST_BYTES) {
    throw new UnreadableSchedule('is larger than 10 MB; export only the weeks of the plan');
  }
  const text = decoded(bytes, beginningOf(bytes));
  if (text.includes('\0'))
    throw new UnreadableSchedule(`has NUL characters in it, which plain text cannot have; ${AS_UTF8}`);
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

/**
 * Returns how often a sign occurs in a text. Does not split the text at the sign, which could make millions of parts.
 */
export function occurrences(text: string, sign: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) count++;
  return count;
}
