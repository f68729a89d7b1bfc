import type { TeamPolicy } from './team-policy.ts';

/** The file name of a config. A file with this name is never taken for a plan. */
export const CONFIG_NAME = 'cmplan.config.yaml';

/** The values that a rule can be set to. */
export const RULE_SETTINGS = ['off', 'info', 'warning', 'error'] as const;
export type RuleSetting = (typeof RULE_SETTINGS)[number];

/** The ids of the rules, as a config may name them. */
export interface RuleNames {
  /** The rules that a config can set. */
  readonly settable: readonly string[];
  /** The rules about the file itself, which a config cannot set. */
  readonly structural: readonly string[];
}

/** The glob that finds the plans if the team gives none, relative to the folder of the config. */
export const DEFAULT_PLANS = 'plans/**/*.{yaml,yml}';

/** Everything that a team has agreed on for its plans (docs/specification.md, section 2). */
export interface Policy extends TeamPolicy {
  /** Globs of the team's plans, relative to the folder of the config. */
  readonly plans: readonly string[];
  /** Globs of the files not to check, relative to the folder of the config. */
  readonly ignore: readonly string[];
  /** The settings of the rules, by their id; rules that are not set are left out. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
}
