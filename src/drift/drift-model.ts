import type { MixAnalysis } from '../analysis/mix-analysis.ts';
import type { Day } from '../dates.ts';
import type { Fraction } from '../exact.ts';
import type { SkippedLine } from '../exchange/rows.ts';

/** What became of a post between plan and schedule. `held`: it is still scheduled, but the plan holds it back. */
export const DRIFT_VERDICTS = [
  'held',
  'on_plan',
  'moved',
  'recategorised',
  'moved_and_recategorised',
  'dropped',
  'gave_way',
  'open',
  'unknown',
  'added',
  'over_room',
] as const;
export type DriftVerdict = (typeof DRIFT_VERDICTS)[number];

/** The verdicts that count as drift. An added post never does (docs/method.md, belief 3). */
export const COUNTED_AS_DRIFT: ReadonlySet<DriftVerdict> = new Set([
  'moved',
  'recategorised',
  'moved_and_recategorised',
  'dropped',
]);

/** What keeps a post of a plan from going out: its status, or a hold that suspends it. */
export type HeldBack = 'cancelled' | 'on_hold' | 'suspended';

/** A post on one channel, as the plan or the schedule has it. A post on two channels is two of these. */
export interface ChannelPost {
  readonly channel: string;
  readonly date: Day;
  /** `HH:MM`; null when no time is stated. */
  readonly time: string | null;
  /** A category of the channel's mix; null when none is stated, or one that the mix does not have. */
  readonly category: string | null;
  readonly id: string | null;
  readonly title: string | null;
  /** The words that go out; null when none are stated. */
  readonly text: string | null;
  /** The line on which the post begins in its file, from 1. */
  readonly line: number;
  readonly unplanned: boolean;
  /** Whether the post is planned and has neither a title nor a text yet. */
  readonly openSlot: boolean;
  /** What keeps it from going out; null when its own file says that it goes out. */
  readonly heldBack: HeldBack | null;
  /**
   * Whether a hold can keep it from going out. False for a post that is already out; in a plan also for an unplanned
   * post and for a crisis statement.
   */
  readonly canBeHeld: boolean;
}

/** One post with its verdict: as planned, as scheduled, or both. */
export interface ComparedPost {
  readonly verdict: DriftVerdict;
  readonly channel: string;
  /** Null when the post is only in the schedule. */
  readonly planned: ChannelPost | null;
  /** Null when the post is only in the plan. */
  readonly scheduled: ChannelPost | null;
  /** Whether the post is scheduled for a time at which the plan is on hold, and is not out already. */
  readonly isDuringHold: boolean;
}

/** What is scheduled on one channel, measured against the targets of the plan. */
export interface ChannelDrift {
  readonly channel: string;
  /** How many planned posts each category has, including open slots, without those that are `unknown` or `held`. */
  readonly planned: ReadonlyMap<string, number>;
  /** The mix of the scheduled posts that match planned ones. Null when the mix or its tolerance is invalid. */
  readonly mix: MixAnalysis | null;
  /**
   * The mix of all scheduled posts within the plan, including added and unplanned ones. Null when the mix or its
   * tolerance is invalid.
   */
  readonly mixWithAdded: MixAnalysis | null;
}

/** A span of days. Both ends belong to it. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** How far a schedule has drifted from its plan. */
export interface DriftAnalysis {
  /**
   * Held posts first, then the others; each by day and time (as planned when the post is in the plan) and by channel.
   */
  readonly posts: readonly ComparedPost[];
  readonly counts: Readonly<Record<DriftVerdict, number>>;
  /** In the order of the plan. */
  readonly channels: readonly ChannelDrift[];
  /**
   * How many posts of the plan could have drifted: planned, with a title or a text, and neither `unknown` nor `held`.
   */
  readonly measured: number;
  /** Exact percentage of the measured posts that did drift; 0 when none was measured. */
  readonly drift: Fraction;
  /** How many posts the plan has on hold, by status or by a hold, on each channel. Open slots do not count. */
  readonly onHold: number;
  /** Lines that belong to no post of the comparison, each with the reason, in order. */
  readonly skipped: readonly SkippedLine[];
}
