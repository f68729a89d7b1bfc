import type { Day } from '../dates.ts';
import { type Channel, goesOut, type Plan, type Post } from '../plan/model.ts';
import { analyseDays, type DayCount } from './days.ts';
import { analyseMix, type MixAnalysis } from './mix.ts';
import { numberTexts } from './texts.ts';
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
  /** The first post, in the order of the file, that goes out on each day. */
  readonly firstPosts: ReadonlyMap<Day, Post>;
  /** The posts that go out, in the order in which they do: within a day those without a time last. */
  readonly timeline: readonly Post[];
}

/** A plan in numbers. A post without a valid day or channel counts nowhere. */
export interface PlanNumbers {
  /** Posts that go out, one on several channels counted once. */
  readonly posts: number;
  /** Of these, the ones with neither a title nor a text. */
  readonly openSlots: number;
  /** Of these, the ones with a title or a text. */
  readonly withWords: number;
  /** Of these, the chance ideas. */
  readonly unplanned: number;
  /** Posts with a valid day and channel that do not go out. */
  readonly cancelled: number;
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
  const byChannel = new Map<string, Post[]>(plan.channels.map(({ name }) => [name, []]));
  for (const post of goingOut) {
    for (const channel of post.channels) byChannel.get(channel)?.push(post);
  }
  return {
    posts: goingOut.length,
    openSlots: goingOut.filter((post) => post.openSlot).length,
    withWords: goingOut.filter((post) => post.hasWords).length,
    unplanned: goingOut.filter((post) => post.unplanned).length,
    cancelled: valid.filter(({ status }) => status === 'cancelled').length,
    onHold: valid.filter(({ status }) => status === 'on_hold').length,
    channels: plan.channels.map((channel) =>
      analyseChannel(channel, byChannel.get(channel.name) ?? [], plan.days, plan.hold),
    ),
    texts: numberTexts(goingOut),
  };
}

/** @param posts - the posts with a valid day that go out on the channel */
function analyseChannel(
  { name, targets }: Channel,
  posts: readonly Post[],
  days: readonly Day[],
  daysOnHold: { has(day: Day): boolean },
): ChannelPosts {
  const categories = new Map<string, number>();
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
    const category = post.categories.get(name);
    if (category !== undefined && !post.unplanned) increase(categories, category);
  }
  const { mix, tolerance } = targets;
  return {
    channel: name,
    mix: mix === null || tolerance === null ? null : analyseMix(mix, categories, tolerance),
    days: analyseDays(days, targets, counts, daysOnHold),
    formats,
    firstPosts,
    timeline: inOrderOfTime(posts),
  };
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
