import { CsvError, type Info, parse } from 'csv-parse/sync';
import { UnreadableSchedule } from '../rows.ts';

/** A row of a CSV file: usually one line, but several if there are line breaks inside quotes. */
export interface SheetRecord {
  /** The line on which the record begins, from 1. */
  readonly line: number;
  /** The contents of the record's cells, without the quotes around them; empty for an empty line. */
  readonly cells: readonly string[];
  /** The place where the next record begins. */
  readonly end: Mark;
}

/** A place between two records. */
interface Mark {
  /** The offset in bytes. */
  readonly offset: number;
  /** The number of the line, from 1. */
  readonly line: number;
}

/** The place where the first record of a CSV file begins. */
export const START: Mark = { offset: 0, line: 1 };

/** The records that were read from a CSV file. */
export interface Records {
  readonly records: readonly SheetRecord[];
  /**
   * A predicate, to follow the name of the file, that says which mistake ended the reading; null if it ended at the end
   * of the file, or after as many records as requested.
   */
  readonly problem: string | null;
}

/** Records that were read in one go. */
interface Stretch extends Records {
  /** The place where the next record begins; null after the last one. */
  readonly next: Mark | null;
}

/** The most columns that a sheet may have. */
export const MOST_COLUMNS = 1_000;

/** The most bytes of a row: eight times as many as Excel allows in one cell. */
const MOST_BYTES_A_ROW = 256 * 1024;
/**
 * The parser starts afresh after the record that exceeds this many bytes, because it keeps a buffer of the size of the
 * longest cell so far, and copies it for each stray quote.
 */
const LONGEST_STRETCH = 64 * 1024;
const END_OF_STRETCH = new Error('the stretch is long enough');

const LINE_BREAK = 10;
const QUOTE = 34;

/**
 * Reads the records of a CSV file as RFC 4180 defines them, except that a quote inside an unquoted cell is an ordinary
 * character. Stops at the first mistake, and returns it as `problem`.
 *
 * @param sheet - the text of the file in UTF-8, each line ending with LF only
 * @param delimiter - the character between two cells
 * @param from - the place where the first record begins
 * @param most - the most records to read, including empty lines
 */
export function readRecords(sheet: Buffer, delimiter: string, from: Mark, most: number): Records {
  const stretches: (readonly SheetRecord[])[] = [];
  let next: Mark | null = from;
  let left = most;
  while (next !== null && left > 0) {
    const stretch: Stretch = readStretch(sheet, delimiter, next, left);
    stretches.push(stretch.records);
    left -= stretch.records.length;
    next = stretch.next;
    if (stretch.problem !== null) return { records: stretches.flat(), problem: stretch.problem };
  }
  return { records: stretches.flat(), problem: null };
}

function readStretch(sheet: Buffer, delimiter: string, from: Mark, most: number): Stretch {
  const records: SheetRecord[] = [];
  let next = from;
  const add = (cells: readonly string[], end: Mark) => {
    if (records.length === most) throw END_OF_STRETCH;
    records.push({ line: next.line, cells, end });
    next = end;
  };
  const addEmptyLines = () => {
    while (sheet[next.offset] === LINE_BREAK) add([], { offset: next.offset + 1, line: next.line + 1 });
  };
  const addRecord = (cells: readonly string[], info: Info) => {
    if (cells.length > MOST_COLUMNS) throw new UnreadableSchedule(tooWide(cells.length));
    addEmptyLines();
    // The library counts bytes and lines from the beginning of its input.
    add(cells, { offset: from.offset + info.bytes, line: from.line + info.lines });
    if (next.offset - from.offset > LONGEST_STRETCH) throw END_OF_STRETCH;
    return null;
  };
  try {
    parse(sheet.subarray(from.offset), {
      delimiter,
      max_record_size: MOST_BYTES_A_ROW,
      on_record: addRecord,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      // The library is slow with records of a different length than the first, such as empty lines.
      skip_empty_lines: true,
    });
    addEmptyLines();
    return { records, problem: null, next: null };
  } catch (error) {
    if (error === END_OF_STRETCH) return { records, problem: null, next };
    if (error instanceof UnreadableSchedule) return { records, problem: error.message, next: null };
    if (!(error instanceof CsvError)) throw error;
    const offset = from.offset + Number(error.bytes);
    return { records, problem: explained(error.code, sheet, offset), next: null };
  }
}

/**
 * Throws if a CSV file has a line that is longer than a row may be. The CSV library limits only the contents of cells,
 * so it would turn a long row of commas into millions of cells.
 *
 * @throws {UnreadableSchedule} if a line has more than 256 KiB
 */
export function refuseLongLines(sheet: Buffer): void {
  for (let start = 0; sheet.length - start > MOST_BYTES_A_ROW; ) {
    const lineBreak = sheet.lastIndexOf(LINE_BREAK, start + MOST_BYTES_A_ROW);
    if (lineBreak < start) throw new UnreadableSchedule(tooLong(lineAt(sheet, start)));
    start = lineBreak + 1;
  }
}

function tooLong(line: number): string {
  return `has a row of more than 256 KB at line ${line}; if a quotation mark there is never closed, delete it`;
}

/**
 * Returns a predicate, to follow the name of the file, that says that a sheet has too many columns.
 *
 * @param columns - the number of columns that the sheet has
 */
export function tooWide(columns: number): string {
  return `has ${columns} columns, but a sheet may have at most ${MOST_COLUMNS}; export only those of the plan`;
}

/** A predicate about an error of the parser; `offset` is where the last cell that could be read ends. */
function explained(code: string, sheet: Buffer, offset: number): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED') {
    const line = lineAt(sheet, sheet.indexOf(QUOTE, offset));
    return `has a quotation mark on line ${line} that is never closed; delete it, or, if it is part of a text, write it twice: ""`;
  }
  return tooLong(lineAt(sheet, offset));
}

function lineAt(sheet: Buffer, offset: number): number {
  let line = 1;
  for (let at = sheet.indexOf(LINE_BREAK); at !== -1 && at < offset; at = sheet.indexOf(LINE_BREAK, at + 1))
    line++;
  return line;
}
