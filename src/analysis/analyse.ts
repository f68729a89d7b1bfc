import type { Day } from '../dates.ts';
import type { Fraction } from '../exact.ts';
import { type Channel, goesOut, type Plan, type Post } from '../plan/plan.ts';
import type { Mix } from '../policy/targets.ts';
import { countsOf, groupsOf } from '../text/groups.ts';
import { analyseDays } from './day-counts.ts';
import { analyseMix, type MixAnalysis } from './mix-analysis.ts';
import { numberTexts } from './text-numbers.ts';
import { inOrderOfTime } from './timeline.ts';
import type { DayAnalysis } from './verdict.ts';

/**
 * The figures for one channel. Channels are counted separately, because the followers of one channel may not see the
 * others.
 */
export interface ChannelAnalysis {
  readonly channel: string;
  /** How the planned posts are divided among the categories; `null` if the target `mix` or `tolerance` is invalid. */
  readonly mix: MixAnalysis | null;
  /**
   * The post counts of every day of the plan's period, in order; empty if the target `posts_per_day` or `days_off` is
   * invalid.
   */
  readonly days: readonly DayAnalysis[];
  /** For each format, such as `promo`, the number of posts that go out. Formats without such a post are left out. */
  readonly formats: ReadonlyMap<string, number>;
}

/** The figures for one channel, and the posts behind these figures, which the rules look at. */
export interface ChannelPosts extends ChannelAnalysis {
  /**
   * What `mix` would be if the plan had no holds (spans of time during which planned posts do not go out). Equal to
   * `mix` if no hold affects a post.
   */
  readonly mixWithSuspended: MixAnalysis | null;
  /**
   * Calculates `mix` again and returns an equal result. To save memory, a caller can keep this function instead of the
   * figures.
   */
  readonly mixAgain: () => MixAnalysis | null;
  /** For each day, the posts that go out on it, in the order of the file. Days without such a post are left out. */
  readonly postsOn: ReadonlyMap<Day, readonly Post[]>;
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
  /** The number of posts that go out and are marked as unplanned (spontaneous). */
  readonly unplanned: number;
  /** The number of posts with the status `cancelled`. */
  readonly cancelled: number;
  /** The number of posts that do not go out because of the status `on_hold` or a hold of the plan (a span of time). */
  readonly onHold: number;
  readonly channels: readonly ChannelAnalysis[];
}

/** The figures for a plan, and the posts behind these figures, which the rules look at. */
export interface Analysis extends PlanNumbers {
  readonly channels: readonly ChannelPosts[];
  /**
   * For each post that goes out, a number that identifies its text. Equal numbers mean equal texts, ignoring letter
   * case and differences in white space. Posts whose text is missing or blank are left out.
   */
  readonly texts: ReadonlyMap<Post, number>;
}

/**
 * Returns the figures for a plan: its post counts, and each channel compared with its targets (docs/specification.md,
 * section 3).
 */
export function analyse(plan: Plan): Analysis {
  const valid = plan.posts.filter((post) => post.date !== null && post.channels.length > 0);
  const goingOut = valid.filter(goesOut);
  const suspended = valid.filter(({ isSuspended }) => isSuspended);
  const postsOn = groupsOf(goingOut, ({ channels }) => channels);
  const suspendedOn = groupsOf(suspended, ({ channels }) => channels);
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

const NO_FORMATS: ReadonlyMap<string, number> = new Map();

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
  const postsOn = groupsOf(posts, ({ date }) => [date ?? '']);
  const mixAgain = mixOf(posts, name, targets);
  const mix = mixAgain();
  const formats = posts.flatMap(({ format }) => format ?? []);
  return {
    channel: name,
    mix,
    mixWithSuspended: suspended.length === 0 ? mix : mixOf([...posts, ...suspended], name, targets)(),
    mixAgain,
    days: analyseDays(days, targets, postsOn, daysOnHold),
    formats: formats.length === 0 ? NO_FORMATS : countsOf(formats),
    postsOn,
    timeline: inOrderOfTime(posts),
  };
}

/**
 * Returns a function that compares the planned posts of a channel with its target mix. The function returns null if the
 * target `mix` or `tolerance` is invalid.
 */
function mixOf(
  posts: readonly Post[],
  channel: string,
  { mix, tolerance }: Channel['targets'],
): () => MixAnalysis | null {
  const categoriesOf = ({ unplanned, categories }: Post) =>
    unplanned ? [] : (categories.get(channel) ?? []);
  return mix === null || tolerance === null
    ? () => null
    : mixAnalysis(mix, [...countsOf(posts.flatMap(categoriesOf))], tolerance);
}

/**
 * Returns a function that analyses the mix. A run keeps one such function for each of a hundred thousand channels, so it
 * holds as little as possible: no posts, and no map.
 */
function mixAnalysis(
  mix: Mix,
  counts: readonly (readonly [category: string, count: number])[],
  tolerance: Fraction,
): () => MixAnalysis {
  return () => analyseMix(mix, new Map(counts), tolerance);
}
