import { inflateRawSync } from 'node:zlib';
import { UnreadableSchedule } from '../rows.ts';

/** A predicate that says that a workbook is damaged, to follow the name of the file. */
export const DAMAGED =
  'is damaged, so that it cannot be read; open it in Excel or LibreOffice and save it again as .xlsx';
const PROTECTED = 'is protected by a password; save a copy without one';
const TOO_LARGE = 'is larger than 100 MB when it is unpacked; save only the weeks of the plan as a workbook';

/** The most bytes that may be unpacked from one workbook altogether (100 MiB). */
const MOST_UNPACKED = 100 * 1024 ** 2;

/** Where the fields of an archive's records are, in bytes from the beginning of the record. */
const END = { sign: 'PK\x05\x06', count: 10, offset: 16, length: 22 };
const LOCATOR = { sign: 'PK\x06\x07', offset: 8, length: 20 };
const END_64 = { sign: 'PK\x06\x06', count: 32, offset: 48 };
const ENTRY = {
  sign: 'PK\x01\x02',
  flags: 8,
  method: 10,
  packed: 20,
  size: 24,
  name: 28,
  extra: 30,
  comment: 32,
  offset: 42,
  length: 46,
};
const LOCAL = { sign: 'PK\x03\x04', name: 26, extra: 28, length: 30 };

const SIGN_LENGTH = 4;
const LONGEST_COMMENT = 0xffff;
/** What stands in a field of four bytes when the number is in an extra field of eight bytes instead. */
const IN_EXTRA = 0xffffffff;
const EXTRA_64 = 1;

const IS_ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

/** A file in an archive, as the archive's directory describes the file. */
interface Entry {
  readonly isEncrypted: boolean;
  readonly method: number;
  /** The number of bytes in the archive. */
  readonly packed: number;
  /** The number of bytes after unpacking. */
  readonly size: number;
  /** Where the file's own header begins in the archive. */
  readonly offset: number;
}

/** A ZIP archive, from which at most 100 MiB can be unpacked altogether. */
export class Archive {
  private readonly bytes: Buffer;
  private readonly entries: ReadonlyMap<string, Entry>;
  private left = MOST_UNPACKED;

  /** @throws {UnreadableSchedule} if the bytes are not those of a ZIP archive */
  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.entries = orDamaged(() => entriesOf(this.bytes));
  }

  /**
   * Returns the unpacked bytes of a file in the archive; null if there is no such file.
   *
   * @param name - the path of the file in the archive, ignoring letter case
   * @param most - the most bytes that the file may have after unpacking
   * @throws {UnreadableSchedule} if the file is damaged, encrypted or too large
   */
  read(name: string, most = MOST_UNPACKED): Uint8Array | null {
    const entry = this.entries.get(name.toLowerCase());
    if (entry === undefined) return null;
    if (entry.isEncrypted) throw new UnreadableSchedule(PROTECTED);
    if (entry.size > Math.min(this.left, most)) throw new UnreadableSchedule(TOO_LARGE);
    this.left -= entry.size;
    return orDamaged(() => unpacked(this.bytes, entry));
  }
}

/** Returns what `read` returns. If `read` finds the archive damaged, throws the sentence for the user. */
function orDamaged<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError || isOfZlib(error)) throw new UnreadableSchedule(DAMAGED);
    throw error;
  }
}

function isOfZlib(error: unknown): boolean {
  return error instanceof Error && 'errno' in error;
}

function unpacked(bytes: Buffer, { method, packed, size, offset }: Entry): Uint8Array {
  expectSign(bytes, offset, LOCAL.sign);
  const [name, extra] = [LOCAL.name, LOCAL.extra].map((field) => bytes.readUInt16LE(offset + field));
  const start = offset + LOCAL.length + (name ?? 0) + (extra ?? 0);
  const contents = bytes.subarray(start, start + packed);
  const result = method === DEFLATED ? inflated(contents, size) : contents;
  if (result.length !== size || (method !== DEFLATED && method !== STORED)) throw new RangeError();
  return result;
}

/** Unpacks at most as many bytes as the archive's directory states, which may be wrong. */
function inflated(contents: Buffer, size: number): Buffer {
  return inflateRawSync(contents, { maxOutputLength: Math.max(size, 1) });
}

function entriesOf(bytes: Buffer): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  let { count, offset } = directoryOf(bytes);
  for (; count > 0; count--) {
    expectSign(bytes, offset, ENTRY.sign);
    const short = (field: number) => bytes.readUInt16LE(offset + field);
    const start = offset + ENTRY.length;
    const end = start + short(ENTRY.name);
    const name = bytes.toString('utf8', start, end).replaceAll('\\', '/').toLowerCase();
    const extra = bytes.subarray(end, end + short(ENTRY.extra));
    const [size = 0, packed = 0, header = 0] = numbersOf(bytes, offset, extra);
    const isEncrypted = (short(ENTRY.flags) & IS_ENCRYPTED) !== 0;
    entries.set(name, { isEncrypted, method: short(ENTRY.method), packed, size, offset: header });
    offset = end + extra.length + short(ENTRY.comment);
  }
  return entries;
}

/** The size, the packed size and the offset of an entry, which may be in its extra fields. */
function numbersOf(bytes: Buffer, offset: number, extra: Buffer): readonly number[] {
  const numbers = [ENTRY.size, ENTRY.packed, ENTRY.offset].map((field) => bytes.readUInt32LE(offset + field));
  if (!numbers.includes(IN_EXTRA)) return numbers;
  let at = 0;
  while (extra.readUInt16LE(at) !== EXTRA_64) at += SIGN_LENGTH + extra.readUInt16LE(at + 2);
  at += SIGN_LENGTH;
  return numbers.map((number) => {
    if (number !== IN_EXTRA) return number;
    at += 8;
    return longAt(extra, at - 8);
  });
}

/** The number of entries of an archive's directory, and where the directory begins. */
function directoryOf(bytes: Buffer): { count: number; offset: number } {
  const end = bytes.lastIndexOf(END.sign, bytes.length - END.length, 'latin1');
  if (end < Math.max(0, bytes.length - END.length - LONGEST_COMMENT)) throw new RangeError();
  const locator = end - LOCATOR.length;
  if (locator >= 0 && hasSign(bytes, locator, LOCATOR.sign)) {
    const end64 = longAt(bytes, locator + LOCATOR.offset);
    expectSign(bytes, end64, END_64.sign);
    return { count: longAt(bytes, end64 + END_64.count), offset: longAt(bytes, end64 + END_64.offset) };
  }
  return { count: bytes.readUInt16LE(end + END.count), offset: bytes.readUInt32LE(end + END.offset) };
}

function longAt(bytes: Buffer, offset: number): number {
  return Number(bytes.readBigUInt64LE(offset));
}

function hasSign(bytes: Buffer, offset: number, sign: string): boolean {
  return bytes.toString('latin1', offset, offset + SIGN_LENGTH) === sign;
}

function expectSign(bytes: Buffer, offset: number, sign: string): void {
  if (!hasSign(bytes, offset, sign)) throw new RangeError();
}
