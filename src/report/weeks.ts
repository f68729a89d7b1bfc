import type { DayAnalysis, Verdict } from '../analysis/verdict.ts';
import { spokenDay, WEEKDAY_NAMES, WEEKDAYS, weekdayOf } from '../dates.ts';

/** A day of a row, or null for one before the period begins. */
export type Slot = DayAnalysis | null;

/** The most days of a row that is one week. */
export const DAYS_IN_WEEK = 7;

/** What stands behind the posts of a day. */
export const ARROWS: Readonly<Record<Verdict, string>> = { over: '↑', under: '↓', on_track: '' };

/** The days in rows of whole weeks from Monday to Sunday. */
export function inWeeks(days: readonly DayAnalysis[], weeksPerRow = 1): readonly (readonly Slot[])[] {
  const before = WEEKDAYS.indexOf(weekdayOf(days[0]?.date ?? ''));
  return inRows([...Array<null>(before).fill(null), ...days], weeksPerRow * DAYS_IN_WEEK);
}

/** The days in rows of that length. */
export function inRows(days: readonly Slot[], length: number): readonly (readonly Slot[])[] {
  const count = Math.ceil(days.length / length);
  return Array.from({ length: count }, (_, index) => days.slice(index * length, (index + 1) * length));
}

/** `Nov`, or `Nov-Dec` where the row goes over the end of a month. */
export function monthsOf(row: readonly Slot[]): string {
  const days = row.filter((slot) => slot !== null);
  const months = [days[0], days.at(-1)].map((day) => spokenDay(day?.date ?? '').slice(-3));
  return [...new Set(months)].join('-');
}

/** `Mon`; for one before the period what the weeks begin with. */
export function weekdayText(slot: Slot, index: number): string {
  const name = slot === null ? WEEKDAY_NAMES[index % DAYS_IN_WEEK] : spokenDay(slot.date);
  return name?.slice(0, 3) ?? '';
}

/** The number of a day in its month. */
export function dateText(slot: Slot): string {
  return slot === null ? '' : String(Number(slot.date.slice(-2)));
}

/** What the arrows mean, where the days have any. */
export function arrowMeanings(days: readonly DayAnalysis[]): string {
  const verdicts = new Set(days.map(({ verdict }) => verdict));
  const meanings = [
    ...(verdicts.has('over') ? [`${ARROWS.over} more posts than the day may have`] : []),
    ...(verdicts.has('under') ? [`${ARROWS.under} fewer than it should have`] : []),
  ];
  return meanings.join(', ');
}
