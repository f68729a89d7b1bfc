import type { ColumnNames } from '../../policy/sheet-columns.ts';
import { type SkippedLine, UnreadableSchedule } from '../rows.ts';
import { DELIMITERS, HIGHEST_HEADER, headerAmong, headerScore, isBlank, whyNoHeader } from './header.ts';
import {
  MOST_COLUMNS,
  type Records,
  readRecords,
  refuseLongLines,
  type SheetRecord,
  START,
  tooWide,
} from './records.ts';
import { occurrences } from './sheet-text.ts';
import { MOST_ROWS, type Table, TOO_LONG } from './table.ts';

/** A delimiter that a sheet may have, and the first records of the sheet as read with it. */
interface Attempt extends Records {
  readonly delimiter: string;
  /** The record that is the header; undefined if there is none. */
  readonly found: SheetRecord | undefined;
}

/** Matches the line that tells Excel the delimiter of a file. */
const SEPARATOR_LINE = /^sep=([^"\n])\n/i;

/**
 * Returns the table in a CSV file. Finds the delimiter and the header by itself: it tries commas, semicolons and tabs,
 * unless a first line such as `sep=;` names the delimiter.
 *
 * @param text - the text of the file, each line ending with LF only
 * @param names - the columns that the user or the team names, with what they contain
 * @throws {UnreadableSchedule} if the file has no header or a quotation mark that is never closed, or is too large
 */
export function openSheet(text: string, names: ColumnNames = []): Table {
  const [line = '', separator] = SEPARATOR_LINE.exec(text) ?? [];
  const sheet = Buffer.from(text);
  const start = separator === undefined ? START : { offset: Buffer.byteLength(line), line: 2 };
  const delimiters = separator === undefined ? DELIMITERS : [separator];
  refuseTooWide(text.slice(line.length), delimiters);
  refuseLongLines(sheet);
  const attempts = delimiters.map((delimiter): Attempt => {
    const stretch = readRecords(sheet, delimiter, start, HIGHEST_HEADER);
    return { ...stretch, delimiter, found: headerAmong(stretch.records, names) };
  });
  const { delimiter, records, found } = attempts.reduce((one, other) => better(one, other, names));
  if (found === undefined) {
    const problem = attempts.find((attempt) => attempt.problem !== null)?.problem;
    throw new UnreadableSchedule(problem ?? whyNoHeader(records));
  }
  const body = readRecords(sheet, delimiter, found.end, MOST_ROWS + 1);
  if (body.problem !== null) throw new UnreadableSchedule(body.problem);
  if (body.records.length > MOST_ROWS) {
    throw new UnreadableSchedule(TOO_LONG);
  }
  return {
    header: found.cells,
    headerLine: found.line,
    records: body.records,
    delimiter,
    skipped: records.slice(0, records.indexOf(found)).map(asAbove),
    notes: [],
    remarks: [],
  };
}

function asAbove({ line, cells }: SheetRecord): SkippedLine {
  return { line, reason: isBlank(cells) ? 'is blank' : 'is above the header' };
}

/** The attempt whose header has more known columns; if both have the same number, the attempt with more columns. */
function better(one: Attempt, other: Attempt, names: ColumnNames): Attempt {
  const known = ({ found }: Attempt) => (found === undefined ? 0 : headerScore(found.cells, names));
  const width = ({ found, records }: Attempt) => (found?.cells ?? firstFilled(records)).length;
  return (known(other) - known(one) || width(other) - width(one)) > 0 ? other : one;
}

function firstFilled(records: readonly SheetRecord[]): readonly string[] {
  return records.find(({ cells }) => !isBlank(cells))?.cells ?? [];
}

/**
 * Refuses a sheet whose first line has too many columns before it is parsed: counting millions of columns is faster
 * than parsing them.
 */
function refuseTooWide(text: string, delimiters: readonly string[]): void {
  const [line = ''] = /^[^\n]*/.exec(text) ?? [];
  const bare = line.replace(/"[^"]*"/g, '');
  const widest = 1 + Math.max(...delimiters.map((delimiter) => occurrences(bare, delimiter)));
  if (widest > MOST_COLUMNS) throw new UnreadableSchedule(tooWide(widest));
}
