import type { Severity } from '../findings/finding.ts';
import type { RuleDescription, RuleReport } from './rule.ts';

/** The settings that determine the severity of each rule. */
export interface RuleTerms {
  /** The severities that the team has set, by rule id. Rules without an entry have their default. */
  readonly rules: ReadonlyMap<string, Severity | 'off'>;
  /** Whether the plan should be ready to go out (`--ready`). */
  readonly ready: boolean;
}

/**
 * The severity of a rule before it checks a plan: the severity that the team has set; if none, with `--ready` the
 * severity for that, if the rule has one; otherwise the default.
 */
export function weightOf(rule: RuleDescription, { rules, ready }: RuleTerms): Severity | 'off' {
  return rules.get(rule.id) ?? (ready ? rule.severityWhenReady : undefined) ?? rule.severity;
}

/**
 * The severity of one report of a rule. If the team has set the rule, it is `weight`, unless the report is an info.
 * Otherwise it is the first of these that exists: with `--ready`, the report's severity for that; the report's own
 * severity; `weight`.
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
