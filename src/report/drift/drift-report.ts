import type { Day } from '../../dates.ts';
import type { DriftAnalysis, DriftVerdict, Span } from '../../drift/drift-model.ts';
import type { MixReport } from '../check-report.ts';

/** The result of comparing a schedule with a plan, plus what reports say about the two files. */
export interface DriftResult extends DriftAnalysis {
  /** The name of the plan in reports. */
  readonly plan: string;
  /** The name of the schedule in reports. */
  readonly schedule: string;
  /** The days that the plan covers, and its time zone, which is `null` for local time. */
  readonly period: Span & { readonly timezone: string | null };
  /**
   * The days that the schedule covers; `null` if it covers none. On these days, a planned post that is not in the
   * schedule is certainly not scheduled.
   */
  readonly covered: Span | null;
}

/** The result of a comparison as programs get it: what `cmplan drift -f json` prints. */
export interface DriftReport {
  readonly version: 1;
  readonly plan: string;
  readonly schedule: string;
  /** One entry for each post on each channel: first the held posts, then the others by day and time. */
  readonly posts: readonly {
    readonly verdict: DriftVerdict;
    readonly channel: string;
    readonly planned: DriftPost | null;
    readonly scheduled: DriftPost | null;
    /**
     * Whether the post is scheduled for a time at which the plan is on hold. False for a post that has already gone
     * out.
     */
    readonly duringHold: boolean;
    /**
     * The line of the schedule that has the words of the post but is not compared, so that the verdict is `unknown`;
     * `null` for any other post.
     */
    readonly skippedLine: number | null;
  }[];
  /** The number of posts with each verdict. */
  readonly counts: Readonly<Record<DriftVerdict, number>>;
  readonly channels: readonly {
    readonly channel: string;
    /** The mix of the scheduled posts that match planned posts. */
    readonly mix: MixReport;
    /** The mix of all scheduled posts in the period of the plan, including added and unplanned ones. */
    readonly mixWithAdded: MixReport;
  }[];
  /** The lines of the schedule that are not compared, each with the reason. */
  readonly skipped: readonly { readonly line: number; readonly reason: string }[];
  /**
   * The percentage of planned posts that drifted, rounded to two decimals. Only posts with a title or a text are
   * measured, except those with the verdict `unknown` or `held`.
   */
  readonly drift: number;
}

/** One side of a compared post: the post as planned, or as scheduled. */
export interface DriftPost {
  readonly date: Day;
  /** `HH:MM`; `null` if the post has no time. */
  readonly time: string | null;
  readonly category: string | null;
  /** The title or, if there is none, the text; `null` for an open slot. */
  readonly title: string | null;
  /** The number of the line, from 1, on which the post begins in its file. */
  readonly line: number;
}
