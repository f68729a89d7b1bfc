import type { Fraction } from '../exact.ts';
import type { Mix } from '../policy/targets.ts';
import { nextCounts } from './next-plan.ts';
import type { SeriesAnalysis } from './series.ts';

/** What the next plan should hold, if it follows directly and has as many posts. */
export interface NextPlan {
  readonly posts: number;
  /** The number of posts of each category. */
  readonly counts: ReadonlyMap<string, number>;
  /** Returns the counts that a plan of as many posts would have without the plans before it. */
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
  private readonly seriesAtPlan: () => SeriesAnalysis;
  private readonly seriesWithSuspended: () => SeriesAnalysis;
  private readonly plan: JudgedPlan;
  private readonly isFollowed: boolean;

  /**
   * @param series - adds up the plans
   * @param withSuspended - does so as if the posts suspended by holds went out
   * @param isFollowed - whether a plan of the same length directly after this one belongs to the same span
   */
  constructor(
    series: () => SeriesAnalysis,
    withSuspended: () => SeriesAnalysis,
    plan: JudgedPlan,
    isFollowed: boolean,
  ) {
    this.seriesAtPlan = series;
    this.seriesWithSuspended = withSuspended;
    this.plan = plan;
    this.isFollowed = isFollowed;
  }

  /** The sum of the plans, compared with what they ask for. */
  get series(): SeriesAnalysis {
    return this.seriesAtPlan();
  }

  /** The series as it would be if the posts suspended by holds went out. */
  get withSuspended(): SeriesAnalysis {
    return this.seriesWithSuspended();
  }

  /**
   * Returns what the next plan should hold. Null if this plan counts no posts, or a plan of the same length directly
   * after it belongs to another span.
   *
   * @param series - the series at this plan
   */
  next(series: SeriesAnalysis): NextPlan | null {
    const { plan, isFollowed } = this;
    const { posts } = plan;
    if (!isFollowed || posts === 0) return null;
    return { posts, counts: nextCounts(series, plan), ordinary: () => nextCounts(null, plan) };
  }
}
