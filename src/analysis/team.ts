import type { Channel } from '../plan/plan.ts';
import type { MixOver, Targets } from '../policy/targets.ts';
import { remembered } from '../remembered.ts';
import { ChannelOverTime } from './channel-over-time.ts';
import { RunningSum, type SeriesPart } from './series.ts';
import { areInOneSpan, type Dates, nextAfter } from './spans.ts';
import type { TeamChannels } from './team-channels.ts';

/** A plan of a team. Its dates are known from the start; its posts are read only when they are needed. */
export interface TeamPlan extends Dates {
  /**
   * The path of the file from the folder of the config, with `/` between folders. It decides the order of plans that
   * begin on the same day.
   */
  readonly path: string;
  /** The name of the file in reports. */
  readonly name: string;
  /** Returns the channels of the plan; `null` if the plan turns out to be unreadable. */
  readonly channels: () => TeamChannels | null;
}

/** How a plan fits in with the other plans of its team. */
export interface OverTime {
  /**
   * The names of the earlier plans that have posts on the same day and channel as this plan, in the order of the plans.
   */
  readonly overlaps: readonly string[];
  /** The mix over the weeks of each channel that is in a series of at least two plans, by channel name. */
  readonly channels: ReadonlyMap<string, ChannelOverTime>;
  /** Those of these channels that the rule `mix-over-time` reports at this plan. */
  readonly reported: ReadonlySet<string>;
}

/** How a plan fits in when it is the only one, or belongs to no team. */
export const ALONE: OverTime = { overlaps: [], channels: new Map(), reported: new Set() };

type CountsKey = 'counts' | 'countsWithSuspended';

/** The plans of the same span up to a plan. */
interface Span {
  readonly plan: TeamPlan;
  readonly mixOver: MixOver;
  readonly plans: readonly TeamPlan[];
}

/** The sum of the first plans of a series. */
interface KnownSum {
  readonly sum: RunningSum;
  /** The number of these plans. */
  readonly count: number;
  readonly first: TeamPlan | undefined;
  readonly last: TeamPlan | undefined;
}

/**
 * The plans of a team, which are counted together over the weeks (docs/specification.md, section 8). No two of them
 * should have posts on the same day and channel.
 */
export class Team {
  /** The plans in order: by first day, then by path. */
  readonly plans: readonly TeamPlan[];
  /** The number of plans before each plan. */
  private readonly places: ReadonlyMap<TeamPlan, number>;
  private readonly mayOverlap: boolean;
  private readonly overlapping = new Map<TeamPlan, readonly string[]>();
  private readonly newest = new Map<string, TeamPlan | null>();
  private readonly sums = new Map<string, KnownSum>();
  private lastSpan: Span | null = null;

  /** @param mayOverlap - whether the team has switched the rule `overlap` off, so that plans that overlap count too */
  constructor(plans: readonly TeamPlan[], mayOverlap: boolean) {
    this.plans = [...plans].sort(inOrder);
    this.places = new Map(this.plans.map((plan, place) => [plan, place]));
    this.mayOverlap = mayOverlap;
  }

  /**
   * Returns how a plan of the team fits in with the others.
   *
   * @param channels - the channels of the plan, with the targets that apply to them
   * @param checked - the plans that are being checked; each channel is reported at only one of these
   */
  at(plan: TeamPlan, channels: readonly Channel[], checked: readonly TeamPlan[]): OverTime {
    const overlaps = this.overlapsOf(plan);
    if (this.isOutside(plan)) return { overlaps, channels: new Map(), reported: new Set() };
    const found = channels.flatMap(({ name, targets }): [string, ChannelOverTime][] => {
      const overTime = this.channelAt(plan, name, targets);
      if (overTime === null) return [];
      return [[name, overTime]];
    });
    const reported = found.flatMap(([name]) => (this.newestOf(name, checked) === plan ? [name] : []));
    return { overlaps, channels: new Map(found), reported: new Set(reported) };
  }

  /**
   * Returns the plans whose posts on a channel are counted together: the earlier plans in the span of `plan`, in order,
   * and then `plan` itself. A plan whose posts do not count is left out.
   */
  seriesAt(plan: TeamPlan, channel: string, { mix_over: mixOver }: Targets): readonly TeamPlan[] {
    if (mixOver === null) return [];
    return this.spanAt(plan, mixOver).filter((each) => this.countsIn(each, channel));
  }

  /** The plans of the same span up to a plan. The last answer is kept, because a plan may have many channels. */
  private spanAt(plan: TeamPlan, mixOver: MixOver): readonly TeamPlan[] {
    const { lastSpan } = this;
    if (lastSpan?.plan === plan && lastSpan.mixOver === mixOver) return lastSpan.plans;
    const plans = [...this.plansBefore(plan), plan].filter((each) => areInOneSpan(each, plan, mixOver));
    this.lastSpan = { plan, mixOver, plans };
    return plans;
  }

  /**
   * Returns what the earlier plans in the span of a new plan add to the series of one of its channels.
   *
   * @param dates - the dates of the new plan
   * @param path - the path of the file that the new plan will be in; a plan that is there now does not count
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

  /**
   * Returns the names of the plans, in order, that will come before a new plan and have posts on one of its days and
   * channels. The new plan will be in no series then, unless the team lets plans overlap.
   *
   * @param path - the path of the new plan; a plan that is there now is left out
   */
  overlappedBy(dates: Dates, path: string, channels: readonly string[]): readonly string[] {
    const plan = { ...dates, path };
    const found = this.plans.filter(
      (each) =>
        each.path !== path &&
        each.to >= dates.from &&
        inOrder(each, plan) < 0 &&
        channels.some((name) => hasPostWithin(each, name, dates)),
    );
    return this.mayOverlap ? [] : found.map(({ name }) => name);
  }

  /** Whether the posts of a plan on a channel count over the weeks. */
  private countsIn(plan: TeamPlan, channel: string): boolean {
    return (plan.channels()?.get(channel)?.counts ?? null) !== null && !this.isOutside(plan);
  }

  /**
   * Returns the mix of a channel over the weeks up to and including a plan; `null` if the plan is in no series of at
   * least two plans, or if its target `mix` or `tolerance` is invalid.
   *
   * @param targets - the targets that apply to the channel in the plan
   */
  channelAt(plan: TeamPlan, channel: string, targets: Targets): ChannelOverTime | null {
    const { mix, tolerance, limit, mix_over: mixOver } = targets;
    const plans = this.seriesAt(plan, channel, targets);
    if (plans.length < 2 || plans.at(-1) !== plan) return null;
    if (mix === null || tolerance === null || mixOver === null) return null;
    // The plans are looked for again when they are needed: a team may have many channels, and most are never asked for.
    const seriesOf = (key: CountsKey) =>
      this.sumOf(this.seriesAt(plan, channel, targets), channel, mixOver, key).compared(mix, tolerance);
    return new ChannelOverTime(
      () => seriesOf('counts'),
      () => seriesOf('countsWithSuspended'),
      {
        posts: plan.channels()?.get(channel)?.counts?.counted ?? 0,
        mix,
        tolerance,
        limit: limit ?? tolerance,
      },
      () => {
        const after = nextAfter(plan);
        return after !== null && areInOneSpan(after, plan, mixOver);
      },
    );
  }

  /**
   * The sum of the plans of a series. Plans are mostly asked for one after the other, so the sum of the last one is kept
   * and goes on from there.
   */
  private sumOf(plans: readonly TeamPlan[], channel: string, mixOver: MixOver, key: CountsKey): RunningSum {
    const name = JSON.stringify([channel, mixOver, key]);
    const known = this.sums.get(name);
    const isBefore = known !== undefined && known.first === plans[0] && known.last === plans[known.count - 1];
    const { sum, count } = isBefore ? known : { sum: new RunningSum(), count: 0 };
    for (const part of partsOf(plans.slice(count), channel, key)) sum.add(part);
    const [first, last] = [plans[0], plans.at(-1)];
    this.sums.set(name, { sum, count: plans.length, first, last });
    return sum;
  }

  /**
   * Whether a plan is left out of every series, because an earlier plan has posts on the same day and channel. Never
   * `true` if the plans of the team may overlap.
   */
  isOutside(plan: TeamPlan): boolean {
    return !this.mayOverlap && this.overlapsOf(plan).length > 0;
  }

  /**
   * Returns the names of the earlier plans that have posts on the same day and channel as `plan`, in the order of the
   * plans.
   */
  overlapsOf(plan: TeamPlan): readonly string[] {
    return remembered(this.overlapping, plan, () => {
      const isOverlapped = (each: TeamPlan) => each.to >= plan.from && haveDayInCommon(each, plan);
      const others = this.plansBefore(plan).filter(isOverlapped);
      return others.map(({ name }) => name);
    });
  }

  private plansBefore(plan: TeamPlan): readonly TeamPlan[] {
    return this.plans.slice(0, this.places.get(plan) ?? 0);
  }

  /** The newest of the checked plans whose posts on a channel have words; null if there is none. */
  private newestOf(channel: string, checked: readonly TeamPlan[]): TeamPlan | null {
    return remembered(this.newest, channel, () => {
      const hasWords = (plan: TeamPlan) => plan.channels()?.get(channel)?.hasWords === true;
      const inTurn = [...checked].sort(inOrder);
      return inTurn.findLast((plan) => hasWords(plan) && !this.isOutside(plan)) ?? null;
    });
  }
}

/** What plans bring to the series of a channel; those without it bring nothing. */
function partsOf(plans: readonly TeamPlan[], channel: string, key: CountsKey): readonly SeriesPart[] {
  return plans.flatMap(({ from, channels }) => {
    const counts = channels()?.get(channel)?.[key] ?? null;
    return counts === null ? [] : [{ from, counts }];
  });
}

/** What the place of a plan among the others depends on. */
type Placed = Pick<TeamPlan, 'from' | 'path'>;

/** Whether a plan has a post on a channel on one of the days of a period. */
function hasPostWithin(plan: TeamPlan, channel: string, { from, to }: Dates): boolean {
  return [...(plan.channels()?.get(channel)?.days ?? [])].some((day) => from <= day && day <= to);
}

/** Compares two plans for sorting: by first day, then by the code points of the path. */
function inOrder(a: Placed, b: Placed): number {
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
