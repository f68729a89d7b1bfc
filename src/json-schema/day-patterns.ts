import { TIME, WEEKDAY_NAMES, WEEKDAYS } from '../dates.ts';
import type { JsonSchema } from './json-schema.ts';

/*
 * A pattern of JSON Schema cannot ignore letter case, and it cannot tell that 30 February does not exist.
 */

const DATE = '\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])';
const WEEKDAY = WEEKDAYS.map((weekday, index) => {
  const rest = (WEEKDAY_NAMES[index] ?? '').slice(weekday.length);
  return `${inAnyCase(weekday)}(${inAnyCase(rest)})?`;
}).join('|');
const TIME_OF_DAY = TIME.source.slice(1, -1);

/** The regular expression for a date such as `2026-11-24`. */
export const DATE_PATTERN = `^${DATE}$`;
/** The regular expression for an ISO week such as `2026-W48`. */
export const WEEK_PATTERN = '^\\d{4}-W(0[1-9]|[1-4]\\d|5[0-3])$';
/** The regular expression for a date or a weekday by its short or long name: `2026-11-24`, `tue`, `Tuesday`. */
export const DAY_PATTERN = `^(${WEEKDAY}|${DATE})$`;
/** The regular expression for a date or a weekday, with or without a time: `thu`, `thu 12:00`, `2026-11-26T12:00`. */
export const MOMENT_PATTERN = `^(${WEEKDAY}|${DATE})(([Tt]|\\s+)${TIME_OF_DAY})?$`;
/** The regular expression for a time of day such as `09:30` or `9:30`. */
export const TIME_PATTERN = TIME.source;
/** The regular expression for a part of the day such as `09:00-21:00`. */
export const HOURS_PATTERN = `^${TIME_OF_DAY}-${TIME_OF_DAY}$`;

/**
 * The regular expression for the target `mix_over`, the span over which a mix is counted: `month`, `quarter`, `year`,
 * `none`, or the date on which the span begins.
 */
export const SPAN_PATTERN = `^(month|quarter|year|none|${DATE})$`;

/** The sentence that editors show for a value that should be a date but is not. */
export const NO_DATE = 'this is not a date; write one such as 2026-11-24';
/** The sentence that editors show for a value that should be a weekday or a date but is not. */
export const NO_DAY = 'this is not a day; write a weekday (mon to sun) or a date such as 2026-11-24';

/**
 * The sentence that editors show for a value that should be a weekday or a date, with or without a time, but is not.
 */
export const NO_MOMENT =
  'this is not a day or a time on one; write a weekday or a date, with a time if you like: thu, thu 12:00, 2026-11-26T12:00';

/** The short names of the weekdays, each with the description that editors show: `mon` with `Monday.`. */
export const NAMED_WEEKDAYS: Readonly<Record<string, string>> = Object.fromEntries(
  WEEKDAYS.map((weekday, index) => [weekday, `${WEEKDAY_NAMES[index] ?? weekday}.`]),
);

/**
 * Returns the JSON Schema properties for the keys `mon` to `sun`, each `schema` with a description of its own.
 *
 * @param describe - returns the description for a weekday, given by its long name such as `Monday`
 */
export function weekdays(schema: JsonSchema, describe: (weekday: string) => string) {
  return Object.fromEntries(
    WEEKDAYS.map((weekday, index) => [
      weekday,
      { description: describe(WEEKDAY_NAMES[index] ?? weekday), ...schema },
    ]),
  );
}

function inAnyCase(letters: string): string {
  return [...letters].map((letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`).join('');
}
