import ICAL from 'ical.js';
import { addDays } from '../../dates.ts';

/**
 * The longest interval for each frequency: with a longer one, the second time would be more than a year after the
 * first.
 */
const LONGEST_INTERVAL: Readonly<Record<string, number>> = { DAILY: 366, WEEKLY: 52, MONTHLY: 12, YEARLY: 1 };
const MOST_DAYS = 366;
const MOST_TIMES = 1_000;

/** The times of an entry that repeats, in the notation of jCal, such as `2026-11-23T09:00:00`. */
interface Repeats {
  /** At most 1,000 times, all within 366 days of the start of the entry. Some may be after `until`. */
  readonly times: readonly string[];
  /**
   * When the repetition ends; null if it does not. The caller must leave out later times, because only the caller knows
   * the zone.
   */
  readonly until: string | null;
}

/**
 * Returns the times of an entry according to its rule of repetition; null if the entry has no rule, or one that is
 * invalid or of a kind that cmplan does not read.
 *
 * @param first - the property that says when the entry is for the first time
 */
export function repeatsOf(entry: ICAL.Component, first: ICAL.Property): Repeats | null {
  try {
    const start = first.getFirstValue();
    const rule = entry.getFirstPropertyValue('rrule');
    if (!(start instanceof ICAL.Time && rule instanceof ICAL.Recur) || !isFulfilled(rule)) return null;
    const until = rule.until?.toString() ?? null;
    rule.until = null;
    return { times: timesOf(rule, start, until), until };
  } catch {
    // A rule that the library does not understand is invalid.
    return null;
  }
}

/** The times of a rule from `start` on. Some may be up to a day after `until`: only the caller knows the zone. */
function timesOf(rule: ICAL.Recur, start: ICAL.Time, until: string | null): readonly string[] {
  const first = start.toString();
  if (rule.interval > (LONGEST_INTERVAL[rule.freq] ?? 0)) return [first];
  const furthest = addDays(first.slice(0, 10), MOST_DAYS);
  const last = until === null ? furthest : addDays(until.slice(0, 10), 1);
  const end = last < furthest ? last : furthest;
  const iterator = rule.iterator(start);
  const times: string[] = [];
  while (times.length < MOST_TIMES) {
    const time = iterator.next()?.toString();
    if (time === undefined || time.slice(0, 10) > end) break;
    times.push(time);
  }
  return times;
}

const WEEKDAY = /^[A-Z]{2}$/;
const WEEKDAY_OF_MONTH = /^(?:[+-]?[1-4])?[A-Z]{2}$/;
/** The last day that every month has. A rule that names a later one is not read. */
const LAST_DAY_OF_EVERY_MONTH = 28;

/**
 * Whether a rule is of a common kind, for which there is certainly another time within about a year. For an impossible
 * rule, such as every 30 February, the library would search forever.
 */
function isFulfilled({ freq, interval, parts }: ICAL.Recur): boolean {
  const [part, ...others] = Object.keys(parts);
  if (!(freq in LONGEST_INTERVAL) || others.length > 0) return false;
  if (part === undefined) return true;
  const values = (parts as Readonly<Record<string, readonly (string | number)[]>>)[part] ?? [];
  if (part === 'BYMONTHDAY') {
    return (
      freq === 'MONTHLY' && values.every((day) => Number(day) > 0 && Number(day) <= LAST_DAY_OF_EVERY_MONTH)
    );
  }
  if (part !== 'BYDAY') return false;
  if (freq === 'MONTHLY') return values.every((day) => WEEKDAY_OF_MONTH.test(String(day)));
  return (
    (freq === 'WEEKLY' || (freq === 'DAILY' && interval === 1)) &&
    values.every((day) => WEEKDAY.test(String(day)))
  );
}
