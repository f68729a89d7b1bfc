import type { Day } from '../dates.ts';
import { type Channel, goesOut, type Plan, type Post } from '../plan/plan.ts';
import type { Targets } from '../policy/targets.ts';
import { nextCounts } from './next-plan.ts';
import { analyseSeries, countsIn, type MixCounts, type SeriesAnalysis, type SeriesPart } from './series.ts';
import { areInOneSpan, type Dates, nextAfter } from './spans.ts';

/** What the other plans of a team need to know about one channel of a plan. */
export interface TeamChannel {
  /** The targets that apply to the channel in this plan. */
  readonly targets: Targets;
  /** The posts that count in the mix; null when the mix or its tolerance is invalid. */
  readonly counts: MixCounts | null;
  /** The same as if the posts suspended by a hold went out. */
  readonly countsWithSuspended: MixCounts | null;
  /** Whether a post that counts in the mix has a title or a text. */
  readonly hasWords: boolean;
  /** The days on which posts go out. */
  readonly days: ReadonlySet<Day>;
}

/** The channels of a plan by name. */
export type TeamChannels = ReadonlyMap<string, TeamChannel>;

/** A plan of a team: the dates are known, and the posts are read when they are needed. */
export interface TeamPlan extends Dates {
  /** The path from the folder of the config, written with `/`; plans with the same first day are in its order. */
  readonly path: string;
  /** The name of the file in reports. */
  readonly name: string;
  /** Returns the channels; null if the plan cannot be read after all. */
  readonly channels: () => TeamChannels | null;
}

/**
 * Returns what the other plans of a team need to know about a plan. It is counted apart from the rest of the analysis,
 * because of most plans of a team nothing else is needed.
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

/** What the next plan should hold, if it follows directly and has as many posts. */
export interface NextPlan {
  readonly posts: number;
  /** The number of posts of each category. */
  readonly counts: ReadonlyMap<string, number>;
  /** The counts that a plan of as many posts would have without the plans before it. */
  readonly ordinary: ReadonlyMap<string, number>;
}

/** The mix of a channel over the weeks, at one plan. */
export interface ChannelOverTime {
  readonly series: SeriesAnalysis;
  /** The series as it would be if the posts suspended by holds went out. */
  readonly withSuspended: SeriesAnalysis;
  /** Null if this plan counts no posts, or a plan of the same length directly after it belongs to another span. */
  readonly next: NextPlan | null;
  /** Whether this is the plan at which the rule `mix-over-time` reports the channel. */
  readonly isReported: boolean;
}

/** How a plan fits in with the other plans of its team. */
export interface OverTime {
  /** The names of the plans before this one that have posts on the same day and channel, in order. */
  readonly overlaps: readonly string[];
  /** The channels that are in a series of at least two plans. */
  readonly channels: ReadonlyMap<string, ChannelOverTime>;
}

/** How a plan fits in when it is the only one, or belongs to no team. */
export const ALONE: OverTime = { overlaps: [], channels: new Map() };

/**
 * The plans of a team: they are counted together over the weeks, and should not have posts on the same day and channel
 * (docs/specification.md, section 8).
 */
export class Team {
  /** The plans in order: by first day, then by path. */
  readonly plans: readonly TeamPlan[];
  private readonly mayOverlap: boolean;
  private readonly overlapping = new Map<TeamPlan, readonly string[]>();
  private readonly newest = new Map<string, TeamPlan | null>();

  /** @param mayOverlap - whether the team has switched the rule `overlap` off, so that plans that overlap count too */
  constructor(plans: readonly TeamPlan[], mayOverlap: boolean) {
    this.plans = [...plans].sort(inOrder);
    this.mayOverlap = mayOverlap;
  }

  /**
   * Returns how a plan of the team fits in with the others.
   *
   * @param channels - of the plan, with the targets that apply to them
   * @param checked - the plans that are being checked; one of them reports each channel
   */
  at(plan: TeamPlan, channels: readonly Channel[], checked: readonly TeamPlan[]): OverTime {
    const overlaps = this.overlapsOf(plan);
    if (this.isOutside(plan)) return { overlaps, channels: new Map() };
    const found = channels.flatMap(({ name, targets }): [string, ChannelOverTime][] => {
      const overTime = this.channelAt(plan, name, targets);
      if (overTime === null) return [];
      return [[name, { ...overTime, isReported: this.newestOf(name, checked) === plan }]];
    });
    return { overlaps, channels: new Map(found) };
  }

  /** The plans whose posts on a channel are counted together at a plan: those before it, and itself last. */
  seriesAt(plan: TeamPlan, channel: string, { mix_over: mixOver }: Targets): readonly TeamPlan[] {
    if (mixOver === null) return [];
    const plans = this.plans.filter((each) => inOrder(each, plan) <= 0 && areInOneSpan(each, plan, mixOver));
    return plans.filter((each) => this.countsIn(each, channel));
  }

  /**
   * Returns what the plans that begin before a new plan bring to the series of one of its channels.
   *
   * @param dates - of the new plan
   * @param path - of the file that the new plan will be in; a plan that is there now does not count
   */
  before(dates: Dates, path: string, channel: string, { mix_over: mixOver }: Targets): readonly SeriesPart[] {
    if (mixOver === null) return [];
    const plans = this.plans.filter(
      (each) => each.from < dates.from && each.path !== path && areInOneSpan(each, dates, mixOver),
    );
    return partsOf(
      plans.filter((each) => this.countsIn(each, channel)),
      channel,
      'counts',
    );
  }

  /** Whether the posts of a plan on a channel count over the weeks. */
  private countsIn(plan: TeamPlan, channel: string): boolean {
    return (plan.channels()?.get(channel)?.counts ?? null) !== null && !this.isOutside(plan);
  }

  /**
   * Returns the mix of a channel over the weeks at a plan; null if the plan is in no series of at least two plans.
   *
   * @param targets - those that apply to the channel in the plan
   */
  channelAt(plan: TeamPlan, channel: string, targets: Targets): Omit<ChannelOverTime, 'isReported'> | null {
    const { mix, tolerance, limit, mix_over: mixOver } = targets;
    const plans = this.seriesAt(plan, channel, targets);
    if (plans.length < 2 || plans.at(-1) !== plan) return null;
    if (mix === null || tolerance === null || mixOver === null) return null;
    const seriesOf = (key: 'counts' | 'countsWithSuspended') =>
      analyseSeries(partsOf(plans, channel, key), mix, tolerance);
    const series = seriesOf('counts');
    const posts = plan.channels()?.get(channel)?.counts?.counted ?? 0;
    const after = nextAfter(plan);
    const isFollowed = posts > 0 && after !== null && areInOneSpan(after, plan, mixOver);
    const terms = { posts, mix, tolerance, limit: limit ?? tolerance };
    const next = isFollowed
      ? { posts, counts: nextCounts(series, terms), ordinary: nextCounts(null, terms) }
      : null;
    return { series, withSuspended: seriesOf('countsWithSuspended'), next };
  }

  /** Whether a plan is in no series, because it has posts where a plan before it has some. */
  isOutside(plan: TeamPlan): boolean {
    return !this.mayOverlap && this.overlapsOf(plan).length > 0;
  }

  /** The names of the plans before a plan that have posts on the same day and channel, in order. */
  overlapsOf(plan: TeamPlan): readonly string[] {
    const known = this.overlapping.get(plan);
    if (known !== undefined) return known;
    const others = this.plans.filter(
      (each) => inOrder(each, plan) < 0 && each.to >= plan.from && haveDayInCommon(each, plan),
    );
    const names = others.map(({ name }) => name);
    this.overlapping.set(plan, names);
    return names;
  }

  /** The newest of the checked plans whose posts on a channel have words; null if there is none. */
  private newestOf(channel: string, checked: readonly TeamPlan[]): TeamPlan | null {
    const known = this.newest.get(channel);
    if (known !== undefined) return known;
    const newest = [...checked]
      .sort(inOrder)
      .findLast((plan) => plan.channels()?.get(channel)?.hasWords && !this.isOutside(plan));
    this.newest.set(channel, newest ?? null);
    return newest ?? null;
  }
}

/** What plans bring to the series of a channel; those without it bring nothing. */
function partsOf(
  plans: readonly TeamPlan[],
  channel: string,
  key: 'counts' | 'countsWithSuspended',
): readonly SeriesPart[] {
  return plans.flatMap(({ from, channels }) => {
    const counts = channels()?.get(channel)?.[key] ?? null;
    return counts === null ? [] : [{ from, counts }];
  });
}

/** Compares two plans for sorting: by first day, then by the code points of the path. */
function inOrder(a: TeamPlan, b: TeamPlan): number {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1;
  return a.path === b.path ? 0 : Buffer.compare(Buffer.from(a.path), Buffer.from(b.path));
}

/** Whether two plans both have posts on the same day and channel. */
function haveDayInCommon(a: TeamPlan, b: TeamPlan): boolean {
  const others = b.channels();
  for (const [channel, { days }] of a.channels() ?? []) {
    const other = others?.get(channel)?.days;
    if (other !== undefined && [...days].some((day) => other.has(day))) return true;
  }
  return false;
}
