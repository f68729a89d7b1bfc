import type ICAL from 'ical.js';

/**
 * A rule by which something, such as a change of clocks, happens once a year. Times are what a local clock shows, in
 * milliseconds since 1970.
 */
export interface YearlyRule {
  /** The time from which the rule holds. */
  readonly from: number;
  /** The last time at which the rule may hold. */
  readonly until: number;
  /** The month, 0 for January. */
  readonly month: number;
  /** Days of the month, -1 for the last day. The first of them that exists and falls on `weekday` counts. */
  readonly days: readonly number[];
  /** The weekday, 0 for Sunday; null if any weekday will do. */
  readonly weekday: number | null;
}

const DAY = 86_400_000;
const WEEK = [0, 1, 2, 3, 4, 5, 6];
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const PARTS = ['BYMONTH', 'BYDAY', 'BYMONTHDAY'];
/** The longest wait, in years: 29 February is a given weekday at least every 40 years. */
const LONGEST_WAIT = 40;

/**
 * Returns a rule of repetition as a `YearlyRule`; null if the rule does not name one day of every year.
 *
 * @param from - the time from which the rule holds
 * @param until - the last time at which the rule may hold
 */
export function yearlyRule(
  { freq, interval, count, parts }: ICAL.Recur,
  from: number,
  until: number,
): YearlyRule | null {
  const isPlain = freq === 'YEARLY' && interval === 1 && count === null;
  if (!isPlain || Object.keys(parts).some((part) => !PARTS.includes(part))) return null;
  const start = new Date(from);
  const { BYMONTH: months, BYDAY: weekdays, BYMONTHDAY: days } = parts as Parts;
  if ((months?.length ?? 1) !== 1 || (weekdays?.length ?? 1) !== 1) return null;
  const month = months === undefined ? start.getUTCMonth() : Number(months[0]) - 1;
  const rule = { from, until, month };
  if (weekdays === undefined) {
    if ((days?.length ?? 1) !== 1) return null;
    return { ...rule, days: [Number(days?.[0] ?? start.getUTCDate())], weekday: null };
  }
  const [, number, name = ''] = /^([+-]?[1-5])?([A-Z]{2})$/.exec(String(weekdays[0])) ?? [];
  const weekday = WEEKDAYS.indexOf(name);
  // A weekday without a number is every week, unless days of the month are named.
  if (weekday < 0 || (number === undefined) === (days === undefined)) return null;
  return { ...rule, days: days?.map(Number) ?? daysOfWeek(Number(number)), weekday };
}

type Parts = Readonly<Partial<Record<string, readonly (string | number)[]>>>;

/**
 * The days of the month that are the first, second and so on of their weekday; from the end if the number is negative.
 */
function daysOfWeek(number: number): readonly number[] {
  return WEEK.map((day) => (number > 0 ? 7 * (number - 1) + day + 1 : 7 * number + day));
}

/**
 * Returns the time in `year` that a rule names, in milliseconds since 1970 on the local clock; null if there is none.
 */
export function timeInYear({ from, until, month, days, weekday }: YearlyRule, year: number): number | null {
  const begin = beginOf(year, month);
  const length = (beginOf(year, month + 1) - begin) / DAY;
  const firstWeekday = new Date(begin).getUTCDay();
  const day = days
    .map((each) => (each < 0 ? length + each : each - 1))
    .find((each) => each < length && (weekday === null || (firstWeekday + each) % 7 === weekday));
  if (day === undefined) return null;
  const time = begin + day * DAY + (((from % DAY) + DAY) % DAY);
  return time >= from && time <= until ? time : null;
}

/**
 * Returns the last time before `year` that a rule names, in milliseconds since 1970 on the local clock; null if there
 * is none.
 */
export function lastBefore(rule: YearlyRule, year: number): number | null {
  const latest = Math.min(year - 1, new Date(rule.until).getUTCFullYear());
  for (let each = latest; each > latest - LONGEST_WAIT; each--) {
    const time = timeInYear(rule, each);
    if (time !== null) return time;
  }
  return null;
}

/** Returns the first time that a rule names, in milliseconds since 1970 on the local clock; null if there is none. */
export function firstOf(rule: YearlyRule): number | null {
  const year = new Date(rule.from).getUTCFullYear();
  for (let each = year; each < year + LONGEST_WAIT; each++) {
    const time = timeInYear(rule, each);
    if (time !== null) return time;
  }
  return null;
}

function beginOf(year: number, month: number): number {
  // `Date.UTC` takes the years 0 to 99 as 1900 to 1999.
  return new Date(0).setUTCFullYear(year, month, 1);
}
