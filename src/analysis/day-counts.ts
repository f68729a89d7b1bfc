import type { Day } from '../dates.ts';
import type { Post } from '../plan/plan.ts';
import { type Bounds, boundsOn, isDayOff, reserveWithin, type Targets } from '../policy/targets.ts';
import type { DayAnalysis } from './verdict.ts';

/**
 * Compares the number of posts on each day of a channel with the bounds for that day: the fewest and the most posts.
 *
 * @param postsOn - the posts that go out on each day; days without posts may be left out
 * @param daysOnHold - the days wholly or partly on hold (a hold is a span of time during which planned posts do not go
 * out); like days off, these days have no minimum
 * @returns one entry for each of `days`, in the same order; empty if the target `posts_per_day` or `days_off` is
 * invalid
 */
export function analyseDays(
  days: readonly Day[],
  targets: Targets,
  postsOn: ReadonlyMap<Day, readonly Post[]>,
  daysOnHold: { has(day: Day): boolean },
): readonly DayAnalysis[] {
  const { posts_per_day: postsPerDay, days_off: daysOff, reserve } = targets;
  if (postsPerDay === null || daysOff === null) return [];
  const reserves = new Map<Bounds, number | null>();
  return days.map((date) => {
    const bounds = boundsOn(postsPerDay, date);
    const posts = postsOn.get(date) ?? [];
    const planned = posts.filter((post) => !post.unplanned).length;
    const isFree = isDayOff(daysOff, date) || daysOnHold.has(date);
    const min = isFree ? 0 : bounds.min;
    const free = reserves.get(bounds) ?? (reserve === null ? null : reserveWithin(reserve, bounds));
    reserves.set(bounds, free);
    return {
      date,
      planned,
      unplanned: posts.length - planned,
      min,
      max: bounds.max,
      reserve: free,
      room: bounds.max - posts.length,
      verdict: posts.length > bounds.max ? 'over' : posts.length < min ? 'under' : 'on_track',
    };
  });
}
