import type { MixAnalysis } from '../analysis/mix-analysis.ts';
import type { Day } from '../dates.ts';
import type { Fraction } from '../exact.ts';
import type { SkippedLine } from '../exchange/rows.ts';

/** What became of a post between plan and schedule; `held`: it is scheduled still, and the plan holds it back. */
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

/** The verdicts that count as drift; an added post never does (method, belief 3). */
export const COUNTED_AS_DRIFT: ReadonlySet<DriftVerdict> = new Set([
  'moved',
  'recategorised',
  'moved_and_recategorised',
  'dropped',
]);

/** What keeps a post of a plan from going out. */
export type HeldBack = 'cancelled' | 'on_hold' | 'suspended';

/** A post on one channel, as the plan or the schedule has it. One on two channels is two of these. */
export interface ChannelPost {
  readonly channel: string;
  readonly date: Day;
  /** `HH:MM`; null where none is said. */
  readonly time: string | null;
  /** A category of the channel's mix; null where none is said, or an unknown one. */
  readonly category: string | null;
  readonly id: string | null;
  readonly title: string | null;
  /** The words that go out. */
  readonly text: string | null;
  /** Where it begins in its file, from 1. */
  readonly line: number;
  readonly unplanned: boolean;
  /** Whether it is planned, and has neither a title nor a text yet. */
  readonly openSlot: boolean;
  /** Null for one that goes out, as far as its own file says. */
  readonly heldBack: HeldBack | null;
  /** Whether a hold can keep it from going out: not what is out, nor in a plan what is unplanned or said in the crisis. */
  readonly canBeHeld: boolean;
}

/** One post with its verdict: as planned, as scheduled, or both. */
export interface ComparedPost {
  readonly verdict: DriftVerdict;
  readonly channel: string;
  /** Null for a post that came on top. */
  readonly planned: ChannelPost | null;
  /** Null for a post that is not there. */
  readonly scheduled: ChannelPost | null;
  /** Whether it is scheduled for a time at which the plan is on hold, and not out already. */
  readonly isDuringHold: boolean;
}

/** What is scheduled on one channel, measured against the targets of the plan. */
export interface ChannelDrift {
  readonly channel: string;
  /** Planned posts on covered days, by category, open slots included. */
  readonly planned: ReadonlyMap<string, number>;
  /** Of scheduled posts that are in the plan, without the unplanned; null where the mix or its tolerance is invalid. */
  readonly mix: MixAnalysis | null;
  /** The same with the added and the unplanned ones. */
  readonly mixWithAdded: MixAnalysis | null;
}

/** Days, both ends included. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** How far a schedule has parted from its plan. */
export interface DriftAnalysis {
  /** The held ones first; by day and time, as planned where the post is in the plan; then by channel. */
  readonly posts: readonly ComparedPost[];
  readonly counts: Readonly<Record<DriftVerdict, number>>;
  /** In the order of the plan. */
  readonly channels: readonly ChannelDrift[];
  /** How many posts of the plan could have drifted: planned, with a title or a text, and not unknown. */
  readonly measured: number;
  /** Exact percent of these that did; 0 where there are none. */
  readonly drift: Fraction;
  /** How many posts with words the plan has on hold, by their status or by a hold. */
  readonly onHold: number;
  /** Lines of the schedule that stand for no post of the comparison, in order. */
  readonly skipped: readonly SkippedLine[];
}
