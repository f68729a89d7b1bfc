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
 * Whether the rule `mix` may report a category that is off track as an error: the category is off its target by more
 * than `limit`, and off its quota (the exact number of posts that would match the target) by at least two posts.
 *
 * @param limit - the target `limit`, in percentage points
 */
export function isFarOff({ variance, count, quota }: CategoryCount, limit: Fraction): boolean {
  return variance.abs().gt(limit) && quota.sub(count).abs().gte(ERROR_POSTS);
}

/**
 * Returns the range of post counts with which the rule `mix` does not report a category as an error.
 *
 * @param quota - the exact number of posts that would match the target of the category
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
 * Widens the range of counts with which a category of one plan is on track, so that the plan can make up for earlier
 * plans (docs/specification.md, section 8).
 *
 * If the earlier plans had too few posts of the category, this plan may have more: as many as bring the total up to
 * `quota`, rounded up. If they had too many, this plan may have fewer: as few as bring the total down to `quota`,
 * rounded down. The range is never widened beyond `error`.
 *
 * @param quota - the exact number of posts of the category that this plan and the earlier plans should have together
 * @param before - the number of posts of the category in the earlier plans
 * @param error - the range of counts with which the rule `mix` does not report the category as an error
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
 * Returns the mix of a plan as the rule `mix` judges it. A category that is off track only because it makes up for
 * earlier plans counts as on track.
 *
 * @param series - returns the mix of this plan and the earlier plans together; `undefined` if no earlier plan is
 * counted together with this one. Called only if a category is off track
 * @param limit - the target `limit`, in percentage points
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
