import type { DayAnalysis, Verdict } from '../analysis/verdict.ts';
import { spokenDay, WEEKDAY_NAMES, WEEKDAYS, weekdayOf } from '../dates.ts';

/** A cell in a row of days: a day, or null for a cell before the period begins. */
export type Slot = DayAnalysis | null;

/** The number of cells in a row that shows one week. */
export const DAYS_IN_WEEK = 7;

/** The arrow to put after the number of posts of a day, for each verdict on the day; empty if it is on track. */
export const ARROWS: Readonly<Record<Verdict, string>> = { over: '↑', under: '↓', on_track: '' };

/** Divides days into rows of one or more whole weeks, each from Monday to Sunday. The last row may be shorter. */
export function inWeeks(days: readonly DayAnalysis[], weeksPerRow = 1): readonly (readonly Slot[])[] {
  const before = WEEKDAYS.indexOf(weekdayOf(days[0]?.date ?? ''));
  return inRows([...Array<null>(before).fill(null), ...days], weeksPerRow * DAYS_IN_WEEK);
}

/** Divides days into rows of this length. The last row may be shorter. */
export function inRows(days: readonly Slot[], length: number): readonly (readonly Slot[])[] {
  const count = Math.ceil(days.length / length);
  return Array.from({ length: count }, (_, index) => days.slice(index * length, (index + 1) * length));
}

/** Returns the month of a row in words: `Nov`, or `Nov-Dec` if the row extends into another month. */
export function monthsOf(row: readonly Slot[]): string {
  const days = row.filter((slot) => slot !== null);
  const months = [days[0], days.at(-1)].map((day) => spokenDay(day?.date ?? '').slice(-3));
  return [...new Set(months)].join('-');
}

/**
 * Returns the short name of the weekday of a cell, such as `Mon`. A cell before the period gets the weekday that
 * belongs to its index in the row.
 */
export function weekdayText(slot: Slot, index: number): string {
  const name = slot === null ? WEEKDAY_NAMES[index % DAYS_IN_WEEK] : spokenDay(slot.date);
  return name?.slice(0, 3) ?? '';
}

/** Returns the day of the month as a string; empty for a cell before the period. */
export function dateText(slot: Slot): string {
  return slot === null ? '' : String(Number(slot.date.slice(-2)));
}

/** Returns an explanation of the arrows that these days have; empty if they have none. */
export function arrowMeanings(days: readonly DayAnalysis[]): string {
  const verdicts = new Set(days.map(({ verdict }) => verdict));
  const meanings = [
    ...(verdicts.has('over') ? [`${ARROWS.over} more posts than the day may have`] : []),
    ...(verdicts.has('under') ? [`${ARROWS.under} fewer than it should have`] : []),
  ];
  return meanings.join(', ');
}
