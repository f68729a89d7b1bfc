import type { Severity } from '../findings/finding.ts';
import type { RuleDescription, RuleReport } from './rule.ts';

/** What decides how severe a rule is. */
export interface RuleTerms {
  /** What the team has set, by rule id. A rule that is missing here has its default. */
  readonly rules: ReadonlyMap<string, Severity | 'off'>;
  /** Whether the plan is supposed to be ready to go out (`--ready`). */
  readonly ready: boolean;
}

/** The severity of a rule before it looks at a plan: what the team has set, or else its default. */
export function weightOf(rule: RuleDescription, { rules, ready }: RuleTerms): Severity | 'off' {
  return rules.get(rule.id) ?? (ready ? rule.severityWhenReady : undefined) ?? rule.severity;
}

/**
 * The severity of one report of a rule: what the team has set, or else what the report itself says, or else `weight`. A
 * report that is an info by itself stays one.
 *
 * @param weight - the severity of the rule
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
