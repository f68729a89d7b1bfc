import { Fraction } from '../exact.ts';
import type { MixOver, Targets } from '../policy/targets.ts';
import type { NextPlan } from './channel-over-time.ts';
import { type MixCounts, runningSeries, type SeriesAnalysis } from './series.ts';
import type { Team, TeamPlan } from './team.ts';
import type { Verdict } from './verdict.ts';

/** The posts of one category in one plan, and how the category stood at that plan. */
export interface RunningCategory {
  readonly category: string;
  /** The number of posts of the plan in the category. */
  readonly count: number;
  /** The variance of all plans up to this one, in exact percentage points. */
  readonly variance: Fraction;
  /** The verdict on all plans up to this one. */
  readonly verdict: Verdict;
}

/** What one plan brings to the balance of a channel. */
export interface BalancedPlan {
  readonly plan: TeamPlan;
  /** The number of its posts that count in the mix. */
  readonly counted: number;
  /** One entry for each category of the sum, in the same order. */
  readonly categories: readonly RunningCategory[];
}

/** The mix of a channel over the plans of one span. */
export interface ChannelBalance {
  readonly channel: string;
  /** The span; null if the target is invalid, so that the last plan is counted by itself. */
  readonly mixOver: MixOver | null;
  /** The plans in order; at least one. */
  readonly plans: readonly BalancedPlan[];
  /** The sum of the plans. */
  readonly sum: SeriesAnalysis;
  /** What the next plan should hold; null if there is only one plan, or for the reasons of `ChannelOverTime.next`. */
  readonly next: NextPlan | null;
  /** Whether a category is so far off track that the rule `mix-over-time` would report it. */
  readonly isOffTrack: boolean;
}

/**
 * Returns the balance of each channel of a team over the newest span: that of the newest plan that has the channel.
 * Channels of newer plans come first.
 *
 * @param plans - the plans of the team among which the newest is looked for; older plans of its span count all the same
 * @param over - the span, in place of the target `mix_over`
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
    return { category, count: counts.get(category) ?? 0, variance, verdict };
  });
}
