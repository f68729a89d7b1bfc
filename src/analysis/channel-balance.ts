import { cut, Fraction } from '../exact.ts';
import type { MixOver, Targets } from '../policy/targets.ts';
import type { NextPlan } from './channel-over-time.ts';
import { type MixCounts, runningSeries, type SeriesAnalysis } from './series.ts';
import type { Team, TeamPlan } from './team.ts';
import type { Verdict } from './verdict.ts';

/** The posts of one category in one plan, and how the category stands in all plans up to and including that plan. */
interface RunningCategory {
  readonly category: string;
  /** The number of posts of the plan in the category. */
  readonly count: number;
  /**
   * The share of the category minus its target, in percentage points, in all plans up to and including this one.
   *
   * The value is cut after three decimals, because the exact numbers of many plans would fill the memory. Rounding it
   * to one or two decimals still gives the right result.
   */
  readonly variance: Fraction;
  /** The verdict on the category in all plans up to and including this one. */
  readonly verdict: Verdict;
}

/** The figures for one plan in a channel's balance: how many of its posts count in the mix, and in which categories. */
export interface BalancedPlan {
  readonly plan: TeamPlan;
  /** The number of the plan's posts that count in the mix. */
  readonly counted: number;
  /** One entry for each category in `ChannelBalance.sum`, in the same order. */
  readonly categories: readonly RunningCategory[];
}

/** The balance of a channel: its mix over all plans of one span (such as a quarter), added up plan by plan. */
export interface ChannelBalance {
  readonly channel: string;
  /**
   * The span over which the plans are counted together. `null` if the target `mix_over` is invalid; then only the
   * newest plan is counted.
   */
  readonly mixOver: MixOver | null;
  /** The plans that are counted together, oldest first; at least one. */
  readonly plans: readonly BalancedPlan[];
  /** The mix of all `plans` together. */
  readonly sum: SeriesAnalysis;
  /**
   * What the next plan should contain. `null` if only one plan is counted, if none of the last plan's posts counts in
   * the mix, or if the next plan would belong to another span.
   */
  readonly next: NextPlan | null;
  /**
   * Whether the rule `mix-over-time` would report the channel, because at least one category is far enough off track.
   */
  readonly isOffTrack: boolean;
}

/**
 * Returns the balance of each channel of a team: the mix of the channel over several plans. For each channel, the
 * newest plan in `plans` that has the channel decides which plans are counted together. The channels are sorted by that
 * newest plan, newest first. Plans in which the target `mix` or `tolerance` of the channel is invalid are skipped.
 *
 * @param plans - the plans in which to look for the newest; older plans of the same span count even if they are not in
 * `plans`
 * @param over - the span to use instead of the target `mix_over`; `undefined` to use the target
 */
export function balancesOf(
  team: Team,
  plans: ReadonlySet<TeamPlan>,
  over: MixOver | undefined,
): readonly ChannelBalance[] {
  const found = new Map<string, ChannelBalance>();
  for (const plan of team.plans.toReversed()) {
    if (!plans.has(plan) || team.isOutside(plan)) continue;
    for (const [channel, { targets }] of plan.channels() ?? []) {
      if (found.has(channel)) continue;
      const mixOver = over ?? targets.mix_over;
      const balance = balanceAt(team, plan, channel, { ...targets, mix_over: mixOver });
      if (balance !== null) found.set(channel, balance);
    }
  }
  return [...found.values()];
}

/** Returns the balance of a channel at a plan; null if its mix or tolerance is invalid there. */
function balanceAt(team: Team, plan: TeamPlan, channel: string, targets: Targets): ChannelBalance | null {
  const { mix, tolerance, mix_over: mixOver } = targets;
  if (mix === null || tolerance === null) return null;
  const series = team.seriesAt(plan, channel, targets);
  const plans = series.at(-1) === plan ? series : [plan];
  const parts = plans.flatMap((each) => {
    const counts = each.channels()?.get(channel)?.counts ?? null;
    return counts === null ? [] : [{ plan: each, from: each.from, counts }];
  });
  const running = runningSeries(parts, mix, tolerance);
  const sum = running.at(-1);
  if (sum === undefined) return null;
  const overTime = team.channelAt(plan, channel, targets);
  return {
    channel,
    mixOver,
    plans: parts.map(({ plan: each, counts: own }, index) => ({
      plan: each,
      counted: own.counted,
      categories: categoriesOf(own, running[index] ?? sum, sum),
    })),
    sum,
    next: overTime?.next(sum) ?? null,
    // A hold must not cause an alarm that there would not be without it.
    isOffTrack: overTime !== null && overTime.series.off.length > 0 && overTime.withSuspended.off.length > 0,
  };
}

/**
 * Returns the categories of the sum with the posts of one plan.
 *
 * @param running - the sum of the plans up to this one, which may not have all categories yet
 */
function categoriesOf(
  { categories }: MixCounts,
  running: SeriesAnalysis,
  sum: SeriesAnalysis,
): readonly RunningCategory[] {
  const counts = new Map(categories.map(({ category, count }) => [category, count]));
  const known = new Map(running.categories.map((each) => [each.category, each]));
  return sum.categories.map(({ category }) => {
    const { variance = new Fraction(0), verdict = 'on_track' } = known.get(category) ?? {};
    return { category, count: counts.get(category) ?? 0, variance: cut(variance, 3), verdict };
  });
}
