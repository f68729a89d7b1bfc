import { COLUMN_ROLES, type ColumnNames, type ColumnRole } from '../../policy/sheet-columns.ts';
import { filledOf, folded, listed, nearest, quoted } from '../../text/words.ts';
import { UnreadableSchedule, type UnreadColumn } from '../rows.ts';
import { readDate } from './date-cell.ts';
import { type ColumnName, columnName, type MeantRole, rolesMeant } from './roles.ts';
import { plainCell } from './row.ts';
import { weekdayIn } from './weekday-cell.ts';
import { yesOrNo } from './yes-or-no.ts';
import { isZoneWord, type ZonesAsked } from './zone-words.ts';

/** A column that belongs to one channel, such as `Caption (LinkedIn)`. Each filled cell in it is a post. */
export interface OwnColumn {
  readonly channel: string;
  readonly role: 'title' | 'text';
  /** The index of the column, from 0. */
  readonly column: number;
}

/** A column that says of each row whether the post is for one channel, such as `Facebook` with TRUE and FALSE. */
export interface NetworkColumn {
  readonly channel: string;
  /** The index of the column, from 0. */
  readonly column: number;
}

/** What the columns of a sheet contain. Columns are given by their index, from 0. */
export interface Columns {
  readonly ofRole: ReadonlyMap<ColumnRole, number>;
  /** For titles and texts, the columns that are read where those of `ofRole` are empty, the likelier ones first. */
  readonly fallbacks: ReadonlyMap<ColumnRole, readonly number[]>;
  readonly networks: readonly NetworkColumn[];
  readonly own: readonly OwnColumn[];
  /** For the columns of dates and times, the word in the header that seems to name a time zone. */
  readonly zones: ReadonlyMap<'date' | 'time', string>;
  /** Whether the column of days has the weekdays, or the numbers of days; null if there is no such column. */
  readonly days: 'weekdays' | 'numbers' | null;
  /** The columns that are not read although they have something in them. */
  readonly unread: readonly UnreadColumn[];
}

/** What decides about the columns of a sheet, apart from the sheet. */
export interface ColumnTerms {
  readonly isChannel: (name: string) => boolean;
  readonly zones: ZonesAsked;
  /** What columns contain, as the user says of this sheet. Each of the columns must be there. */
  readonly columns: ColumnNames;
  /** What columns with certain names contain, as the team says of all its sheets. */
  readonly columnNames: ColumnNames;
}

/** A named column with the cells below its name. */
interface Named extends ColumnName {
  readonly column: number;
  /** The name as written, without white space around it. */
  readonly written: string;
  readonly meant: readonly MeantRole[];
  /** The cells that are not blank. */
  readonly filled: readonly string[];
  /** The word behind the name that seems to be a time zone, as in `Time EST`; empty if there is none. */
  readonly zone: string;
}

/**
 * Says what the columns of a sheet contain, by their names and, where the names leave a doubt, by their cells.
 *
 * @param header - the cells of the header
 * @param records - the cells of the rows below the header
 * @throws {UnreadableSchedule} if the user gives a column that the sheet lacks, or if two columns with the same name
 * have different dates, times, channels, categories, titles, texts or statuses
 */
export function columnsOf(
  header: readonly string[],
  records: readonly (readonly string[])[],
  terms: ColumnTerms,
): Columns {
  const filled = filledCells(records, header.length);
  const named = header.map((cell, column) => namedColumn(cell, column, filled[column] ?? [], terms.zones));
  const ofRole = new Map(
    terms.columns.map(([role, name]) => [role, columnAsked(role, name, named)] as const),
  );
  for (const [role, name] of terms.columnNames) {
    const column = columnNamed(name, named)?.column;
    if (column !== undefined && !ofRole.has(role) && ![...ofRole.values()].includes(column))
      ofRole.set(role, column);
  }
  const taken = new Set(ofRole.values());
  const own = named.flatMap(({ remark, meant, column }): readonly OwnColumn[] => {
    const role = meant.find((each) => each.role === 'title' || each.role === 'text')?.role;
    if (taken.has(column) || (role !== 'title' && role !== 'text') || !terms.isChannel(remark)) return [];
    return [{ channel: remark, role, column }];
  });
  for (const { column } of own) taken.add(column);
  const networks = named.flatMap((each): readonly NetworkColumn[] => {
    const channel = taken.has(each.column) ? undefined : networkOf(each, terms.isChannel);
    return channel === undefined || !each.filled.every((cell) => yesOrNo(cell) !== null)
      ? []
      : [{ channel, column: each.column }];
  });
  for (const { column } of networks) taken.add(column);
  for (const role of COLUMN_ROLES) {
    if (ofRole.has(role)) continue;
    const column = likeliest(
      role,
      named.filter((each) => !taken.has(each.column)),
    );
    if (column === undefined) continue;
    refuseTwins(column, role, named, records);
    ofRole.set(role, column.column);
    taken.add(column.column);
  }
  const fallbacks = new Map(
    (['title', 'text'] as const).map((role) => {
      const isStrong = ({ meant }: Named) => meant.some((each) => each.role === role && !each.isWeak);
      const others = named.filter((each) => !taken.has(each.column) && isStrong(each));
      return [role, ofRole.has(role) ? byLikeliness(role, others).map(({ column }) => column) : []] as const;
    }),
  );
  if (!ofRole.has('title') && !ofRole.has('text') && own.length === 0) {
    for (const each of named) {
      const channel = taken.has(each.column) ? undefined : networkOf(each, terms.isChannel);
      if (channel !== undefined) own.push({ channel, role: 'text', column: each.column });
    }
    for (const { column } of own) taken.add(column);
  }
  const days = daysIn(named[ofRole.get('day') ?? -1]?.filled ?? [], ofRole.has('date'));
  if (days === null) {
    taken.delete(ofRole.get('day') ?? -1);
    ofRole.delete('day');
  }
  return {
    ofRole,
    fallbacks,
    networks,
    own,
    zones: zonesIn(named, ofRole),
    days,
    unread: named.flatMap(({ column, written, filled, meant }): readonly UnreadColumn[] => {
      if (taken.has(column) || filled.length === 0) return [];
      const reader = meant.map(({ role }) => ofRole.get(role)).find((each) => each !== undefined);
      const isFallback = [...fallbacks.values()].some((columns) => columns.includes(column));
      return [{ name: written, column, instead: named[reader ?? -1]?.written ?? null, isFallback }];
    }),
  };
}

/** For each column, its cells that are not blank. */
function filledCells(
  records: readonly (readonly string[])[],
  columns: number,
): readonly (readonly string[])[] {
  const filled: string[][] = Array.from({ length: columns }, () => []);
  for (const cells of records) {
    for (const [column, written] of cells.entries()) {
      const cell = written === '' ? '' : plainCell(written);
      if (cell !== '') filled[column]?.push(cell);
    }
  }
  return filled;
}

function namedColumn(cell: string, column: number, filled: readonly string[], zones: ZonesAsked): Named {
  const written = plainCell(cell);
  const whole = columnName(written);
  const meant = rolesMeant(whole);
  const [, name = '', word = ''] = /^(.*) (\S+)$/.exec(whole.names[0] ?? '') ?? [];
  if (meant.length > 0 || !isZoneWord(word, zones))
    return { ...whole, column, written, meant, filled, zone: whole.remark };
  return { ...whole, column, written, meant: rolesMeant({ names: [name], remark: '' }), filled, zone: word };
}

function columnAsked(role: ColumnRole, name: string, named: readonly Named[]): number {
  const found = columnNamed(name, named);
  if (found !== undefined) return found.column;
  const names = filledOf(named.map(({ written }) => written));
  const meant = nearest(name, names);
  const advice =
    meant === undefined
      ? `its columns are ${listed(names, 'and', quoted)}`
      : `did you mean ${quoted(meant)}?`;
  throw new UnreadableSchedule(`has no column ${quoted(name)}, which is given for the ${role}; ${advice}`);
}

function columnNamed(name: string, named: readonly Named[]): Named | undefined {
  return (
    named.find(({ written }) => written === name) ??
    named.find(({ written }) => folded(written) === folded(name))
  );
}

/** The name of the channel or the network that a column is named after; undefined if it is named after none. */
function networkOf({ written, filled }: Named, isChannel: (name: string) => boolean): string | undefined {
  if (filled.length === 0) return undefined;
  if (isChannel(written)) return written;
  const pieces = written.split('/');
  return pieces.length > 1 && pieces.every(isChannel) ? pieces[0]?.trim() : undefined;
}

function likeliest(role: ColumnRole, named: readonly Named[]): Named | undefined {
  return byLikeliness(role, named)[0];
}

/** The columns that may have a role, the likelier ones first. */
function byLikeliness(role: ColumnRole, named: readonly Named[]): readonly Named[] {
  const likeliness = ({ meant }: Named) => {
    const { rank = 0, isWeak = false } = meant.find((each) => each.role === role) ?? {};
    return rank + (isWeak ? BEHIND_ALL : 0);
  };
  return named
    .filter((each) => fits(role, each))
    .sort((a, b) => likeliness(a) - likeliness(b) || a.column - b.column);
}

const BEHIND_ALL = 1_000;

/** Whether a column may have a role by its name and its cells. */
function fits(role: ColumnRole, { meant, filled, names }: Named): boolean {
  const found = meant.find((each) => each.role === role);
  if (found === undefined) return false;
  // A posting time may be a date with a time, or a time alone.
  if (role === 'date' && meant.some((each) => each.role === 'time'))
    return filled.some((cell) => readDate(cell) !== null);
  if (role !== 'title' && role !== 'text') return true;
  // Posts are often numbered in a column named "Post".
  if (names.includes('post') && filled.length > 0 && filled.every((cell) => /^\d{1,6}$/.test(cell)))
    return false;
  return !(found.isWeak && role === 'title') || 2 * new Set(filled).size >= filled.length;
}

/** Roles for which it matters which of two columns with the same name is read. */
const DECISIVE: readonly ColumnRole[] = ['date', 'time', 'channel', 'category', 'title', 'text', 'status'];

function refuseTwins(
  { column, names }: Named,
  role: ColumnRole,
  named: readonly Named[],
  records: readonly (readonly string[])[],
): void {
  if (!DECISIVE.includes(role)) return;
  const twin = named.find(
    (each) =>
      each.column !== column &&
      each.names[0] === names[0] &&
      each.filled.length > 0 &&
      each.remark === named[column]?.remark &&
      records.some((cells) => plainCell(cells[each.column] ?? '') !== plainCell(cells[column] ?? '')),
  );
  if (twin === undefined) return;
  const shown = (each: number) => `${quoted(named[each]?.written ?? '')} (column ${each + 1})`;
  throw new UnreadableSchedule(
    `has two columns for the ${role}: ${shown(column)} and ${shown(twin.column)}; delete or rename one of them`,
  );
}

/** What a column of days has in it. Numbers count only without dates, which say the same more clearly. */
function daysIn(filled: readonly string[], hasDates: boolean): Columns['days'] {
  if (filled.length === 0) return null;
  if (filled.every((cell) => weekdayIn(cell) !== null)) return 'weekdays';
  return !hasDates && filled.every((cell) => /^(?:day )?\d{1,3}$/i.test(cell)) ? 'numbers' : null;
}

function zonesIn(named: readonly Named[], ofRole: Columns['ofRole']): Columns['zones'] {
  return new Map(
    (['date', 'time'] as const).flatMap((role) => {
      const { zone = '' } = named[ofRole.get(role) ?? -1] ?? {};
      return zone === '' ? [] : [[role, zone] as const];
    }),
  );
}
