import { DIRECTIVES, type Suppression } from '../findings/suppression-comments.ts';
import { didYouMean, listed, type Nearest, quoted } from '../text/words.ts';
import type { RuleDescription } from './rule.ts';

/**
 * The description of the rule `unused-suppression`. It is not a `Rule`, because a `Rule` checks a plan that has been
 * read, and such a plan has no comments. Besides, the rule can run only when the findings of all other rules are known.
 */
export const unusedSuppression: RuleDescription = {
  id: 'unused-suppression',
  severity: 'warning',
  summary: 'a comment suppresses a rule that does not exist, or that finds nothing there',
  when: `A comment suppresses a rule that does not exist, or a rule that ran and found nothing there. A rule that is
off, or that a mistake in the plan kept from running, has not run.`,
  why: `A comment such as "# cmplan-disable-next-line hours -- the fair opens at 6" tells a rule not to look at the line below
it; "cmplan-disable-line" is for its own line, and "cmplan-disable-file", above the first key, for the whole plan. Once
the line is fixed, the comment is left over, and would hide the next mistake. The rules syntax, schema, date, category
and channel are always on and cannot be suppressed.`,
  good: `week: 2026-W48
targets: { posts_per_day: 0-6, hours: "09:00-21:00" }
posts:
  mon:
    # cmplan-disable-next-line hours -- the fair opens at 6
    - { time: "06:00", category: branded, title: Autumn menu }
`,
  bad: `week: 2026-W48
targets: { posts_per_day: 0-6, hours: "09:00-21:00" }
posts:
  mon:
    # cmplan-disable-next-line hours -- the fair opens at 6
    - { time: "09:30", category: branded, title: Autumn menu }
`,
};

/**
 * Returns the message about a mistake in the form of a suppression comment; `null` if there is none. A mistake is a
 * directive that is unknown or in the wrong place, or a comment that names no rules, or too many.
 *
 * @param find - returns the directive that a misspelt one was probably meant to be
 */
export function wrongWithSuppression(
  { directive, rules, covers, isCut }: Suppression,
  find: Nearest,
): string | null {
  if (directive === 'cmplan-disable-file' && covers === null) {
    return '"cmplan-disable-file" only works above the first key of the file; move it there, or write cmplan-disable-next-line above the line that you mean';
  }
  if (covers === null) {
    const isBeginning = DIRECTIVES.some((each) => each.startsWith(directive));
    const fact = isBeginning ? `${quoted(directive)} is incomplete` : `there is no ${quoted(directive)}`;
    return fact + directiveMeant(directive, find);
  }
  if (isCut) return 'this comment names more than 100 rules, and only the first 100 count; name fewer';
  if (rules.length > 0) return null;
  return `this comment names no rule; add the rule to suppress, as in # ${directive} mix`;
}

function directiveMeant(directive: string, find: Nearest): string {
  const beginning = DIRECTIVES.filter((each) => each.startsWith(directive));
  const names = beginning.length === 1 ? beginning : DIRECTIVES;
  return didYouMean(directive.replaceAll('_', '-'), names, find) || `; write ${listed(DIRECTIVES)}`;
}

/**
 * Returns the message about a suppression that names an unknown rule.
 *
 * @param name - the name that the comment gives
 * @param names - the ids of all rules
 * @param find - returns the rule that a misspelt name was probably meant to be
 */
export function unknownRule(name: string, names: readonly string[], find: Nearest): string {
  const words = name.toLowerCase().split(/\s+/);
  const isSeveral = words.length > 1 && words.some((word) => names.includes(word));
  const advice = isSeveral
    ? '; put commas between rules, and -- before a reason'
    : didYouMean(name, names, find) || '; the command "cmplan rules" lists them all';
  return `there is no rule ${quoted(name)}${advice}`;
}

/**
 * The line that a suppression comment was probably meant for: a line with a finding, which the comment does not cover.
 */
export interface Elsewhere {
  /** The number of the line, counted from 1. */
  readonly line: number;
  /** Whether a `cmplan-disable-next-line` comment is already directly above the line. */
  readonly hasComment: boolean;
}

/**
 * Returns the message about a suppression that names a rule without findings on the lines that the comment covers.
 *
 * @param elsewhere - the line that was probably meant; `null` if there is none
 */
export function nothingFound(rule: string, suppression: Suppression, elsewhere: Elsewhere | null): string {
  const { covers } = suppression;
  const where = covers === 'file' ? 'in this plan' : `on line ${covers}`;
  const advice = elsewhere === null ? `; ${deletion(suppression)}` : `, ${move(suppression, elsewhere)}`;
  return `the rule ${quoted(rule)} finds nothing ${where}${advice}`;
}

/** Returns advice on how to move or change the comment so that it covers the line that was probably meant. */
function move({ isAbove, position, rules }: Suppression, { line, hasComment }: Elsewhere): string {
  const does = `but it does on line ${line}`;
  if (isAbove && line === position.line) return `${does}; write cmplan-disable-line`;
  if (!isAbove && line === position.line + 1) return `${does}; write cmplan-disable-next-line`;
  if (hasComment && line - 1 !== position.line)
    return `${does}; name the rule in the comment on line ${line - 1}`;
  const what = rules.length > 1 ? 'name the rule in a comment' : 'put this comment';
  return `${does}; ${what} ${isAbove ? 'right above' : 'at the end of'} that line`;
}

/**
 * Returns the message about a suppression of a rule that cannot be suppressed. The rule has no findings on the lines
 * that the comment covers.
 */
export function neverSuppressed(rule: string, suppression: Suppression): string {
  return `${notSuppressible(rule)}; ${deletion(suppression)}`;
}

function deletion({ rules }: Suppression): string {
  return rules.length > 1 ? 'delete the rule from this comment' : 'delete this comment';
}

/** Returns the beginning of a message: that a rule cannot be suppressed, and why. */
export function notSuppressible(rule: string): string {
  return `the rule ${quoted(rule)} is always on and cannot be suppressed`;
}
