import { isDay } from '../../dates.ts';
import type { ColumnRole } from '../../policy/sheet-columns.ts';
import { counted, quoted } from '../../text/words.ts';
import { knownChannels } from '../networks.ts';
import type { Schedule, ScheduledRow, ScheduleTerms, SkippedLine } from '../rows.ts';
import { channelReader } from './channel-cell.ts';
import { type Columns, columnsOf } from './columns.ts';
import { readTime } from './date-cell.ts';
import { isBlank, refuseWordless } from './header.ts';
import { momentOf, type SheetClock } from './moment.ts';
import { openSheet } from './opening.ts';
import { plainCell, type Row } from './row.ts';
import { type DatedRow, daysOf } from './sheet-days.ts';
import { noteOnStatus, type RowChannels, scheduledIdea, scheduledRow } from './sheet-row.ts';
import { textOfFile } from './sheet-text.ts';
import { withSpacedQuotes } from './spaced-quotes.ts';
import { isOfBacklog } from './status-words.ts';
import type { Table, TableRecord } from './table.ts';
import { yesOrNo } from './yes-or-no.ts';

/**
 * Returns the posts in a CSV file with commas, semicolons or tabs, whose header names a column of dates or days.
 *
 * @throws {UnreadableSchedule} if the file is not such a sheet, or if a setting is needed that `terms` does not give
 */
export function readSheet(bytes: Uint8Array, terms: ScheduleTerms): Schedule {
  return readTable(
    openSheet(textOfFile(bytes, terms.encoding), [...terms.columns, ...terms.columnNames]),
    terms,
  );
}

/**
 * Returns the posts in a table, whatever the format of its file.
 *
 * @throws {UnreadableSchedule} if it is not clear what a column contains, if no day can be read, or if a setting is
 * needed that `terms` does not give
 */
export function readTable(table: Table, terms: ScheduleTerms): Schedule {
  const isChannel = knownChannels(terms.channels);
  const records = table.records.map(({ cells }) => cells);
  const columns = columnsOf(table.header, records, { ...terms, isChannel });
  refuseWordless(columns, table);
  const skipped = [...table.skipped];
  const notes = [...table.notes];
  const withoutDay: Row[] = [];
  const days = daysOf(rowsWithDay(table, columns, skipped, withoutDay), columns, terms);
  notes.push(...days.notes);
  const clock: SheetClock = {
    timezone: terms.timezone,
    asked: terms.zones,
    inHeader: columns.zones,
    hasTimesInDates: days.dated.some(({ rest }) => rest !== '' && readTime(rest)?.time !== '00:00'),
  };
  const channelsIn = channelReader(isChannel, terms.formats);
  const rows: ScheduledRow[] = [];
  const empty: DatedRow[] = [];
  for (const dated of days.dated) {
    const { row, line, day, cell } = dated;
    const posts = postsIn(row, columns, channelsOf(row, columns, channelsIn));
    if (posts.length === 0) {
      skipped.push({ line, reason: 'has neither a title nor a text' });
      empty.push(dated);
      continue;
    }
    const moment = momentOf(dated, clock);
    if (moment.date !== day && !isDay(moment.date)) {
      skipped.push({ line, reason: `${quoted(cell)} is outside the calendar` });
    } else {
      rows.push(...posts.map((post) => scheduledRow(post.row, moment, post.channels, post.columns)));
    }
    const odd = columns.networks.map(({ column }) =>
      oddTick(plainCell(row.cells[column] ?? ''), table.header[column]),
    );
    const reasons = [moment.note, noteOnStatus(row.cell('status')), ...odd].filter(
      (reason) => reason !== null,
    );
    notes.push(...reasons.map((reason) => ({ line, reason })));
  }
  return {
    columns: table.header,
    headerLine: table.headerLine,
    unread: columns.unread,
    remarks: table.remarks,
    columnChannels: [...columns.networks, ...columns.own].map(({ channel }) => channel),
    rows,
    slots: () =>
      empty
        .map((dated) =>
          scheduledRow(
            dated.row,
            momentOf(dated, clock),
            channelsOf(dated.row, columns, channelsIn),
            columns.ofRole,
          ),
        )
        .filter((slot) => isDay(slot.date) && saysAnything(slot)),
    ideas: withoutDay.map((row) => scheduledIdea(row, channelsOf(row, columns, channelsIn), columns.ofRole)),
    skipped: inOrder([...skipped, ...days.undated]),
    notes: inOrder(notes),
  };
}

/** A remark that a cell in the column of a network says neither yes nor no; null if it says either, or is empty. */
function oddTick(cell: string, network: string | undefined): string | null {
  if (cell === '' || yesOrNo(cell) !== null) return null;
  return `${quoted(cell)} in the column ${quoted(plainCell(network ?? ''))} is neither yes nor no, so it counts as no`;
}

function inOrder(lines: readonly SkippedLine[]): readonly SkippedLine[] {
  return [...lines].sort((a, b) => a.line - b.line);
}

const DELIMITER_NAMES: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab' };

/** The roles whose cells say on which day the post of a row goes out. */
const DAY_ROLES: readonly ColumnRole[] = ['date', 'week', 'day'];

/**
 * The rows that say a day, with as many cells as the header. The others are added to `skipped`, and ideas to `ideas`.
 */
function rowsWithDay(
  { header, delimiter, records }: Table,
  columns: Columns,
  skipped: SkippedLine[],
  ideas: Row[],
): readonly Row[] {
  const dayRoles = columns.ofRole.has('date') ? (['date'] as const) : DAY_ROLES;
  return records.flatMap((record) => {
    const cells = wholeCells(record.cells, header.length, delimiter);
    const row = rowOf(record, cells, columns);
    const reason = isBlank(cells)
      ? 'is blank'
      : delimiter !== null && cells.length !== header.length
        ? raggedness(cells.length, header.length, delimiter)
        : dayRoles.every((role) => row.cell(role) === '')
          ? withoutDay(row, columns)
          : isOfBacklog(row.cell('status'))
            ? `has the status ${quoted(row.cell('status'))}, so it is an idea`
            : null;
    if (reason === null) return [row];
    const isIdea =
      hasContents(row, columns) &&
      cells.length <= header.length &&
      dayRoles.every((role) => row.cell(role) === '');
    if ((isIdea && row.cell('time') === '') || isOfBacklog(row.cell('status'))) ideas.push(row);
    const words = cells.filter((cell) => cell.trim() !== '');
    const isRagged = delimiter !== null && cells.length !== header.length && words.length > 1;
    skipped.push({
      line: record.line,
      reason,
      ...(words.length === 0 ? {} : { words }),
      ...(isRagged ? { fault: 'cells' as const } : {}),
    });
    return [];
  });
}

function rowOf({ line }: TableRecord, cells: readonly string[], { ofRole, fallbacks }: Columns): Row {
  const cell = (role: ColumnRole) => {
    const found = plainCell(cells[ofRole.get(role) ?? -1] ?? '');
    if (found !== '') return found;
    const others = fallbacks.get(role) ?? [];
    return others.map((column) => plainCell(cells[column] ?? '')).find((each) => each !== '') ?? '';
  };
  return { line, cell, cells };
}

/** A row's cells without empty ones beyond the header: some programs end each line with surplus delimiters. */
function wholeCells(
  written: readonly string[],
  columns: number,
  delimiter: string | null,
): readonly string[] {
  const cells = delimiter === null ? written : withSpacedQuotes(written, delimiter);
  return isBlank(cells.slice(columns)) ? cells.slice(0, columns) : cells;
}

/** Why a row without a date is skipped. In a sheet with merged cells, only the first row of a day has the date. */
function withoutDay(row: Row, columns: Columns): string {
  if (row.cell('time') !== '') return 'has a time but no date; write the date in every row';
  return hasContents(row, columns) ? 'has no date, so it is an idea' : 'has neither a date nor a title';
}

function hasContents({ cell, cells }: Row, { own }: Columns): boolean {
  return (
    (['title', 'text', 'media'] as const).some((role) => cell(role) !== '') ||
    own.some(({ column }) => plainCell(cells[column] ?? '') !== '')
  );
}

function raggedness(cells: number, columns: number, delimiter: string): string {
  const name = DELIMITER_NAMES[delimiter] ?? quoted(delimiter);
  const advice = cells > columns ? `; put a text with a ${name} in it in double quotes` : '';
  return `has ${counted(cells, 'cell')} where the header has ${columns}${advice}`;
}

/** The channels of a row, by its cell for channels and by the columns of networks. */
function channelsOf(row: Row, { networks }: Columns, channelsIn: (cell: string) => RowChannels): RowChannels {
  const inCell = channelsIn(row.cell('channel'));
  const ticked = networks.filter(({ column }) => yesOrNo(plainCell(row.cells[column] ?? '')) === true);
  return { ...inCell, channels: [...new Set([...inCell.channels, ...ticked.map(({ channel }) => channel)])] };
}

/** Whether a row without words says anything that an open slot of a plan can have. */
function saysAnything({ time, channels, category, format }: ScheduledRow): boolean {
  return time !== null || channels.length > 0 || category !== null || format !== null;
}

/** One post of a row: a row may have several if some columns belong to one channel each. */
interface RowPost {
  readonly row: Row;
  readonly channels: RowChannels;
  /** The index of the cell from which each part is read. */
  readonly columns: ReadonlyMap<string, number>;
}

/** The posts of a row. None if the sheet has columns for words or media, but the row has nothing in them. */
function postsIn(row: Row, columns: Columns, channels: RowChannels): readonly RowPost[] {
  const { ofRole, own, networks } = columns;
  const ownOf = new Map<string, Map<ColumnRole, number>>();
  for (const { channel, role, column } of own) {
    if (plainCell(row.cells[column] ?? '') === '') continue;
    const its = ownOf.get(channel) ?? new Map<ColumnRole, number>([...ofRole, ['channel', column]]);
    ownOf.set(channel, its.set(role, column));
  }
  const posts = [...ownOf].map(([channel, its]): RowPost => {
    const cell = (role: ColumnRole) => {
      const column = its.get(role) ?? -1;
      return column === (ofRole.get(role) ?? -1) ? row.cell(role) : plainCell(row.cells[column] ?? '');
    };
    return { row: { ...row, cell }, channels: { ...channels, channels: [channel] }, columns: its };
  });
  const others = channels.channels.filter((name) => !ownOf.has(name));
  const hasOwnAlone = posts.length > 0 && others.length === 0;
  const asks = own.length > 0 || CONTENTS.some((role) => ofRole.has(role));
  const isEmpty = asks && CONTENTS.every((role) => row.cell(role) === '');
  if (hasOwnAlone || (isEmpty && posts.length === 0)) return posts;
  const ticked = networks.find(({ column }) => yesOrNo(plainCell(row.cells[column] ?? '')) === true);
  const its =
    ticked === undefined || ofRole.has('channel')
      ? ofRole
      : new Map<string, number>([
          ...ofRole,
          ['channel', ticked.column],
          ...networks.map(({ channel, column }) => [`channel ${channel}`, column] as const),
        ]);
  return [...posts, { row, channels: { ...channels, channels: others }, columns: its }];
}

/** The roles of which at least one makes a row a post. */
const CONTENTS = ['title', 'text', 'media', 'id'] as const;
