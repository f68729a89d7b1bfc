import { brief, didYouMean, listed, quoted } from '../../text/words.ts';
import { MOST_BYTES } from '../../yaml/source.ts';
import { UnreadableSchedule } from '../rows.ts';

const AS_CSV = 'open it and save the sheet as CSV';

/** A kind of file that people often give to cmplan in place of a sheet or a plan. */
interface Disguise {
  /** What the file is, such as "an OpenDocument file". */
  readonly noun: string;
  /** How to turn such a file into one that cmplan reads. */
  readonly advice: string;
}

const ARCHIVE = /^PK\x03\x04/;
const OLE = /^\xd0\xcf\x11\xe0/;

/**
 * How to recognise such files: by a pattern for the beginning of the file, its bytes read as Latin-1, and by a word
 * that is anywhere in the file. The first line that fits counts.
 */
const DISGUISES: readonly (readonly [begins: RegExp, word: Buffer | null, disguise: Disguise])[] = [
  [/^PK\x03\x04.*opendocument/s, null, { noun: 'an OpenDocument file', advice: AS_CSV }],
  [
    ARCHIVE,
    Buffer.from('.iwa'),
    { noun: 'a Numbers document', advice: 'export it from Numbers as CSV or Excel' },
  ],
  [
    OLE,
    Buffer.from('EncryptedPackage', 'utf16le'),
    { noun: 'protected by a password', advice: 'save a copy without one' },
  ],
  [
    OLE,
    Buffer.from('WordDocument', 'utf16le'),
    { noun: 'an old Word document', advice: 'copy its table into a sheet and save that as CSV' },
  ],
  [OLE, null, { noun: 'an old Excel workbook', advice: AS_CSV }],
  [/^%PDF/, null, { noun: 'a PDF', advice: 'export the sheet that it was made from as CSV' }],
  [
    /^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|table|\?xml)/i,
    null,
    { noun: 'a web page or XML', advice: AS_CSV },
  ],
];
const LONGEST_BEGINNING = 200;

/**
 * Returns what a file is if cmplan cannot read its format, such as a PDF or an old Excel workbook (`.xls`). Null for
 * any other file, such as a plan, a CSV file, a calendar or a workbook of today (`.xlsx`).
 */
export function disguiseOf(bytes: Uint8Array): Disguise | null {
  const beginning = beginningOf(bytes);
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = DISGUISES.find(
    ([begins, word]) => begins.test(beginning) && (word === null || file.includes(word)),
  );
  return found?.[2] ?? null;
}

/** Whether a file is probably an Excel workbook of today (`.xlsx`, `.xlsm`), which `readWorkbook` reads. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return ARCHIVE.test(beginningOf(bytes)) && disguiseOf(bytes) === null;
}

function beginningOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, LONGEST_BEGINNING));
}

const AS_UTF8 = 'save it again: in Excel as "CSV UTF-8", in other programs with the encoding UTF-8';

/** Encodings that are named to a user, the likelier ones first. */
const COMMON_ENCODINGS = [
  'windows-1251',
  'windows-1252',
  'windows-1250',
  'koi8-u',
  'koi8-r',
  'utf-16le',
  'utf-8',
  'macintosh',
  'x-mac-cyrillic',
  'ibm866',
  'shift_jis',
  'gb18030',
];
const MOST_NAMED = 5;

/**
 * Returns the text of a file, without the byte-order mark and with LF as the only line break. A byte-order mark decides
 * the encoding: UTF-8, or UTF-16 as in Excel's "Unicode text".
 *
 * @param encoding - the name of the encoding of a file without a byte-order mark, such as `windows-1251`; null for
 * UTF-8
 * @throws {UnreadableSchedule} if `encoding` is not known, or if the file is not text in its encoding, is blank, or has
 * more than 10 MiB
 */
export function textOfFile(bytes: Uint8Array, encoding: string | null = null): string {
  const disguise = isWorkbook(bytes) ? { noun: 'an Excel workbook', advice: AS_CSV } : disguiseOf(bytes);
  if (disguise !== null) throw new UnreadableSchedule(`is ${disguise.noun}; ${disguise.advice}`);
  if (bytes.length > MOST_BYTES) {
    throw new UnreadableSchedule('is larger than 10 MB; export only the weeks of the plan');
  }
  const marked = markOf(beginningOf(bytes));
  const text = decoded(bytes, marked, encoding);
  if (text.includes('\0')) throw new UnreadableSchedule(aboutNul(bytes));
  if (text.trim() === '') throw new UnreadableSchedule('is empty');
  return text.replace(/\r\n?/g, '\n');
}

/** The encoding that the byte-order mark of a file names; null if the file has none. */
function markOf(beginning: string): string | null {
  if (beginning.startsWith('\xff\xfe')) return 'utf-16le';
  if (beginning.startsWith('\xfe\xff')) return 'utf-16be';
  return beginning.startsWith('\xef\xbb\xbf') ? 'utf-8' : null;
}

function decoded(bytes: Uint8Array, marked: string | null, encoding: string | null): string {
  const decoder = decoderOf(marked ?? encoding ?? 'utf-8');
  try {
    const text = decoder.decode(bytes);
    return decoder.encoding === 'windows-1252' ? withPunctuation(text) : text;
  } catch {
    if (marked === null && encoding === null) throw new UnreadableSchedule(aboutBytes(bytes));
    const other = marked === null ? 'name its own encoding behind --encoding, or ' : '';
    throw new UnreadableSchedule(`is not text in ${decoder.encoding.toUpperCase()}; ${other}${AS_UTF8}`);
  }
}

function decoderOf(encoding: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    const name = encoding.trim().toLowerCase();
    const full = COMMON_ENCODINGS.find((common) => name !== '' && common.endsWith(name));
    const meant = full === undefined ? didYouMean(name, COMMON_ENCODINGS) : `; did you mean ${quoted(full)}?`;
    const advice =
      meant === '' ? `; write one such as ${listed(COMMON_ENCODINGS.slice(0, MOST_NAMED))}` : meant;
    throw new UnreadableSchedule(
      `cannot be read in the encoding ${quoted(brief(encoding))}, which is not known${advice}`,
    );
  }
}

const PUNCTUATION =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';
const FIRST_OF_PUNCTUATION = 0x80;

/**
 * Mends a text in windows-1252, in which several versions of Node leave quotation marks and dashes as control
 * characters.
 */
function withPunctuation(text: string): string {
  return text.replace(
    /[\x80-\x9f]/g,
    (control) => PUNCTUATION[control.charCodeAt(0) - FIRST_OF_PUNCTUATION] ?? control,
  );
}

/** A predicate about a file that is not in UTF-8 and names no encoding. */
function aboutBytes(bytes: Uint8Array): string {
  if (isUtf16(bytes, 1) || isUtf16(bytes, 0)) return aboutNul(bytes);
  return isCyrillic(bytes)
    ? `is not text in UTF-8, but probably in windows-1251 (Cyrillic); add --encoding windows-1251, or ${AS_UTF8}`
    : `is not text in UTF-8; if Excel on Windows saved it, add --encoding windows-1252 (western Europe) or --encoding windows-1251 (Cyrillic), or ${AS_UTF8}`;
}

/** A predicate about a file with NUL characters. Text in UTF-16 looks like that if it is read as UTF-8. */
function aboutNul(bytes: Uint8Array): string {
  const order = isUtf16(bytes, 1) ? 'le' : isUtf16(bytes, 0) ? 'be' : null;
  return order === null
    ? `has NUL characters in it, which plain text cannot have; ${AS_UTF8}`
    : `is text in UTF-16 without the mark that says so; add --encoding utf-16${order}, or ${AS_UTF8}`;
}

/**
 * Whether a file is probably in UTF-16 without a mark: whether among its first bytes are NULs, all in the same half of
 * their pair of bytes.
 *
 * @param half - the half that is NUL for Latin letters: 1 if the lower byte comes first, otherwise 0
 */
function isUtf16(bytes: Uint8Array, half: 0 | 1): boolean {
  const nuls = [...bytes.subarray(0, LONGEST_BEGINNING).entries()].filter(([, byte]) => byte === 0);
  const count = Math.min(bytes.length, LONGEST_BEGINNING);
  return FEWEST_NULS * nuls.length > count && nuls.every(([index]) => index % 2 === half);
}

/** In text with two bytes a letter, at least one of 20 bytes is NUL, because spaces and signs have one. */
const FEWEST_NULS = 20;

const FIRST_HIGH = 0x80;
const FIRST_LETTER = 0xc0;
/** The Cyrillic letters of windows-1251 that are not among the others, which are the last 64 of its characters. */
const OTHER_LETTERS = [0xa5, 0xa8, 0xaa, 0xaf, 0xb2, 0xb3, 0xb4, 0xb8, 0xba, 0xbf];
const ENOUGH_LETTERS = 0.8;

/**
 * Whether a text of one byte a letter is probably Cyrillic in windows-1251: whether nearly all of its characters beyond
 * ASCII would be Cyrillic letters beside other such letters. In western languages they stand alone among ASCII letters.
 */
function isCyrillic(bytes: Uint8Array): boolean {
  let high = 0;
  let letters = 0;
  for (const [index, byte] of bytes.entries()) {
    if (byte < FIRST_HIGH) continue;
    high++;
    if (isLetter(byte) && (isLetter(bytes[index - 1]) || isLetter(bytes[index + 1]))) letters++;
  }
  return letters > high * ENOUGH_LETTERS;
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && (byte >= FIRST_LETTER || OTHER_LETTERS.includes(byte));
}

/** Returns how often the character `sign` occurs in `text`, without splitting `text` into millions of parts. */
export function occurrences(text: string, sign: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) count++;
  return count;
}
