import type { Day } from '../dates.ts';
import { Fraction, rounded } from '../exact.ts';
import type { Mix } from '../policy/targets.ts';
import { type CategoryCount, compared } from './mix-analysis.ts';

/** The posts of a channel of a plan that count in its mix. */
export interface MixCounts {
  readonly counted: number;
  /** For each category of the mix, its posts, and the exact number of posts that would match its target. */
  readonly categories: readonly Pick<CategoryCount, 'category' | 'count' | 'quota'>[];
}

/** Returns how many posts of each category a plan has, with the quotas that its mix gives them. */
export function countsIn(mix: Mix, countOf: (category: string) => number): MixCounts {
  const counts = mix.map(({ category }) => countOf(category));
  const counted = counts.reduce((sum, count) => sum + count, 0);
  const categories = mix.map(({ category, share }, index) => {
    return { category, count: counts[index] ?? 0, quota: share.mul(counted) };
  });
  return { counted, categories };
}

/** What one plan brings to the series of a channel. */
export interface SeriesPart {
  /** The first day of the plan. */
  readonly from: Day;
  readonly counts: MixCounts;
}

/**
 * The mix of a channel over the weeks: the posts of a plan and of the plans before it that are counted together with
 * it, compared with what the targets of each plan ask for.
 */
export interface SeriesAnalysis {
  /** The first day of the first plan. */
  readonly from: Day;
  /** The number of plans, this one included. */
  readonly plans: number;
  /** The number of counted posts. */
  readonly counted: number;
  /** The categories of the mix of the last plan, in its order, and then the others in the order of the plans. */
  readonly categories: readonly CategoryCount[];
  /**
   * The categories of the mix of the last plan that are off track, and at least two posts off. Empty if fewer than two
   * plans have counted posts.
   */
  readonly off: readonly CategoryCount[];
}

/**
 * Adds up the posts of plans, and compares the sum with the sum of their quotas, each with the mix of its own plan
 * (docs/specification.md, section 8).
 *
 * @param parts - at least one plan, in order; the last one is the plan that is judged
 * @param mix - the mix of the last plan, whose categories come first
 * @param tolerance - of the last plan, in percentage points
 */
export function analyseSeries(parts: readonly SeriesPart[], mix: Mix, tolerance: Fraction): SeriesAnalysis {
  const posts = new Map(mix.map(({ category }) => [category, 0]));
  const quotas = new Map<string, Fraction>();
  let counted = 0;
  for (const { counts } of parts) {
    counted += counts.counted;
    for (const { category, count, quota } of counts.categories) {
      posts.set(category, (posts.get(category) ?? 0) + count);
      quotas.set(category, (quotas.get(category) ?? new Fraction(0)).add(quota));
    }
  }
  const categories = [...posts].map(([category, count]) => {
    const quota = quotas.get(category) ?? new Fraction(0);
    const share = counted === 0 ? new Fraction(0) : quota.div(counted);
    const target = rounded(share.mul(100), 2);
    return compared({ category, count, quota, target, share }, counted, tolerance);
  });
  const countedPlans = parts.filter((part) => part.counts.counted > 0).length;
  const off = categories
    .slice(0, mix.length)
    .filter(({ verdict, count, quota }) => verdict !== 'on_track' && quota.sub(count).abs().gte(2));
  return {
    from: parts[0]?.from ?? '',
    plans: parts.length,
    counted,
    categories,
    off: countedPlans < 2 ? [] : off,
  };
}
