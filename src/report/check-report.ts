import type { DayAnalysis, Verdict } from '../analysis/verdict.ts';
import type { Finding } from '../findings/finding.ts';

export type { DayAnalysis, Verdict };

/**
 * A finding in the JSON report. If the plan has several channels, the message of a finding about one channel begins
 * with the name of that channel.
 */
export type FindingReport = Omit<Finding, 'namesChannel'>;

/**
 * The result of a check in a form for programs: what `cmplan check -f json` prints (docs/specification.md, section 6).
 */
export interface CheckReport {
  readonly version: 1;
  /**
   * The figures for each plan, in the order in which the plans were given. Files whose period could not be read are
   * left out.
   */
  readonly plans: readonly PlanReport[];
  /**
   * The findings of all files. They are sorted by file (in the order given), and then by line, column, rule, channel
   * and date.
   */
  readonly findings: readonly FindingReport[];
  readonly summary: {
    readonly plans: number;
    /** The total number of posts that go out in all `plans`. */
    readonly posts: number;
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
  };
}

/** The figures for one plan. Posts without a valid day or without a valid channel do not count. */
export interface PlanReport {
  /** The path of the plan relative to the working directory, with `/` between folders. */
  readonly file: string;
  /** The first day of the period, such as `2026-11-23`. */
  readonly from: string;
  /** The last day of the period, which is included. */
  readonly to: string;
  /** The time zone as an IANA name, such as `Europe/Kyiv`; `null` for local time. */
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
   * The number of posts that do not go out because their status is `on_hold`, or because a hold of the plan (a pause of
   * planned posts) suspends them.
   */
  readonly onHold: number;
  readonly channels: readonly ChannelReport[];
}

/** The figures for one channel of a plan. */
export interface ChannelReport {
  readonly channel: string;
  /** How the posts of this plan on the channel are divided among the categories. */
  readonly mix: MixReport;
  /**
   * The combined mix of this plan and the earlier plans that are counted together with it. `null` if no other plan is
   * counted together with this one.
   */
  readonly mixOverTime: MixOverTimeReport | null;
  /** Every day of the period, in order; empty if the target `posts_per_day` or `days_off` of the channel is invalid. */
  readonly days: readonly DayAnalysis[];
  /** The number of posts that go out in each format, such as `{ poll: 2 }`. */
  readonly formats: Readonly<Record<string, number>>;
}

/** How the planned posts of a channel are divided among the categories, compared with the target mix. */
export interface MixReport {
  /** The number of planned posts that go out and have a valid day and category. */
  readonly counted: number;
  /** The fewest posts that must change category so that every category is on track; 0 if every category already is. */
  readonly moves: number;
  /** The figures for each category of the target mix; empty if the target `mix` or `tolerance` is invalid. */
  readonly categories: readonly CategoryReport[];
}

/** The figures for one category of a channel. `share` and `variance` are rounded to two decimals. */
export interface CategoryReport {
  readonly category: string;
  /** The percentage of posts that should be in the category. */
  readonly target: number;
  /** The number of counted posts that are in the category. */
  readonly count: number;
  /** The percentage of the counted posts that are in the category; 0 if no post is counted. */
  readonly share: number;
  /**
   * `share` minus `target`, in percentage points: positive if the category has too many posts, negative if it has too
   * few. 0 if no post is counted.
   */
  readonly variance: number;
  readonly verdict: Verdict;
}

/**
 * The combined mix of a channel in successive plans: one plan, and the earlier plans that are counted together with it.
 */
export interface MixOverTimeReport {
  /** The first day of the first plan that is counted, such as `2026-09-28`. */
  readonly from: string;
  /** The number of plans that are counted together, this one included. */
  readonly plans: number;
  /** The number of planned posts that count in the mix, in all these plans together. */
  readonly counted: number;
  /**
   * The categories in the mix of the latest plan, in its order, followed by categories that only earlier plans have.
   */
  readonly categories: readonly CategoryOverTimeReport[];
  /**
   * What the next plan should contain to make up for any imbalance, if it has as many posts as the latest plan. `null`
   * if no post of the latest plan counts, or if a plan of the same length right after it would not be counted together
   * with these plans.
   */
  readonly next: {
    readonly posts: number;
    /** The number of posts of each category. */
    readonly categories: Readonly<Record<string, number>>;
  } | null;
}

/** The figures for one category in all plans together. All numbers but `count` are rounded to two decimals. */
interface CategoryOverTimeReport extends CategoryReport {
  /**
   * The number of posts of the category that all plans together should have: for each plan, its own target for the
   * category times its number of counted posts, added up.
   */
  readonly quota: number;
}
