import { type ClockChange, DAYS_IN_WEEK, type Day, minuteOfDay, timeAt } from '../dates.ts';
import type { Hours } from '../policy/targets.ts';

/** Where slots go where the team sets no hours. */
export const DEFAULT_HOURS: Hours = { start: '09:00', end: '21:00' };

/** Steps of an hour or more are a multiple of this many minutes, for they are read by people. */
const ROUND = 5;
const HOUR = 60;
/** The minutes of a day in which slots may stand, and the posts that already stand there. All in minutes from midnight. */
export interface DayPlan {
  /** The hours, without what the clocks skip or show twice; rising. */
  readonly minutes: readonly number[];
  /** When posts of the channel go out that stay; rising. */
  readonly taken: readonly number[];
  /** The least distance between two posts. */
  readonly gap: number;
}

/** The minutes of hours, both ends included. */
export function minutesIn({ start, end }: Hours): readonly number[] {
  const first = minuteOfDay(start);
  return Array.from({ length: minuteOfDay(end) - first + 1 }, (_, index) => first + index);
}

/** Of the minutes of a day those that the clocks show exactly once. */
export function shownOnce(
  minutes: readonly number[],
  day: Day,
  { from, until }: ClockChange,
): readonly number[] {
  return minutes.filter((minute) => {
    const moment = `${day} ${timeAt(minute)}`;
    return moment < from || until <= moment;
  });
}

/** How far slots are shifted from where they would stand alone. */
export interface Shift {
  /** Above 0 and below 1: where in the room for shifting a channel has its place, so that channels do not fall together. */
  readonly phase: number;
  /** The part of that room that the channel has for itself, above 0 and at most 1. */
  readonly share: number;
  /** -3 to 3, one for each day of the week, so that a post that is moved to another day meets none at its time there. */
  readonly turn: number;
}

/** A stretch of the minutes between two posts that stay, or between one and the end of the hours; in indexes of `minutes`. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Whether a post stands at `from`. */
  readonly isTakenBefore: boolean;
  /** Whether a post stands at `to`. */
  readonly isTakenAfter: boolean;
}

/** How many more slots a day has room for, at that distance from one another and from the posts that stay. */
export function capacityOf(day: DayPlan): number {
  return stretchesOf(day).reduce((sum, stretch) => sum + capacityWithin(stretch, day.gap), 0);
}

/**
 * Spreads slots over a day: evenly, with the posts that stay among them.
 *
 * @param count - how many; at most `capacityOf(day)`
 * @returns minutes from midnight, rising
 */
export function spreadOver(day: DayPlan, count: number, shift: Shift): readonly number[] {
  const stretches = stretchesOf(day);
  const counts = stretches.map(() => 0);
  for (let slot = 0; slot < count; slot++) {
    let widest = -1;
    let best = -1;
    for (const [index, stretch] of stretches.entries()) {
      const more = (counts[index] ?? 0) + 1;
      const step = evenStep(stretch, more);
      if (more > capacityWithin(stretch, day.gap) || step <= best) continue;
      widest = index;
      best = step;
    }
    counts[widest] = (counts[widest] ?? 0) + 1;
  }
  const indexes = stretches.flatMap((stretch, index) =>
    spreadWithin(stretch, counts[index] ?? 0, day.gap, shift),
  );
  return indexes.map((index) => day.minutes[index] ?? 0);
}

function stretchesOf({ minutes, taken, gap }: DayPlan): readonly Stretch[] {
  const [first, last] = [minutes[0], minutes.at(-1)];
  if (first === undefined || last === undefined) return [];
  const before = taken.filter((minute) => minute < first).at(-1);
  const after = taken.find((minute) => minute > last);
  const from = before === undefined ? 0 : Math.max(0, before + gap - first);
  const end = minutes.length - 1;
  const to = after === undefined ? end : Math.min(end, end - (last - (after - gap)));
  const within = taken.filter((minute) => first <= minute && minute <= last);
  // A post in an hour that is left out stands between two minutes; the later one is as near to it as a slot may count on.
  const posts = within.map((minute) => minutes.findIndex((each) => each >= minute));
  const borders = [from, ...posts, to];
  return borders.slice(1).map((border, index) => ({
    from: borders[index] ?? 0,
    to: border,
    isTakenBefore: index > 0,
    isTakenAfter: index < posts.length,
  }));
}

function takenEnds({ isTakenBefore, isTakenAfter }: Stretch): number {
  return Number(isTakenBefore) + Number(isTakenAfter);
}

function capacityWithin(stretch: Stretch, gap: number): number {
  const length = stretch.to - stretch.from;
  if (length < 0) return 0;
  return gap === 0
    ? Number.POSITIVE_INFINITY
    : Math.max(0, Math.floor(length / gap) + 1 - takenEnds(stretch));
}

/** The distance between slots that leaves half of it at an open end, and enough to shift them by. */
function evenStep(stretch: Stretch, count: number): number {
  const shares = [count, count + 0.5, count + 1.5][takenEnds(stretch)] ?? count;
  return (stretch.to - stretch.from) / shares;
}

function spreadWithin(stretch: Stretch, count: number, gap: number, shift: Shift): readonly number[] {
  const even = evenStep(stretch, count);
  const isLong = even >= HOUR && roundDown(even) >= gap;
  const step = Math.max(gap, isLong ? roundDown(even) : even);
  const rest = stretch.to - stretch.from - step * (count - 1 + takenEnds(stretch));
  const first = stretch.from + (stretch.isTakenBefore ? step : 0) + shiftWithin(rest, step, isLong, shift);
  return Array.from({ length: count }, (_, index) => Math.floor(first + index * step));
}

/** How many of the minutes that are left to shift by are used: from 0 to all of them. */
function shiftWithin(rest: number, step: number, isLong: boolean, { phase, share, turn }: Shift): number {
  // Within one step: shifted by more, the slots of a channel would fall together with the next ones of another.
  const room = Math.min(rest, step);
  const place = (rest - room) / 2 + room * phase;
  const minutesADay = Math.min(ROUND, Math.floor((room * share) / DAYS_IN_WEEK));
  return Math.max(0, (isLong ? roundDown(place) : place) + turn * minutesADay);
}

function roundDown(minutes: number): number {
  return Math.floor(minutes / ROUND) * ROUND;
}
