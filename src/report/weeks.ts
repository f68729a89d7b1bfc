import type { DayAnalysis, Verdict } from '../analysis/verdict.ts';
import { spokenDay, WEEKDAY_NAMES, WEEKDAYS, weekdayOf } from '../dates.ts';

/** A cell of a row: a day, or null for a day before the period begins. */
export type Slot = DayAnalysis | null;

/** The number of days in a row that shows one week. */
export const DAYS_IN_WEEK = 7;

/** The arrow after the number of posts of a day. */
export const ARROWS: Readonly<Record<Verdict, string>> = { over: '↑', under: '↓', on_track: '' };

/** The days in rows of whole weeks, from Monday to Sunday. */
export function inWeeks(days: readonly DayAnalysis[], weeksPerRow = 1): readonly (readonly Slot[])[] {
  const before = WEEKDAYS.indexOf(weekdayOf(days[0]?.date ?? ''));
  return inRows([...Array<null>(before).fill(null), ...days], weeksPerRow * DAYS_IN_WEEK);
}

/** The days in rows of this length; the last row may be shorter. */
export function inRows(days: readonly Slot[], length: number): readonly (readonly Slot[])[] {
  const count = Math.ceil(days.length / length);
  return Array.from({ length: count }, (_, index) => days.slice(index * length, (index + 1) * length));
}

/** The month of a row: `Nov`, or `Nov-Dec` when the row extends into the next month. */
export function monthsOf(row: readonly Slot[]): string {
  const days = row.filter((slot) => slot !== null);
  const months = [days[0], days.at(-1)].map((day) => spokenDay(day?.date ?? '').slice(-3));
  return [...new Set(months)].join('-');
}

/**
 * The short name of a weekday, such as `Mon`. For a day before the period, the weekday is that of its index in the row.
 */
export function weekdayText(slot: Slot, index: number): string {
  const name = slot === null ? WEEKDAY_NAMES[index % DAYS_IN_WEEK] : spokenDay(slot.date);
  return name?.slice(0, 3) ?? '';
}

/** The number of a day in its month; empty for a day before the period. */
export function dateText(slot: Slot): string {
  return slot === null ? '' : String(Number(slot.date.slice(-2)));
}

/** The meanings of the arrows at these days; empty when there are none. */
export function arrowMeanings(days: readonly DayAnalysis[]): string {
  const verdicts = new Set(days.map(({ verdict }) => verdict));
  const meanings = [
    ...(verdicts.has('over') ? [`${ARROWS.over} more posts than the day may have`] : []),
    ...(verdicts.has('under') ? [`${ARROWS.under} fewer than it should have`] : []),
  ];
  return meanings.join(', ');
}
