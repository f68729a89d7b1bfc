import type { Fraction } from '../exact.ts';
import {
  type CategoryCount,
  type CountBounds,
  excessOf,
  judged,
  type MixAnalysis,
  withMoves,
} from './mix-analysis.ts';
import type { SeriesAnalysis } from './series.ts';

/** Posts that a category must be off its quota before it can be an error. */
const ERROR_POSTS = 2;

/**
 * Whether a category that is off track is also so far off that it can be an error: beyond the limit, and at least two
 * posts off its quota. A limit below the tolerance has no effect, because a category within the tolerance is never off
 * track.
 *
 * @param limit - the target `limit`, in percentage points
 */
export function isFarOff({ variance, count, quota }: CategoryCount, limit: Fraction): boolean {
  return variance.abs().gt(limit) && quota.sub(count).abs().gte(ERROR_POSTS);
}

/**
 * Returns the range of counts with which a category is not an error under the rule `mix`.
 *
 * @param quota - the exact number of posts that would match the target
 * @param counted - the number of posts in all categories
 * @param limit - the target `limit`, in percentage points
 */
export function withoutError(quota: Fraction, counted: number, limit: Fraction): CountBounds {
  const allowed = limit.mul(counted).div(100);
  return {
    lowest: Math.min(quota.sub(ERROR_POSTS).floor() + 1, quota.sub(allowed).ceil()),
    highest: Math.max(quota.add(ERROR_POSTS).ceil() - 1, quota.add(allowed).floor()),
  };
}

/**
 * Widens the bounds within which a category of one plan is on track, so that the plan may pay back what earlier plans
 * owe. A higher count is allowed until the running total reaches the running quota, rounded up; a lower count, until
 * the total has come down to the quota, rounded down. Neither may go beyond `error` (docs/specification.md, section 8).
 *
 * @param quota - the exact running quota: the posts of the category that all plans up to and including this one should
 * have
 * @param before - the number of posts of the category in the plans before this one
 * @param error - the range of counts with which the category is not an error under the rule `mix`
 */
export function widened(
  { lowest, highest }: CountBounds,
  quota: Fraction,
  before: number,
  error: CountBounds,
): CountBounds {
  return {
    lowest: Math.max(0, Math.min(lowest, Math.max(error.lowest, quota.floor() - before))),
    highest: Math.max(highest, Math.min(error.highest, quota.ceil() - before)),
  };
}

/**
 * Returns the mix of a plan as the rule `mix` judges it. A category that is off track only because it pays back what
 * earlier plans owe counts as on track.
 *
 * @param series - returns the mix over the weeks up to this plan, or undefined if this plan is in no series; called only
 * if a category is off track
 * @param limit - in percentage points
 */
export function withPayingBack(
  mix: MixAnalysis,
  series: () => SeriesAnalysis | undefined,
  limit: Fraction,
): MixAnalysis {
  const isOnTrack = mix.categories.every(({ verdict }) => verdict === 'on_track');
  const running = isOnTrack ? undefined : series();
  if (running === undefined) return mix;
  const sums = new Map(running.categories.map((category) => [category.category, category]));
  return withMoves(
    mix.counted,
    mix.categories.map((category) => {
      const { quota, count } = sums.get(category.category) ?? category;
      const error = withoutError(category.quota, mix.counted, limit);
      return judged({ ...category, ...widened(category, quota, count - category.count, error) });
    }),
    // What the weeks together have too much of should give, even if the plan by itself has not.
    mix.categories.map((category) => excessOf(sums.get(category.category) ?? category)),
  );
}
