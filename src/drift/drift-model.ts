import type { MixAnalysis } from '../analysis/mix-analysis.ts';
import type { Day } from '../dates.ts';
import type { Fraction } from '../exact.ts';
import type { SkippedLine } from '../exchange/rows.ts';

/** The verdicts on a post: what happened to it between plan and schedule (docs/drift.md, "The verdicts"). */
export const DRIFT_VERDICTS = [
  /** Scheduled, although the plan holds it back. */
  'held',
  /** Scheduled as planned, or fills an open slot. */
  'on_plan',
  /** Scheduled for another day or time. */
  'moved',
  /** Scheduled in another category. */
  'recategorised',
  /** Scheduled for another day or time, and in another category. */
  'moved_and_recategorised',
  /** Planned and not scheduled. */
  'dropped',
  /** Planned and not scheduled, but a post was added to its day instead. */
  'gave_way',
  /** An open slot that nobody filled, or an unplanned post that is not scheduled. */
  'open',
  /** Planned for a day that the schedule does not cover. */
  'unknown',
  /** Scheduled and not planned. */
  'added',
  /** Scheduled and not planned, on a day for which more posts are scheduled than it may have. */
  'over_room',
] as const;
/** One of `DRIFT_VERDICTS`. */
export type DriftVerdict = (typeof DRIFT_VERDICTS)[number];

/**
 * The verdicts that count as drift, the departure of the schedule from the plan. An added post never counts, nor does a
 * planned post that gave way to one (docs/method.md, belief 3).
 */
export const COUNTED_AS_DRIFT: ReadonlySet<DriftVerdict> = new Set([
  'moved',
  'recategorised',
  'moved_and_recategorised',
  'dropped',
]);

/** Why a post of a plan does not go out: its status says so, or a hold suspends it. */
export type HeldBack = 'cancelled' | 'on_hold' | 'suspended';

/** A post of the plan or of the schedule, on one channel. A post on two channels becomes two of these. */
export interface ChannelPost {
  readonly channel: string;
  readonly date: Day;
  /** `HH:MM`; null when the post has no time. */
  readonly time: string | null;
  /** A category of the channel's mix; null when the post has none, or has a category that is not in the mix. */
  readonly category: string | null;
  readonly id: string | null;
  readonly title: string | null;
  /** The words that go out; null when the post has none. */
  readonly text: string | null;
  /** The line on which the post begins in its file, from 1. */
  readonly line: number;
  readonly unplanned: boolean;
  /** Whether the post is planned but has no title and no text yet. */
  readonly openSlot: boolean;
  /** The reason why the post does not go out; null when its own file lets it go out. */
  readonly heldBack: HeldBack | null;
  /**
   * Whether a hold can keep the post from going out. False for a post that has already gone out; in a plan also for an
   * unplanned post and for a crisis statement.
   */
  readonly canBeHeld: boolean;
}

/** A post with its verdict. It has the planned post, the scheduled post or, if they are the same post, both. */
export interface ComparedPost {
  readonly verdict: DriftVerdict;
  readonly channel: string;
  /** Null when the post is only in the schedule. */
  readonly planned: ChannelPost | null;
  /** Null when the post is only in the plan. */
  readonly scheduled: ChannelPost | null;
  /** Whether the post is scheduled for a time at which the plan is on hold, and has not already gone out. */
  readonly isDuringHold: boolean;
}

/** How the scheduled posts of one channel compare with the target mix of the plan. */
export interface ChannelDrift {
  readonly channel: string;
  /**
   * The number of planned posts in each category, including open slots, but not posts with the verdict `unknown` or
   * `held`.
   */
  readonly planned: ReadonlyMap<string, number>;
  /** The mix of the scheduled posts that match planned posts. Null when the target mix or its tolerance is invalid. */
  readonly mix: MixAnalysis | null;
  /**
   * The mix of all scheduled posts within the plan, including added and unplanned posts. Null when the target mix or
   * its tolerance is invalid.
   */
  readonly mixWithAdded: MixAnalysis | null;
}

/** A span of days; both the first and the last day belong to it. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** The result of comparing a schedule with its plan. */
export interface DriftAnalysis {
  /**
   * Held posts first, by the day and time for which they are scheduled; then the others, by the day and time for which
   * they are planned or, if they are only in the schedule, scheduled. Posts at the same time are in the order of their
   * channels.
   */
  readonly posts: readonly ComparedPost[];
  /** The number of posts with each verdict. */
  readonly counts: Readonly<Record<DriftVerdict, number>>;
  /** The channels in the order of the plan. */
  readonly channels: readonly ChannelDrift[];
  /**
   * The number of planned posts that could have drifted: all with a title or a text, except those with the verdict
   * `unknown` or `held`.
   */
  readonly measured: number;
  /** The exact percentage of the measured posts that did drift; 0 when none was measured. */
  readonly drift: Fraction;
  /**
   * The number of posts that the plan has on hold, by status or by a hold, counted once for each channel. Cancelled
   * posts and open slots do not count.
   */
  readonly onHold: number;
  /** The lines of the schedule that are not among the compared posts, each with the reason, in order. */
  readonly skipped: readonly SkippedLine[];
}
