import type { DayAnalysis, Verdict } from '../analysis/verdict.ts';
import type { Finding } from '../findings/finding.ts';

export type { DayAnalysis, Verdict };

/** A finding in the report for programs. If the plan has several channels, the message names the channel. */
export type FindingReport = Omit<Finding, 'namesChannel'>;

/** The report on a check for programs: what `-f json` prints (docs/specification.md, section 6). */
export interface CheckReport {
  readonly version: 1;
  /** The figures for each plan whose period could be read, in the order in which the plans were given. */
  readonly plans: readonly PlanReport[];
  /** The findings, sorted by plan, and then by line, column, rule, channel and date. */
  readonly findings: readonly FindingReport[];
  readonly summary: {
    readonly plans: number;
    /** The number of posts that go out, in all these plans together. */
    readonly posts: number;
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
  };
}

/** The figures for one plan. A post without a valid day or without a valid channel is not counted anywhere. */
export interface PlanReport {
  /** The path from the working directory, written with `/`. */
  readonly file: string;
  /** The first day, such as `2026-11-23`; `to` is the last. */
  readonly from: string;
  readonly to: string;
  /** An IANA name; null for local time. */
  readonly timezone: string | null;
  /** The number of posts that go out. A post on several channels counts once. */
  readonly posts: number;
  /** The number of open slots: planned posts that go out and have neither a title nor a text yet. */
  readonly openSlots: number;
  /** The number of posts that go out and are spontaneous (`unplanned: true`). */
  readonly unplanned: number;
  /** The number of posts with the status `cancelled`, which do not go out. */
  readonly cancelled: number;
  /** The number of posts that do not go out because their status is `on_hold` or because of a hold in the plan. */
  readonly onHold: number;
  readonly channels: readonly ChannelReport[];
}

/** The figures for one channel of a plan. */
export interface ChannelReport {
  readonly channel: string;
  readonly mix: MixReport;
  /** The figures for every day of the period; empty if the bounds or the days off of the channel are invalid. */
  readonly days: readonly DayAnalysis[];
  /** How many of the posts that go out have each format. */
  readonly formats: Readonly<Record<string, number>>;
}

/** How the mix of a channel compares with its target mix. */
export interface MixReport {
  /** The number of planned posts that are counted: those that go out and have a valid day and category. */
  readonly counted: number;
  /** The fewest posts that must change category to put every category on track. */
  readonly moves: number;
  /** The figures for each category of the target mix; empty if the mix or its tolerance is invalid. */
  readonly categories: readonly CategoryReport[];
}

/**
 * The figures for one category of a channel. Shares are in percent and variances in percentage points, both with two
 * decimals.
 */
export interface CategoryReport {
  readonly category: string;
  /** The percentage of the counted posts that should be in the category. */
  readonly target: number;
  /** The number of counted posts in the category. */
  readonly count: number;
  /** The percentage of the counted posts that are in the category. */
  readonly share: number;
  /** `share` minus `target`: positive if there are too many posts, negative if there are too few. */
  readonly variance: number;
  readonly verdict: Verdict;
}
