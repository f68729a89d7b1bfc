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
  /**
   * The number of posts that go out; `openSlots` and `unplanned` are parts of it. A post on several channels counts
   * once.
   */
  readonly posts: number;
  readonly openSlots: number;
  readonly unplanned: number;
  readonly cancelled: number;
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
  readonly target: number;
  readonly count: number;
  readonly share: number;
  readonly variance: number;
  readonly verdict: Verdict;
}
