import type { TeamPolicy } from './team-policy.ts';

/** The name of the config, which is never taken for a plan. */
export const CONFIG_NAME = 'cmplan.config.yaml';

/** What a rule can be set to. */
export const RULE_SETTINGS = ['off', 'info', 'warning', 'error'] as const;
export type RuleSetting = (typeof RULE_SETTINGS)[number];

/** The ids of the rules, as far as a config can name them. */
export interface RuleNames {
  /** Those that it can set. */
  readonly settable: readonly string[];
  /** Those about the file itself, which it cannot. */
  readonly structural: readonly string[];
}

/** Where plans are, from the folder of the config, where the team does not say. */
export const DEFAULT_PLANS = 'plans/**/*.{yaml,yml}';

/** All that a team has agreed on for its plans (section 2 of the specification). */
export interface Policy extends TeamPolicy {
  /** Where the team's plans are: globs, from the folder of the config. */
  readonly plans: readonly string[];
  /** What is not to be checked: globs, from the folder of the config. */
  readonly ignore: readonly string[];
  /** By the id of the rule. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
}
