import type { DayAnalysis, Verdict } from '../analysis/verdict.ts';
import type { Finding } from '../findings/finding.ts';

export type { DayAnalysis, Verdict };

/** A finding in the report for programs. When the plan has several channels, the message names the channel. */
export type FindingReport = Omit<Finding, 'namesChannel'>;

/** The report on a check for programs: the JSON that `-f json` prints (docs/specification.md, section 6). */
export interface CheckReport {
  readonly version: 1;
  /** The plans whose period could be read, in the order given. */
  readonly plans: readonly PlanReport[];
  /** The findings, sorted by plan, and then by line, column, rule, channel and date. */
  readonly findings: readonly FindingReport[];
  readonly summary: {
    readonly plans: number;
    /** The number of posts that go out. */
    readonly posts: number;
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
  };
}

/** The figures for one plan. A post without a valid day or channel is not counted anywhere. */
export interface PlanReport {
  /** The path from the working directory, with `/`. */
  readonly file: string;
  /** The first and the last day, as in `2026-11-23`. */
  readonly from: string;
  readonly to: string;
  /** An IANA name; null for local time. */
  readonly timezone: string | null;
  /** The number of posts that go out. A post on several channels counts once. */
  readonly posts: number;
  /** The number of posts that go out, are planned, and have neither a title nor a text yet. */
  readonly openSlots: number;
  /** The number of posts that go out and are spontaneous (`unplanned: true`). */
  readonly unplanned: number;
  /** The number of posts with the status `cancelled`, which do not go out. */
  readonly cancelled: number;
  /** The number of posts that do not go out because of the status `on_hold` or a hold of the plan. */
  readonly onHold: number;
  readonly channels: readonly ChannelReport[];
}

/** The figures for one channel. */
export interface ChannelReport {
  readonly channel: string;
  readonly mix: MixReport;
  /** Every day of the period; empty when the bounds or the days off are invalid. */
  readonly days: readonly DayAnalysis[];
  /** The number of posts with each format, among the posts that go out. */
  readonly formats: Readonly<Record<string, number>>;
}

/** How the mix of a channel compares with its target mix. */
export interface MixReport {
  /** The number of planned posts with a valid day and category. */
  readonly counted: number;
  /** The smallest number of posts that must change category to put every category on track. */
  readonly moves: number;
  /** The categories of the target mix; empty when the mix or its tolerance is invalid. */
  readonly categories: readonly CategoryReport[];
}

/**
 * The figures for one category of a channel. Shares are in percent, variances in percentage points, with two decimals.
 */
export interface CategoryReport {
  readonly category: string;
  /** The percentage of posts that the category should have. */
  readonly target: number;
  /** The number of counted posts in the category. */
  readonly count: number;
  /** The percentage of counted posts that the category has. */
  readonly share: number;
  /** `share` minus `target`: positive when there are too many posts, negative when there are too few. */
  readonly variance: number;
  readonly verdict: Verdict;
}
