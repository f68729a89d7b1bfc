import { type ClockChange, DAYS_IN_WEEK, type Day, minuteOfDay, timeAt } from '../dates.ts';
import type { Hours } from '../policy/targets.ts';

/** The hours of the day in which slots are placed if the team sets no hours. */
export const DEFAULT_HOURS: Hours = { start: '09:00', end: '21:00' };

/** Steps of an hour or more are rounded down to a multiple of this many minutes, so that times are easy to read. */
const ROUND = 5;
const HOUR = 60;
/** When open slots can go out on one day of a channel. All times are minutes from midnight. */
export interface DayPlan {
  /**
   * The minutes at which slots may go out, in ascending order. Left out are minutes on hold, and minutes that the
   * clocks skip or show twice because they change.
   */
  readonly minutes: readonly number[];
  /** The minutes at which the channel already has a post, in ascending order. */
  readonly taken: readonly number[];
  /** The fewest minutes that must lie between two posts; 0 for no minimum. */
  readonly gap: number;
}

/** Returns every minute of the day from `start` to `end`, both included, counted from midnight. */
export function minutesIn({ start, end }: Hours): readonly number[] {
  const first = minuteOfDay(start);
  return Array.from({ length: minuteOfDay(end) - first + 1 }, (_, index) => first + index);
}

/**
 * Returns the `minutes` (counted from midnight) that the clocks show exactly once on `day`: without those that the
 * clock change skips or repeats.
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
 * How to move the evenly spread times of a channel on one day, so that not all channels and all days have the same
 * times.
 */
export interface Shift {
  /**
   * How far to move within the free range, different for each channel: more than 0 (the earliest times) and less than 1
   * (the latest times).
   */
  readonly phase: number;
  /** The part of the free range that each channel has for itself: 1 if the plan has one channel, 1/2 if it has two. */
  readonly share: number;
  /**
   * By how many steps the times of this weekday are later than those of Thursday: from -3 on Monday to 3 on Sunday, so
   * that a post that moves to another day finds its time free there. 0 on every day if the hours leave too little time
   * between a day and the next.
   */
  readonly turn: number;
}

/**
 * A stretch of a day between two existing posts, or between such a post and an end of the hours. `from` and `to` are
 * indexes into `minutes`.
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
 * Returns how many slots fit into a day if all posts and slots must be at least `gap` minutes apart. If `gap` is 0, any
 * number fits: returns `Infinity`, or 0 if the day has no minutes for slots.
 */
export function capacityOf(day: DayPlan): number {
  return stretchesOf(day).reduce((sum, stretch) => sum + capacityWithin(stretch, day.gap), 0);
}

/**
 * Chooses times for slots on a day, spread as evenly as the existing posts of the day allow.
 *
 * @param count - the number of slots, at most `capacityOf(day)`
 * @param shift - how to move the times away from those of other channels and days
 * @returns the minute of each slot, counted from midnight, in ascending order
 */
export function spreadOver(day: DayPlan, count: number, shift: Shift): readonly number[] {
  const stretches = stretchesOf(day);
  const counts = stretches.map(() => 0);
  for (let slot = 0; slot < count; slot++) {
    const steps = stretches.map((stretch, index) => {
      const more = (counts[index] ?? 0) + 1;
      return more > capacityWithin(stretch, day.gap) ? -1 : evenStep(stretch, more);
    });
    const widest = steps.indexOf(Math.max(...steps));
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
  // A post at a minute that is not in `minutes` counts as if it were at the next one that is.
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

/**
 * Returns the minutes between two of `count` slots in a stretch. Half a step is left free at each end without a post
 * or, if both ends have one, for shifting.
 */
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

/**
 * Returns by how many minutes to shift the slots of a stretch.
 *
 * @param rest - the minutes of the stretch that the steps leave over; the shift is never more
 */
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
