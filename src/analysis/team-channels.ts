import type { Day } from '../dates.ts';
import { goesOut, type Plan, type Post } from '../plan/plan.ts';
import type { Targets } from '../policy/targets.ts';
import { countsIn, type MixCounts } from './series.ts';

/** What the other plans of a team need to know about one channel of a plan. */
export interface TeamChannel {
  /** The targets that apply to the channel in this plan. */
  readonly targets: Targets;
  /** The posts that count in the mix; `null` if the target `mix` or `tolerance` is invalid. */
  readonly counts: MixCounts | null;
  /** What `counts` would be if the plan had no holds (spans of time during which planned posts do not go out). */
  readonly countsWithSuspended: MixCounts | null;
  /** Whether any post that counts in the mix has a title or a text. */
  readonly hasWords: boolean;
  /** The days on which posts go out on the channel. */
  readonly days: ReadonlySet<Day>;
}

/** The channels of a plan, by channel name. */
export type TeamChannels = ReadonlyMap<string, TeamChannel>;

/**
 * Returns what the other plans of a team need to know about the channels of a plan. Calculates nothing else, because
 * most plans of a team are read only for this.
 */
export function teamChannelsOf({ channels, posts }: Plan): TeamChannels {
  const found = new Map(channels.map(({ name, targets }) => [name, new ChannelCount(name, targets)]));
  for (const post of posts) {
    for (const channel of post.date === null ? [] : post.channels)
      found.get(channel)?.add(post, post.date ?? '');
  }
  return new Map([...found].map(([name, channel]) => [name, channel.result()]));
}

/** Counts the posts of a channel. */
class ChannelCount {
  private hasWords = false;
  private readonly days = new Set<Day>();
  private readonly name: string;
  private readonly targets: Targets;
  private readonly goingOut = new Map<string, number>();
  private readonly suspended = new Map<string, number>();

  constructor(name: string, targets: Targets) {
    this.name = name;
    this.targets = targets;
  }

  /** Counts a post on its day, if it goes out or if only a hold keeps it from that. */
  add(post: Post, day: Day): void {
    if (!goesOut(post) && !post.isSuspended) return;
    if (!post.isSuspended) this.days.add(day);
    const category = post.unplanned ? undefined : post.categories.get(this.name);
    if (category === undefined) return;
    this.hasWords ||= post.hasWords && !post.isSuspended;
    const counts = post.isSuspended ? this.suspended : this.goingOut;
    counts.set(category, (counts.get(category) ?? 0) + 1);
  }

  result(): TeamChannel {
    const { targets, hasWords, days, goingOut, suspended } = this;
    const { mix, tolerance } = targets;
    if (mix === null || tolerance === null)
      return { targets, counts: null, countsWithSuspended: null, hasWords, days };
    const counts = countsIn(mix, (category) => goingOut.get(category) ?? 0);
    const together = (category: string) => (goingOut.get(category) ?? 0) + (suspended.get(category) ?? 0);
    return {
      targets,
      counts,
      countsWithSuspended: suspended.size === 0 ? counts : countsIn(mix, together),
      hasWords,
      days,
    };
  }
}
