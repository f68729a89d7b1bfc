import type { Dates } from '../analysis/spans.ts';
import { Team, type TeamPlan } from '../analysis/team.ts';
import { type TeamChannels, teamChannelsOf } from '../analysis/team-channels.ts';
import type { PlanTerms } from '../plan/plan-settings.ts';
import { readPlan } from '../plan/read-plan.ts';
import { readSource } from '../yaml/source.ts';
import type { FitIn } from './check-plan.ts';

/** What the other plans of a team need to know about a plan: its dates and its channels. */
export interface ReadTeamPlan {
  readonly dates: Dates;
  readonly channels: TeamChannels;
}

/**
 * Reads from a plan only what the other plans of its team need to know. Applies no rules.
 *
 * @param bytes - the unchanged contents of the file
 * @returns `null` if the file has syntax errors or is not a mapping, or if its period or its posts cannot be read
 */
export function readTeamPlan(bytes: Uint8Array, terms: PlanTerms): ReadTeamPlan | null {
  const { root, problems } = readSource(bytes);
  if (root?.kind !== 'mapping' || problems.length > 0) return null;
  const plan = readPlan(root, terms, () => {});
  if (!plan?.hasPosts) return null;
  // Of the plan itself nothing is kept: a team may have thousands.
  return { dates: { from: plan.from, to: plan.to }, channels: teamChannelsOf(plan) };
}

/**
 * Returns a function, for `checkPlan`, that returns how a plan fits in with other plans of its team. A finding about
 * several plans is reported at the plan itself, because the others do not count as checked.
 *
 * @param others - the texts of the other plans; a text that cannot be read as a plan is left out
 */
export function amongTexts(others: readonly string[], terms: PlanTerms): FitIn {
  const planOf = ({ dates, channels }: ReadTeamPlan, path: string): TeamPlan => {
    return { from: dates.from, to: dates.to, path, name: path, channels: () => channels };
  };
  const plans = others.flatMap((text, index) => {
    const read = readTeamPlan(new TextEncoder().encode(text), terms);
    return read === null ? [] : [planOf(read, `before-${index + 1}.yaml`)];
  });
  return (dates, channels, targets) => {
    const plan = planOf({ dates, channels }, 'plan.yaml');
    return new Team([...plans, plan], false).at(plan, targets, [plan]);
  };
}
