import type { Day } from '../dates.ts';
import { type Channel, goesOut, type Plan, type Post } from '../plan/plan.ts';
import { analyseDays, type DayCount } from './day-counts.ts';
import { analyseMix, type MixAnalysis } from './mix-analysis.ts';
import { numberTexts } from './text-numbers.ts';
import { inOrderOfTime } from './timeline.ts';
import type { DayAnalysis } from './verdict.ts';

/** The figures for one channel. Each channel is counted by itself, because a follower sees only that channel. */
export interface ChannelAnalysis {
  readonly channel: string;
  /** Null when the mix or its tolerance is invalid. */
  readonly mix: MixAnalysis | null;
  /** Every day of the period in order; empty when the bounds or the days off are invalid. */
  readonly days: readonly DayAnalysis[];
  /** The number of posts with each format, among the posts that go out. */
  readonly formats: ReadonlyMap<string, number>;
}

/** The figures for one channel, together with the posts that rules need. */
export interface ChannelPosts extends ChannelAnalysis {
  /** The mix as it would be if the posts suspended by a hold went out. Equal to `mix` when no post is suspended. */
  readonly mixWithSuspended: MixAnalysis | null;
  /** For each day on which posts go out, the first of these posts in the file. */
  readonly firstPosts: ReadonlyMap<Day, Post>;
  /** The posts that go out, by day and time. Within a day, posts without a time come last. */
  readonly timeline: readonly Post[];
}

/** The figures for a whole plan. A post without a valid day or channel is not counted anywhere. */
export interface PlanNumbers {
  /** The number of posts that go out. A post on several channels counts once. */
  readonly posts: number;
  /** The number of open slots: posts that go out, are planned, and have neither a title nor a text. */
  readonly openSlots: number;
  /** The number of posts that go out and have a title or a text. */
  readonly withWords: number;
  /** The number of posts that go out and are unplanned, that is, spontaneous. */
  readonly unplanned: number;
  /** The number of posts with a valid day and channel whose status is `cancelled`. */
  readonly cancelled: number;
  /** The number of posts with a valid day and channel whose status is `on_hold`, or that a hold suspends. */
  readonly onHold: number;
  readonly channels: readonly ChannelAnalysis[];
}

/** The figures for a plan, together with the posts that rules need. */
export interface Analysis extends PlanNumbers {
  readonly channels: readonly ChannelPosts[];
  /**
   * For each post that goes out and has a text, a number that stands for the text. Two posts have the same number if
   * their texts are the same, apart from letter case and white space.
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

/** The posts of each channel of the plan. A post on several channels is in the list of each. */
function byChannel({ channels }: Plan, posts: readonly Post[]): ReadonlyMap<string, readonly Post[]> {
  const found = new Map<string, Post[]>(channels.map(({ name }) => [name, []]));
  for (const post of posts) {
    for (const channel of post.channels) found.get(channel)?.push(post);
  }
  return found;
}

/**
 * Counts the posts of one channel, and compares them with its targets.
 *
 * @param posts - the posts with a valid day that go out on the channel
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
    mix,
    mixWithSuspended: suspended.length === 0 ? mix : mixOf([...posts, ...suspended], name, targets),
    days: analyseDays(days, targets, counts, daysOnHold),
    formats,
    firstPosts,
    timeline: inOrderOfTime(posts),
  };
}

/** Compares the planned posts of a channel with its target mix. Null when the mix or its tolerance is invalid. */
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
