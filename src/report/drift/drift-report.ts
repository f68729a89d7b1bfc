import type { Day } from '../../dates.ts';
import type { DriftAnalysis, DriftVerdict, Span } from '../../drift/drift-model.ts';
import type { MixReport } from '../check-report.ts';

/** A comparison, and the names of its two sides. */
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

/** The report of a comparison for programs: what `cmplan drift -f json` prints. */
export interface DriftReport {
  readonly version: 1;
  readonly plan: string;
  readonly schedule: string;
  /** One entry for each post and channel: held posts first, the others by day and time. */
  readonly posts: readonly {
    readonly verdict: DriftVerdict;
    readonly channel: string;
    readonly planned: DriftPost | null;
    readonly scheduled: DriftPost | null;
    /** Whether the post is scheduled for a time at which the plan is on hold, and is not out already. */
    readonly duringHold: boolean;
  }[];
  /** How many posts have each verdict. */
  readonly counts: Readonly<Record<DriftVerdict, number>>;
  readonly channels: readonly {
    readonly channel: string;
    /** The mix of the scheduled posts that are in the plan. */
    readonly mix: MixReport;
    /** The mix of all scheduled posts within the plan, including added and unplanned ones. */
    readonly mixWithAdded: MixReport;
  }[];
  /** Lines of the schedule that are not counted anywhere, each with the reason. */
  readonly skipped: readonly { readonly line: number; readonly reason: string }[];
  /**
   * The percentage of the measured posts that drifted, with two decimals. Measured are planned posts with a title or a
   * text, unless their verdict is `unknown` or `held`.
   */
  readonly drift: number;
}

/** One side of a compared post. */
export interface DriftPost {
  readonly date: Day;
  /** `HH:MM`; null when no time is stated. */
  readonly time: string | null;
  readonly category: string | null;
  /** The title of the post, or else its text; null for an open slot. */
  readonly title: string | null;
  /** Counted from 1. */
  readonly line: number;
}
