import type { BalancedPlan } from '../../analysis/channel-balance.ts';
import { rounded } from '../../exact.ts';
import type { TeamBalance } from '../../workspace/team-balances.ts';
import { mixOverTimeReport } from '../json.ts';
import { jsonPieces } from '../json-pieces.ts';
import type { BalancedPlanReport, BalanceReport } from './balance-report.ts';

/** Returns the combined mix of each team's plans as JSON for programs (see `BalanceReport`), in pieces. */
export function balanceJson(teams: readonly TeamBalance[]): Iterable<string> {
  return jsonPieces(balanceReport(teams));
}

function balanceReport(teams: readonly TeamBalance[]): BalanceReport {
  const channels = teams.flatMap(({ folder, config, channels: all }) =>
    all.map(({ channel, plans, sum, next }) => ({
      folder,
      config,
      channel,
      plans: plans.map(planReport),
      mixOverTime: plans.length < 2 ? null : mixOverTimeReport(sum, next),
    })),
  );
  return { version: 1, channels };
}

function planReport({ plan: { name, from, to }, counted, categories }: BalancedPlan): BalancedPlanReport {
  return {
    file: name,
    from,
    to,
    counted,
    categories: categories.map(({ category, count, variance }) => {
      return { category, count, variance: rounded(variance, 2) };
    }),
  };
}
