import type { Day } from '../dates.ts';
import { type Channel, goesOut, type Plan, type Post } from '../plan/plan.ts';
import type { Targets } from '../policy/targets.ts';
import { analyseDays, type DayCount } from './day-counts.ts';
import { analyseMix, type MixAnalysis } from './mix-analysis.ts';
import { numberTexts } from './text-numbers.ts';
import { inOrderOfTime } from './timeline.ts';
import type { DayAnalysis } from './verdict.ts';

/**
 * The figures for one channel. Channels are counted separately, because the followers of one may not see the others.
 */
export interface ChannelAnalysis {
  readonly channel: string;
  /** How the planned posts are divided among the categories; null if the target `mix` or `tolerance` is invalid. */
  readonly mix: MixAnalysis | null;
  /** Every day of the period, in order; empty if the target `posts_per_day` or `days_off` is invalid. */
  readonly days: readonly DayAnalysis[];
  /** How many of the posts that go out have each format, by the name of the format. */
  readonly formats: ReadonlyMap<string, number>;
}

/** The figures for one channel, plus the posts that the rules look at. */
export interface ChannelPosts extends ChannelAnalysis {
  /** The targets that apply to the channel. */
  readonly targets: Targets;
  /** What `mix` would be if the posts that a hold suspends went out after all. The same as `mix` if there are none. */
  readonly mixWithSuspended: MixAnalysis | null;
  /** For each day, the first post in the file that goes out on it. Days without such a post are left out. */
  readonly firstPosts: ReadonlyMap<Day, Post>;
  /** The posts that go out, sorted by day and time. Posts without a time come last on their day. */
  readonly timeline: readonly Post[];
}

/** The figures for a whole plan. Posts without a valid day or a valid channel are not counted. */
export interface PlanNumbers {
  /** The number of posts that go out. A post on several channels counts once. */
  readonly posts: number;
  /** The number of open slots: planned posts that go out but have neither a title nor a text yet. */
  readonly openSlots: number;
  /** The number of posts that go out and have a title, a text, or both. */
  readonly withWords: number;
  /** The number of posts that go out and are marked as unplanned, that is, spontaneous. */
  readonly unplanned: number;
  /** The number of posts with the status `cancelled`. */
  readonly cancelled: number;
  /** The number of posts that have the status `on_hold` or are suspended by a hold of the plan. */
  readonly onHold: number;
  readonly channels: readonly ChannelAnalysis[];
}

/** The figures for a plan, plus the posts that the rules look at. */
export interface Analysis extends PlanNumbers {
  readonly channels: readonly ChannelPosts[];
  /**
   * A number for the text of each post that goes out. Equal numbers mean equal texts, ignoring letter case and
   * differences in white space. Posts without a text are left out.
   */
  readonly texts: ReadonlyMap<Post, number>;
}

/** Counts the posts of a plan, and compares each channel with its targets (docs/specification.md, section 3). */
export function analyse(plan: Plan): Analysis {
  const valid = plan.posts.filter((post) => post.date !== null && post.channels.length > 0);
  const goingOut = valid.filter(goesOut);
  const suspended = valid.filter(({ isSuspended }) => isSuspended);
  const postsOn = byChannel(plan, goingOut);
  const suspendedOn = byChannel(plan, suspended);
  return {
    posts: goingOut.length,
    openSlots: goingOut.filter((post) => post.openSlot).length,
    withWords: goingOut.filter((post) => post.hasWords).length,
    unplanned: goingOut.filter((post) => post.unplanned).length,
    cancelled: valid.filter(({ status }) => status === 'cancelled').length,
    onHold: valid.filter(({ status }) => status === 'on_hold').length + suspended.length,
    channels: plan.channels.map((channel) =>
      analyseChannel(channel, postsOn.get(channel.name) ?? [], suspendedOn.get(channel.name) ?? [], plan),
    ),
    texts: numberTexts(goingOut, 'text'),
  };
}

/**
 * Groups posts by channel: every channel of the plan has a list, and a post on several channels is in several lists.
 */
function byChannel({ channels }: Plan, posts: readonly Post[]): ReadonlyMap<string, readonly Post[]> {
  const found = new Map<string, Post[]>(channels.map(({ name }) => [name, []]));
  for (const post of posts) {
    for (const channel of post.channels) found.get(channel)?.push(post);
  }
  return found;
}

/**
 * Counts the posts of one channel, and compares the counts with the channel's targets.
 *
 * @param posts - the posts that go out on the channel, each with a valid day
 * @param suspended - the posts that would go out on the channel if no hold suspended them
 */
function analyseChannel(
  { name, targets }: Channel,
  posts: readonly Post[],
  suspended: readonly Post[],
  { days, daysOnHold }: Plan,
): ChannelPosts {
  const formats = new Map<string, number>();
  const counts = new Map<Day, DayCount>();
  const firstPosts = new Map<Day, Post>();
  for (const post of posts) {
    const date = post.date ?? '';
    const { planned, unplanned } = counts.get(date) ?? { planned: 0, unplanned: 0 };
    counts.set(
      date,
      post.unplanned ? { planned, unplanned: unplanned + 1 } : { planned: planned + 1, unplanned },
    );
    if (!firstPosts.has(date)) firstPosts.set(date, post);
    if (post.format !== null) increase(formats, post.format);
  }
  const mix = mixOf(posts, name, targets);
  return {
    channel: name,
    targets,
    mix,
    mixWithSuspended: suspended.length === 0 ? mix : mixOf([...posts, ...suspended], name, targets),
    days: analyseDays(days, targets, counts, daysOnHold),
    formats,
    firstPosts,
    timeline: inOrderOfTime(posts),
  };
}

/** Compares the planned posts of a channel with its target mix; null if the target `mix` or `tolerance` is invalid. */
function mixOf(
  posts: readonly Post[],
  channel: string,
  { mix, tolerance }: Channel['targets'],
): MixAnalysis | null {
  const counts = new Map<string, number>();
  for (const { categories, unplanned } of posts) {
    const category = categories.get(channel);
    if (category !== undefined && !unplanned) increase(counts, category);
  }
  return mix === null || tolerance === null ? null : analyseMix(mix, counts, tolerance);
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
