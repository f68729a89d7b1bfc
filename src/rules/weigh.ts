import type { Severity } from '../findings/finding.ts';
import type { RuleDescription, RuleReport } from './rule.ts';

/** What affects the severity of a rule, apart from the rule itself. */
export interface RuleTerms {
  /** The severity, or `off`, of each rule that the team has set, by rule id. */
  readonly rules: ReadonlyMap<string, Severity | 'off'>;
  /** Whether the plan should be ready to go out (`--ready`). */
  readonly ready: boolean;
}

/**
 * Returns the severity of a rule for a whole plan. In order of precedence: the severity that the team has set; under
 * `--ready`, the rule's `severityWhenReady`; the rule's `severity`.
 */
export function weightOf(rule: RuleDescription, { rules, ready }: RuleTerms): Severity | 'off' {
  return rules.get(rule.id) ?? (ready ? rule.severityWhenReady : undefined) ?? rule.severity;
}

/**
 * Returns the severity of one report.
 *
 * If the team has set a severity for the rule, an info stays an info, and any other report gets `weight`. Otherwise, in
 * order of precedence: the report's `severityWhenReady` (only under `--ready`), its `severity`, `weight`.
 *
 * @param weight - the severity of the rule, from `weightOf`
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
