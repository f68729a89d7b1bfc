import type { Day } from '../dates.ts';
import type { Path } from '../source/node.ts';
import type { TargetLayer, Targets } from '../targets/targets.ts';
import type { STATUSES } from './schema.ts';

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
  readonly status: Status;
  /** Whether the key of its status is mistyped: that has had its finding. */
  readonly hasMistypedStatus: boolean;
  /** A chance, on-the-spot idea (method, belief 3); every other post is planned. */
  readonly unplanned: boolean;
  /** Whether it has a title or a text. */
  readonly hasWords: boolean;
  /** Whether it has neither a title nor a text. */
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

/** Days, both ends included, on which planned posts must not go out (method, belief 10). */
export interface Hold {
  readonly from: Day;
  readonly to: Day;
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
  /** The days of the period that are on hold, each with the first span that it is in. */
  readonly hold: ReadonlyMap<Day, Hold>;
  /** Whether it says anything of posts that could be read, be it that there are none; else no rule can judge it. */
  readonly hasPosts: boolean;
  /** How many posts could not be read at all. */
  readonly unreadablePosts: number;
  /** Without the backlog, in the order of the file. */
  readonly posts: readonly Post[];
  /** Where each day's key stands, in a plan whose posts stand under days. */
  readonly dayPaths: ReadonlyMap<Day, Path>;
}

/** Whether the post's status lets it go out. */
export function goesOut(post: { readonly status: Status }): boolean {
  return post.status !== 'cancelled' && post.status !== 'on_hold';
}
