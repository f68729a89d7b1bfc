import type { Fraction } from '../exact.ts';
import type { Mix } from '../policy/targets.ts';
import { nextCounts } from './next-plan.ts';
import type { SeriesAnalysis } from './series.ts';
import type { CountsKey } from './span-series.ts';

/** What the next plan should contain, if it follows directly and has as many posts as this one. */
export interface NextPlan {
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
 * The mix of a channel over the weeks, at one plan. Each figure is calculated when it is asked for, and not kept: a run
 * may check many plans with many channels.
 */
export class ChannelOverTime {
  private readonly analysed: (key: CountsKey) => SeriesAnalysis;
  private readonly plan: JudgedPlan;
  private readonly isFollowed: () => boolean;

  /**
   * @param analysed - adds up the plans
   * @param isFollowed - tells whether a plan of the same length directly after this one belongs to the same span
   */
  constructor(analysed: (key: CountsKey) => SeriesAnalysis, plan: JudgedPlan, isFollowed: () => boolean) {
    this.analysed = analysed;
    this.plan = plan;
    this.isFollowed = isFollowed;
  }

  /** The posts of this plan and the earlier ones together, compared with what their mixes ask for. */
  get series(): SeriesAnalysis {
    return this.analysed('counts');
  }

  /** What `series` would be if the posts that holds suspend went out. */
  get withSuspended(): SeriesAnalysis {
    return this.analysed('countsWithSuspended');
  }

  /**
   * Returns what the next plan should contain; `null` if this plan counts no posts, or if a plan of the same length
   * directly after it would belong to another span.
   *
   * @param series - the series at this plan
   */
  next(series: SeriesAnalysis): NextPlan | null {
    const { plan, isFollowed } = this;
    const { posts } = plan;
    if (posts === 0 || !isFollowed()) return null;
    return { posts, counts: nextCounts(series, plan), ordinary: () => nextCounts(null, plan) };
  }
}
