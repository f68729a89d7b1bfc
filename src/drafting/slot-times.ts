import { type ClockChange, DAYS_IN_WEEK, type Day, minuteOfDay, timeAt } from '../dates.ts';
import type { Hours } from '../policy/targets.ts';

/** The hours within which slots are placed when the team sets none. */
export const DEFAULT_HOURS: Hours = { start: '09:00', end: '21:00' };

/** Steps of an hour or more are rounded to a multiple of this many minutes, so that times are easy to read. */
const ROUND = 5;
const HOUR = 60;
/**
 * At which minutes of a day slots may be, and at which it already has posts from the template (the staying posts). All
 * minutes are counted from midnight.
 */
export interface DayPlan {
  /** The minutes at which slots may be, ascending, without minutes that the clocks skip or show twice. */
  readonly minutes: readonly number[];
  /** The minutes at which the staying posts of the channel go out, ascending. */
  readonly taken: readonly number[];
  /** The fewest minutes allowed between two posts. */
  readonly gap: number;
}

/** The minutes of a day from `start` to `end`, both included, counted from midnight. */
export function minutesIn({ start, end }: Hours): readonly number[] {
  const first = minuteOfDay(start);
  return Array.from({ length: minuteOfDay(end) - first + 1 }, (_, index) => first + index);
}

/**
 * Of the given minutes (counted from midnight), returns those that the clocks show exactly once on the day, because the
 * clock change neither skips nor repeats them.
 */
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

/**
 * How far the slots of a channel are moved from their evenly spread times, so that channels and days do not all have
 * the same times.
 */
export interface Shift {
  /**
   * The position of the channel in the room for shifting, above 0 and below 1. It keeps the times of channels apart.
   */
  readonly phase: number;
  /** The part of this room that belongs to this channel alone, above 0 and at most 1. */
  readonly share: number;
  /** From -3 to 3, a different number for each weekday. It keeps a time free for a post that moves to another day. */
  readonly turn: number;
}

/**
 * The minutes between two staying posts, or between a staying post and an end of the hours, as indexes of `minutes`.
 */
interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Whether there is a post at `from`. */
  readonly isTakenBefore: boolean;
  /** Whether there is a post at `to`. */
  readonly isTakenAfter: boolean;
}

/**
 * How many slots fit into a day if all posts and slots must be at least the gap apart. If the gap is 0: Infinity, or 0
 * if the day has no minutes for slots.
 */
export function capacityOf(day: DayPlan): number {
  return stretchesOf(day).reduce((sum, stretch) => sum + capacityWithin(stretch, day.gap), 0);
}

/**
 * Spreads slots over a day as evenly as the staying posts allow.
 *
 * @param count - the number of slots, at most `capacityOf(day)`
 * @returns the minute of each slot, counted from midnight, in ascending order
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
  // A post at a minute that is left out lies between two of `minutes`. A slot may count on the later of the two.
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

/** The distance between slots that leaves half a step at each open end, and room for shifting. */
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

/** The number of minutes by which slots are shifted, from 0 to the whole room for shifting. */
function shiftWithin(rest: number, step: number, isLong: boolean, { phase, share, turn }: Shift): number {
  // At most one step: shifted further, the slots of a channel would coincide with the next slots of another.
  const room = Math.min(rest, step);
  const place = (rest - room) / 2 + room * phase;
  const minutesADay = Math.min(ROUND, Math.floor((room * share) / DAYS_IN_WEEK));
  return Math.max(0, (isLong ? roundDown(place) : place) + turn * minutesADay);
}

function roundDown(minutes: number): number {
  return Math.floor(minutes / ROUND) * ROUND;
}
