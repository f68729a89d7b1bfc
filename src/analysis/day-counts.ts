import type { Day } from '../dates.ts';
import { type Bounds, boundsOn, isDayOff, reserveWithin, type Targets } from '../policy/targets.ts';
import type { DayAnalysis } from './verdict.ts';

/** The numbers of posts, planned and unplanned, that go out on one day of a channel. */
export interface DayCount {
  readonly planned: number;
  readonly unplanned: number;
}

const NO_POSTS: DayCount = { planned: 0, unplanned: 0 };

/**
 * Compares every day of a channel with the bounds for posts per day.
 *
 * @param counts - the number of posts on each day; a day without posts may be left out
 * @param daysOnHold - the days that are wholly or partly on hold
 * @returns one entry for each of `days`; an empty list when the bounds or the days off are invalid
 */
export function analyseDays(
  days: readonly Day[],
  targets: Targets,
  counts: ReadonlyMap<Day, DayCount>,
  daysOnHold: { has(day: Day): boolean },
): readonly DayAnalysis[] {
  const { posts_per_day: postsPerDay, days_off: daysOff, reserve } = targets;
  if (postsPerDay === null || daysOff === null) return [];
  const reserves = new Map<Bounds, number | null>();
  return days.map((date) => {
    const bounds = boundsOn(postsPerDay, date);
    const { planned, unplanned } = counts.get(date) ?? NO_POSTS;
    const isFree = isDayOff(daysOff, date) || daysOnHold.has(date);
    const min = isFree ? 0 : bounds.min;
    const all = planned + unplanned;
    const free = reserves.get(bounds) ?? (reserve === null ? null : reserveWithin(reserve, bounds));
    reserves.set(bounds, free);
    return {
      date,
      planned,
      unplanned,
      min,
      max: bounds.max,
      reserve: free,
      room: bounds.max - all,
      verdict: all > bounds.max ? 'over' : all < min ? 'under' : 'on_track',
    };
  });
}
