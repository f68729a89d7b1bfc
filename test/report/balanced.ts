import { balancesOf } from '../../src/analysis/channel-balance.ts';
import { Team } from '../../src/analysis/team.ts';
import { DEFAULT_TERMS } from '../../src/check/check-plan.ts';
import { readTeamPlan } from '../../src/check/read-team-plan.ts';
import type { MixOver } from '../../src/policy/targets.ts';
import type { TeamBalance } from '../../src/workspace/team-balances.ts';

/** The balance of a team whose plans are given as texts. */
export function balanced(
  texts: readonly string[],
  { folder = 'plans', over }: { readonly folder?: string; readonly over?: MixOver } = {},
): TeamBalance {
  const plans = texts.map((text, index) => {
    const read = readTeamPlan(new TextEncoder().encode(text), DEFAULT_TERMS);
    if (read === null) throw new Error(`no plan: ${text}`);
    const { from, to } = read.dates;
    return {
      from,
      to,
      path: `${index}.yaml`,
      name: `${folder}/${index}.yaml`,
      channels: () => read.channels,
    };
  });
  const channels = balancesOf(new Team(plans, false), new Set(plans), over);
  return { folder, config: `${folder}/cmplan.config.yaml`, channels };
}
