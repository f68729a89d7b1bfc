import type { Day } from '../../dates.ts';
import type { MixOverTimeReport } from '../check-report.ts';

/** The mix over the weeks as programs get it: what `cmplan balance -f json` prints. */
export interface BalanceReport {
  readonly version: 1;
  /** One entry for each channel of each team, sorted by the folders of the teams. */
  readonly channels: readonly {
    /** The folder of the team's plans, as a path from the working directory with `/` between folders. */
    readonly folder: string;
    /** The path of the team's config; `null` if it has none. */
    readonly config: string | null;
    readonly channel: string;
    /**
     * The plans that are counted together, the earliest first: those of the latest month, quarter or other span of
     * `mix_over`.
     */
    readonly plans: readonly BalancedPlanReport[];
    /** The mix of all `plans` together; `null` if there is only one plan. */
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
  /** First the categories in the mix of the latest plan, in its order; then categories that only earlier plans have. */
  readonly categories: readonly {
    readonly category: string;
    /** The number of posts of the plan in the category. */
    readonly count: number;
    /**
     * How far the category is off after this plan: its share minus its target in this and all earlier plans together,
     * in percentage points, rounded to two decimals.
     */
    readonly variance: number;
  }[];
}
