import { hold } from './hold.ts';
import { mix } from './mix.ts';
import { postsPerDay } from './posts-per-day.ts';
import { reserve } from './reserve.ts';
import type { Rule, RuleDescription } from './rule.ts';
import { STRUCTURAL_RULES } from './structural.ts';

/** The rules about what a plan says, in the order in which they are listed. */
export const RULES: readonly Rule[] = [mix, postsPerDay, reserve, hold];

/** Every rule with what stands beside it, the structural ones first. */
export const RULE_DESCRIPTIONS: readonly RuleDescription[] = [...STRUCTURAL_RULES, ...RULES];
