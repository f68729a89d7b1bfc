import { listed, nearest, quoted } from '../../text/words.ts';
import { type SkippedLine, UnreadableSchedule } from '../rows.ts';
import { readDate } from './date-cell.ts';
import { DATE_NAMES, DELIMITERS, type Header, headerOf, refuseDoubles, refuseWordless } from './header.ts';
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

/** A sheet whose header was found. */
export interface Sheet {
  readonly header: Header;
  /** The names of the columns, unchanged. */
  readonly columns: readonly string[];
  /** The lines above the header, which are not counted. */
  readonly above: readonly SkippedLine[];
  readonly delimiter: string;
  /** The records below the header. */
  readonly records: readonly SheetRecord[];
}

/** A delimiter that a sheet may have, and the first records of the sheet as read with it. */
interface Attempt extends Records {
  readonly delimiter: string;
  /** The first record that is a header; undefined if there is none. */
  readonly found: { readonly record: SheetRecord; readonly header: Header } | undefined;
}

/** How many records are searched for the header: people put titles and legends above their tables. */
const HIGHEST_HEADER = 20;
/** The most rows of a sheet: many more than a year of posts has. */
const MOST_ROWS = 100_000;
/** Matches the line that tells Excel the delimiter of a file. */
const SEPARATOR_LINE = /^sep=([^"\n])\n/i;
const EXAMPLE = 'date,time,channel,category,title,text,status';

/**
 * Finds the delimiter and the header of a sheet, and reads the records below it.
 *
 * @param text - the text of the sheet, each line ending with LF only
 * @throws {UnreadableSchedule} if the sheet has no header, two columns of the same kind, no column for the contents of
 * its posts or a quote that is never closed, or if it is too large
 */
export function openSheet(text: string): Sheet {
  const [line = '', separator] = SEPARATOR_LINE.exec(text) ?? [];
  const sheet = Buffer.from(text);
  const start = separator === undefined ? START : { offset: Buffer.byteLength(line), line: 2 };
  const delimiters = separator === undefined ? DELIMITERS : [separator];
  refuseTooWide(text.slice(line.length), delimiters);
  refuseLongLines(sheet);
  const attempts = delimiters.map((delimiter): Attempt => {
    const stretch = readRecords(sheet, delimiter, start, HIGHEST_HEADER);
    return { ...stretch, delimiter, found: firstHeader(stretch.records) };
  });
  const { delimiter, records, found } = attempts.reduce(better);
  if (found === undefined) {
    const problem = attempts.find((attempt) => attempt.problem !== null)?.problem;
    throw new UnreadableSchedule(problem ?? withoutDates(records));
  }
  refuseDoubles(found.header, found.record.cells);
  refuseWordless(found.header, found.record.cells);
  const body = readRecords(sheet, delimiter, found.record.end, MOST_ROWS + 1);
  if (body.problem !== null) throw new UnreadableSchedule(body.problem);
  if (body.records.length > MOST_ROWS) {
    throw new UnreadableSchedule('has more than 100,000 rows; export only the weeks of the plan');
  }
  const above = records.slice(0, records.indexOf(found.record));
  return {
    header: found.header,
    columns: found.record.cells,
    above: above.map(asAbove),
    delimiter,
    records: body.records,
  };
}

function asAbove({ line, cells }: SheetRecord): SkippedLine {
  return { line, reason: isBlank(cells) ? 'is blank' : 'is above the header' };
}

/** Whether every cell of a record is empty or contains only white space. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

function firstHeader(records: readonly SheetRecord[]): Attempt['found'] {
  for (const record of records) {
    const header = headerOf(record.cells);
    if (header !== null) return { record, header };
  }
  return undefined;
}

/** The attempt whose header has more known columns; if both have the same number, the attempt with more columns. */
function better(one: Attempt, other: Attempt): Attempt {
  const known = ({ found }: Attempt) => found?.header.filter((role) => role !== undefined).length ?? 0;
  const width = ({ found, records }: Attempt) => found?.header.length ?? firstFilled(records).length;
  return (known(other) - known(one) || width(other) - width(one)) > 0 ? other : one;
}

function firstFilled(records: readonly SheetRecord[]): readonly string[] {
  return records.find(({ cells }) => !isBlank(cells))?.cells ?? [];
}

/** A predicate that says why a sheet has no header, such as "is empty". */
function withoutDates(records: readonly SheetRecord[]): string {
  const first = records.find(({ cells }) => !isBlank(cells));
  if (first === undefined) {
    if (records.length < HIGHEST_HEADER) return 'is empty';
    return `begins with ${records.length} blank lines or more; delete them, so that the line with the names of the columns, such as ${EXAMPLE}, comes first`;
  }
  const names = first.cells.map((cell) => cell.trim());
  if (names.some((name) => readDate(name) !== null)) {
    return `has no header: line ${first.line} is already a post; add a line above it that names the columns, such as ${EXAMPLE}`;
  }
  const meant = names.find(
    (name, column) =>
      nearest(name, DATE_NAMES) !== undefined ||
      records.some(({ cells }) => name !== '' && readDate(cells[column] ?? '') !== null),
  );
  const guess = meant === undefined ? '' : `; did you mean ${quoted(meant)}?`;
  const filled = names.filter((name) => name !== '');
  return `has no column named "date": line ${first.line} has ${listed(filled, 'and', quoted)}; rename the column with the days to "date"${guess}`;
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
