import type { Day } from '../../dates.ts';
import type { DriftAnalysis, DriftVerdict, Span } from '../../drift/drift-model.ts';
import type { MixReport } from '../check-report.ts';

/** The result of comparing a schedule with a plan, with what reports say about the two files. */
export interface DriftResult extends DriftAnalysis {
  /** The name of the plan in reports. */
  readonly plan: string;
  /** The name of the schedule in reports. */
  readonly schedule: string;
  /** The first and the last day of the plan, and its time zone; `timezone` is `null` for local time. */
  readonly period: Span & { readonly timezone: string | null };
  /**
   * The days that the schedule covers; `null` if it covers none. Only on these days does a planned post that is missing
   * from the schedule count as not scheduled.
   */
  readonly covered: Span | null;
}

/** The result of a comparison in a form for programs: what `cmplan drift -f json` prints. */
export interface DriftReport {
  readonly version: 1;
  readonly plan: string;
  readonly schedule: string;
  /**
   * One entry for each post on each channel. Held posts (scheduled although the plan says that they do not go out) come
   * first, and then all others by day and time.
   */
  readonly posts: readonly {
    readonly verdict: DriftVerdict;
    readonly channel: string;
    /** The post in the plan; `null` if it is only in the schedule. */
    readonly planned: DriftPost | null;
    /** The post in the schedule; `null` if it is only in the plan. */
    readonly scheduled: DriftPost | null;
    /**
     * Whether the post is scheduled for a time at which the plan is on hold. False for a post that has already gone
     * out.
     */
    readonly duringHold: boolean;
    /**
     * The number (from 1) of the line of the schedule that was skipped, but has the title or the text of the planned
     * post, which makes the verdict `unknown`. `null` if there is no such line.
     */
    readonly skippedLine: number | null;
  }[];
  /** The number of posts with each verdict. */
  readonly counts: Readonly<Record<DriftVerdict, number>>;
  readonly channels: readonly {
    readonly channel: string;
    /** The mix of the scheduled posts that match planned posts and are in the period of the plan. */
    readonly mix: MixReport;
    /** The mix of all scheduled posts in the period of the plan except held posts. Added and unplanned posts count. */
    readonly mixWithAdded: MixReport;
  }[];
  /** The lines of the schedule that are not compared, each with the reason, in the order of the file. */
  readonly skipped: readonly { readonly line: number; readonly reason: string }[];
  /**
   * The percentage of planned posts that drifted, rounded to two decimals. Measured on the posts in the plan with a
   * title or a text, except unplanned posts and posts with the verdict `unknown` or `held`.
   */
  readonly drift: number;
}

/** A post with its values in the plan or in the schedule. */
export interface DriftPost {
  readonly date: Day;
  /** `HH:MM`; `null` if the post has no time. */
  readonly time: string | null;
  /** A category of the channel's mix; `null` if the post has none, or one that is not in the mix. */
  readonly category: string | null;
  /** The title or, if there is none, the text; `null` if the post has neither. */
  readonly title: string | null;
  /** The number of the line, from 1, on which the post begins in its file. */
  readonly line: number;
}
