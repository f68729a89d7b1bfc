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
  return formatISO(date, { representation: 'date' });
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

/** The day that many days later (earlier where negative). */
export function addDays(day: Day, amount: number): Day {
  return dayOf(addDaysTo(dateOf(day), amount));
}

/** How many days a period has, both ends included; 0 or less where it ends before it begins. */
export function dayCount(from: Day, to: Day): number {
  return differenceInCalendarDays(dateOf(to), dateOf(from)) + 1;
}

/** The days of a period in order, both ends included. */
export function daysBetween(from: Day, to: Day): readonly Day[] {
  return Array.from({ length: Math.max(0, dayCount(from, to)) }, (_, index) => addDays(from, index));
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
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
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

/** A 24-hour time as `HH:MM` (a one-digit hour is accepted and padded), or null where the text is no time of day. */
export function timeOf(text: string): string | null {
  return /^([01]?\d|2[0-3]):[0-5]\d$/.test(text) ? text.padStart(5, '0') : null;
}
