import {
  addDays,
  DAYS_IN_WEEK,
  type Day,
  isDay,
  LAST_DAY,
  mondayOf,
  spokenDay,
  WEEKDAY_NAMES,
  WEEKDAYS,
  type Weekday,
  weekdayOf,
  weekOf,
  weekParts,
} from '../../dates.ts';
import { quoted } from '../../text/words.ts';
import { type DateOrder, type SkippedLine, UnreadableSchedule } from '../rows.ts';
import type { Columns } from './columns.ts';
import { readDate } from './date-cell.ts';
import { type DateCell, dayIn, ordersOf, whyNoDay } from './date-order.ts';
import type { Row } from './row.ts';
import { weekdayIn } from './weekday-cell.ts';

/** A row of a sheet with the day of its post. */
export interface DatedRow {
  readonly row: Row;
  /** The line on which the row begins, from 1. */
  readonly line: number;
  readonly day: Day;
  /** The cell that has the date or the day, unchanged. */
  readonly cell: string;
  /** What follows the date in the cell, in lower case: usually a time; empty if nothing follows. */
  readonly rest: string;
  /** Whether a T separates the date from the rest, as ISO 8601 allows. */
  readonly isIso: boolean;
}

/** What the user says about days that the sheet itself leaves open. */
export interface DayTerms {
  /** The order of day and month in ambiguous dates; null if the user did not say. */
  readonly dateOrder: DateOrder | null;
  /** The first day of a sheet that numbers its days or weeks instead of dating them; null if the user did not say. */
  readonly start: Day | null;
  /** The year of dates that have none; null if the user did not say. */
  readonly year: number | null;
  /** A day that is probably near the days of the posts, for the examples in messages. */
  readonly around: Day;
}

/** The rows of a sheet that have a day and, for every other row, the reason why it has none. */
interface Days {
  readonly dated: readonly DatedRow[];
  readonly undated: readonly SkippedLine[];
  /** Remarks on rows that have a day, such as a row whose date is not the weekday that the row names. */
  readonly notes: readonly SkippedLine[];
}

/**
 * Finds the day of each row. A row names its day by a date or, in a sheet without dates, by the number of the day or by
 * a week and a weekday.
 *
 * @param columns - what the columns of the sheet contain
 * @throws {UnreadableSchedule} if the dates contradict each other or are ambiguous, if no row has a day that can be
 * read, or if the sheet needs a first day or a year that the user does not say
 */
export function daysOf(rows: readonly Row[], columns: Columns, terms: DayTerms): Days {
  const {
    dated,
    undated,
    notes = [],
  } = columns.ofRole.has('date') ? byDate(rows, columns, terms) : byNumber(rows, columns, terms);
  const [first] = [...undated].sort((a, b) => a.line - b.line);
  if (dated.length === 0 && first !== undefined) {
    throw new UnreadableSchedule(
      `has no date that can be read: ${first.reason} (line ${first.line}); write dates as 2026-11-23`,
    );
  }
  return { dated, undated, notes };
}

function byDate(rows: readonly Row[], columns: Columns, terms: DayTerms): Days {
  const undated: SkippedLine[] = [];
  const cells = rows.flatMap((row) => {
    const { line } = row;
    const cell = row.cell('date');
    const date = readDate(cell);
    if (date !== null) return [{ row, line, cell, date }];
    undated.push({ line, reason: whyNoDate(cell), ...meantAsPost(row) });
    return [];
  });
  const notes: SkippedLine[] = [];
  const yearless = new Set(cells.filter(({ date }) => date.year === null).map(({ line }) => line));
  let month = 0;
  const complete = withYears(cells, terms, undated);
  const orders = ordersOf(complete, terms.dateOrder);
  // Many posts share a day, so each day is checked once.
  const known = new Map<Day, boolean>();
  const dated = complete.flatMap(({ row, line, cell, date }): readonly DatedRow[] => {
    const order = orders[date.form];
    const day = dayIn(date, order);
    if (!known.has(day)) known.set(day, isDay(day));
    if (!known.get(day)) {
      const reason = whyNoDay({ line, cell, date }, order, terms.dateOrder);
      undated.push({ line, reason, ...meantAsPost(row) });
      return [];
    }
    if (yearless.has(line) && isYearLater(month, day)) notes.push({ line, reason: yearNote(terms.year) });
    if (yearless.has(line)) month = Number(day.slice(5, 7));
    const weekday = columns.days === 'weekdays' ? weekdayIn(row.cell('day')) : null;
    if (weekday !== null && weekday !== weekdayOf(day))
      notes.push({ line, reason: wrongWeekday(day, weekday) });
    return [{ row, line, cell, day, rest: date.rest, isIso: date.isIso }];
  });
  return { dated, undated, notes };
}

/** Matches Excel's numbers for the days of this century, with or without a time. */
const SERIAL = /^(3[6-9]\d{3}|[4-6]\d{4}|7[0-2]\d{3})(?:[.,]\d+)?$/;
/** The day before Excel's day 1, as far as days after February 1900 are concerned. */
const BEFORE_FIRST = '1899-12-30';

function whyNoDate(cell: string): string {
  const [, serial] = SERIAL.exec(cell.trim()) ?? [];
  if (serial === undefined) return `${quoted(cell)} is not a date`;
  const day = addDays(BEFORE_FIRST, Number(serial));
  return `${quoted(cell)} is Excel's number for a day, probably ${day}; format the column as a date, and export the sheet again`;
}

/** Returns the filled cells of a row and, if the row has a title or a text, the fault that its date cannot be read. */
function meantAsPost({ cells, cell }: Row): Pick<SkippedLine, 'words' | 'fault'> {
  const words = cells.filter((each) => each.trim() !== '');
  return cell('title') === '' && cell('text') === '' ? { words } : { words, fault: 'date' };
}

function wrongWeekday(day: Day, weekday: Weekday): string {
  const named = WEEKDAY_NAMES[WEEKDAYS.indexOf(weekday)] ?? '';
  return `is dated ${spokenDay(day)}, although the row says ${named}; the date counts, so correct one of the two`;
}

const HALF_A_YEAR = 6;

/**
 * Whether a day without a year, below a day in `month` (1 to 12), is probably in the next year: January below December.
 */
function isYearLater(month: number, day: Day): boolean {
  return Number(day.slice(5, 7)) < month - HALF_A_YEAR;
}

function yearNote(year: number | null): string {
  return `counts in ${year}, like all dates without a year; if a new year begins here, write it`;
}

/** Gives dates without a year the year that the user says. */
function withYears<Cell extends DateCell & { readonly row: Row }>(
  cells: readonly Cell[],
  { year, around }: DayTerms,
  undated: SkippedLine[],
): readonly Cell[] {
  if (year !== null) {
    return cells.map((each) => (each.date.year === null ? { ...each, date: { ...each.date, year } } : each));
  }
  const complete = cells.filter(({ date }) => date.year !== null);
  const [first] = cells.filter(({ date }) => date.year === null);
  if (first === undefined) return cells;
  const advice = `add --year ${around.slice(0, 4)} if that is the year`;
  if (complete.length === 0)
    throw new UnreadableSchedule(
      `has dates without a year, such as ${quoted(first.cell)} (line ${first.line}); ${advice}`,
    );
  for (const { date, cell, line, row } of cells)
    if (date.year === null)
      undated.push({ line, reason: `${quoted(cell)} has no year; ${advice}`, ...meantAsPost(row) });
  return complete;
}

/** A day by its number, from 1, or by the number of its week, from 1, and its weekday. */
type Numbered =
  | { readonly number: number }
  | { readonly week: number; readonly weekday: Weekday }
  | { readonly monday: Day; readonly weekday: Weekday };

const MOST_NUMBERED = 400;

function byNumber(rows: readonly Row[], columns: Columns, { start, around }: DayTerms): Days {
  const undated: SkippedLine[] = [];
  let week = '';
  const numbered = rows.flatMap((row) => {
    // A merged cell has its week in the first row alone.
    week = row.cell('week') || week;
    const found = numberedDay(row, week, columns);
    if (typeof found !== 'string') return [{ row, found }];
    undated.push({ line: row.line, reason: found, ...meantAsPost(row) });
    return [];
  });
  const first = numbered.find(({ found }) => !('monday' in found));
  const weeks = numbered.flatMap(({ found }) => ('week' in found ? [found.week] : []));
  const firstWeek = firstWeekOf(start, weeks);
  if (start === null && first !== undefined) {
    const what = 'number' in first.found ? 'the numbers of days' : 'weekdays';
    throw new UnreadableSchedule(
      `has ${what} instead of dates, such as ${shownDay(first.row)} (line ${first.row.line}); add --start and the first day, such as --start ${around}`,
    );
  }
  const dated = numbered.flatMap(({ row, found }): readonly DatedRow[] => {
    const day = dayFrom(start ?? around, firstWeek, found);
    if (day <= LAST_DAY) return [{ row, line: row.line, cell: shownDay(row), day, rest: '', isIso: false }];
    undated.push({ line: row.line, reason: 'is outside the calendar' });
    return [];
  });
  return { dated, undated, notes: [] };
}

function shownDay(row: Row): string {
  return quoted([row.cell('week'), row.cell('day')].filter((cell) => cell !== '').join(' '));
}

/** Reads the day of a row. If it cannot be read, returns the reason. */
function numberedDay(row: Row, week: string, { days, ofRole }: Columns): Numbered | string {
  const day = row.cell('day');
  const [, year = '', isoWeek = ''] = /^(\d{4})-?W(\d{1,2})$/i.exec(week) ?? [];
  const [, weekNumber] = /^\D{0,10}(\d{1,3})$/.exec(week) ?? [];
  const number = Number(/\d+/.exec(day)?.[0] ?? 0);
  if (days === 'numbers') {
    return number >= 1 && number <= MOST_NUMBERED ? { number } : `${quoted(day)} is not the number of a day`;
  }
  const weekday = weekdayIn(day);
  if (weekday === null)
    return day === ''
      ? 'has a week but no weekday; add a column "day" with the weekdays'
      : `${quoted(day)} is not a weekday`;
  const monday =
    weekParts(`${year}-W${isoWeek.padStart(2, '0')}`) === null
      ? null
      : mondayOf(`${year}-W${isoWeek.padStart(2, '0')}`);
  if (monday !== null) return { monday, weekday };
  if (!ofRole.has('week')) return { week: 1, weekday };
  const itsWeek = Number(weekNumber ?? 0);
  return itsWeek >= 1 && itsWeek <= MOST_NUMBERED
    ? { week: itsWeek, weekday }
    : `${quoted(week)} is not the number of a week`;
}

/**
 * The day that a number stands for, counted from the first day. A week begins on the weekday of the first day.
 *
 * @param firstWeek - the number of the week that begins on the first day
 */
function dayFrom(start: Day, firstWeek: number, found: Numbered): Day {
  if ('number' in found) return addDays(start, found.number - 1);
  const [from, week] = 'monday' in found ? [found.monday, 0] : [start, found.week - firstWeek];
  const behind = WEEKDAYS.indexOf(found.weekday) - WEEKDAYS.indexOf(weekdayOf(from));
  return addDays(from, DAYS_IN_WEEK * week + ((behind + DAYS_IN_WEEK) % DAYS_IN_WEEK));
}

/** The number of the week that begins on the first day: 1, or that of the calendar if the weeks begin with it. */
function firstWeekOf(start: Day | null, weeks: readonly number[]): number {
  const least = weeks.reduce((a, b) => Math.min(a, b), MOST_NUMBERED);
  return start !== null && least === Number(weekOf(start).slice(-2)) ? least : 1;
}
