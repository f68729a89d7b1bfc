import { remembered } from '../remembered.ts';
import { RunningSum, type SeriesPart } from './series.ts';
import type { TeamPlan } from './team-plan.ts';

/** Which posts are added up: those that go out, or also those that holds suspend. */
export type CountsKey = 'counts' | 'countsWithSuspended';

/**
 * The series of all channels over one span. Reads no plan after those that were asked about, and looks at each plan only
 * once.
 */
export class SpanSeries {
  private readonly plans: readonly TeamPlan[];
  private readonly isOutside: (plan: TeamPlan) => boolean;
  private readonly channels = new Map<string, ChannelSeries>();
  /** The place in `plans` of the plan that is looked at next. */
  private next: number;

  /**
   * @param plans - the plans of the team or of the span, in order
   * @param first - the place of the first plan of the span; all plans behind it must belong to the span
   * @param isOutside - whether a plan is left out of every series
   */
  constructor(plans: readonly TeamPlan[], first: number, isOutside: (plan: TeamPlan) => boolean) {
    this.plans = plans;
    this.next = first;
    this.isOutside = isOutside;
  }

  /**
   * Looks at the plans up to and including one.
   *
   * @param isAfter - whether another plan comes after this one
   * @returns how many plans have been added to series of channels; a plan counts once for each channel
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

  /** Returns the series of a channel, as far as its plans have been looked at; `undefined` if no plan has it. */
  of(channel: string): ChannelSeries | undefined {
    return this.channels.get(channel);
  }
}

/** The plans of a span whose posts on a channel count, in order. */
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

  /** Returns how many plans count up to and including a plan; 0 if the plan itself does not count. */
  countAt(plan: TeamPlan): number {
    return this.counts.get(plan) ?? 0;
  }

  /** Returns the first `count` plans. */
  first(count: number): readonly TeamPlan[] {
    return this.plans.slice(0, count);
  }

  /** Returns the sum of the first `count` plans. It must be used before another one is asked for. */
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
