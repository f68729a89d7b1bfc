import type { DayAnalysis, Verdict } from '../analysis/verdict.ts';
import type { Finding } from '../findings/finding.ts';

export type { DayAnalysis, Verdict };

/**
 * A finding as programs get it. If the plan has several channels, and the finding is about one of them, the message
 * begins with the name of that channel.
 */
export type FindingReport = Omit<Finding, 'namesChannel'>;

/** The result of a check as programs get it: what `cmplan check -f json` prints (docs/specification.md, section 6). */
export interface CheckReport {
  readonly version: 1;
  /**
   * The figures for each plan, in the order in which the plans were given. Plans whose period could not be read are
   * left out.
   */
  readonly plans: readonly PlanReport[];
  /**
   * The findings of all files, sorted by file (in the order given), and then by line, column, rule, channel and date.
   */
  readonly findings: readonly FindingReport[];
  readonly summary: {
    readonly plans: number;
    /** The number of posts that go out in all plans of the report. */
    readonly posts: number;
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
  };
}

/** The figures for one plan. Posts without a valid day or a valid channel are not counted. */
export interface PlanReport {
  /** The path of the plan from the working directory, with `/` between folders. */
  readonly file: string;
  /** The first day of the period, such as `2026-11-23`. */
  readonly from: string;
  /** The last day of the period, which is included. */
  readonly to: string;
  /** An IANA name such as `Europe/Kyiv`; `null` for local time. */
  readonly timezone: string | null;
  /** The number of posts that go out. A post on several channels counts once. */
  readonly posts: number;
  /** The number of open slots: planned posts that go out but have neither a title nor a text yet. */
  readonly openSlots: number;
  /** The number of posts that go out and are marked as spontaneous (`unplanned: true`). */
  readonly unplanned: number;
  /** The number of posts that do not go out because their status is `cancelled`. */
  readonly cancelled: number;
  /**
   * The number of posts that do not go out because their status is `on_hold`, or because a hold of the plan suspends
   * them.
   */
  readonly onHold: number;
  readonly channels: readonly ChannelReport[];
}

/** The figures for one channel of a plan. */
export interface ChannelReport {
  readonly channel: string;
  readonly mix: MixReport;
  /**
   * The mix over the weeks up to and including this plan; `null` if the plan belongs to no team, or is in no series of
   * at least two plans.
   */
  readonly mixOverTime: MixOverTimeReport | null;
  /** Every day of the period, in order; empty if the target `posts_per_day` or `days_off` of the channel is invalid. */
  readonly days: readonly DayAnalysis[];
  /** The number of posts that go out in each format, by the name of the format. */
  readonly formats: Readonly<Record<string, number>>;
}

/** How the planned posts of a channel are divided among the categories, compared with the target mix. */
export interface MixReport {
  /** The number of planned posts that go out and have a valid day and category. */
  readonly counted: number;
  /** The fewest posts that must change category to put every category on track; 0 if every category already is. */
  readonly moves: number;
  /** The figures for each category of the target mix; empty if the target `mix` or `tolerance` is invalid. */
  readonly categories: readonly CategoryReport[];
}

/** The figures for one category of a channel. `share` and `variance` are rounded to two decimals. */
export interface CategoryReport {
  readonly category: string;
  /** The percentage of the posts that should be in the category. */
  readonly target: number;
  /** The number of counted posts that are in the category. */
  readonly count: number;
  /** The percentage of the counted posts that are in the category; 0 if no post is counted. */
  readonly share: number;
  /**
   * `share` minus `target`, in percentage points: positive if the category has too many posts, negative if it has too
   * few; 0 if no post is counted.
   */
  readonly variance: number;
  readonly verdict: Verdict;
}

/**
 * The mix of a channel over the weeks: the posts of a plan and of the earlier plans that are counted together with it.
 */
export interface MixOverTimeReport {
  /** The first day of the first plan that is counted. */
  readonly from: string;
  /** The number of plans that are counted together, this one included. */
  readonly plans: number;
  /** The number of planned posts that count in the mix, in all plans together. */
  readonly counted: number;
  /** The categories of this plan's mix in its order, then those that only earlier plans have. */
  readonly categories: readonly CategoryOverTimeReport[];
  /**
   * What the next plan should contain, if it has as many posts as this one; `null` if this plan counts no posts, or if
   * a plan of the same length directly after it would belong to another span.
   */
  readonly next: {
    readonly posts: number;
    /** The number of posts of each category. */
    readonly categories: Readonly<Record<string, number>>;
  } | null;
}

/** The figures for one category over the weeks. `target` and `quota` are rounded to two decimals, too. */
interface CategoryOverTimeReport extends CategoryReport {
  /** How many posts of the category there should be in all: each plan asks for the share that its own mix gives it. */
  readonly quota: number;
}
