import type { DayAnalysis, Verdict } from '../analysis/verdict.ts';
import { DAYS_IN_WEEK, spokenDay, WEEKDAY_NAMES, WEEKDAYS, weekdayOf } from '../dates.ts';
import type { DaysOnHold } from '../findings/checked-file.ts';

/** A cell in a row of days: a day of the plan, or `null` for a day before the period of the plan. */
export type Slot = DayAnalysis | null;

/** The arrow after the number of posts of a day, by the verdict on the day; empty if the day is on track. */
const ARROWS: Readonly<Record<Verdict, string>> = { over: '↑', under: '↓', on_track: '' };

/**
 * Divides the days of a plan into rows of `weeksPerRow` calendar weeks, which begin on Monday. If the plan does not
 * begin on a Monday, `null` stands for each earlier day of its first week. The last row may be shorter.
 */
export function inWeeks(days: readonly DayAnalysis[], weeksPerRow = 1): readonly (readonly Slot[])[] {
  const before = WEEKDAYS.indexOf(weekdayOf(days[0]?.date ?? ''));
  return inRows([...Array<null>(before).fill(null), ...days], weeksPerRow * DAYS_IN_WEEK);
}

/** Divides days into rows of `length` cells. The last row may be shorter. */
export function inRows(days: readonly Slot[], length: number): readonly (readonly Slot[])[] {
  const count = Math.ceil(days.length / length);
  return Array.from({ length: count }, (_, index) => days.slice(index * length, (index + 1) * length));
}

/**
 * Returns the months of the first and the last day of a row by their short names: `Nov`, or `Nov-Dec`. Cells that are
 * `null` are ignored.
 */
export function monthsOf(row: readonly Slot[]): string {
  const days = row.filter((slot) => slot !== null);
  const months = [days[0], days.at(-1)].map((day) => spokenDay(day?.date ?? '').slice(-3));
  return [...new Set(months)].join('-');
}

/**
 * Returns the short name of the weekday of a cell, such as `Mon`.
 *
 * @param index - the index of the cell in a row that begins on Monday; used only if `slot` is `null`, and so has no
 * date
 */
export function weekdayText(slot: Slot, index: number): string {
  const name = slot === null ? WEEKDAY_NAMES[index % DAYS_IN_WEEK] : spokenDay(slot.date);
  return name?.slice(0, 3) ?? '';
}

/** Returns the day of the month without a leading zero, such as `3`; an empty text for a cell before the period. */
export function dateText(slot: Slot): string {
  return slot === null ? '' : String(Number(slot.date.slice(-2)));
}

/**
 * A row of a table with one column for each day: its label, and a function that returns the text of the cell for a day.
 */
export interface DayRow {
  readonly label: 'on hold' | 'planned' | 'unplanned' | 'room' | 'reserve';
  readonly cell: (day: DayAnalysis) => string;
}

/**
 * Returns the rows of the table for `week`, one week of a period. Leaves out the row `on hold` if no day of the week is
 * on hold, `unplanned` if no day in `days` has unplanned posts, and `reserve` if no day in `days` has a reserve.
 *
 * @param days - all days of the period
 * @param show - returns a number as the table shows it
 */
export function rowsOf(
  week: readonly Slot[],
  days: readonly DayAnalysis[],
  daysOnHold: DaysOnHold,
  show: (count: number) => string,
): readonly DayRow[] {
  const isHeld = week.some((slot) => slot !== null && daysOnHold.has(slot.date));
  const hasUnplanned = days.some(({ unplanned }) => unplanned > 0);
  const hasReserve = days.some(({ reserve }) => reserve !== null && reserve > 0);
  const rows: readonly (DayRow | false)[] = [
    isHeld && { label: 'on hold', cell: ({ date }) => daysOnHold.get(date) ?? '·' },
    { label: 'planned', cell: ({ planned, verdict }) => show(planned) + ARROWS[verdict] },
    hasUnplanned && {
      label: 'unplanned',
      cell: ({ unplanned }) => (unplanned === 0 ? '·' : show(unplanned)),
    },
    { label: 'room', cell: ({ room }) => show(room) },
    hasReserve && { label: 'reserve', cell: ({ reserve }) => (reserve === null ? '' : show(reserve)) },
  ];
  return rows.filter((row) => row !== false);
}

/**
 * Returns the meanings of the arrows in the row `planned`, such as `↑ more posts than the day may have`; an empty text
 * if none of `days` has an arrow.
 */
export function arrowMeanings(days: readonly DayAnalysis[]): string {
  const verdicts = new Set(days.map(({ verdict }) => verdict));
  const meanings = [
    ...(verdicts.has('over') ? [`${ARROWS.over} more posts than the day may have`] : []),
    ...(verdicts.has('under') ? [`${ARROWS.under} fewer than it should have`] : []),
  ];
  return meanings.join(', ');
}
