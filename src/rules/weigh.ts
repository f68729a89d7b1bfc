import type { Severity } from '../findings/finding.ts';
import type { RuleDescription, RuleReport } from './rule.ts';

/** What determines the severity of each rule, apart from the rule itself. */
export interface RuleTerms {
  /** The severities that the team has set, by the id of the rule. Rules that it has not set are left out. */
  readonly rules: ReadonlyMap<string, Severity | 'off'>;
  /** Whether the plan should already be ready to go out (`--ready`). */
  readonly ready: boolean;
}

/**
 * Returns the severity of a rule for a whole plan: the one that the team has set. If the team has set none, it is,
 * under `--ready`, the rule's `severityWhenReady` if it has one, and otherwise its `severity`.
 */
export function weightOf(rule: RuleDescription, { rules, ready }: RuleTerms): Severity | 'off' {
  return rules.get(rule.id) ?? (ready ? rule.severityWhenReady : undefined) ?? rule.severity;
}

/**
 * Returns the severity of one report. If the team has set the rule, it is `weight`, except that an info remains an
 * info. If not, it is the first of these that is given: under `--ready`, the report's severity for that; the report's
 * own severity; `weight`.
 *
 * @param weight - the severity of the rule, as from `weightOf`
 */
export function weigh(
  rule: RuleDescription,
  weight: Severity,
  report: RuleReport,
  terms: RuleTerms,
): Severity {
  if (terms.rules.has(rule.id) && report.severity !== 'info') return weight;
  return (terms.ready ? report.severityWhenReady : undefined) ?? report.severity ?? weight;
}
