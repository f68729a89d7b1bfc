import type { ColumnNames, ColumnRole } from '../../policy/sheet-columns.ts';
import { filledOf, folded, listed, nearest, quoted } from '../../text/words.ts';
import { UnreadableSchedule } from '../rows.ts';
import type { Columns } from './columns.ts';
import { readDate } from './date-cell.ts';
import { columnName, DATE_NAMES, rolesMeant } from './roles.ts';
import { plainCell } from './row.ts';
import type { Table, TableRecord } from './table.ts';
import { weekdayIn } from './weekday-cell.ts';

/** The number of rows at the top of a table that are searched for the header: titles and legends may come first. */
export const HIGHEST_HEADER = 20;
/** The most cells of a record that are searched for the names of columns. */
const MOST_NAMES = 1_000;
const EXAMPLE = 'date,time,channel,category,title,text,status';

/**
 * Returns how much a row looks like a header: how many of its `cells` name something a post has, such as a title. The
 * number is 0 unless a cell names a column of dates or, beside another such name, a column of days or weeks.
 *
 * @param names - the columns that the user or the team names, with what they contain
 */
export function headerScore(cells: readonly string[], names: ColumnNames = []): number {
  const asked = new Map(names.map(([role, name]) => [folded(name), new Set([role])] as const));
  const roles = cells
    .slice(0, MOST_NAMES)
    .map((cell) => (asked.size === 0 ? undefined : asked.get(folded(plainCell(cell)))) ?? rolesOfCell(cell));
  const has = (role: ColumnRole) => roles.some((meant) => meant.has(role));
  const known = roles.filter((meant) => meant.size > 0).length;
  // A column of days alone is no header: "Day" stands in many places.
  if (has('date') || (known > 1 && (has('day') || has('week')))) return known;
  return 0;
}

const NO_ROLE: ReadonlySet<ColumnRole> = new Set();

function rolesOfCell(cell: string): ReadonlySet<ColumnRole> {
  if (cell === '') return NO_ROLE;
  return new Set(rolesMeant(columnName(cell)).map(({ role }) => role));
}

/** The characters that may separate the cells of a CSV file. */
export const DELIMITERS: readonly string[] = [',', ';', '\t'];

/** Whether `line` looks like the header of a CSV file: it has two or more cells, and one names a column of dates. */
export function isHeaderLine(line: string): boolean {
  return DELIMITERS.some((delimiter) => {
    const cells = line.split(delimiter, MOST_NAMES);
    return cells.length > 1 && cells.some((cell) => rolesOfCell(cell).has('date'));
  });
}

/**
 * Returns the record among the first 20 that looks most like a header, the earliest of equals; undefined if none looks
 * like one.
 *
 * @param names - the columns that the user or the team names, with what they contain
 */
export function headerAmong<Cells extends TableRecord>(
  records: readonly Cells[],
  names: ColumnNames,
): Cells | undefined {
  const [best] = records
    .slice(0, HIGHEST_HEADER)
    .map((record) => ({ record, score: headerScore(record.cells, names) }))
    .sort((a, b) => b.score - a.score);
  return best === undefined || best.score === 0 ? undefined : best.record;
}

/**
 * Returns why a sheet has no header, as a predicate to follow the name of the file, such as `is empty`.
 *
 * @param records - the rows of the sheet, or at least the first 20 of them
 */
export function whyNoHeader(records: readonly TableRecord[]): string {
  const first = records.find(({ cells }) => !isBlank(cells));
  if (first === undefined) {
    if (records.length < HIGHEST_HEADER) return 'is empty';
    return `begins with ${records.length} blank lines or more; delete them, so that the line with the names of the columns, such as ${EXAMPLE}, comes first`;
  }
  const names = first.cells.map((cell) => plainCell(cell));
  const days = records.find(({ cells }) => {
    const plain = cells.map(plainCell);
    const dates = plain.filter((cell) => readDate(cell) !== null);
    return plain.filter((cell) => weekdayIn(cell) !== null).length > 2 || dates.length > 2;
  });
  if (days !== undefined) {
    return `has its days side by side (line ${days.line}), but cmplan reads one post in each row; give each post a row, with columns such as ${EXAMPLE}`;
  }
  if (first.cells.length === 1 && /^\|.*\|$/.test(names[0] ?? '')) {
    return 'is a table in Markdown; paste it into a spreadsheet, and save the sheet as CSV';
  }
  if (names.some((name) => readDate(name)?.year != null)) {
    return `has no header: line ${first.line} is already a post; add a line above it that names the columns, such as ${EXAMPLE}`;
  }
  const meant = names.find(
    (name, column) =>
      nearest(name, DATE_NAMES) !== undefined ||
      records.some(({ cells }) => name !== '' && readDate(cells[column] ?? '')?.year != null),
  );
  const guess = meant === undefined ? '' : `; did you mean ${quoted(meant)}?`;
  return `has no column named "date": line ${first.line} has ${listed(filledOf(names), 'and', quoted)}; rename the column with the days to "date"${guess}`;
}

/** Whether all `cells` are empty or contain only white space. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** The roles of columns that have the contents of a post. */
const CONTENTS: readonly ColumnRole[] = ['title', 'text', 'media'];

/**
 * Throws if the words of a sheet's posts are probably in a column that cmplan does not read.
 *
 * @throws {UnreadableSchedule} if no column is for titles, texts or media, and there is a column that cmplan does not
 * read
 */
export function refuseWordless({ ofRole, own, unread, wordiest }: Columns, { headerLine }: Table): void {
  const hasContents = own.length > 0 || CONTENTS.some((role) => ofRole.has(role));
  const names = unread.map(({ name }) => name);
  if (hasContents || names.length === 0) return;
  throw new UnreadableSchedule(
    `has no column for the words of its posts (line ${headerLine}); rename the one that has them to "title" or "text", or say which it is, such as --column ${quotedForShell(`title=${wordiest}`)}; the columns that cmplan does not read are ${listed(names, 'and', quoted)}`,
  );
}

function quotedForShell(text: string): string {
  return /^[\p{L}\p{N}=_.-]+$/u.test(text) ? text : quoted(text);
}
