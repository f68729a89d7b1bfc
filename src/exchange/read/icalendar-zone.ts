import ICAL from 'ical.js';
import { type Day, LAST_DAY } from '../../dates.ts';
import { remembered } from '../../remembered.ts';
import { componentOf, textIn, writtenIn } from './icalendar-properties.ts';
import { firstOf, lastBefore, timeInYear, type YearlyRule, yearlyRule } from './icalendar-yearly.ts';

/**
 * A function that returns the instant at which the clocks of a zone show a time (`HH:MM`) on a day, in milliseconds
 * since 1970 in UTC.
 */
export type ZoneClock = (day: Day, time: string) => number;

/** What a zone's clocks show, as milliseconds since 1970 on these clocks. */
type ClockTime = number;

/** A change of a zone's clocks. */
interface Change {
  /** What the clocks show when they are changed. */
  readonly at: ClockTime;
  /** By how many milliseconds the clocks are ahead of UTC before the change. */
  readonly from: number;
  /** By how many milliseconds the clocks are ahead of UTC after the change. */
  readonly to: number;
}

/** A part of a definition: the clocks go from one offset to another at some times, or every year. */
interface Observance {
  readonly from: number;
  readonly to: number;
  /** The times that are named, the earliest first. */
  readonly times: readonly ClockTime[];
  readonly rule: YearlyRule | null;
  /** The earliest of the times that are named and those of the rule. */
  readonly first: ClockTime;
}

/** The clocks of a zone in one year. */
interface Year {
  /** By how many milliseconds the clocks are ahead of UTC when the year begins. */
  readonly offset: number;
  /** The changes in the year, the earliest first. */
  readonly changes: readonly Change[];
}

/**
 * Returns the clock of a time zone that a calendar defines (VTIMEZONE). Null if the definition is invalid, or has a
 * rule that does not name one day of every year. Computes only the years that the clock is asked about: ical.js would
 * compute every year from the first on, and would search forever by some rules.
 *
 * @param count - called before a year is computed, with the number of parts of the definition; may throw
 */
export function definedZone(definition: string, count: (parts: number) => void): ZoneClock | null {
  const parts = componentOf(definition)?.getAllSubcomponents().map(observanceOf) ?? [];
  const observances = parts.filter((part) => part !== null);
  if (observances.length === 0 || observances.length < parts.length) return null;
  const years = new Map<number, Year>();
  return (day, time) => {
    const shown = clockTime(`${day}T${time}:00`);
    const year = Number(day.slice(0, 4));
    const { offset, changes } = remembered(years, year, () => {
      count(observances.length);
      return yearOf(observances, year);
    });
    return shown - (changes.findLast(({ at }) => at <= shown)?.to ?? offset);
  };
}

function observanceOf(part: ICAL.Component): Observance | null {
  try {
    const [from, to] = [offsetIn(part, 'tzoffsetfrom'), offsetIn(part, 'tzoffsetto')];
    const start = clockTime(textIn(part, 'dtstart') ?? '');
    const listed = part.getAllProperties('rdate').flatMap(writtenIn);
    const [rule, ...others] = part.getAllProperties('rrule').map((property) => property.getFirstValue());
    const times = [...(rule === undefined ? [start] : []), ...listed.map(({ text }) => clockTime(text))];
    times.sort((a, b) => a - b);
    if ([from, to, start, ...times].some(Number.isNaN) || others.length > 0) return null;
    if (rule === undefined) return { from, to, times, rule: null, first: Math.min(...times) };
    const yearly = rule instanceof ICAL.Recur ? yearlyRule(rule, start, untilOf(rule, from)) : null;
    const first = yearly === null ? null : firstOf(yearly);
    return first === null ? null : { from, to, times, rule: yearly, first: Math.min(first, ...times) };
  } catch {
    // The library throws for values that are no offset and no rule.
    return null;
  }
}

function offsetIn(part: ICAL.Component, name: string): number {
  const offset = part.getFirstPropertyValue(name);
  return offset instanceof ICAL.UtcOffset ? offset.toSeconds() * 1000 : Number.NaN;
}

/** The last time of a rule on clocks that are `offset` ahead of UTC. A rule ends with a day, or at a time in UTC. */
function untilOf({ until }: ICAL.Recur, offset: number): ClockTime {
  const text = until?.toString() ?? LAST_DAY;
  if (text.length === LAST_DAY.length) return clockTime(`${text}T23:59:59`);
  return text.endsWith('Z') ? Date.parse(text) + offset : clockTime(text);
}

/** A time such as `2026-11-23T09:00:00` on a clock as a number; not a number if the text is another one. */
function clockTime(text: string): ClockTime {
  return /^[-\d]{10}T[:\d]{8}$/.test(text) ? Date.parse(`${text}Z`) : Number.NaN;
}

function yearOf(observances: readonly Observance[], year: number): Year {
  const begin = clockTime(`${String(year).padStart(4, '0')}-01-01T00:00:00`);
  const end = clockTime(`${String(year).padStart(4, '0')}-12-31T23:59:59`);
  const before = changesOf(observances, ({ times, rule }) => [
    times.findLast((at) => at < begin) ?? null,
    rule === null ? null : lastBefore(rule, year),
  ]);
  const changes = changesOf(observances, ({ times, rule }) => [
    ...times.filter((at) => at >= begin && at <= end),
    rule === null ? null : timeInYear(rule, year),
  ]);
  return { offset: before.at(-1)?.to ?? earliest(observances).from, changes };
}

function earliest(observances: readonly Observance[]): Observance {
  return observances.reduce((one, other) => (other.first < one.first ? other : one));
}

/** The changes at the times that a function returns for each part of a definition, the earliest first. */
function changesOf(
  observances: readonly Observance[],
  timesOf: (observance: Observance) => readonly (ClockTime | null)[],
): readonly Change[] {
  const changes = observances.flatMap((observance) => {
    const { from, to } = observance;
    return timesOf(observance).flatMap((at) => (at === null ? [] : [{ at, from, to }]));
  });
  return changes.sort((a, b) => a.at - b.at);
}
