import type { Day } from '../dates.ts';
import type { TargetLayer, Targets } from '../policy/targets.ts';
import type { Node, Path } from '../yaml/node.ts';
import type { STATUSES } from './plan-shapes.ts';

/** Where a post is on its way from idea to audience. */
export type Status = (typeof STATUSES)[number];

/** One post of a plan, as far as it can be read. */
export interface Post {
  /** Where it stands in the file. */
  readonly path: Path;
  /** Null where it names no valid day of the period. */
  readonly date: Day | null;
  /** `HH:MM`, local; null where it has none or an invalid one. */
  readonly time: string | null;
  /** Whether it says when it goes out, be it that the time is invalid. */
  readonly statesTime: boolean;
  /** The channels of the plan that it names, each once. */
  readonly channels: readonly string[];
  /** The category that it has on each of its channels, named or implied; a channel without a valid one is left out. */
  readonly categories: ReadonlyMap<string, string>;
  /** Whether it names its category, valid or not. */
  readonly namesCategory: boolean;
  /** The category that its format implies on each of its channels whose mix has that category. */
  readonly impliedCategories: ReadonlyMap<string, string>;
  readonly format: string | null;
  /** The team's own name of the post, by which another version of it is recognised. */
  readonly id: string | null;
  /** The working name. */
  readonly title: string | null;
  /** The words that go out, as written. */
  readonly text: string | null;
  readonly link: string | null;
  /** As written, one or more. */
  readonly media: readonly string[];
  /** Who looks after it. */
  readonly owner: string | null;
  readonly tags: readonly string[];
  /** What the team should know; it does not go out. */
  readonly notes: string | null;
  /** Anyone's own keys, which begin with `x-`, with what stands there. */
  readonly own: ReadonlyMap<string, Node>;
  readonly status: Status;
  /** Whether the key of its status is mistyped: that has had its finding. */
  readonly hasMistypedStatus: boolean;
  /** A chance, on-the-spot idea (method, belief 3); every other post is planned. */
  readonly unplanned: boolean;
  /** Whether it has a title or a text. */
  readonly hasWords: boolean;
  /** Whether a hold keeps it from going out, although its status would let it. */
  readonly isSuspended: boolean;
  /** Whether it is planned, and has neither a title nor a text yet. */
  readonly openSlot: boolean;
}

/** The channel of a plan that names none. */
export const DEFAULT_CHANNEL = 'default';

/** A channel of a plan with the targets that hold on it. */
export interface Channel {
  readonly name: string;
  readonly targets: Targets;
  /** What the targets come from, the more specific the later; the defaults come before them all. */
  readonly layers: readonly TargetLayer[];
}

/** A span of time by the clock on the wall. Its ends sort as text. */
export interface TimeSpan {
  /** The first minute in it, `2026-11-26T12:00`. */
  readonly from: string;
  /** The first minute behind it; `2026-11-26T24:00` at the end of a day. */
  readonly until: string;
}

/** A span of the period in which what was planned does not go out (method, belief 10). */
export interface Hold extends TimeSpan {
  /** Where it is written. */
  readonly path: Path;
  readonly reason: string | null;
}

/** A plan whose period could be read. */
export interface Plan {
  readonly from: Day;
  readonly to: Day;
  /** Every day of the period, in order; 1 to 366. */
  readonly days: readonly Day[];
  /** An IANA name, or null for local time, wherever that is. */
  readonly timezone: string | null;
  readonly channels: readonly Channel[];
  /** The targets that the plan cannot set: those that are locked, or all where its own do not count. */
  readonly fixedTargets: ReadonlySet<string>;
  /** Whether what is to be added to its targets needs no line of its own: there is one, or the plan stands in braces. */
  readonly hasTargets: boolean;
  /** What the plan holds back, in the order of the file, each within the period. */
  readonly holds: readonly Hold[];
  /** The days of which at least a part is on hold, each with the spans that touch it, disjoint and in order. */
  readonly daysOnHold: ReadonlyMap<Day, readonly TimeSpan[]>;
  /** Whether it says anything of posts that could be read, be it that there are none; else no rule can judge it. */
  readonly hasPosts: boolean;
  /** How many posts could not be read at all. */
  readonly unreadablePosts: number;
  /** Without the backlog, in the order of the file. */
  readonly posts: readonly Post[];
  /** Where each day's key stands, in a plan whose posts stand under days. */
  readonly dayPaths: ReadonlyMap<Day, Path>;
}

/** Whether a post with this status goes out, unless a hold suspends it. */
export function letsGoOut(status: Status): boolean {
  return status !== 'cancelled' && status !== 'on_hold';
}

/** Whether the post goes out: its status lets it, and no hold suspends it. */
export function goesOut({ status, isSuspended }: Pick<Post, 'status' | 'isSuspended'>): boolean {
  return letsGoOut(status) && !isSuspended;
}
