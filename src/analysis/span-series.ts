import { remembered } from '../remembered.ts';
import { RunningSum, type SeriesPart } from './series.ts';
import type { TeamPlan } from './team-plan.ts';

/**
 * Which posts are added up: those that go out (`counts`), or also those that a hold keeps back (`countsWithSuspended`).
 */
export type CountsKey = 'counts' | 'countsWithSuspended';

/**
 * For each channel, the plans of one span (such as a quarter) that are counted together. Looks at each plan only once,
 * and only at plans that `lookUpTo` asks for.
 */
export class SpanSeries {
  private readonly plans: readonly TeamPlan[];
  private readonly isOutside: (plan: TeamPlan) => boolean;
  private readonly channels = new Map<string, ChannelSeries>();
  /** The place in `plans` of the plan that is looked at next. */
  private next: number;

  /**
   * @param plans - the plans of the team or of the span, in order
   * @param first - the index of the first plan of the span; all later plans must belong to the span too
   * @param isOutside - returns whether a plan must not be counted together with others
   */
  constructor(plans: readonly TeamPlan[], first: number, isOutside: (plan: TeamPlan) => boolean) {
    this.plans = plans;
    this.next = first;
    this.isOutside = isOutside;
  }

  /**
   * Looks at the plans that it has not looked at yet, up to the first one for which `isAfter` returns `true`. That plan
   * is left for later.
   *
   * @returns the number of plans added to the series of channels; a plan counts once for each channel
   */
  lookUpTo(isAfter: (other: TeamPlan) => boolean): number {
    let added = 0;
    for (
      let plan = this.plans[this.next];
      plan !== undefined && !isAfter(plan);
      plan = this.plans[this.next]
    ) {
      this.next++;
      if (this.isOutside(plan)) continue;
      for (const [name, { counts }] of plan.channels() ?? []) {
        if (counts === null) continue;
        remembered(this.channels, name, () => new ChannelSeries(name)).add(plan);
        added++;
      }
    }
    return added;
  }

  /** Returns the plans that count on a channel, among those looked at so far; `undefined` if there are none. */
  of(channel: string): ChannelSeries | undefined {
    return this.channels.get(channel);
  }
}

/** The plans of a span whose posts on one channel are counted together, in order. */
export class ChannelSeries {
  private readonly channel: string;
  private readonly plans: TeamPlan[] = [];
  private readonly counts = new Map<TeamPlan, number>();
  private readonly sums: Record<CountsKey, Sums> = { counts: new Sums(), countsWithSuspended: new Sums() };

  constructor(channel: string) {
    this.channel = channel;
  }

  add(plan: TeamPlan): void {
    this.counts.set(plan, this.plans.push(plan));
  }

  /** Returns the number of plans up to and including `plan`; 0 if `plan` is not among the plans that count. */
  countAt(plan: TeamPlan): number {
    return this.counts.get(plan) ?? 0;
  }

  /** Returns the first `count` plans. */
  first(count: number): readonly TeamPlan[] {
    return this.plans.slice(0, count);
  }

  /**
   * Returns the sum of the posts in the first `count` plans. Use the result before the next call, which may change it.
   */
  sumOf(count: number, key: CountsKey): RunningSum {
    return this.sums[key].of(count, (place) => this.partAt(place, key));
  }

  private partAt(place: number, key: CountsKey): SeriesPart | null {
    const plan = this.plans[place];
    const counts = plan?.channels()?.get(this.channel)?.[key] ?? null;
    return plan === undefined || counts === null ? null : { from: plan.from, counts };
  }
}

/** After so many plans a sum is kept. */
const PLANS_BETWEEN = 64;

/**
 * The sums of the first plans of a series. Plans are mostly asked for one after the other, so the last sum goes on from
 * where it is; for an earlier plan, the nearest sum that was kept goes on.
 */
class Sums {
  private readonly kept: RunningSum[] = [];
  private sum = new RunningSum();
  private count = 0;

  of(count: number, partAt: (place: number) => SeriesPart | null): RunningSum {
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
