import type { Day } from '../dates.ts';
import type { Channel } from '../plan/plan.ts';
import type { Targets } from '../policy/targets.ts';
import type { Analysis } from './analyse.ts';
import type { MixAnalysis } from './mix-analysis.ts';
import { nextCounts } from './next-plan.ts';
import { analyseSeries, type SeriesAnalysis } from './series.ts';
import { areInOneSpan, type Dates, nextAfter } from './spans.ts';

/** What the other plans of a team need to know about one channel of a plan. */
export interface TeamChannel {
  /** The targets that apply to the channel in this plan. */
  readonly targets: Targets;
  /** Null when the mix or its tolerance is invalid. */
  readonly mix: MixAnalysis | null;
  /** The mix as it would be if the posts suspended by a hold went out. */
  readonly mixWithSuspended: MixAnalysis | null;
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

/** Returns what the other plans of a team need to know about a plan. */
export function teamChannelsOf({ channels }: Analysis): TeamChannels {
  return new Map(
    channels.map(({ channel, targets, mix, mixWithSuspended, firstPosts, timeline }) => {
      const hasWords = timeline.some(
        (post) => !post.unplanned && post.hasWords && post.categories.has(channel),
      );
      return [channel, { targets, mix, mixWithSuspended, hasWords, days: new Set(firstPosts.keys()) }];
    }),
  );
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
    return this.plans.filter(
      (each) =>
        inOrder(each, plan) <= 0 &&
        areInOneSpan(each, plan, mixOver) &&
        (each.channels()?.get(channel)?.mix ?? null) !== null &&
        !this.isOutside(each),
    );
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
    const seriesOf = (key: 'mix' | 'mixWithSuspended') => {
      const parts = plans.flatMap((each) => {
        const part = each.channels()?.get(channel)?.[key] ?? null;
        return part === null ? [] : [{ from: each.from, mix: part }];
      });
      return analyseSeries(parts, mix, tolerance);
    };
    const series = seriesOf('mix');
    const posts = plan.channels()?.get(channel)?.mix?.counted ?? 0;
    const after = nextAfter(plan);
    const isFollowed = posts > 0 && after !== null && areInOneSpan(after, plan, mixOver);
    const terms = { posts, mix, tolerance, limit: limit ?? tolerance };
    const next = isFollowed
      ? { posts, counts: nextCounts(series, terms), ordinary: nextCounts(null, terms) }
      : null;
    return { series, withSuspended: seriesOf('mixWithSuspended'), next };
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
