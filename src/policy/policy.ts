import type { TeamPolicy } from './team-policy.ts';

/** The file name of every config. A file with this name is never taken for a plan. */
export const CONFIG_NAME = 'cmplan.config.yaml';

/** What a team can set a rule to: a severity, or `off`. */
export const RULE_SETTINGS = ['off', 'info', 'warning', 'error'] as const;
export type RuleSetting = (typeof RULE_SETTINGS)[number];

/** The ids of all rules, divided by whether a config can set them. */
export interface RuleNames {
  /** The rules that a config can set. */
  readonly settable: readonly string[];
  /** The rules about the file itself, which a config cannot set. */
  readonly structural: readonly string[];
}

/** The glob that finds a team's plans if its config names none. It is relative to the folder of the config. */
export const DEFAULT_PLANS = 'plans/**/*.{yaml,yml}';

/** Everything that a team decides in its config (docs/specification.md, section 2). */
export interface Policy extends TeamPolicy {
  /** Globs that match the team's plans, relative to the folder of the config. */
  readonly plans: readonly string[];
  /** Globs that match files that are not to be checked, relative to the folder of the config. */
  readonly ignore: readonly string[];
  /** What each rule is set to, by the id of the rule. Rules that the team has not set are left out. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
}
