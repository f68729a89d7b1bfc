import type { Day } from '../dates.ts';
import type { TargetLayer, Targets } from '../policy/targets.ts';
import type { Node, Path } from '../yaml/node.ts';
import type { STATUSES } from './plan-shapes.ts';

/**
 * How far a post has come: a stage from `draft` to `published`, or `on_hold` or `cancelled` if the post is not to go
 * out.
 */
export type Status = (typeof STATUSES)[number];

/**
 * One post of a plan. Unless stated otherwise, a value that is missing or invalid in the file is `null` or empty here.
 */
export interface Post {
  /** The path to the post in the file. */
  readonly path: Path;
  /**
   * The day on which the post goes out; `null` if the file gives no day, or one that is invalid or outside the period.
   */
  readonly date: Day | null;
  /** The local time as `HH:MM`; `null` if the post has no time or an invalid one. */
  readonly time: string | null;
  /** Whether the file gives a time for the post, even an invalid one. */
  readonly statesTime: boolean;
  /**
   * The channels on which the post goes out, each once: the channels of the plan that the post names or, if it names
   * none, the plan's only channel. Empty if there is no such channel.
   */
  readonly channels: readonly string[];
  /**
   * The category of the post on each of its channels, by channel name: the category that the post names or, if it names
   * none, the category that its format implies. Channels on which the post has no valid category are left out.
   */
  readonly categories: ReadonlyMap<string, string>;
  /** Whether the post names a category, even an invalid one. */
  readonly namesCategory: boolean;
  /**
   * The category that the post's format implies, by channel name. Channels whose mix lacks this category are left out.
   */
  readonly impliedCategories: ReadonlyMap<string, string>;
  readonly format: string | null;
  /** The team's own identifier for the post, by which the post can be found in other files. */
  readonly id: string | null;
  /** The working title, for the team only. It does not go out. */
  readonly title: string | null;
  /** The words that go out. An unquoted number or date is kept as it is written. */
  readonly text: string | null;
  readonly link: string | null;
  /** The media of the post, such as file names; empty if there are none. */
  readonly media: readonly string[];
  /** The person who is responsible for the post. */
  readonly owner: string | null;
  readonly tags: readonly string[];
  /** Notes for the team only. They do not go out. */
  readonly notes: string | null;
  /** The values of keys that begin with `x-`, by key. Teams may add such keys as they like. */
  readonly own: ReadonlyMap<string, Node>;
  /** The status of the post; `draft` if it has none, or an invalid one. */
  readonly status: Status;
  /**
   * Whether the key `status` is misspelt or lacks its colon. Then the status is unknown, and a problem has been
   * reported.
   */
  readonly hasMistypedStatus: boolean;
  /** Whether the post is marked as a spontaneous idea (docs/method.md, belief 3). All other posts are planned. */
  readonly unplanned: boolean;
  /** Whether the post has a title or a text. An invalid title or text counts, a blank one does not. */
  readonly hasWords: boolean;
  /**
   * Whether a hold (a span of time during which planned posts do not go out) keeps the post from going out. `false` if
   * the status of the post already does so.
   */
  readonly isSuspended: boolean;
  /** Whether the post is an open slot: planned, but with neither a title nor a text yet. */
  readonly openSlot: boolean;
}

/** The name of a plan's only channel if neither the plan nor the team's config names any. */
export const DEFAULT_CHANNEL = 'default';

/** One channel of a plan, such as a Facebook page, with the targets that apply to it. */
export interface Channel {
  readonly name: string;
  readonly targets: Targets;
  /** The targets set in each place, from the least to the most specific. Each layer overrides the layers before it. */
  readonly layers: readonly TargetLayer[];
}

/**
 * A half-open span of local time: `from` is included, `until` is not. Both are strings that sort in chronological
 * order.
 */
export interface TimeSpan {
  /** The first minute of the span, such as `2026-11-26T12:00`. */
  readonly from: string;
  /** The first minute after the span. At the end of a day it is written with the hour 24: `2026-11-26T24:00`. */
  readonly until: string;
}

/** A span of time, within the period, during which planned posts do not go out (docs/method.md, belief 10). */
export interface Hold extends TimeSpan {
  /** The path to the hold in the file. */
  readonly path: Path;
  readonly reason: string | null;
}

/** A plan as read from its file. Its period is valid; other parts may be missing. */
export interface Plan {
  readonly from: Day;
  readonly to: Day;
  /** The path to the key that says when the plan begins: `week` or `from`. */
  readonly periodPath: Path;
  /** Every day of the period, in order: 1 to 366 days. */
  readonly days: readonly Day[];
  /**
   * An IANA name such as `Europe/Kyiv`; `null` for the local time of whoever uses the plan, or if the time zone is
   * invalid.
   */
  readonly timezone: string | null;
  /** The channels of the plan; empty if they could not be read. */
  readonly channels: readonly Channel[];
  /**
   * The names of the targets that the plan cannot set: the targets that the team has locked. If the plan's own targets
   * are ignored, these are all targets.
   */
  readonly fixedTargets: ReadonlySet<string>;
  /**
   * Where to write a target that the plan does not set yet: into the `targets:` of the plan, if it has one or is
   * written in braces; into a new line above the posts; or, if the plan is a sheet, into the config.
   */
  readonly newTargetsGo: 'into its targets' | 'above its posts' | 'into the config';
  /** The holds in the order of the file, each cut to the period. */
  readonly holds: readonly Hold[];
  /**
   * The days that are wholly or partly on hold, each with the spans of time on hold that touch the day. The spans are
   * in ascending order and do not overlap.
   */
  readonly daysOnHold: ReadonlyMap<Day, readonly TimeSpan[]>;
  /**
   * Whether the value of `posts` could be read; an empty value can. If `false`, no rule checks the contents of the
   * plan.
   */
  readonly hasPosts: boolean;
  /** The number of items in `posts` that could not be read as posts. */
  readonly unreadablePosts: number;
  /** The posts in the order of the file. Those in the backlog are not included. */
  readonly posts: readonly Post[];
  /** The path to the key of each day that has one; empty if `posts` is a list. */
  readonly dayPaths: ReadonlyMap<Day, Path>;
}

/**
 * Whether a status lets a post go out: `true` for all but `cancelled` and `on_hold`. A hold may still suspend the post.
 */
export function letsGoOut(status: Status): boolean {
  return status !== 'cancelled' && status !== 'on_hold';
}

/** Whether a post goes out: its status allows it, and no hold suspends the post. */
export function goesOut({ status, isSuspended }: Pick<Post, 'status' | 'isSuspended'>): boolean {
  return letsGoOut(status) && !isSuspended;
}
