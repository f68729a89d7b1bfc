import type { Day } from '../dates.ts';
import { Fraction, rounded } from '../exact.ts';
import type { Mix } from '../policy/targets.ts';
import { type CategoryCount, compared } from './mix-analysis.ts';

/** The posts of one channel in one plan that count in the mix of the channel. */
export interface MixCounts {
  /** The number of posts in all categories together. */
  readonly counted: number;
  /** For each category of the mix, its number of posts, and the exact number of posts that would match its target. */
  readonly categories: readonly Pick<CategoryCount, 'category' | 'count' | 'quota'>[];
}

/**
 * Returns, for each category of a plan's mix, the number of posts and the quota: the exact number of posts that would
 * match the target.
 *
 * @param countOf - returns the number of posts of the plan in a category
 */
export function countsIn(mix: Mix, countOf: (category: string) => number): MixCounts {
  return new CountsOfMix(
    mix,
    mix.map(({ category }) => countOf(category)),
  );
}

/** The counts for one mix. A run keeps those of a hundred thousand channels, so the quotas are made when they are asked for. */
class CountsOfMix implements MixCounts {
  readonly counted: number;
  private readonly mix: Mix;
  private readonly counts: readonly number[];

  /** @param counts - the number of posts in each category of the mix */
  constructor(mix: Mix, counts: readonly number[]) {
    this.mix = mix;
    this.counts = counts;
    this.counted = counts.reduce((sum, count) => sum + count, 0);
  }

  get categories(): MixCounts['categories'] {
    return this.mix.map(({ category, share }, index) => {
      return { category, count: this.counts[index] ?? 0, quota: share.mul(this.counted) };
    });
  }
}

/** One plan of a series (the plans that are counted together on a channel): its first day, and its posts that count. */
export interface SeriesPart {
  /** The first day of the plan. */
  readonly from: Day;
  readonly counts: MixCounts;
}

/**
 * The mix of a channel over a series: one plan and the earlier plans in its span (such as a quarter), counted together.
 * The posts of all these plans are added up, and compared with the sum of what the mix of each plan asks for.
 */
export interface SeriesAnalysis {
  /** The first day of the first plan that is added up. */
  readonly from: Day;
  /** The number of plans that are added up. The last of them is the plan that is judged. */
  readonly plans: number;
  /** The number of plans with at least one post that counts. */
  readonly countedPlans: number;
  /** The number of posts that count in the mix, in all plans together. */
  readonly counted: number;
  /**
   * The categories of the last plan's mix, in its order. Categories that only earlier plans have come after them, in
   * the order of the plans.
   */
  readonly categories: readonly CategoryCount[];
  /**
   * The categories of the last plan's mix that are off track by at least two posts. Empty if fewer than two plans have
   * posts that count.
   */
  readonly off: readonly CategoryCount[];
}

/**
 * Adds up the posts of several plans in each category. Compares each sum with the number of posts that the mixes of
 * these plans ask for together (docs/specification.md, section 8).
 *
 * @param parts - at least one plan, in order; the last one is the plan that is judged
 * @param mix - the mix of the last plan; its categories come first in the result
 * @param tolerance - the tolerance of the last plan, in percentage points
 */
export function analyseSeries(parts: readonly SeriesPart[], mix: Mix, tolerance: Fraction): SeriesAnalysis {
  const sum = new RunningSum();
  for (const part of parts) sum.add(part);
  return sum.compared(mix, tolerance);
}

/**
 * Returns one analysis for each plan, in order. Each analysis adds up the posts of that plan and of all plans before
 * it, and applies the mix and the tolerance of the last of all plans. The last analysis equals the result of
 * `analyseSeries`.
 *
 * @param parts - the plans that are counted together, in order
 * @param mix - the mix of the last plan
 * @param tolerance - the tolerance of the last plan, in percentage points
 */
export function runningSeries(
  parts: readonly SeriesPart[],
  mix: Mix,
  tolerance: Fraction,
): readonly SeriesAnalysis[] {
  const sum = new RunningSum();
  return parts.map((part) => {
    sum.add(part);
    return sum.compared(mix, tolerance);
  });
}

/** The posts of several plans, added up by category, and how many posts each category should have. */
export class RunningSum {
  private posts = new Map<string, number>();
  private quotas = new Map<string, Fraction>();
  private from: Day | null = null;
  private plans = 0;
  private countedPlans = 0;
  private counted = 0;

  /** Returns a copy of the sum. Adding plans to the copy does not change the original. */
  copy(): RunningSum {
    const copied = Object.assign(new RunningSum(), this);
    copied.posts = new Map(this.posts);
    copied.quotas = new Map(this.quotas);
    return copied;
  }

  /** Adds the posts of one plan. Plans must be added in order. */
  add({ from, counts: { categories, counted } }: SeriesPart): void {
    const { posts, quotas } = this;
    this.from ??= from;
    this.plans++;
    this.counted += counted;
    if (counted > 0) this.countedPlans++;
    for (const { category, count, quota } of categories) {
      posts.set(category, (posts.get(category) ?? 0) + count);
      quotas.set(category, (quotas.get(category) ?? new Fraction(0)).add(quota));
    }
  }

  /**
   * Returns this sum without the first plans that were added.
   *
   * @param first - the sum of these plans
   * @param from - the first day of the first plan that stays
   * @param categories - the categories of the plans that stay, in the order of these plans
   */
  without(first: RunningSum, from: Day, categories: Iterable<string>): RunningSum {
    const rest = new RunningSum();
    rest.from = from;
    rest.plans = this.plans - first.plans;
    rest.countedPlans = this.countedPlans - first.countedPlans;
    rest.counted = this.counted - first.counted;
    for (const category of categories) {
      const quota = this.quotas.get(category) ?? new Fraction(0);
      rest.posts.set(category, (this.posts.get(category) ?? 0) - (first.posts.get(category) ?? 0));
      rest.quotas.set(category, quota.minus(first.quotas.get(category) ?? new Fraction(0)));
    }
    return rest;
  }

  /**
   * Compares the sum in each category with its quota: the exact number of posts that the mixes of the plans ask for
   * together.
   *
   * @param mix - the mix of the plan that was added last
   * @param tolerance - the tolerance of that plan, in percentage points
   */
  compared(mix: Mix, tolerance: Fraction): SeriesAnalysis {
    const { from, plans, counted, posts } = this;
    const names = new Set([...mix.map(({ category }) => category), ...posts.keys()]);
    const categories = Array.from(names, (category) => {
      const count = posts.get(category) ?? 0;
      const quota = this.quotas.get(category) ?? new Fraction(0);
      const share = counted === 0 ? new Fraction(0) : quota.div(counted);
      const target = rounded(share.mul(100), 2);
      return compared({ category, count, quota, target, share }, counted, tolerance);
    });
    const off = categories
      .slice(0, mix.length)
      .filter(({ verdict, count, quota }) => verdict !== 'on_track' && quota.sub(count).abs().gte(2));
    const { countedPlans } = this;
    return { from: from ?? '', plans, countedPlans, counted, categories, off: countedPlans < 2 ? [] : off };
  }
}
