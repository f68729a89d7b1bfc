import type { Day } from '../dates.ts';
import { type Channel, goesOut, type Plan, type Post } from '../plan/plan.ts';
import { analyseDays, type DayCount } from './day-counts.ts';
import { analyseMix, type MixAnalysis } from './mix-analysis.ts';
import { numberTexts } from './text-numbers.ts';
import { inOrderOfTime } from './timeline.ts';
import type { DayAnalysis } from './verdict.ts';

/** One channel of a plan in numbers: a follower sees one channel. */
export interface ChannelAnalysis {
  readonly channel: string;
  /** Null where the mix or its tolerance is invalid. */
  readonly mix: MixAnalysis | null;
  /** Every day of the period; none where the bounds or the days off are invalid. */
  readonly days: readonly DayAnalysis[];
  /** How many posts that go out have each format. */
  readonly formats: ReadonlyMap<string, number>;
}

/** One channel of a plan with what rules look at beside its numbers. */
export interface ChannelPosts extends ChannelAnalysis {
  /** The mix if the posts that a hold suspends went out; `mix` itself where there are none. */
  readonly mixWithSuspended: MixAnalysis | null;
  /** The first post, in the order of the file, that goes out on each day. */
  readonly firstPosts: ReadonlyMap<Day, Post>;
  /** The posts that go out, in the order in which they do: within a day those without a time last. */
  readonly timeline: readonly Post[];
}

/** A plan in numbers. A post without a valid day or channel counts nowhere. */
export interface PlanNumbers {
  /** Posts that go out, one on several channels counted once. */
  readonly posts: number;
  /** Of these, the planned ones with neither a title nor a text. */
  readonly openSlots: number;
  /** Of these, the ones with a title or a text. */
  readonly withWords: number;
  /** Of these, the chance ideas. */
  readonly unplanned: number;
  /** Posts with a valid day and channel that do not go out: those that are cancelled, */
  readonly cancelled: number;
  /** and those that are on hold, by their status or because a hold suspends them. */
  readonly onHold: number;
  readonly channels: readonly ChannelAnalysis[];
}

/** A plan with what rules look at beside its numbers. */
export interface Analysis extends PlanNumbers {
  readonly channels: readonly ChannelPosts[];
  /** Of the posts that go out those with words: equal numbers stand for the same words. */
  readonly texts: ReadonlyMap<Post, number>;
}

/** Counts a plan and measures it against its targets (section 3 of the specification). */
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

/** The posts of each channel. */
function byChannel({ channels }: Plan, posts: readonly Post[]): ReadonlyMap<string, readonly Post[]> {
  const found = new Map<string, Post[]>(channels.map(({ name }) => [name, []]));
  for (const post of posts) {
    for (const channel of post.channels) found.get(channel)?.push(post);
  }
  return found;
}

/**
 * @param posts - the posts with a valid day that go out on the channel
 * @param suspended - those that would if no hold suspended them
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

/** Null where the mix or its tolerance is invalid. */
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
