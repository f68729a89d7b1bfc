import { autopost } from './autopost.ts';
import { formatCategory } from './format-category.ts';
import { hashtag } from './hashtag.ts';
import { hold } from './hold.ts';
import { hours } from './hours.ts';
import { localTime } from './local-time.ts';
import { missingTime } from './missing-time.ts';
import { mix } from './mix.ts';
import { mixOverTime } from './mix-over-time.ts';
import { openSlot } from './open-slot.ts';
import { overlap } from './overlap.ts';
import { postsPerDay } from './posts-per-day.ts';
import { repeat } from './repeat.ts';
import { reserve } from './reserve.ts';
import type { Rule, RuleDescription } from './rule.ts';
import { spacing } from './spacing.ts';
import { streak } from './streak.ts';
import { STRUCTURAL_RULES } from './structural.ts';
import { unapproved } from './unapproved.ts';
import { unusedSuppression } from './unused-suppression.ts';

/** The rules that check the contents of a plan, in the order in which they run and are listed. */
export const RULES: readonly Rule[] = [
  mix,
  mixOverTime,
  postsPerDay,
  reserve,
  hold,
  streak,
  spacing,
  autopost,
  repeat,
  overlap,
  formatCategory,
  hours,
  localTime,
  openSlot,
  missingTime,
  unapproved,
];

/** The descriptions of the rules that a team can turn off or give another severity. */
export const SETTABLE_RULES: readonly RuleDescription[] = [...RULES, hashtag, unusedSuppression];

/**
 * The ids of all rules: `settable` for the rules that a config can turn off or give another severity, `structural` for
 * the rules about the file itself, which it cannot.
 */
export const RULE_NAMES = {
  settable: SETTABLE_RULES.map(({ id }) => id),
  structural: STRUCTURAL_RULES.map(({ id }) => id),
};

/** The descriptions of all rules, those about the file itself first. */
export const RULE_DESCRIPTIONS: readonly RuleDescription[] = [...STRUCTURAL_RULES, ...SETTABLE_RULES];
