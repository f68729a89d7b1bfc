import type { Day } from '../../dates.ts';
import type { DriftAnalysis, DriftVerdict, Span } from '../../drift/drift-model.ts';
import type { MixReport } from '../check-report.ts';

/** The result of a comparison, with the names of its two sides. */
export interface DriftResult extends DriftAnalysis {
  /** The name of the plan in reports. */
  readonly plan: string;
  /** The name of the schedule in reports. */
  readonly schedule: string;
  /** The days and the time zone of the plan. */
  readonly period: Span & { readonly timezone: string | null };
  /** The days that the schedule covers; null when it covers none. */
  readonly covered: Span | null;
}

/** The report on a comparison for programs: the JSON that `cmplan drift -f json` prints. */
export interface DriftReport {
  readonly version: 1;
  readonly plan: string;
  readonly schedule: string;
  /** An entry for each post and channel: held posts first, the others by day and time. */
  readonly posts: readonly {
    readonly verdict: DriftVerdict;
    readonly channel: string;
    readonly planned: DriftPost | null;
    readonly scheduled: DriftPost | null;
    /** Whether the post is scheduled for a time at which the plan is on hold, and has not already gone out. */
    readonly duringHold: boolean;
  }[];
  /** The number of posts with each verdict. */
  readonly counts: Readonly<Record<DriftVerdict, number>>;
  readonly channels: readonly {
    readonly channel: string;
    /** The mix of the scheduled posts that are in the plan. */
    readonly mix: MixReport;
    /** The mix of all scheduled posts within the plan, including added and unplanned posts. */
    readonly mixWithAdded: MixReport;
  }[];
  /** The lines of the schedule that are not counted anywhere, each with the reason. */
  readonly skipped: readonly { readonly line: number; readonly reason: string }[];
  /**
   * The percentage of the measured posts that drifted, with two decimals. The measured posts are all planned posts with
   * a title or a text, except posts with the verdict `unknown` or `held`.
   */
  readonly drift: number;
}

/** One side of a compared post: the planned or the scheduled post. */
export interface DriftPost {
  readonly date: Day;
  /** `HH:MM`; null when the post has no time. */
  readonly time: string | null;
  readonly category: string | null;
  /** The title of the post or, if it has none, its text; null for an open slot. */
  readonly title: string | null;
  /** The number of the line, from 1. */
  readonly line: number;
}
