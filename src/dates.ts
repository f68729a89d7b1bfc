import { tzOffset } from '@date-fns/tz/tzOffset';
import { UTCDateMini } from '@date-fns/utc/date/mini';
import {
  addDays as addDaysTo,
  differenceInCalendarDays,
  formatISO,
  getDaysInMonth,
  getISODay,
  getISOWeek,
  getISOWeeksInYear,
  getISOWeekYear,
  isValid,
  parseISO,
} from 'date-fns';

/** A calendar day such as `2026-11-23`, without a time or a zone. Days can be compared as strings. */
export type Day = string;

/** The last day with a four-digit year. A later day cannot be written as a `Day`. */
export const LAST_DAY: Day = '9999-12-31';

/** The short names of the weekdays, as plans write them, from Monday on. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
/** The short name of a weekday, such as `mon`. */
export type Weekday = (typeof WEEKDAYS)[number];

/** The full names of the weekdays in English, in the same order as `WEEKDAYS`. */
export const WEEKDAY_NAMES = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** The number of days in a week. */
export const DAYS_IN_WEEK = WEEKDAYS.length;
/** The number of minutes in a day without a clock change. */
export const MINUTES_A_DAY = 24 * 60;

const MONTH_NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAY = /^\d{4}-\d\d-\d\d$/;
const WEEK = /^(\d{4})-W(\d\d)$/;

/**
 * Makes every computation use UTC, so that no clock change moves a day. It uses `UTCDateMini`, because loading
 * `UTCDate` takes as long as reading a plan.
 */
const IN_UTC = { in: (value: Date | number | string) => new UTCDateMini(+new Date(value)) };

function dateOf(day: Day): Date {
  return parseISO(day, IN_UTC);
}

function dayOf(date: Date): Day {
  return date.toISOString().slice(0, LAST_DAY.length);
}

/** Whether a string has the form `2026-11-23` and the date exists: false for `2026-02-30`. */
export function isDay(text: string): boolean {
  return DAY.test(text) && isValid(dateOf(text));
}

/** Whether a string has the form `2026-11-23`. True even if the date does not exist, as in `2026-02-30`. */
export function looksLikeDay(text: string): boolean {
  return DAY.test(text);
}

/** The number of days (28 to 31) in the month of a date, even of `2026-02-30`; `null` if there is no such month. */
export function daysInMonthOf(text: string): number | null {
  const first = `${text.slice(0, 8)}01`;
  return isDay(first) ? getDaysInMonth(dateOf(first)) : null;
}

/** The day that is `amount` days after `day`; a negative amount goes back. The result must not be after `LAST_DAY`. */
export function addDays(day: Day, amount: number): Day {
  return dayOf(addDaysTo(dateOf(day), amount));
}

/** The number of days from `from` to `to`, both included; 0 or negative if `to` is before `from`. */
export function dayCount(from: Day, to: Day): number {
  return differenceInCalendarDays(dateOf(to), dateOf(from)) + 1;
}

/** The days from `from` to `to` in order, both included; empty if `to` is before `from`. */
export function daysBetween(from: Day, to: Day): readonly Day[] {
  const first = dateOf(from);
  const count = Math.max(0, dayCount(from, to));
  return Array.from({ length: count }, (_, index) => dayOf(addDaysTo(first, index)));
}

/** The weekday of a day: `mon` for `2026-11-23`. */
export function weekdayOf(day: Day): Weekday {
  return WEEKDAYS[getISODay(dateOf(day)) - 1] ?? 'mon';
}

/** The ISO week that a day belongs to: `2026-W48` for `2026-11-23`. */
export function weekOf(day: Day): string {
  const date = dateOf(day);
  return `${String(getISOWeekYear(date)).padStart(4, '0')}-W${String(getISOWeek(date)).padStart(2, '0')}`;
}

/** The number of weeks in an ISO year: 52 or 53. */
export function weeksInYear(year: number): number {
  return getISOWeeksInYear(dateOf(`${String(year).padStart(4, '0')}-06-01`));
}

/** The year and the week number (0 to 99) in a string such as `2026-W48`; `null` if the string has another form. */
export function weekParts(text: string): { readonly year: number; readonly week: number } | null {
  const [, year, week] = WEEK.exec(text) ?? [];
  return year === undefined || week === undefined ? null : { year: Number(year), week: Number(week) };
}

/** The Monday of an ISO week such as `2026-W48`. The week must exist. */
export function mondayOf(week: string): Day {
  return dayOf(parseISO(`${week}-1`, IN_UTC));
}

/** Returns a day as messages show it, without the year: `Mon 23 Nov`. */
export function spokenDay(day: Day): string {
  const weekday = WEEKDAY_NAMES[WEEKDAYS.indexOf(weekdayOf(day))] ?? '';
  return `${weekday.slice(0, 3)} ${Number(day.slice(8))} ${MONTH_NAMES[Number(day.slice(5, 7)) - 1]}`;
}

/** Whether a string is the name of a time zone in the IANA database. An offset such as `+02:00` is not a name. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][!-~]*$/.test(name)) return false;
  const zone = name.toLowerCase();
  try {
    // A look-up takes as long as reading a plan.
    if (!knownZones.has(zone)) new Intl.DateTimeFormat('en', { timeZone: zone });
    knownZones.add(zone);
    return true;
  } catch {
    return false;
  }
}

/** Names found to be zones, in lower case because their case does not matter. Wrong names are not stored. */
const knownZones = new Set<string>();

/** By how many milliseconds the clocks of a zone are ahead of UTC at an instant. */
function offsetAt(zone: string, instant: number): number {
  // The library keeps something large for each name of a zone, so it gets every zone by one name alone.
  return tzOffset(zone.toLowerCase(), new Date(instant)) * MINUTE;
}

/** Zones that the runtime still lists under names that the IANA database has replaced. */
const RENAMED_ZONES: Readonly<Record<string, string>> = {
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Europe/Kiev': 'Europe/Kyiv',
};

/** All time zones that the runtime knows, several hundred. Maps each IANA name, old or current, to the current name. */
export function timeZones(): ReadonlyMap<string, string> {
  const zones = Intl.supportedValuesOf('timeZone').map(
    (zone) => [zone, RENAMED_ZONES[zone] ?? zone] as const,
  );
  return new Map([...zones.map(([, name]) => [name, name] as const), ...zones]);
}

/** The current IANA name of this computer's time zone. */
export function localTimeZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return RENAMED_ZONES[timeZone] ?? timeZone;
}

const LONGEST_WEEKDAY = 'wednesday'.length;

/** The weekday that a name such as `mon` or `Monday` stands for, ignoring letter case; `null` if there is none. */
export function weekdayNamed(name: string): Weekday | null {
  const lower = name.slice(0, LONGEST_WEEKDAY + 1).toLowerCase();
  return (
    WEEKDAYS.find((weekday, index) => weekday === lower || WEEKDAY_NAMES[index]?.toLowerCase() === lower) ??
    null
  );
}

/**
 * Returns the date in a time zone at the instant `now`.
 *
 * @param now - milliseconds since 1970
 * @param zone - an IANA name; `null` for the zone of this computer
 */
export function todayIn(zone: string | null, now: number): Day {
  if (zone === null) return formatISO(now, { representation: 'date' });
  return wallClockIn(zone, now).date;
}

/** Matches a 24-hour time such as `09:30` or `9:30`. */
export const TIME = /^([01]?\d|2[0-3]):[0-5]\d$/;

/** Returns a 24-hour time as `HH:MM`: `09:30` for `9:30`. `null` if the string is not a time of day. */
export function timeOf(text: string): string | null {
  return TIME.test(text) ? text.padStart(5, '0') : null;
}

/** Matches quotation marks and white space, which a word processor may put into a time. */
const TYPOGRAPHY = /[\u201c\u201d\u201e\u00ab\u00bb"'\s]/g;

/** The time, as `HH:MM`, that a text such as `14.30`, `9:00 AM`, `1830` or `9` stands for; `null` if there is none. */
export function timeMeant(text: string): string | null {
  const bare = text.slice(0, LONGEST_TIME).replace(TYPOGRAPHY, '').replace('：', ':');
  const [, hour = '', minute = '00', half] =
    /^(\d{1,2})(?:[:.h]?(\d\d))?([ap])\.?m\.?$/i.exec(bare) ??
    /^(\d{1,2})(?:[:.h]?(\d\d)(?::\d\d)?)?$/.exec(bare) ??
    [];
  if (half === undefined) return timeOf(`${hour}:${minute}`);
  if (Number(hour) < 1 || Number(hour) > 12) return null;
  return timeOf(`${(Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)}:${minute}`);
}

const LONGEST_TIME = 20;

/** The number of minutes from midnight to a time of day in the form `09:30`. */
export function minuteOfDay(time: string): number {
  return 60 * Number(time.slice(0, 2)) + Number(time.slice(3));
}

/** The time of day that is `minute` minutes (0 to 1439) after midnight: `09:30` for 570. */
export function timeAt(minute: number): string {
  return `${inTwoDigits(Math.floor(minute / 60))}:${inTwoDigits(minute % 60)}`;
}

function inTwoDigits(number: number): string {
  return number < 10 ? `0${number}` : `${number}`;
}

/** The local times that the clocks of a zone skip when they go forward, or show twice when they go back. */
export interface ClockChange {
  readonly kind: 'skipped' | 'twice';
  /** The first time that is skipped or shown twice, such as `2026-03-29 03:00`. Can be compared as a string. */
  readonly from: string;
  /** The first time that is no longer skipped or shown twice, in the form of `from`. */
  readonly until: string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * Returns the clock change of a zone (an IANA name) on `day`, or shortly before or after that day; `null` if there is
 * none. The change affects the times from its `from` up to its `until`. (The function `tzScan` of `@date-fns/tz` looks
 * only at whole hours, and misses half-hour changes such as those of Lord Howe Island.)
 */
export function clockChangeOn(zone: string, day: Day): ClockChange | null {
  const midnight = +dateOf(day);
  // Clocks are at most 14 hours ahead of UTC and 12 behind it, so the whole local day lies between these two instants.
  let before = midnight - 14 * HOUR;
  let after = midnight + 36 * HOUR;
  const [offsetBefore, offsetAfter] = [offsetAt(zone, before), offsetAt(zone, after)];
  if (offsetBefore === offsetAfter) return null;
  while (after - before > MINUTE) {
    const middle = before + Math.floor((after - before) / 2 / MINUTE) * MINUTE;
    if (offsetAt(zone, middle) === offsetBefore) before = middle;
    else after = middle;
  }
  const [first, last] = [offsetBefore, offsetAfter].sort((a, b) => a - b);
  return {
    kind: offsetAfter > offsetBefore ? 'skipped' : 'twice',
    from: wallClock(after + (first ?? 0)),
    until: wallClock(after + (last ?? 0)),
  };
}

/**
 * Returns the date and the time (`HH:MM`) that the clocks of a zone show at a given instant.
 *
 * @param zone - an IANA name
 * @param instant - milliseconds since 1970; outside the years 0 to 9999 the date is not a valid `Day`
 */
export function wallClockIn(zone: string, instant: number): { readonly date: Day; readonly time: string } {
  const [date = '', time = ''] = wallClock(instant + offsetAt(zone, instant)).split(' ');
  return { date, time };
}

/**
 * Returns the instant at which the clocks of a zone show `time` on `day`. If they show that time twice, returns the
 * first of the two instants; if they skip it, an instant before the change.
 *
 * @param zone - an IANA name
 * @returns milliseconds since 1970
 */
export function instantAt(zone: string, day: Day, time: string): number {
  const local = Date.parse(`${day}T${time}Z`);
  // One day earlier and one day later, the zone has its offsets from before and after a change, if there is one.
  const [before, after] = [offsetAt(zone, local - 24 * HOUR), offsetAt(zone, local + 24 * HOUR)];
  return offsetAt(zone, local - before) === before ? local - before : local - after;
}

function wallClock(local: number): string {
  return new Date(local).toISOString().slice(0, 16).replace('T', ' ');
}
