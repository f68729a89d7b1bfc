import type { TeamPolicy } from './team-policy.ts';

/** The file name of every config. A file with this name is never read as a plan. */
export const CONFIG_NAME = 'cmplan.config.yaml';

/** What a team can set a rule to: one of the severities, or `off`. */
export const RULE_SETTINGS = ['off', 'info', 'warning', 'error'] as const;
/** One of `RULE_SETTINGS`: a severity, or `off`. */
export type RuleSetting = (typeof RULE_SETTINGS)[number];

/** The ids of all rules, divided by whether a config can set them. */
export interface RuleNames {
  /** The rules that a config can turn off, or give another severity. */
  readonly settable: readonly string[];
  /** The rules about the file itself, which a config cannot set. */
  readonly structural: readonly string[];
}

/** The glob for a team's plans if the config does not set `plans`, relative to the folder of the config. */
export const DEFAULT_PLANS = 'plans/**/*.{yaml,yml}';

/** Everything that a team sets in its config (docs/specification.md, section 2). */
export interface Policy extends TeamPolicy {
  /** Globs for the team's plans, relative to the folder of the config. */
  readonly plans: readonly string[];
  /** Globs for files that are not checked, relative to the folder of the config. */
  readonly ignore: readonly string[];
  /** The setting of each rule that the team has set, by rule id. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
}
