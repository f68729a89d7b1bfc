import { timeOf } from '../dates.ts';
import { notADay } from './period.ts';

/** Several days written as one text: a list such as `thu, fri`, or a span such as `thu-fri`. */
export type DaysMeant = { readonly list: readonly string[] } | { readonly from: string; readonly to: string };

/** The most characters in which several days are looked for: enough to list the dates of two weeks. */
const LONGEST_DAYS = 200;
const LONGEST_MOMENT = 40;

/**
 * Splits a text that names several days: `thu, fri` into a list, and `thu-fri`, `thu 12:00 to fri` or
 * `2026-11-26..2026-11-27` into a span. Only the ends of a span may have a time. Returns `null` for a single day, for a
 * text of more than 200 characters, and if any part is not a day.
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

/** A day and a time as written. Neither has been checked. */
interface WrittenMoment {
  readonly day: string;
  /** Null if there is no time. */
  readonly time: string | null;
}

/**
 * Splits a text such as `thu 12:00` or `2026-11-26T12:00` into a day and a time, without checking either. If the text
 * does not end with a time, or has more than 40 characters, the day is the whole text, and the time is `null`.
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
