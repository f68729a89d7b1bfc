import type { Day } from '../../dates.ts';
import type { MixOverTimeReport } from '../check-report.ts';

/** The mix over the weeks as programs get it: what `cmplan balance -f json` prints. */
export interface BalanceReport {
  readonly version: 1;
  /** One entry for each channel of each team, in the order of the teams' folders. */
  readonly channels: readonly {
    /** The folder of the team's plans, from the working directory, with `/` between folders. */
    readonly folder: string;
    /** The path of the team's config; `null` if it has none. */
    readonly config: string | null;
    readonly channel: string;
    /** The plans of the newest span that are counted together, in order. */
    readonly plans: readonly BalancedPlanReport[];
    /** The mix of all these plans together; `null` if there is only one plan. */
    readonly mixOverTime: MixOverTimeReport | null;
  }[];
}

/** One plan in the balance of a channel, as programs get it. */
export interface BalancedPlanReport {
  readonly file: string;
  readonly from: Day;
  readonly to: Day;
  /** The number of posts of the plan that count in the mix. */
  readonly counted: number;
  /** The categories of the newest plan's mix in its order, then those that only earlier plans have. */
  readonly categories: readonly {
    readonly category: string;
    /** The number of posts of the plan in the category. */
    readonly count: number;
    /**
     * Share minus target of the category in all plans up to and including this one, in percentage points, rounded to
     * two decimals.
     */
    readonly variance: number;
  }[];
}
