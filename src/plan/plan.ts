import type { Day } from '../dates.ts';
import type { TargetLayer, Targets } from '../policy/targets.ts';
import type { Node, Path } from '../yaml/node.ts';
import type { STATUSES } from './plan-shapes.ts';

/** How far a post is on its way from idea to audience. */
export type Status = (typeof STATUSES)[number];

/**
 * One post of a plan. A value that is missing or invalid in the file is null or empty here, unless stated otherwise.
 */
export interface Post {
  /** The path to the post in the file. */
  readonly path: Path;
  /** The day on which the post goes out; null if the file gives no day for it, or one that is not in the period. */
  readonly date: Day | null;
  /** The local time as `HH:MM`; null if the post has no time or an invalid one. */
  readonly time: string | null;
  /** Whether the file gives a time for the post, valid or not. */
  readonly statesTime: boolean;
  /**
   * The channels of the plan that the post goes to, each once: the channels that it names, or the only channel of the
   * plan if it names none. Empty if it names no valid channel.
   */
  readonly channels: readonly string[];
  /**
   * The category of the post on each of its channels, named or implied. Channels without a valid category are left out.
   */
  readonly categories: ReadonlyMap<string, string>;
  /** Whether the post names its category, valid or not. */
  readonly namesCategory: boolean;
  /** The category that the format implies, on each channel of the post whose mix has this category. */
  readonly impliedCategories: ReadonlyMap<string, string>;
  readonly format: string | null;
  /** The team's own identifier of the post, by which it can be recognised in other files. */
  readonly id: string | null;
  /** The working title, which does not go out. */
  readonly title: string | null;
  /** The words that go out, in their written form. */
  readonly text: string | null;
  readonly link: string | null;
  /** The media in their written form; empty if there are none. */
  readonly media: readonly string[];
  /** The person who looks after the post. */
  readonly owner: string | null;
  readonly tags: readonly string[];
  /** Notes for the team, which do not go out. */
  readonly notes: string | null;
  /** The values of keys that begin with `x-`, which anyone may add. */
  readonly own: ReadonlyMap<string, Node>;
  /** The status; `draft` if the post has none or an invalid one. */
  readonly status: Status;
  /** Whether the key `status` is misspelt or lacks its colon, which has already been reported. */
  readonly hasMistypedStatus: boolean;
  /** Whether the post is a spontaneous idea (docs/method.md, belief 3). Every other post is planned. */
  readonly unplanned: boolean;
  /** Whether the post has a title or a text that is not blank, even one that is invalid. */
  readonly hasWords: boolean;
  /** Whether a hold, and only the hold, keeps the post from going out: its status would let it. */
  readonly isSuspended: boolean;
  /** Whether the post is planned but has no title and no text yet. Such a post is called an open slot. */
  readonly openSlot: boolean;
}

/** The name of the only channel of a plan for which neither the plan nor the team names any. */
export const DEFAULT_CHANNEL = 'default';

/** One channel of a plan, such as a Facebook page, with the targets that apply to it. */
export interface Channel {
  readonly name: string;
  readonly targets: Targets;
  /** The targets as set in each place, from the least to the most specific; each layer overrides those before it. */
  readonly layers: readonly TargetLayer[];
}

/** A span of local time. Both ends are strings that sort in the order of time. */
export interface TimeSpan {
  /** The first minute of the span, such as `2026-11-26T12:00`. */
  readonly from: string;
  /** The first minute after the span; the end of a day is written `2026-11-26T24:00`. */
  readonly until: string;
}

/** A span within the period during which planned posts do not go out (docs/method.md, belief 10). */
export interface Hold extends TimeSpan {
  /** The path to the hold in the file. */
  readonly path: Path;
  readonly reason: string | null;
}

/** A plan that has been read. Its period is valid; other parts may be missing. */
export interface Plan {
  readonly from: Day;
  readonly to: Day;
  /** The path to the key that says when the plan begins: `week` or `from`. */
  readonly periodPath: Path;
  /** Every day of the period, in order: 1 to 366 days. */
  readonly days: readonly Day[];
  /**
   * An IANA name; null for the local time of whoever uses the plan, and also if the time zone of the plan is invalid.
   */
  readonly timezone: string | null;
  /** The channels of the plan; empty if they could not be read. */
  readonly channels: readonly Channel[];
  /**
   * The targets that the plan cannot set: those that the team has locked, or all of them if the plan's own do not
   * apply.
   */
  readonly fixedTargets: ReadonlySet<string>;
  /**
   * Whether a target can be added without adding a `targets:` line first: the plan already has one, or is written in
   * braces.
   */
  readonly hasTargets: boolean;
  /** The holds in the order of the file, each cut to the period. */
  readonly holds: readonly Hold[];
  /**
   * The days that are partly or wholly on hold, each with the spans that touch it. The spans are disjoint and in order.
   */
  readonly daysOnHold: ReadonlyMap<Day, readonly TimeSpan[]>;
  /** Whether the plan's `posts` could be read, even if there are none. If not, no rule checks the plan. */
  readonly hasPosts: boolean;
  /** The number of posts that could not be read at all. */
  readonly unreadablePosts: number;
  /** The posts in the order of the file, without the backlog. */
  readonly posts: readonly Post[];
  /** The path to the key of each day, in a plan whose posts are grouped by day; empty for a list of posts. */
  readonly dayPaths: ReadonlyMap<Day, Path>;
}

/**
 * Whether a post with this status goes out unless a hold suspends it: true for every status but `cancelled` and
 * `on_hold`.
 */
export function letsGoOut(status: Status): boolean {
  return status !== 'cancelled' && status !== 'on_hold';
}

/** Whether a post goes out: its status lets it, and no hold suspends it. */
export function goesOut({ status, isSuspended }: Pick<Post, 'status' | 'isSuspended'>): boolean {
  return letsGoOut(status) && !isSuspended;
}
