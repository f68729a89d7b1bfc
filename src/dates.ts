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

/** A day of the calendar, without a time or a zone, as ISO 8601 writes it: `2026-11-23`. Sorts as text. */
export type Day = string;

/** The last day that can be written so; what is computed beyond it is no day. */
export const LAST_DAY: Day = '9999-12-31';

/** The days of the week as a plan names them, in ISO order: Monday comes first. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** The long names of the days of the week, in the order of `WEEKDAYS`. */
export const WEEKDAY_NAMES = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** How many days a week has. */
export const DAYS_IN_WEEK = WEEKDAYS.length;
/** By the clock on the wall, where no clock changes. */
export const MINUTES_A_DAY = 24 * 60;

const MONTH_NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAY = /^\d{4}-\d\d-\d\d$/;
const WEEK = /^(\d{4})-W(\d\d)$/;

/**
 * Every computation is in UTC, so that no zone's clock change can move a day. The whole UTCDate would build formatters
 * when it is loaded, which takes as long as reading a plan.
 */
const IN_UTC = { in: (value: Date | number | string) => new UTCDateMini(+new Date(value)) };

function dateOf(day: Day): Date {
  return parseISO(day, IN_UTC);
}

function dayOf(date: Date): Day {
  return date.toISOString().slice(0, LAST_DAY.length);
}

/** Whether the text is a day that the calendar has, in the form `2026-11-23`. */
export function isDay(text: string): boolean {
  return DAY.test(text) && isValid(dateOf(text));
}

/** Whether the text has the form of a day, be it one that the calendar has or not. */
export function looksLikeDay(text: string): boolean {
  return DAY.test(text);
}

/** How many days the month of `2026-02-30` has (28 to 31), or null where there is no such month. */
export function daysInMonthOf(text: string): number | null {
  const first = `${text.slice(0, 8)}01`;
  return isDay(first) ? getDaysInMonth(dateOf(first)) : null;
}

/** The day that many days later (earlier where negative); none beyond `LAST_DAY`, which is for the caller to see to. */
export function addDays(day: Day, amount: number): Day {
  return dayOf(addDaysTo(dateOf(day), amount));
}

/** How many days a period has, both ends included; 0 or less where it ends before it begins. */
export function dayCount(from: Day, to: Day): number {
  return differenceInCalendarDays(dateOf(to), dateOf(from)) + 1;
}

/** The days of a period in order, both ends included. */
export function daysBetween(from: Day, to: Day): readonly Day[] {
  const first = dateOf(from);
  const count = Math.max(0, dayCount(from, to));
  return Array.from({ length: count }, (_, index) => dayOf(addDaysTo(first, index)));
}

/** The day of the week. */
export function weekdayOf(day: Day): Weekday {
  return WEEKDAYS[getISODay(dateOf(day)) - 1] ?? 'mon';
}

/** The ISO week that the day is in: `2026-W48`. */
export function weekOf(day: Day): string {
  const date = dateOf(day);
  return `${String(getISOWeekYear(date)).padStart(4, '0')}-W${String(getISOWeek(date)).padStart(2, '0')}`;
}

/** How many weeks an ISO year has: 52 or 53. */
export function weeksInYear(year: number): number {
  return getISOWeeksInYear(dateOf(`${String(year).padStart(4, '0')}-06-01`));
}

/** The parts of a week as written, `2026-W48`, or null where the text has another form. Its number may be too high. */
export function weekParts(text: string): { readonly year: number; readonly week: number } | null {
  const [, year, week] = WEEK.exec(text) ?? [];
  return year === undefined || week === undefined ? null : { year: Number(year), week: Number(week) };
}

/** The Monday of an ISO week that exists. */
export function mondayOf(week: string): Day {
  return dayOf(parseISO(`${week}-1`, IN_UTC));
}

/** A day as people say it: `Mon 23 Nov`. */
export function spokenDay(day: Day): string {
  const weekday = WEEKDAY_NAMES[WEEKDAYS.indexOf(weekdayOf(day))] ?? '';
  return `${weekday.slice(0, 3)} ${Number(day.slice(8))} ${MONTH_NAMES[Number(day.slice(5, 7)) - 1]}`;
}

/** Whether the text is the name of a time zone in the IANA database (an offset such as +02:00 is none). */
export function isTimeZone(name: string): boolean {
  if (knownZones.has(name)) return true;
  const isZone = isKnownToIntl(name);
  if (isZone) knownZones.add(name);
  return isZone;
}

/** Zones that were asked for: making a formatter takes as long as reading a plan. What is no zone is not kept. */
const knownZones = new Set<string>();

function isKnownToIntl(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Zones that the runtime still lists by the name that the IANA database gave up. */
const RENAMED_ZONES: Readonly<Record<string, string>> = {
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Europe/Kiev': 'Europe/Kyiv',
};

/** The names of the time zones, some hundred, each with the one that it goes by now. */
export function timeZones(): ReadonlyMap<string, string> {
  const zones = Intl.supportedValuesOf('timeZone').map(
    (zone) => [zone, RENAMED_ZONES[zone] ?? zone] as const,
  );
  return new Map([...zones.map(([, name]) => [name, name] as const), ...zones]);
}

/** The zone that this computer is in, by the name that it goes by now. */
export function localTimeZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return RENAMED_ZONES[timeZone] ?? timeZone;
}

const LONGEST_WEEKDAY = 'wednesday'.length;

/** The day of the week that a name such as `mon` or `Monday` (any letter case) stands for, or null. */
export function weekdayNamed(name: string): Weekday | null {
  const lower = name.slice(0, LONGEST_WEEKDAY + 1).toLowerCase();
  return (
    WEEKDAYS.find((weekday, index) => weekday === lower || WEEKDAY_NAMES[index]?.toLowerCase() === lower) ??
    null
  );
}

/**
 * The day that it is.
 *
 * @param now - milliseconds since 1970
 * @param zone - an IANA name; null for where this computer is
 */
export function todayIn(zone: string | null, now: number): Day {
  if (zone === null) return formatISO(now, { representation: 'date' });
  return dayOf(new UTCDateMini(now + tzOffset(zone, new Date(now)) * MINUTE));
}

/** What a 24-hour time looks like. */
export const TIME = /^([01]?\d|2[0-3]):[0-5]\d$/;

/** A 24-hour time as `HH:MM` (a one-digit hour is accepted and padded), or null where the text is no time of day. */
export function timeOf(text: string): string | null {
  return TIME.test(text) ? text.padStart(5, '0') : null;
}

/** What a word processor puts around a time, or instead of its colon. */
const TYPOGRAPHY = /[\u201c\u201d\u201e\u00ab\u00bb"'\s]/g;

/** The time that is written in another way, where that way leaves no doubt: `14.30`, `9:00 AM`, `1830`, `9`; else null. */
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

/** Minutes from midnight to a time such as `09:30`, by the clock on the wall. */
export function minuteOfDay(time: string): number {
  return 60 * Number(time.slice(0, 2)) + Number(time.slice(3));
}

/** The time of day that many minutes after midnight (0 to 1439): `09:30`. */
export function timeAt(minute: number): string {
  return `${inTwoDigits(Math.floor(minute / 60))}:${inTwoDigits(minute % 60)}`;
}

function inTwoDigits(number: number): string {
  return number < 10 ? `0${number}` : `${number}`;
}

/** A stretch of the wall clock that a zone skips, going forward, or shows twice, going back. */
export interface ClockChange {
  readonly kind: 'skipped' | 'twice';
  /** The first minute that is skipped or shown twice, `2026-03-29 03:00`. Sorts as text. */
  readonly from: string;
  /** The first minute after it that is shown once. */
  readonly until: string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * The change of a zone's clocks that touches a day, or null where there is none. (The library's own `tzScan` looks at whole hours,
 * which half-hour changes such as Lord Howe's do not keep to.)
 *
 * @param zone - an IANA name
 */
export function clockChangeOn(zone: string, day: Day): ClockChange | null {
  const offsetAt = (instant: number) => tzOffset(zone, new Date(instant)) * MINUTE;
  const midnight = +dateOf(day);
  // Clocks are at most 14 hours ahead of UTC and 12 behind it, so that the whole local day lies between these two.
  let before = midnight - 14 * HOUR;
  let after = midnight + 36 * HOUR;
  const [offsetBefore, offsetAfter] = [offsetAt(before), offsetAt(after)];
  if (offsetBefore === offsetAfter) return null;
  while (after - before > MINUTE) {
    const middle = before + Math.floor((after - before) / 2 / MINUTE) * MINUTE;
    if (offsetAt(middle) === offsetBefore) before = middle;
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
 * What the clocks of a zone show.
 *
 * @param zone - an IANA name
 * @param instant - milliseconds since 1970; beyond the years 0 to 9999 the date is none
 */
export function wallClockIn(zone: string, instant: number): { readonly date: Day; readonly time: string } {
  const [date = '', time = ''] = wallClock(instant + tzOffset(zone, new Date(instant)) * MINUTE).split(' ');
  return { date, time };
}

/**
 * When the clocks of a zone show a time; the first time where they show it twice.
 *
 * @param zone - an IANA name
 * @returns milliseconds since 1970
 */
export function instantAt(zone: string, day: Day, time: string): number {
  const local = Date.parse(`${day}T${time}Z`);
  const offsetAt = (instant: number) => tzOffset(zone, new Date(instant)) * MINUTE;
  // The day before and the day after have the offsets before and after a change, if there is one.
  const [before, after] = [offsetAt(local - 24 * HOUR), offsetAt(local + 24 * HOUR)];
  return offsetAt(local - before) === before ? local - before : local - after;
}

function wallClock(local: number): string {
  return new Date(local).toISOString().slice(0, 16).replace('T', ' ');
}
