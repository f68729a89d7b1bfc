import type { Day } from '../dates.ts';
import type { Channel } from '../plan/plan.ts';
import type { MixOver, Targets } from '../policy/targets.ts';
import { remembered } from '../remembered.ts';
import { groupsOf } from '../text/groups.ts';
import { countBelow } from '../text/sorted.ts';
import { ChannelOverTime } from './channel-over-time.ts';
import { Overlaps } from './overlaps.ts';
import { RunningSum, type SeriesPart } from './series.ts';
import { type CountsKey, type SeriesAtPlan, SpanSeries } from './span-series.ts';
import { areInOneSpan, type Dates, nextAfter, spanOf } from './spans.ts';
import type { TeamPlan } from './team-plan.ts';

export type { TeamPlan };

/** How a plan fits in with the other plans of its team. */
export interface OverTime {
  /**
   * The names of the earlier plans that have posts on the same day and channel as this plan, in the order of the plans;
   * at most 1,000.
   */
  readonly overlaps: readonly string[];
  /**
   * By channel name, the mix of this plan and the earlier plans together. Channels on which no earlier plan is counted
   * together with this one are left out.
   */
  readonly channels: ReadonlyMap<string, ChannelOverTime>;
  /**
   * The channels on which the rule `mix-over-time` judges this plan. Each channel is judged only at its newest checked
   * plan, ignoring plans whose posts on the channel are all open slots (posts without a title or a text).
   */
  readonly reported: ReadonlySet<string>;
}

/**
 * How a plan fits in with the other plans of its team if there are none, or if it belongs to no team: no overlaps, and
 * nothing counted together.
 */
export const ALONE: OverTime = { overlaps: [], channels: new Map(), reported: new Set() };

/** The most earlier plans that are named because they have posts on the same day and channel as a plan. */
const MOST_OVERLAPS = 1000;

/**
 * The plans of a team, which are counted together over the weeks (docs/specification.md, section 8). No two of them
 * should have posts on the same day and channel.
 */
export class Team {
  /** The plans in order: by first day, then by path. */
  readonly plans: readonly TeamPlan[];
  /** The number of plans before each plan. */
  private readonly places: ReadonlyMap<TeamPlan, number>;
  private readonly firstDays: readonly Day[];
  private readonly mayOverlap: boolean;
  private readonly overlaps: Overlaps;
  private readonly outside = new Map<TeamPlan, boolean>();
  /** The checked plans whose channels are not in `newest` yet, the newest of them last. */
  private unread: TeamPlan[] | null = null;
  private readonly newest = new Map<string, TeamPlan>();
  private readonly bySpan = new Map<string, ReadonlyMap<string, readonly TeamPlan[]>>();
  /** The series of each month, quarter and year. */
  private readonly spans = new Map<string, SpanSeries>();
  /** The series from the earliest day that was asked about. */
  private dated: SpanSeries | null = null;

  /** @param mayOverlap - whether the team has switched the rule `overlap` off, so that plans that overlap count too */
  constructor(plans: readonly TeamPlan[], mayOverlap: boolean) {
    this.plans = [...plans].sort(inOrder);
    this.places = new Map(this.plans.map((plan, place) => [plan, place]));
    this.mayOverlap = mayOverlap;
    this.firstDays = this.plans.map(({ from }) => from);
    this.overlaps = new Overlaps(this.plans);
  }

  /**
   * Returns how a plan of the team fits in with the others.
   *
   * @param channels - the channels of the plan, with the targets that apply to them
   * @param checked - the plans that are being checked; a finding about several plans is reported at only one of these
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
   * and then `plan` itself. Plans whose posts do not count are left out. If `plan` is one of them, the result is empty.
   */
  seriesAt(plan: TeamPlan, channel: string, { mix_over: mixOver }: Targets): readonly TeamPlan[] {
    return this.seriesOf(plan, channel, mixOver)?.plans() ?? [];
  }

  /** The series of a channel at a plan; null if the plan belongs to no span or does not count. */
  private seriesOf(plan: TeamPlan, channel: string, mixOver: MixOver | null): SeriesAtPlan | null {
    const span = mixOver && spanOf(plan, mixOver);
    if (mixOver === null || span === null || mixOver === 'none') return null;
    const place = this.placeOf(plan);
    const since = 'since' in mixOver ? mixOver.since : null;
    const series =
      'since' in mixOver
        ? this.datedFrom(countBelow(this.firstDays, mixOver.since))
        : remembered(this.spans, span, () => this.spanOf(span, mixOver));
    series.lookUpTo((other) => this.placeOf(other) > place);
    return series.of(channel)?.at(plan, since) ?? null;
  }

  private spanOf(name: string, mixOver: Exclude<MixOver, 'none' | { since: Day }>): SpanSeries {
    const bySpan = remembered(this.bySpan, mixOver.unit, () => {
      return groupsOf(this.plans, (plan) => [spanOf(plan, mixOver) ?? '']);
    });
    return new SpanSeries(bySpan.get(name) ?? [], 0, (plan) => this.isOutside(plan));
  }

  /**
   * The series from a day on, which are the ends of the same series: each plan may name a day of its own.
   *
   * @param start - the place of the first plan on this day or later
   */
  private datedFrom(start: number): SpanSeries {
    const { dated } = this;
    if (dated !== null && dated.start <= start) return dated;
    // Begins at least as far before the known ones as these are long, so that few are begun anew.
    const first = dated === null ? start : Math.max(0, Math.min(start, dated.start - dated.looked));
    this.dated = new SpanSeries(this.plans, first, (plan) => this.isOutside(plan));
    return this.dated;
  }

  /**
   * Returns the posts of the earlier plans that would be counted together with a new plan on `channel`: one entry for
   * each plan, in order.
   *
   * @param dates - the dates of the new plan
   * @param path - the path of the file for the new plan; an old plan in that file does not count
   */
  before(dates: Dates, path: string, channel: string, { mix_over: mixOver }: Targets): readonly SeriesPart[] {
    if (mixOver === null) return [];
    const plans = this.plans.filter(
      (each) => each.from < dates.from && each.path !== path && areInOneSpan(each, dates, mixOver),
    );
    return plans.flatMap((each) => {
      const counts = this.isOutside(each) ? null : (each.channels()?.get(channel)?.counts ?? null);
      return counts === null ? [] : [{ from: each.from, counts }];
    });
  }

  /**
   * Returns the names of the plans that come before a new plan and have posts on one of its days, on one of its
   * `channels`, in order. If there are any, the new plan is not counted together with others. Empty if the team lets
   * plans overlap.
   *
   * @param path - the path of the file for the new plan; an old plan in that file does not count
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

  /**
   * Returns the mix of a channel in `plan` and the earlier plans that are counted together with it. Returns `null` if
   * there is no such earlier plan, or if the target `mix`, `tolerance` or `mix_over` is invalid.
   *
   * @param targets - the targets that apply to the channel in the plan
   */
  channelAt(plan: TeamPlan, channel: string, targets: Targets): ChannelOverTime | null {
    const { mix, tolerance, limit, mix_over: mixOver } = targets;
    if (mix === null || tolerance === null || mixOver === null) return null;
    if ((this.seriesOf(plan, channel, mixOver)?.count ?? 0) < 2) return null;
    // Added up when it is needed: a team may have many channels, and most are never asked for.
    return new ChannelOverTime(
      (key) => this.sumAt(plan, channel, mixOver, key).compared(mix, tolerance),
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

  private sumAt(plan: TeamPlan, channel: string, mixOver: MixOver, key: CountsKey): RunningSum {
    return this.seriesOf(plan, channel, mixOver)?.sum(key) ?? new RunningSum();
  }

  /**
   * Whether a plan is never counted together with others, because an earlier plan has posts on the same day and
   * channel. Always `false` if the team lets plans overlap.
   */
  isOutside(plan: TeamPlan): boolean {
    if (this.mayOverlap) return false;
    return remembered(this.outside, plan, () => this.overlaps.before(this.placeOf(plan), 1).length > 0);
  }

  /**
   * Returns the names of the earlier plans that have posts on the same day and channel as `plan`, in the order of the
   * plans; at most 1,000.
   */
  overlapsOf(plan: TeamPlan): readonly string[] {
    const places = this.overlaps.before(this.placeOf(plan), MOST_OVERLAPS);
    return places.flatMap((place) => this.plans[place]?.name ?? []);
  }

  private placeOf(plan: TeamPlan): number {
    return this.places.get(plan) ?? 0;
  }

  /** The newest of the checked plans whose posts on a channel have words; null if there is none. */
  private newestOf(channel: string, checked: readonly TeamPlan[]): TeamPlan | null {
    this.unread ??= [...checked].sort((a, b) => this.placeOf(a) - this.placeOf(b));
    while (!this.newest.has(channel)) {
      const plan = this.unread.pop();
      if (plan === undefined) return null;
      for (const [name, { hasWords }] of plan.channels() ?? []) {
        if (hasWords && !this.newest.has(name) && !this.isOutside(plan)) this.newest.set(name, plan);
      }
    }
    return this.newest.get(channel) ?? null;
  }
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
