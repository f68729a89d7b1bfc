import type { Day } from '../../dates.ts';
import type { MixOverTimeReport } from '../check-report.ts';

/** The combined mix of each team's plans in a form for programs: what `cmplan balance -f json` prints. */
export interface BalanceReport {
  readonly version: 1;
  /** One entry for each channel of each team, in ascending order of the teams' folders. */
  readonly channels: readonly {
    /** The path of the folder of the team's plans, relative to the working directory, with `/` between folders. */
    readonly folder: string;
    /** The path of the team's config relative to the working directory; `null` if the team has none. */
    readonly config: string | null;
    readonly channel: string;
    /**
     * The plans that are counted together, the earliest first: those of the latest span that `mix_over` sets, such as a
     * quarter.
     */
    readonly plans: readonly BalancedPlanReport[];
    /** The combined mix of all `plans`; `null` if there is only one plan. */
    readonly mixOverTime: MixOverTimeReport | null;
  }[];
}

/** One plan among the plans of a channel that are counted together. */
export interface BalancedPlanReport {
  readonly file: string;
  readonly from: Day;
  readonly to: Day;
  /** The number of posts of the plan that count in the mix. */
  readonly counted: number;
  /**
   * The categories in the mix of the latest plan, in its order, followed by categories that only earlier plans have.
   */
  readonly categories: readonly {
    readonly category: string;
    /** The number of posts of the plan in the category. */
    readonly count: number;
    /**
     * The share of the category minus its target, in this and all earlier plans together, in percentage points, rounded
     * to two decimals. Positive if the category has too many posts.
     */
    readonly variance: number;
  }[];
}
