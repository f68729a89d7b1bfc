import { timeOf } from '../dates.ts';
import { notADay } from './period.ts';

/** Several days, or a span of days, that somebody wrote as one value. */
export type DaysMeant = { readonly list: readonly string[] } | { readonly from: string; readonly to: string };

/** The most characters of a text with several days: enough for a date for each day of a fortnight. */
const LONGEST_DAYS = 200;
const LONGEST_MOMENT = 40;

/**
 * Splits a string that names several days. Returns a list for "thu, fri", and a span for "thu-fri", "thu 12:00 to fri"
 * or "2026-11-26..2026-11-27". Only the ends of a span may have a time. Returns null for a single day, for a string of
 * more than 200 characters, and if any part is not a day.
 */
export function daysMeant(text: string): DaysMeant | null {
  if (text.length > LONGEST_DAYS) return null;
  const list = text.split(/[,;&+]| and /i).map((part) => part.trim());
  if (list.length > 1 && list.every((part) => notADay(part) === null)) return { list };
  for (const { 0: between, index } of text.matchAll(/\.{2,3}|[-\u2013\u2014/]| (?:to|until|till) /gi)) {
    const from = text.slice(0, index).trim();
    const to = text.slice(index + between.length).trim();
    if (isMoment(from) && isMoment(to)) return { from, to };
  }
  return null;
}

/** A day and a time in their written form. Neither has been checked. */
interface WrittenMoment {
  readonly day: string;
  /** Null if no time is written. */
  readonly time: string | null;
}

/**
 * Splits a string such as `thu 12:00` or `2026-11-26T12:00` into day and time, and checks neither. The time is null if
 * the string does not end with one.
 */
export function splitMoment(text: string): WrittenMoment {
  const [, day, time] =
    text.length > LONGEST_MOMENT
      ? []
      : (/^(.*?\S)(?:T|\s+)(\d[\d:.]*(?:\s?[ap]m)?)$/i.exec(text.trim()) ?? []);
  return day === undefined || time === undefined ? { day: text.trim(), time: null } : { day, time };
}

function isMoment(text: string): boolean {
  const { day, time } = splitMoment(text);
  return notADay(day) === null && (time === null || timeOf(time) !== null);
}
