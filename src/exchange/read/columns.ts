import { COLUMN_ROLES, type ColumnNames, type ColumnRole } from '../../policy/sheet-columns.ts';
import { filledOf, folded, listed, nearest, quoted } from '../../text/words.ts';
import { UnreadableSchedule, type UnreadColumn } from '../rows.ts';
import { readDate } from './date-cell.ts';
import { filledCells, type Named, namedColumn } from './named-column.ts';
import { plainCell } from './row.ts';
import { weekdayIn } from './weekday-cell.ts';
import { yesOrNo } from './yes-or-no.ts';
import type { ZonesAsked } from './zone-words.ts';

/** A column with the words of one channel's posts, such as `Caption (LinkedIn)`. Each filled cell is a post. */
export interface OwnColumn {
  /** The name of the channel, as the header writes it. */
  readonly channel: string;
  readonly role: 'title' | 'text';
  /** The index of the column, from 0. */
  readonly column: number;
}

/** A column that says for each row whether the post is for one channel, such as `Facebook` with TRUE and FALSE. */
export interface NetworkColumn {
  /** The name of the channel, as the header writes it. */
  readonly channel: string;
  /** The index of the column, from 0. */
  readonly column: number;
}

/** What the columns of a sheet contain. Columns are given by their index, from 0. */
export interface Columns {
  /**
   * The column for each role. A role is what a column can contain, such as dates; roles without a column are missing.
   */
  readonly ofRole: ReadonlyMap<ColumnRole, number>;
  /** More columns of titles, texts and media, the likelier ones first: read where the column in `ofRole` is empty. */
  readonly fallbacks: ReadonlyMap<ColumnRole, readonly number[]>;
  /** The columns that say for each row whether the post is for one channel. */
  readonly networks: readonly NetworkColumn[];
  /** The columns with the words of one channel's posts. */
  readonly own: readonly OwnColumn[];
  /** The words in the header that seem to name the time zone of the column of dates and of the column of times. */
  readonly zones: ReadonlyMap<'date' | 'time', string>;
  /** Whether the column of days has weekdays, or numbers of days; null if there is no such column. */
  readonly days: 'weekdays' | 'numbers' | null;
  /** The name of the column with the most letters among the columns that are not read; null if there is none. */
  readonly wordiest: string | null;
  /** The columns that have contents but are not read, or are read only in some rows. */
  readonly unread: readonly UnreadColumn[];
}

/** The settings for finding out what the columns of a sheet contain. */
export interface ColumnTerms {
  /** Tells whether a name stands for a channel. */
  readonly isChannel: (name: string) => boolean;
  /** The time zones that words in the sheet stand for, as the user says. */
  readonly zones: ZonesAsked;
  /** The columns that the user names for this sheet, with what they contain. The sheet must have all of them. */
  readonly columns: ColumnNames;
  /** The columns that the team names for all its sheets, with what they contain. A sheet may lack any of them. */
  readonly columnNames: ColumnNames;
}

/**
 * Returns what the columns of a sheet contain, judged by their names and, where the names leave a doubt, by their
 * cells.
 *
 * @param header - the cells of the header
 * @param records - the cells of the rows below the header
 * @throws {UnreadableSchedule} if the user names a column that the sheet lacks; if two columns with the same name have
 * different dates, times, channels, categories, titles, texts or statuses; or if the sheet has no column of dates, but
 * dates or months in a column with another name
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
    const said = each.filled.filter((cell) => yesOrNo(cell) !== null).length;
    return channel === undefined || 2 * said <= each.filled.length ? [] : [{ channel, column: each.column }];
  });
  for (const { column } of networks) taken.add(column);
  for (const role of COLUMN_ROLES) {
    if (ofRole.has(role)) continue;
    // What belongs to one channel is not true of the others.
    const free = named.filter((each) => !taken.has(each.column) && !terms.isChannel(each.remark));
    const column = likeliest(role, free);
    if (column === undefined) continue;
    refuseTwins(column, role, named, records);
    ofRole.set(role, column.column);
    taken.add(column.column);
  }
  const fallbacks = new Map(
    (['title', 'text', 'media'] as const).map((role) => {
      const isStrong = ({ meant }: Named) => meant.some((each) => each.role === role && !each.isWeak);
      const others = named.filter((each) => !taken.has(each.column) && isStrong(each));
      return [role, ofRole.has(role) ? byLikeliness(role, others).map(({ column }) => column) : []] as const;
    }),
  );
  const hasChannels = ofRole.has('channel') || networks.length > 0 || own.length > 0;
  if (!hasChannels && !ofRole.has('text')) {
    for (const each of named) {
      const channel = taken.has(each.column) ? undefined : networkOf(each, terms.isChannel);
      if (channel !== undefined) own.push({ channel, role: 'text', column: each.column });
    }
    for (const { column } of own) taken.add(column);
  }
  const days = daysIn(named[ofRole.get('day') ?? -1]?.filled ?? [], ofRole.has('date'));
  if (!ofRole.has('date')) refuseOtherDates(named, days);
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
    wordiest: wordiestOf(named.filter((each) => !taken.has(each.column))),
    unread: named.flatMap(({ column, written, filled, meant, remark }): readonly UnreadColumn[] => {
      if (taken.has(column) || filled.length === 0) return [];
      const itsRoles = terms.isChannel(remark) ? [] : meant.map(({ role }) => ofRole.get(role));
      const reader = itsRoles.find((each) => each !== undefined);
      const isFallback = [...fallbacks.values()].some((columns) => columns.includes(column));
      return [
        {
          name: written || `(column ${column + 1})`,
          column,
          instead: named[reader ?? -1]?.written ?? null,
          isFallback,
        },
      ];
    }),
  };
}

function wordiestOf(named: readonly Named[]): string | null {
  const letters = ({ filled }: Named) =>
    filled.reduce((sum, cell) => sum + (cell.includes('://') ? 0 : cell.replace(/\P{L}+/gu, '').length), 0);
  const [best] = named.filter(({ written }) => written !== '').sort((a, b) => letters(b) - letters(a));
  return best?.written ?? null;
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
    // A column that is not named so comes last, such as a time that has dates in it.
    const { rank = BEHIND_ALL, isWeak = false } = meant.find((each) => each.role === role) ?? {};
    return rank + (isWeak ? BEHIND_ALL : 0);
  };
  const fitting = named.filter((each) => fits(role, each));
  const dated = role === 'date' ? fitting.filter(({ filled }) => filled.some(isDated)) : [];
  const best = dated.length === 0 ? fitting : dated;
  return [...best].sort((a, b) => likeliness(a) - likeliness(b) || a.column - b.column);
}

const isDated = (cell: string) => readDate(cell) !== null;

const BEHIND_ALL = 1_000;

/** Whether a column may have a role by its name and its cells. */
function fits(role: ColumnRole, { meant, filled, names }: Named): boolean {
  const found = meant.find((each) => each.role === role);
  // A posting time may be a date with a time, or a time alone.
  const isTime = meant.some((each) => each.role === 'time');
  if (role === 'date' && isTime) return filled.some((cell) => readDate(cell) !== null);
  if (found === undefined) return false;
  if (role === 'draft') return filled.every((cell) => yesOrNo(cell) !== null);
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
  const twins = named.filter(
    (each) =>
      each.column !== column &&
      each.names[0] === names[0] &&
      each.filled.length > 0 &&
      each.remark === named[column]?.remark &&
      records.some((cells) => plainCell(cells[each.column] ?? '') !== plainCell(cells[column] ?? '')),
  );
  if (twins.length === 0) return;
  const all = [column, ...twins.map((each) => each.column)];
  const shown = all.map((each) => `${quoted(named[each]?.written ?? '')} (column ${each + 1})`);
  throw new UnreadableSchedule(
    `has ${twins.length === 1 ? 'two' : all.length} columns for the ${role}: ${listed(shown, 'and')}; ${twins.length === 1 ? 'delete or rename one of them' : 'if your channels stand side by side, give each post a row of its own; otherwise delete or rename all but one'}`,
  );
}

/** What a column of days has in it. Numbers count only without dates, which say the same more clearly. */
function daysIn(filled: readonly string[], hasDates: boolean): Columns['days'] {
  if (filled.length === 0) return null;
  if (filled.every((cell) => weekdayIn(cell) !== null)) return 'weekdays';
  return !hasDates && filled.every((cell) => /^(?:day )?\d{1,3}$/i.test(cell)) ? 'numbers' : null;
}

/** The names of a column of months, which the number of a day needs. */
const MONTHS: ReadonlySet<string> = new Set(['month', 'месяц', 'місяць', 'monat', 'mois', 'mes', 'bulan']);

/**
 * Refuses a sheet without a column of dates whose days are said somewhere else than in weekdays and numbers.
 *
 * @throws {UnreadableSchedule} if another column has dates in it, or if months have a column of their own
 */
function refuseOtherDates(named: readonly Named[], days: Columns['days']): void {
  const dates = named.find(
    ({ filled }) => filled.length > 0 && 2 * filled.filter(isDated).length > filled.length,
  );
  if (dates !== undefined) {
    throw new UnreadableSchedule(
      `has dates in its column ${quoted(dates.written)}; if these are the days of the posts, add --column ${quoted(`date=${dates.written}`)}`,
    );
  }
  const month = named.find(
    ({ names, filled }) => filled.length > 0 && names.some((name) => MONTHS.has(name)),
  );
  if (month === undefined || days !== 'numbers') return;
  throw new UnreadableSchedule(
    `has the months in a column of their own, ${quoted(month.written)}; write whole dates into one column "date", such as 2026-11-23`,
  );
}

function zonesIn(named: readonly Named[], ofRole: Columns['ofRole']): Columns['zones'] {
  return new Map(
    (['date', 'time'] as const).flatMap((role) => {
      const { zone = '' } = named[ofRole.get(role) ?? -1] ?? {};
      return zone === '' ? [] : [[role, zone] as const];
    }),
  );
}
