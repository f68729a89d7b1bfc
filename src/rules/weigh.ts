import type { Severity } from '../findings/finding.ts';
import type { RuleDescription, RuleReport } from './rule.ts';

/** By what rules are weighed. */
export interface RuleTerms {
  /** What the team has set, by the id of the rule; a rule that is not there keeps its default. */
  readonly rules: ReadonlyMap<string, Severity | 'off'>;
  /** Whether the plan is to be ready to go out (`--ready`). */
  readonly ready: boolean;
}

/** How much a rule weighs before it has looked at a plan: what the team has set, else its default. */
export function weightOf(rule: RuleDescription, { rules, ready }: RuleTerms): Severity | 'off' {
  return rules.get(rule.id) ?? (ready ? rule.severityWhenReady : undefined) ?? rule.severity;
}

/**
 * How much one report of a rule weighs: as the team has set the rule, else as the report itself says.
 *
 * @param weight - that of the rule
 */
export function weigh(
  rule: RuleDescription,
  weight: Severity,
  report: RuleReport,
  terms: RuleTerms,
): Severity {
  if (terms.rules.has(rule.id) && report.isAlwaysInfo !== true) return weight;
  return (terms.ready ? report.severityWhenReady : undefined) ?? report.severity ?? weight;
}
