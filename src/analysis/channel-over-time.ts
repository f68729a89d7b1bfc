import type { Fraction } from '../exact.ts';
import type { Mix } from '../policy/targets.ts';
import { nextCounts } from './next-plan.ts';
import type { SeriesAnalysis } from './series.ts';
import type { CountsKey } from './span-series.ts';

/**
 * What the next plan should contain, assuming that it begins on the day after the current plan ends, and that as many
 * of its posts count in the mix.
 */
export interface NextPlan {
  /** The number of posts of the next plan that count in the mix: the same as in the current plan. */
  readonly posts: number;
  /** The number of posts that the next plan should have in each category. */
  readonly counts: ReadonlyMap<string, number>;
  /** Returns what `counts` would be if there were no earlier plans. */
  readonly ordinary: () => ReadonlyMap<string, number>;
}

/** The plan that is judged: its posts that count in the mix, and its targets. */
interface JudgedPlan {
  readonly posts: number;
  readonly mix: Mix;
  /** In percentage points; so is `limit`. */
  readonly tolerance: Fraction;
  readonly limit: Fraction;
}

/**
 * The mix of a channel in one plan and the earlier plans of its span (such as a quarter), counted together. Each figure
 * is calculated when it is read and is not kept, because a run may check many plans with many channels.
 */
export class ChannelOverTime {
  private readonly analysed: (key: CountsKey) => SeriesAnalysis;
  private readonly plan: JudgedPlan;
  private readonly isFollowed: () => boolean;

  /**
   * @param analysed - returns the sum of the plans: of the posts that go out (`counts`), or also of the posts that a
   * hold keeps from going out (`countsWithSuspended`)
   * @param isFollowed - returns whether a plan of the same length directly after this one belongs to the same span
   */
  constructor(analysed: (key: CountsKey) => SeriesAnalysis, plan: JudgedPlan, isFollowed: () => boolean) {
    this.analysed = analysed;
    this.plan = plan;
    this.isFollowed = isFollowed;
  }

  /**
   * The posts of this plan and the earlier plans, added up and compared with the sums that the mixes of these plans ask
   * for.
   */
  get series(): SeriesAnalysis {
    return this.analysed('counts');
  }

  /** What `series` would be if the plans had no holds (spans of time during which planned posts do not go out). */
  get withSuspended(): SeriesAnalysis {
    return this.analysed('countsWithSuspended');
  }

  /**
   * Returns what the next plan should contain. Returns `null` if none of this plan's posts counts in the mix, or if a
   * plan of the same length directly after this one would belong to another span.
   *
   * @param series - the value of `this.series`; callers pass it so that it is not calculated again
   */
  next(series: SeriesAnalysis): NextPlan | null {
    const { plan, isFollowed } = this;
    const { posts } = plan;
    if (posts === 0 || !isFollowed()) return null;
    return { posts, counts: nextCounts(series, plan), ordinary: () => nextCounts(null, plan) };
  }
}
