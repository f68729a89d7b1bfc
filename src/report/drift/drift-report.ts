import type { Day } from '../../dates.ts';
import type { DriftAnalysis, DriftVerdict, Span } from '../../drift/drift-model.ts';
import type { MixReport } from '../check-report.ts';

/** The result of comparing a schedule with a plan, together with the names of both. */
export interface DriftResult extends DriftAnalysis {
  /** The name of the plan in reports. */
  readonly plan: string;
  /** The name of the schedule in reports. */
  readonly schedule: string;
  /** The days that the plan is for, and its time zone, which is null for local time. */
  readonly period: Span & { readonly timezone: string | null };
  /**
   * The days that the schedule covers; null if it covers none. A planned post on one of these days is not scheduled
   * unless the schedule has it.
   */
  readonly covered: Span | null;
}

/** The report on a comparison for programs: what `cmplan drift -f json` prints. */
export interface DriftReport {
  readonly version: 1;
  readonly plan: string;
  readonly schedule: string;
  /** One entry for each post on each channel: held posts first, then the others by day and time. */
  readonly posts: readonly {
    readonly verdict: DriftVerdict;
    readonly channel: string;
    readonly planned: DriftPost | null;
    readonly scheduled: DriftPost | null;
    /** Whether the post is scheduled for a time at which the plan is on hold, and has not gone out already. */
    readonly duringHold: boolean;
  }[];
  /** The number of posts with each verdict. */
  readonly counts: Readonly<Record<DriftVerdict, number>>;
  readonly channels: readonly {
    readonly channel: string;
    /** The mix of those scheduled posts that are in the plan. */
    readonly mix: MixReport;
    /** The mix of all scheduled posts in the period of the plan, including added and unplanned ones. */
    readonly mixWithAdded: MixReport;
  }[];
  /** The lines of the schedule that count nowhere, each with the reason. */
  readonly skipped: readonly { readonly line: number; readonly reason: string }[];
  /**
   * The percentage of the measured posts that drifted, with two decimals. All planned posts with a title or a text are
   * measured, except those with the verdict `unknown` or `held`.
   */
  readonly drift: number;
}

/** One side of a compared post: the post as planned, or the post as scheduled. */
export interface DriftPost {
  readonly date: Day;
  /** `HH:MM`; null if the post has no time. */
  readonly time: string | null;
  readonly category: string | null;
  /** The title of the post or, if it has none, its text; null for an open slot. */
  readonly title: string | null;
  /** The number of the line, from 1, in the plan or in the schedule. */
  readonly line: number;
}
