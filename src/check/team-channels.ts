import { analyse } from '../analysis/analyse.ts';
import type { Dates } from '../analysis/spans.ts';
import { type TeamChannels, teamChannelsOf } from '../analysis/team.ts';
import type { PlanTerms } from '../plan/plan-settings.ts';
import { readPlan } from '../plan/read-plan.ts';
import { readSource } from '../yaml/source.ts';

/** A plan as the other plans of its team see it. */
export interface ReadTeamPlan {
  readonly dates: Dates;
  readonly channels: TeamChannels;
}

/**
 * Reads a plan as far as the other plans of its team need to know it, without judging it.
 *
 * @param bytes - the unchanged contents of the file
 * @returns null if it is no plan, or cannot be read
 */
export function readTeamPlan(bytes: Uint8Array, terms: PlanTerms): ReadTeamPlan | null {
  const { root, problems } = readSource(bytes);
  if (root?.kind !== 'mapping' || problems.length > 0) return null;
  const plan = readPlan(root, terms, () => {});
  return plan?.hasPosts ? { dates: plan, channels: teamChannelsOf(analyse(plan)) } : null;
}
