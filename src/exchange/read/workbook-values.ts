import { addDays, MINUTES_A_DAY, WEEKDAY_NAMES, WEEKDAYS, weekdayOf } from '../../dates.ts';
import type { Format } from './workbook-formats.ts';

const SECONDS_A_MINUTE = 60;
const SECONDS_A_DAY = MINUTES_A_DAY * SECONDS_A_MINUTE;

/** The day number of 9999-12-31, the last day that Excel shows. */
const LAST_NUMBER = 2_958_465;
/** The day number that Excel gives to 29 February 1900, a day that did not exist. */
const NO_DAY = 60;
/** How many days later than other workbooks a workbook begins to count if it counts from 1904, as on old Macs. */
const DAYS_TO_1904 = 1_462;

/**
 * Returns the number in a cell as text: a day as `2026-11-30`, a time as `09:00` (or `09:00:30`, if the seconds are not
 * 0), both as `2026-11-30 09:00`, a weekday by its English name, any other number as a plain decimal.
 *
 * @param written - the number as the workbook has it; returned unchanged if it is not a number
 * @param format - what the cell shows
 * @param is1904 - whether the workbook counts days from 1904
 */
export function shownNumber(written: string, format: Format, is1904: boolean): string {
  const number = Number(written);
  if (!Number.isFinite(number) || written.trim() === '') return written;
  if (format === 'number') return plainDecimal(number);
  const seconds = Math.round(number * SECONDS_A_DAY);
  if (format === 'hours' && seconds >= 0) return clock(seconds);
  const counted = Math.floor(seconds / SECONDS_A_DAY);
  const time = clock(seconds - counted * SECONDS_A_DAY);
  if (format === 'time' && number >= 0) return time;
  // A time that was typed into a cell for both is on day 0.
  if (format === 'moment' && counted === 0 && !is1904) return time;
  const day = counted + (is1904 ? DAYS_TO_1904 : 0);
  if (day < 1 || day === NO_DAY || day > LAST_NUMBER) return plainDecimal(number);
  const date = addDays(day < NO_DAY ? '1899-12-31' : '1899-12-30', day);
  if (format === 'weekday') return WEEKDAY_NAMES[WEEKDAYS.indexOf(weekdayOf(date))] ?? date;
  return format === 'moment' ? `${date} ${time}` : date;
}

/** Returns a number of seconds as `HH:MM`, or as `HH:MM:SS` if the seconds are not 0. */
function clock(seconds: number): string {
  const minutes = Math.floor(seconds / SECONDS_A_MINUTE);
  const parts = [Math.floor(minutes / 60), minutes % 60];
  if (seconds % SECONDS_A_MINUTE !== 0) parts.push(seconds % SECONDS_A_MINUTE);
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** How many digits of a number Excel keeps. */
const DIGITS = 15;
const MOST_DECIMALS = 20;

/**
 * Returns a number without the digits that come from computing in binary, and without an exponent unless the number has
 * more than 21 digits.
 */
function plainDecimal(number: number): string {
  const rounded = Number(number.toPrecision(DIGITS));
  const text = String(rounded);
  if (!text.includes('e-')) return text;
  return rounded.toFixed(MOST_DECIMALS).replace(/\.?0+$/, '');
}

/** An ISO 8601 date with or without a time, as some programs write them into cells. */
const ISO = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d)?)?/;

/**
 * Returns an ISO 8601 date in a cell in the same form as `shownNumber`: `2026-11-30 09:00` for `2026-11-30T09:00:00`.
 * Returns any other text unchanged.
 */
export function shownIsoDate(written: string): string {
  const [, date, time, seconds = ':00'] = ISO.exec(written) ?? [];
  if (date === undefined) return written;
  if (time === undefined || time + seconds === '00:00:00') return date;
  return `${date} ${time}${seconds === ':00' ? '' : seconds}`;
}
