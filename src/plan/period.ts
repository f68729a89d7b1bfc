import {
  addDays,
  DAYS_IN_WEEK,
  type Day,
  dayCount,
  daysBetween,
  daysInMonthOf,
  isDay,
  looksLikeDay,
  mondayOf,
  WEEKDAY_NAMES,
  WEEKDAYS,
  type Weekday,
  weekdayNamed,
  weekdayOf,
  weekOf,
  weekParts,
  weeksInYear,
} from '../dates.ts';
import { remembered } from '../remembered.ts';
import { weekdayAbroad } from '../text/weekday-words.ts';
import { didYouMean, listed, quoted } from '../text/words.ts';
import { type Fields, textOf } from '../yaml/fields.ts';
import { type Problem, type Report, wrong, wrongAt } from '../yaml/structural-problem.ts';

/** The most days that a plan may have: the length of a leap year. */
export const MOST_DAYS = 366;

const LAST_WEEK = '9999-W52';

/** The day that a date or a weekday stands for, or the reason why it stands for none. */
type Resolved =
  | { readonly day: Day }
  | {
      readonly problem: string;
      /** The reason alone: `problem` without the advice on what to write instead. */
      readonly fact: string;
    };

/** The days that a plan covers. Its methods find the day that a date or a weekday stands for. */
export class Period {
  readonly from: Day;
  readonly to: Day;
  /** Every day of the period, in order. */
  readonly days: readonly Day[];
  private readonly dates: ReadonlySet<Day>;
  /** The first day of the period on each weekday. Weekdays that do not occur in the period are left out. */
  private readonly weekdays: ReadonlyMap<Weekday, Day>;

  constructor(from: Day, to: Day) {
    this.from = from;
    this.to = to;
    this.days = daysBetween(from, to);
    this.dates = new Set(this.days);
    const [first] = this.days;
    const turn = first === undefined ? 0 : WEEKDAYS.indexOf(weekdayOf(first));
    const inOrder = [...WEEKDAYS.slice(turn), ...WEEKDAYS.slice(0, turn)];
    const firstDays = this.days.slice(0, DAYS_IN_WEEK);
    this.weekdays = new Map(firstDays.map((day, index) => [inOrder[index] ?? 'mon', day]));
  }

  /**
   * Returns the day of the period that a date or a weekday stands for, or the reason why there is none. A weekday is
   * accepted only if the period has at most 7 days.
   */
  resolve(name: string): Resolved {
    return this.resolveWhere(this.days.length <= DAYS_IN_WEEK, name);
  }

  /** Returns the day for a date, or a weekday that occurs only once in the period, or the reason why there is none. */
  resolveOnce(name: string): Resolved {
    const first = this.weekdays.get(weekdayNamed(name) ?? 'mon');
    return this.resolveWhere(first !== undefined && dayCount(first, this.to) <= DAYS_IN_WEEK, name);
  }

  private resolveWhere(isOnce: boolean, name: string): Resolved {
    if (this.dates.has(name)) return { day: name };
    const weekday = weekdayNamed(name);
    if (weekday === null) {
      const isLong = this.days.length > DAYS_IN_WEEK;
      const stranger =
        isLong && weekdayAbroad(name) !== null
          ? inEnglish(name, `the date, such as ${this.from},`)
          : notADay(name);
      if (stranger !== null) return { problem: stranger, fact: stranger };
      return unresolved(`${quoted(name)} is outside the plan, ${this.span()}`, ANOTHER_DAY);
    }
    const first = this.weekdays.get(weekday);
    const longName = WEEKDAY_NAMES[WEEKDAYS.indexOf(weekday)];
    if (first === undefined)
      return unresolved(`${longName} is outside the plan, ${this.span()}`, ANOTHER_DAY);
    if (isOnce) return { day: first };
    const fact = `${quoted(name)} is not clear enough in a plan longer than a week`;
    return unresolved(fact, `write the date, such as ${first}`);
  }

  private span(): string {
    return `which runs from ${this.from} to ${this.to}`;
  }
}

const ANOTHER_DAY = 'write a day within the plan, or change its period';

function unresolved(fact: string, advice: string): Resolved {
  return { problem: `${fact}; ${advice}`, fact };
}

/**
 * Returns the day of `period` that a date or a weekday stands for, or the reason why there is none. If `period` is
 * `null`, returns `null` for any existing date and any weekday.
 */
export function resolvedIn(period: Period | null, name: string): Resolved | null {
  if (period !== null) return period.resolve(name);
  const problem = notADay(name);
  return problem === null ? null : { problem, fact: problem };
}

/** Whether a text is an existing date or the English name of a weekday. The day need not be in any period. */
export function namesDay(text: string): boolean {
  return isDay(text) || weekdayNamed(text) !== null;
}

/**
 * Returns a sentence that says why a text is neither an existing date nor the English name of a weekday; `null` if it
 * is one of these.
 */
export function notADay(text: string): string | null {
  if (namesDay(text)) return null;
  if (looksLikeDay(text)) {
    const days = daysInMonthOf(text);
    return `${quoted(text)} does not exist: ${days === null ? 'months run from 01 to 12' : `that month has only ${days} days`}`;
  }
  const abroad = weekdayAbroad(text);
  if (abroad !== null) return inEnglish(text, abroad);
  const day = dayMeant(text);
  const meant = day === null ? didYouMean(text, [...WEEKDAYS, ...WEEKDAY_NAMES]) : `; did you mean ${day}?`;
  return `${quoted(text)} is not a day${meant || '; write a weekday (mon to sun) or a date such as 2026-11-24'}`;
}

function inEnglish(name: string, meant: string): string {
  return `days are written in English; write ${meant} instead of ${quoted(name)}`;
}

/**
 * Returns the date that a text such as `2026-11-4`, `2026/11/04` or `4.11.2026` stands for; null for any other text.
 */
function dayMeant(text: string): Day | null {
  const [, year, month, day] = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(text) ?? [];
  const [, dottedDay, dottedMonth, dottedYear] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  const parts = [year ?? dottedYear, month ?? dottedMonth, day ?? dottedDay];
  const padded = parts.map((part) => part?.padStart(2, '0')).join('-');
  return isDay(padded) ? padded : null;
}

/**
 * Reads the period of a plan from `week`, or from `from` and `to`.
 *
 * @returns `null` if the period is missing, incomplete, invalid, longer than 366 days, or given in both ways. Reports
 * this, unless a problem with one of these keys has already been reported
 */
export function readPeriod(fields: Fields, report: Report): Period | null {
  const keys = ['week', 'from', 'to'];
  const stated = [...fields.nodes.keys()].filter((key) => keys.includes(key) && !fields.unreadable.has(key));
  const [, second] = stated;
  if (stated.includes('week') && second !== undefined) {
    report(wrong([second], 'the plan has two periods; keep either "week", or "from" and "to"', 'key'));
    return null;
  }
  if (stated.includes('week')) return readWeek(fields, report);
  if (stated.length < 2 && keys.some((key) => fields.unreadable.has(key))) return null;
  if (stated.length === 0) {
    report(
      wrong(
        [],
        'the plan does not say which days it is for; add a week, such as week: 2026-W48',
        'first-key',
      ),
    );
    return null;
  }
  const span = readSpan(fields, report);
  if (span === null) return null;
  const { from, to } = span;
  const count = dayCount(from, to);
  if (count <= MOST_DAYS) return new Period(from, to);
  const most = `but a plan can have at most ${MOST_DAYS}; write ${addDays(from, MOST_DAYS - 1)} or earlier`;
  report(wrong(['to'], `to: the plan would have ${count} days, ${most}`));
  return null;
}

/**
 * Reads `from` and `to`. Returns null if either is missing or invalid, or if `to` is before `from`; this is reported.
 */
function readSpan(fields: Fields, report: Report): { from: Day; to: Day } | null {
  const from = readDay(fields, 'from', report);
  const to = readDay(fields, 'to', report);
  if (from === null || to === null) return null;
  if (from <= to) return { from, to };
  report(wrong(['to'], `to: ${quoted(to)} is before "from" (${from}); write a later day here`));
  return null;
}

/** Reads `from` or `to`. Returns null if it is missing or is not an existing date; this is reported. */
function readDay(fields: Fields, key: SpanKey, report: Report): Day | null {
  const text = textOf(fields.nodes.get(key));
  if (text === null) {
    if (!fields.unreadable.has(key)) report(missingDay(fields, key));
    return null;
  }
  if (isDay(text)) return text;
  const meant = dayMeant(text);
  const advice = meant === null ? 'write one such as 2026-11-24' : `did you mean ${meant}?`;
  const why = looksLikeDay(text) ? notADay(text) : `${quoted(text)} is not a date; ${advice}`;
  report(wrong([key], `${key}: ${why}`));
  return null;
}

type SpanKey = 'from' | 'to';

function missingDay(fields: Fields, key: SpanKey): Problem {
  const otherKey = key === 'from' ? 'to' : 'from';
  const other = textOf(fields.nodes.get(otherKey));
  const example = other !== null && isDay(other) ? other : '2026-11-24';
  const where = other === null ? '' : ` beside ${quoted(otherKey)}`;
  return wrong([], `${quoted(key)} is missing; add it${where}, as in ${key}: ${example}`, 'first-key');
}

function readWeek(fields: Fields, report: Report): Period | null {
  const text = textOf(fields.nodes.get('week')) ?? '';
  const dates = datesOfWeek(text);
  if (dates !== null) return remembered(knownPeriods, text, () => new Period(dates.from, dates.to));
  const problem = notAWeek(text)?.problem ?? '';
  report(wrongAt('week', ['week'], problem));
  return null;
}

/** The periods of the weeks so far, because teams have plans for the same weeks. */
const knownPeriods = new Map<string, Period>();

/** The dates of the weeks so far: a plan's week is looked up twice, and teams have plans for the same weeks. */
const knownWeeks = new Map<string, { readonly from: Day; readonly to: Day }>();

/**
 * Returns the first and the last day of an ISO week such as `2026-W48`; `null` if it does not exist or ends after 9999.
 */
export function datesOfWeek(text: string): { readonly from: Day; readonly to: Day } | null {
  const known = knownWeeks.get(text);
  if (known !== undefined) return known;
  if (notAWeek(text) !== null) return null;
  const from = mondayOf(text);
  const dates = { from, to: addDays(from, DAYS_IN_WEEK - 1) };
  knownWeeks.set(text, dates);
  return dates;
}

/** Returns the ISO weeks that contain days of a month such as `2026-12`; empty if the text is not a month. */
function weeksOfMonth(text: string): readonly string[] {
  const first = `${text}-01`;
  if (!/^\d{4}-\d\d$/.test(text) || !isDay(first)) return [];
  const days = daysBetween(first, addDays(first, (daysInMonthOf(first) ?? 1) - 1));
  return [...new Set(days.map(weekOf))];
}

/** Why a string cannot be the week of a plan. */
interface NotAWeek {
  /** The reason in a sentence, which also says what to write instead if that is clear. */
  readonly problem: string;
  /** Whether the sentence is about this text in particular, and not just general advice on how to write a week. */
  readonly isAdvised: boolean;
}

/** The number of weeks in a short ISO year. A long one has 53. */
const FEWEST_WEEKS = 52;

/**
 * Returns the reason why a text is not the week of a plan: an existing ISO week, such as `2026-W48`, that ends in the
 * year 9999 or earlier. Returns `null` if it is one.
 */
export function notAWeek(text: string): NotAWeek | null {
  const advised = (problem: string) => ({ problem, isAdvised: true });
  const parts = weekParts(text);
  if (parts !== null) {
    const { year, week } = parts;
    const exists = week >= 1 && (week <= FEWEST_WEEKS || week <= weeksInYear(year));
    if (exists && text === LAST_WEEK)
      return advised(`${text} ends after the year 9999, the last that cmplan knows; write an earlier week`);
    return exists
      ? null
      : advised(`${quoted(text)} does not exist: the weeks of ${year} are W01 to W${weeksInYear(year)}`);
  }
  const month = weeksOfMonth(text);
  if (month.length > 0) {
    return advised(`${quoted(text)} is a month, not a week; write one of its weeks: ${listed(month)}`);
  }
  const [, year, week] = /^(\d{4})[-\s]?w?(\d{1,2})$/i.exec(text) ?? [];
  const meant = isDay(text) ? weekOf(text) : week === undefined ? null : `${year}-W${week.padStart(2, '0')}`;
  if (meant !== null)
    return notAWeek(meant) ?? advised(`${quoted(text)} is not a week; did you mean ${meant}?`);
  return { problem: `${quoted(text)} is not a week; write one such as 2026-W48`, isAdvised: false };
}
