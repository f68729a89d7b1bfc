import ICAL from 'ical.js';
import { addDays } from '../../dates.ts';

/**
 * The longest intervals between repetitions. With a longer interval, there is no second time within a year of the
 * first.
 */
const LONGEST_INTERVAL: Readonly<Record<string, number>> = { DAILY: 366, WEEKLY: 52, MONTHLY: 12, YEARLY: 1 };
const MOST_DAYS = 366;
const MOST_TIMES = 1_000;

/** The times at which an entry repeats, in the notation of jCal. */
export interface Repeats {
  /** At most 1,000 times, all within 366 days of the start of the entry. Some may be after `until`. */
  readonly times: readonly string[];
  /**
   * The end of the repetition; null if there is none. The caller has to apply it, because only the caller knows the
   * zone.
   */
  readonly until: string | null;
}

/** The times of an entry that repeats. Null if its rule is invalid, or of a kind that cmplan does not read. */
export function repeatsOf(entry: ICAL.Component): Repeats | null {
  try {
    const start = entry.getFirstPropertyValue('dtstart');
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

/** The times of a rule from a first one on. Some that are after its end are left to whoever knows the zone. */
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
/** If a rule begins after this day of a month, the library gives every month the same days as the first month. */
const LAST_DAY_OF_EVERY_MONTH = 28;

/**
 * Whether a rule is of a common kind that certainly has a next time within about a year. For an impossible rule, such
 * as every 30 February, the library would search forever.
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
