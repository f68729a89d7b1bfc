import type { Day } from '../dates.ts';
import type { TargetLayer, Targets } from '../policy/targets.ts';
import type { Node, Path } from '../yaml/node.ts';
import type { STATUSES } from './plan-shapes.ts';

/** The stage of a post on its way from idea to audience. */
export type Status = (typeof STATUSES)[number];

/** One post of a plan. Whatever is missing or invalid in the file is null or empty here. */
export interface Post {
  /** The place of the post in the file. */
  readonly path: Path;
  /** The day on which the post goes out; null if it names no valid day of the period. */
  readonly date: Day | null;
  /** The local time as `HH:MM`; null if the post has no time or an invalid one. */
  readonly time: string | null;
  /** Whether the post has a time, valid or not. */
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
  /** The team's own identifier of the post, by which the post is recognised in other files. */
  readonly id: string | null;
  /** The working title. */
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
  /** Whether the key `status` is mistyped or has no colon, which has already been reported. */
  readonly hasMistypedStatus: boolean;
  /** Whether the post is a spontaneous idea (docs/method.md, belief 3). Every other post is planned. */
  readonly unplanned: boolean;
  /** Whether the post has a title or a text that is not blank, even if it cannot be read. */
  readonly hasWords: boolean;
  /** Whether a hold keeps the post from going out, although its status lets it go out. */
  readonly isSuspended: boolean;
  /** Whether the post is planned but has no title and no text yet. Such a post is called an open slot. */
  readonly openSlot: boolean;
}

/** The channel of a plan that names no channels. */
export const DEFAULT_CHANNEL = 'default';

/** A channel of a plan, such as a Facebook page, with the targets that apply to it. */
export interface Channel {
  readonly name: string;
  readonly targets: Targets;
  /** The targets set in each place, from the least to the most specific. They override the defaults. */
  readonly layers: readonly TargetLayer[];
}

/** A span of local time. Its ends can be compared as text. */
export interface TimeSpan {
  /** The first minute of the span, such as `2026-11-26T12:00`. */
  readonly from: string;
  /** The first minute after the span; the end of a day is written `2026-11-26T24:00`. */
  readonly until: string;
}

/** A span of the period during which planned posts do not go out (docs/method.md, belief 10). */
export interface Hold extends TimeSpan {
  /** The place of the hold in the file. */
  readonly path: Path;
  readonly reason: string | null;
}

/** A plan whose period could be read. */
export interface Plan {
  readonly from: Day;
  readonly to: Day;
  /** Every day of the period, in order; 1 to 366. */
  readonly days: readonly Day[];
  /** An IANA name; null for the local time of whoever uses the plan. */
  readonly timezone: string | null;
  readonly channels: readonly Channel[];
  /** The targets that the plan cannot set: the locked ones, or all of them if the plan's own targets do not apply. */
  readonly fixedTargets: ReadonlySet<string>;
  /**
   * Whether a new target can be added without a `targets:` line of its own: the plan has one, or it is written in
   * braces.
   */
  readonly hasTargets: boolean;
  /** The holds in the order of the file, each cut to the period. */
  readonly holds: readonly Hold[];
  /** The days that are partly or wholly on hold, each with the spans that touch it, disjoint and in order. */
  readonly daysOnHold: ReadonlyMap<Day, readonly TimeSpan[]>;
  /** Whether the plan's `posts` could be read, even if there are none. If not, no rule looks at the plan. */
  readonly hasPosts: boolean;
  /** The number of posts that could not be read at all. */
  readonly unreadablePosts: number;
  /** The posts in the order of the file, without the backlog. */
  readonly posts: readonly Post[];
  /** The place of each day's key, in a plan with posts grouped by day. */
  readonly dayPaths: ReadonlyMap<Day, Path>;
}

/**
 * Whether a post with this status goes out unless a hold suspends it: every status does except `cancelled` and
 * `on_hold`.
 */
export function letsGoOut(status: Status): boolean {
  return status !== 'cancelled' && status !== 'on_hold';
}

/** Whether a post goes out: its status lets it go out, and no hold suspends it. */
export function goesOut({ status, isSuspended }: Pick<Post, 'status' | 'isSuspended'>): boolean {
  return letsGoOut(status) && !isSuspended;
}
