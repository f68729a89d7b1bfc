import type { MixAnalysis } from '../analysis/mix-analysis.ts';
import type { Day } from '../dates.ts';
import type { Fraction } from '../exact.ts';
import type { SkippedLine } from '../exchange/rows.ts';

/**
 * The possible verdicts on a post: what happened to the post between plan and schedule (docs/drift.md, "The verdicts").
 */
export const DRIFT_VERDICTS = [
  /** Scheduled, although the plan says that the post should not go out. */
  'held',
  /** Scheduled as planned, or scheduled in an open slot. */
  'on_plan',
  /** Scheduled for another day or time. */
  'moved',
  /** Scheduled in another category. */
  'recategorised',
  /** Scheduled for another day or time, and in another category. */
  'moved_and_recategorised',
  /** Planned, but not scheduled. */
  'dropped',
  /** Planned, but not scheduled; another post was added on the same day instead. */
  'gave_way',
  /** An open slot that was not filled, or an unplanned post that is not scheduled. */
  'open',
  /**
   * Not found in the schedule, but perhaps scheduled: the schedule does not cover the day of the post, or a skipped
   * line of the schedule has the title or the text of the post.
   */
  'unknown',
  /** Scheduled, but not planned. */
  'added',
  /** Scheduled, but not planned, on a day that has more scheduled posts than the target `posts_per_day` allows. */
  'over_room',
] as const;
/** One of `DRIFT_VERDICTS`: what happened to a post between plan and schedule. */
export type DriftVerdict = (typeof DRIFT_VERDICTS)[number];

/**
 * The verdicts that count as drift. An added post is not drift, and neither is a planned post that gave way to an added
 * one (docs/method.md, belief 3).
 */
export const COUNTED_AS_DRIFT: ReadonlySet<DriftVerdict> = new Set([
  'moved',
  'recategorised',
  'moved_and_recategorised',
  'dropped',
]);

/**
 * Why a post of a plan does not go out: its own status is `cancelled` or `on_hold`, or a hold of the plan (a pause of
 * planned posts) suspends it (`suspended`).
 */
export type HeldBack = 'cancelled' | 'on_hold' | 'suspended';

/**
 * One post on one channel, in the plan or in the schedule. A post on two channels becomes two `ChannelPost` objects.
 */
export interface ChannelPost {
  readonly channel: string;
  readonly date: Day;
  /** `HH:MM`; `null` if the post has no time. */
  readonly time: string | null;
  /** A category of the channel's mix; `null` if the post has none, or one that is not in the mix. */
  readonly category: string | null;
  readonly id: string | null;
  readonly title: string | null;
  /** The text to be published; `null` if the post has none yet. */
  readonly text: string | null;
  /** The number of the line, from 1, on which the post begins in its file. */
  readonly line: number;
  readonly unplanned: boolean;
  /** Whether the post is planned, but has neither a title nor a text yet. */
  readonly openSlot: boolean;
  /** The reason why the post does not go out; `null` if the post goes out. */
  readonly heldBack: HeldBack | null;
  /**
   * Whether a hold of the plan (a pause of planned posts) can keep the post from going out. False for a post that has
   * already gone out. In a plan, also false for unplanned posts and crisis statements.
   */
  readonly canBeHeld: boolean;
}

/**
 * A post and the verdict on it. `planned` is the post in the plan, and `scheduled` is the same post in the schedule. At
 * least one of them is not `null`.
 */
export interface ComparedPost {
  /** What happened to the post, such as `moved` or `dropped`. */
  readonly verdict: DriftVerdict;
  readonly channel: string;
  /** `null` if the post is only in the schedule. */
  readonly planned: ChannelPost | null;
  /** `null` if the post is only in the plan. */
  readonly scheduled: ChannelPost | null;
  /**
   * Whether the post is scheduled for a time at which the plan is on hold. False for a post that has already gone out.
   */
  readonly isDuringHold: boolean;
  /**
   * The number (from 1) of the line of the schedule that was skipped, but has the title or the text of the planned
   * post, which makes the verdict `unknown`. `null` if there is no such line.
   */
  readonly skippedLine: number | null;
}

/** How the scheduled posts of one channel compare with the target mix of the plan. */
export interface ChannelDrift {
  readonly channel: string;
  /**
   * The number of planned posts in each category. Open slots count; unplanned posts and posts with the verdict
   * `unknown` or `held` do not.
   */
  readonly planned: ReadonlyMap<string, number>;
  /**
   * The mix of the scheduled posts that match planned posts and are on days of the plan; `null` if the target `mix` or
   * `tolerance` is invalid.
   */
  readonly mix: MixAnalysis | null;
  /**
   * The mix of all scheduled posts on days of the plan except held posts. Added and unplanned posts count. `null` if
   * the target `mix` or `tolerance` is invalid.
   */
  readonly mixWithAdded: MixAnalysis | null;
}

/** A span of days from `from` to `to`, both included. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** The result of comparing a schedule with a plan. */
export interface DriftAnalysis {
  /**
   * The held posts in the order in which they are scheduled, followed by all others in the order in which they are
   * planned or, if they are not in the plan, scheduled. Posts at the same time are in the order of their channels in
   * the plan.
   */
  readonly posts: readonly ComparedPost[];
  /** The number of posts with each verdict. */
  readonly counts: Readonly<Record<DriftVerdict, number>>;
  /** The figures for each channel, in the order of the plan. */
  readonly channels: readonly ChannelDrift[];
  /**
   * The number of posts on which the drift is measured: posts in the plan with a title or a text, except unplanned
   * posts and posts with the verdict `unknown` or `held`.
   */
  readonly measured: number;
  /** The exact percentage of the `measured` posts that have drifted; 0 if `measured` is 0. */
  readonly drift: Fraction;
  /**
   * The number of posts in the plan that do not go out because their status is `on_hold`, or because a hold suspends
   * them. A post on two channels counts twice. Cancelled posts and open slots do not count.
   */
  readonly onHold: number;
  /** The lines of the schedule that are not compared, each with the reason. */
  readonly skipped: readonly SkippedLine[];
}
