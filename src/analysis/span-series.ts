import type { Day } from '../dates.ts';
import { remembered } from '../remembered.ts';
import { countBelow } from '../text/sorted.ts';
import { RunningSum, type SeriesPart } from './series.ts';
import type { TeamPlan } from './team-plan.ts';

/**
 * Which posts are added up: those that go out (`counts`), or also those that a hold (a span of time) keeps from going
 * out (`countsWithSuspended`).
 */
export type CountsKey = 'counts' | 'countsWithSuspended';

/**
 * The series of each channel: the plans that are counted together, over one span (such as a quarter), or over all spans
 * that end with the last plan of the team. Looks at each plan at most once, and only when asked to by `lookUpTo`.
 */
export class SpanSeries {
  private readonly plans: readonly TeamPlan[];
  private readonly isOutside: (plan: TeamPlan) => boolean;
  private readonly channels = new Map<string, ChannelSeries>();
  /** The index in `plans` of the plan with which the series begin. */
  readonly start: number;
  /** The index in `plans` of the plan that is looked at next. */
  private next: number;

  /**
   * @param plans - the plans of the team or of the span, in order
   * @param start - the index of the first plan of the span; all plans after it must belong to the span
   * @param isOutside - returns whether a plan is left out of every series
   */
  constructor(plans: readonly TeamPlan[], start: number, isOutside: (plan: TeamPlan) => boolean) {
    this.plans = plans;
    this.start = start;
    this.next = start;
    this.isOutside = isOutside;
  }

  /** The number of plans looked at so far. */
  get looked(): number {
    return this.next - this.start;
  }

  /**
   * Looks at further plans, in order, and stops before the first one for which `isAfter` returns `true`. A later call
   * goes on from there.
   *
   * @param isAfter - returns whether a plan comes after the last plan to look at
   */
  lookUpTo(isAfter: (other: TeamPlan) => boolean): void {
    for (
      let plan = this.plans[this.next];
      plan !== undefined && !isAfter(plan);
      plan = this.plans[this.next]
    ) {
      this.next++;
      if (this.isOutside(plan)) continue;
      for (const [name, { counts }] of plan.channels() ?? []) {
        if (counts !== null) remembered(this.channels, name, () => new ChannelSeries(name)).add(plan);
      }
    }
  }

  /** Returns the plans looked at so far whose posts on a channel count; `undefined` if there are none. */
  of(channel: string): ChannelSeries | undefined {
    return this.channels.get(channel);
  }
}

/** The plans that are counted together on a channel, up to and including one plan. */
export interface SeriesAtPlan {
  /** The number of these plans. */
  readonly count: number;
  /** Returns these plans, in order. */
  readonly plans: () => readonly TeamPlan[];
  /** Returns the sum of these plans. Use the sum before asking for another sum of the channel, which may change it. */
  readonly sum: (key: CountsKey) => RunningSum;
}

/** The plans whose posts on a channel count, in order. */
export class ChannelSeries {
  private readonly channel: string;
  private readonly plans: TeamPlan[] = [];
  private readonly firstDays: Day[] = [];
  private readonly counts = new Map<TeamPlan, number>();
  private readonly sums: Record<CountsKey, Sums> = { counts: new Sums(), countsWithSuspended: new Sums() };
  /** The sums of the plans before a span. */
  private readonly before: Record<CountsKey, Sums> = { counts: new Sums(), countsWithSuspended: new Sums() };
  private readonly categories = new CategoryLists();

  constructor(channel: string) {
    this.channel = channel;
  }

  add(plan: TeamPlan): void {
    this.counts.set(plan, this.plans.push(plan));
    this.firstDays.push(plan.from);
  }

  /**
   * Returns the series up to and including a plan; `null` if the plan does not count.
   *
   * @param since - if not `null`, only the plans that begin on this day or later are counted together
   */
  at(plan: TeamPlan, since: Day | null): SeriesAtPlan | null {
    const end = this.counts.get(plan);
    if (end === undefined) return null;
    const first = since === null ? 0 : countBelow(this.firstDays, since);
    return {
      count: end - first,
      plans: () => this.plans.slice(first, end),
      sum: (key) => this.sumOf(first, end, key),
    };
  }

  /** The sum of the plans from the place `first` up to the place `end`: all plans up to `end` without those before `first`. */
  private sumOf(first: number, end: number, key: CountsKey): RunningSum {
    const partAt = (place: number) => this.partAt(place, key);
    const sum = this.sums[key].of(end, partAt);
    if (first === 0) return sum;
    const categories = this.categories.between(first, end, partAt);
    return sum.without(this.before[key].of(first, partAt), this.firstDays[first] ?? '', categories);
  }

  private partAt(place: number, key: CountsKey): SeriesPart | null {
    const plan = this.plans[place];
    const counts = plan?.channels()?.get(this.channel)?.[key] ?? null;
    return plan === undefined || counts === null ? null : { from: plan.from, counts };
  }
}

/** After so many plans a sum is kept, and so many plans have one list of categories. */
const PLANS_BETWEEN = 64;

type PartAt = (place: number) => SeriesPart | null;

/**
 * The sums of the first plans of a series. Plans are mostly asked for one after the other, so the last sum goes on from
 * where it is; for an earlier plan, the nearest sum that was kept goes on.
 */
class Sums {
  private readonly kept: RunningSum[] = [];
  private sum = new RunningSum();
  private count = 0;

  of(count: number, partAt: PartAt): RunningSum {
    if (count < this.count) {
      const nearest = Math.floor(count / PLANS_BETWEEN);
      this.sum = (this.kept[nearest] ?? new RunningSum()).copy();
      this.count = nearest * PLANS_BETWEEN;
    }
    while (this.count < count) {
      const part = partAt(this.count++);
      if (part !== null) this.sum.add(part);
      if (this.count % PLANS_BETWEEN === 0) this.kept[this.count / PLANS_BETWEEN] ??= this.sum.copy();
    }
    return this.sum;
  }
}

/** The categories of the plans of a series. */
class CategoryLists {
  /** The categories of each 64 plans, by the place of the first of these plans. */
  private readonly kept = new Map<number, ReadonlySet<string>>();

  /** Returns the categories of the plans from the place `first` up to the place `end`, in the order of the plans. */
  between(first: number, end: number, partAt: PartAt): Set<string> {
    const found = new Set<string>();
    for (let place = first; place < end; ) {
      const next = place + PLANS_BETWEEN;
      const isKept = place % PLANS_BETWEEN === 0 && next <= end && end - first > PLANS_BETWEEN;
      const categories = isKept
        ? remembered(this.kept, place, () => this.between(place, next, partAt))
        : (partAt(place)?.counts.categories.map(({ category }) => category) ?? []);
      for (const category of categories) found.add(category);
      place = isKept ? next : place + 1;
    }
    return found;
  }
}
