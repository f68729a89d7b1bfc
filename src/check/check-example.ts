import type { Finding } from '../findings/finding.ts';
import type { RuleDescription } from '../rules/rule.ts';
import { checkPlan, DEFAULT_TERMS } from './check-plan.ts';
import { amongTexts } from './read-team-plan.ts';

/** Checks the good or the bad example of a rule, and returns only the findings of that rule. */
export function findingsInExample(rule: RuleDescription, example: 'good' | 'bad'): readonly Finding[] {
  const { id, severity, before } = rule;
  const terms = { ...DEFAULT_TERMS, ready: severity === 'off' };
  const bytes = new TextEncoder().encode(rule[example]);
  const { findings } = checkPlan(bytes, `${example}.yaml`, terms, amongTexts(before ? [before] : [], terms));
  return findings.filter((finding) => finding.rule === id);
}
