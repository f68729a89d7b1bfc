import type { Day } from '../../dates.ts';
import type { DriftAnalysis, DriftVerdict, Span } from '../../drift/drift-model.ts';
import type { MixReport } from '../check-report.ts';

/** A comparison, and what people call its two sides. */
export interface DriftResult extends DriftAnalysis {
  /** As reports name it. */
  readonly plan: string;
  /** As reports name it. */
  readonly schedule: string;
  /** The days and the zone of the plan. */
  readonly period: Span & { readonly timezone: string | null };
  /** The days that the schedule speaks of; null where it speaks of none. */
  readonly covered: Span | null;
}

/** The report of a comparison for programs: what `cmplan drift -f json` prints. */
export interface DriftReport {
  readonly version: 1;
  readonly plan: string;
  readonly schedule: string;
  /** One entry a post and channel, the held ones first, then by day and time. */
  readonly posts: readonly {
    readonly verdict: DriftVerdict;
    readonly channel: string;
    readonly planned: DriftPost | null;
    readonly scheduled: DriftPost | null;
    /** Whether it is scheduled for a time at which the plan is on hold, and not out already. */
    readonly duringHold: boolean;
  }[];
  /** How many posts have each verdict. */
  readonly counts: Readonly<Record<DriftVerdict, number>>;
  readonly channels: readonly {
    readonly channel: string;
    /** What is scheduled of the plan. */
    readonly mix: MixReport;
    /** The same with the added and the unplanned posts. */
    readonly mixWithAdded: MixReport;
  }[];
  /** Lines of the schedule that count nowhere. */
  readonly skipped: readonly { readonly line: number; readonly reason: string }[];
  /** Percent of the planned posts with a title on covered days, two decimals. */
  readonly drift: number;
}

/** One side of a compared post. */
export interface DriftPost {
  readonly date: Day;
  /** `HH:MM`, or null. */
  readonly time: string | null;
  readonly category: string | null;
  /** Its title, else its text; null for an open slot. */
  readonly title: string | null;
  /** From 1. */
  readonly line: number;
}
