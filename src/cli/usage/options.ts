import { InvalidArgumentError } from 'commander';
import { type Day, isDay, MINUTES_A_DAY } from '../../dates.ts';
import { exact, type Fraction } from '../../exact.ts';
import { ALL_PLANS, type Bounds, type MixOver, SPAN_UNITS } from '../../policy/targets.ts';
import { didYouMean, listed, quoted } from '../../text/words.ts';
import { type Reading, readBounds, readShares, type Shares } from '../../workspace/starter/answers.ts';
import type { ReportRequest } from '../outputs.ts';

/*
 * These functions read the values of options. Each throws an `InvalidArgumentError` for a value that it cannot read,
 * and its message is printed.
 */

/**
 * Reads the value of `--max-warnings`, and returns the number: a whole number, 0 or more.
 *
 * @throws {InvalidArgumentError} for any other string
 */
export function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError(
    `${quoted(text)} is not a number of warnings; write a whole number, such as 5`,
  );
}

/**
 * Reads the value of `--per-day`, and returns the number: a whole number, 1 or more.
 *
 * @throws {InvalidArgumentError} for any other string
 */
export function postsADay(text: string): number {
  if (/^\d{1,9}$/.test(text) && Number(text) > 0) return Number(text);
  throw new InvalidArgumentError(
    `--per-day: ${quoted(text)} is not a number of posts; write a whole number, 1 or more, such as 8`,
  );
}

/**
 * Reads the value of `--grace`, and returns the number of minutes: a whole number from 0 to 1,439, which is less than a
 * day.
 *
 * @throws {InvalidArgumentError} for any other string
 */
export function minutesOf(text: string): number {
  if (/^\d{1,4}$/.test(text) && Number(text) < MINUTES_A_DAY) return Number(text);
  throw new InvalidArgumentError(
    `--grace: ${quoted(text)} is not a whole number from 0 to ${MINUTES_A_DAY - 1}; write a number of minutes, such as 15`,
  );
}

/**
 * Reads the value of `--max-drift`, a percentage such as `10` or `12.5 %`. Returns the exact number of percent.
 *
 * @throws {InvalidArgumentError} for any other string
 */
export function percentOf(text: string): Fraction {
  const [, number] = /^(\d{1,9}(?:\.\d{1,6})?) ?%?$/.exec(text) ?? [];
  if (number !== undefined) return exact(Number(number));
  throw new InvalidArgumentError(
    `--max-drift: ${quoted(text)} is not a percentage; write a number, such as 10`,
  );
}

/**
 * Reads the value of `--covers`, a span such as `2026-11-23..2026-11-29`. Returns its first and its last day.
 *
 * @throws {InvalidArgumentError} for any other string, and if the second day is before the first
 */
export function spanOf(text: string): { readonly from: Day; readonly to: Day } {
  const [from = '', to = '', ...more] = text.split('..').map((day) => day.trim());
  if (more.length > 0 || !isDay(from) || !isDay(to)) {
    throw new InvalidArgumentError(
      `--covers: ${quoted(text)} is not a span of days; write the first and the last, such as 2026-11-23..2026-11-29`,
    );
  }
  if (from <= to) return { from, to };
  throw new InvalidArgumentError(
    `--covers: ${to} is before ${from}; write the earlier day first: ${to}..${from}`,
  );
}

/**
 * Returns a function that returns its argument if it is a day such as `2026-11-23`, and throws an
 * `InvalidArgumentError` for any other string.
 *
 * @param option - the name of the option that has a day as its value, without the dashes
 */
export function dayOf(option: string) {
  return (text: string): Day => {
    if (isDay(text)) return text;
    throw new InvalidArgumentError(
      `--${option}: ${quoted(text)} is not a day; write year, month and day, such as 2026-11-23`,
    );
  };
}

const OTHER_SPANS = ['none', 'all'] as const;

/**
 * Reads the value of `--over`, and returns the span whose plans are counted together: a unit of the calendar such as
 * `month`, `all`, `none`, or the first day of the span.
 *
 * @throws {InvalidArgumentError} for any other string
 */
export function spanOfWeeks(text: string): MixOver {
  const unit = SPAN_UNITS.find((each) => each === text);
  if (unit !== undefined) return { unit };
  if (text === 'none') return text;
  if (text === 'all') return ALL_PLANS;
  if (isDay(text)) return { since: text };
  const meant = didYouMean(text, [...SPAN_UNITS, ...OTHER_SPANS]);
  throw new InvalidArgumentError(
    `--over: ${quoted(text)} is not a span${meant || `; write ${[...SPAN_UNITS, ...OTHER_SPANS].join(', ')}, or the day from which plans count, such as 2026-10-01`}`,
  );
}

/**
 * Returns `text` if it is one of `names`.
 *
 * @param problem - the error message for any other string, to which a suggestion is added
 * @throws {InvalidArgumentError} if `text` is not one of `names`
 */
export function oneOf<Name extends string>(text: string, names: readonly Name[], problem: string): Name {
  const known = names.find((name) => name === text);
  if (known !== undefined) return known;
  throw new InvalidArgumentError(`${problem}${didYouMean(text, names) || `; choose ${listed(names)}`}`);
}

/**
 * Returns a function that returns its argument if it is one of `names`, and throws an `InvalidArgumentError` for any
 * other string.
 *
 * @param option - the name of the option that has one of `names` as its value, without the dashes
 */
export function choiceOf<Name extends string>(option: string, names: readonly Name[]) {
  return (text: string): Name => oneOf(text, names, `--${option} cannot be ${quoted(text)}`);
}

/**
 * Reads one value of `--channel`, an option that may be repeated. Returns `earlier`, the values before it, followed by
 * `name`.
 *
 * @throws {InvalidArgumentError} if `name` looks like another option, because the name of the channel was forgotten
 */
export function channelOf(name: string, earlier: readonly string[] = []): readonly string[] {
  if (!/^--[a-z]/.test(name)) return [...earlier, name];
  throw new InvalidArgumentError(`--channel: the name of a channel is missing before ${quoted(name)}`);
}

/**
 * Reads the value of `--mix`, such as `a=50,b=50`, and returns each category with its percentage as text. The
 * percentages are checked later, together with the plan.
 *
 * @throws {InvalidArgumentError} for any other string
 */
export function sharesOf(text: string): Shares {
  return valueIn('--mix', readShares(text));
}

/**
 * Reads how many posts a day may have: two numbers such as `1-3`, or one number for both. Returns the minimum and the
 * maximum.
 *
 * @throws {InvalidArgumentError} for any other string, and if the first number is the larger one
 */
export function boundsOf(text: string): Bounds {
  return valueIn('--per-day', readBounds(text));
}

function valueIn<Value>(option: string, reading: Reading<Value>): Value {
  if ('value' in reading) return reading.value;
  throw new InvalidArgumentError(`${option}: ${reading.problem}`);
}

/** The flags of the option `--format`, as the library commander writes them, for all commands that make reports. */
export const FORMAT_FLAGS = '-f, --format <format[:file]>';

/**
 * Returns a function that reads one value of `--format`, an option that may be repeated, such as `json` or
 * `json:report.json`. The function returns the reports requested so far, followed by the new one. It throws an
 * `InvalidArgumentError` if the format is not one of `names`, or if no file follows the colon.
 */
export function reportOf<Name extends string>(names: readonly Name[]) {
  return (text: string, earlier: readonly ReportRequest<Name>[] = []): readonly ReportRequest<Name>[] => {
    const [, name = '', colon, file = ''] = /^([^:]*)(:?)(.*)$/s.exec(text) ?? [];
    const format = oneOf(name, names, `there is no format ${quoted(name)}`);
    if (colon !== '' && file.trim() === '') {
      throw new InvalidArgumentError(
        `${quoted(text)} names no file after its colon; write one, as in -f ${name}:report.txt`,
      );
    }
    return [...earlier, { format, file: colon === '' || STDOUT.includes(file) ? null : file }];
  };
}

/** The paths that mean standard output. */
const STDOUT: readonly string[] = ['-', '/dev/stdout', '/dev/fd/1', '/proc/self/fd/1'];
