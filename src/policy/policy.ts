import type { TeamPolicy } from './team-policy.ts';

/** The file name of a config. A file with this name is never taken for a plan. */
export const CONFIG_NAME = 'cmplan.config.yaml';

/** The values to which a team can set a rule. */
export const RULE_SETTINGS = ['off', 'info', 'warning', 'error'] as const;
export type RuleSetting = (typeof RULE_SETTINGS)[number];

/** The ids of the rules that can occur in a config. */
export interface RuleNames {
  /** The rules that a config can set. */
  readonly settable: readonly string[];
  /** The rules about the file itself, called structural, which a config cannot set. */
  readonly structural: readonly string[];
}

/** The glob that finds the plans unless the team gives others, relative to the folder of the config. */
export const DEFAULT_PLANS = 'plans/**/*.{yaml,yml}';

/** Everything that a team has decided for its plans in its config (docs/specification.md, section 2). */
export interface Policy extends TeamPolicy {
  /** Globs that lead to the team's plans, relative to the folder of the config. */
  readonly plans: readonly string[];
  /** Globs that lead to files that should not be checked, relative to the folder of the config. */
  readonly ignore: readonly string[];
  /** The settings of the rules, by rule id; rules without a setting are left out. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
}
