import type { StatedChannel } from '../targets/channels.ts';
import type { StatedTargets } from '../targets/targets.ts';

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

/** What a team has agreed on for all its plans (section 2 of the specification). */
export interface Policy {
  /** Where the team's plans are: globs, from the folder of the config. */
  readonly plans: readonly string[];
  /** What is not to be checked: globs, from the folder of the config. */
  readonly ignore: readonly string[];
  /** An IANA name; null where none is set. */
  readonly timezone: string | null;
  /** With the targets of each. */
  readonly channels: readonly StatedChannel[];
  readonly targets: StatedTargets;
  /** The category that a format implies; null where the team forgets a built-in one. */
  readonly formats: ReadonlyMap<string, string | null>;
  /** Other names of categories, each with the category. */
  readonly aliases: ReadonlyMap<string, string>;
  /** By the id of the rule. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
  /** The targets that a plan may not set. */
  readonly locked: ReadonlySet<string>;
}
