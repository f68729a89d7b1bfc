import { findingsInExample } from '../../check/check-example.ts';
import type { Io } from '../../io.ts';
import { ruleList, rulePage } from '../../report/rule-pages.ts';
import { RULE_DESCRIPTIONS } from '../../rules/index.ts';
import { didYouMean, quoted } from '../../text/words.ts';
import { say } from '../notices.ts';
import { viewOf } from '../view.ts';

/** The options of `cmplan rules` and `cmplan explain`. */
export interface RulesOptions {
  /** True for `--color`, false for `--no-color`. */
  readonly color?: boolean;
}

/** Prints the list of all rules to standard output. */
export function listRules({ color }: RulesOptions, io: Io): void {
  io.stdout.write(ruleList(RULE_DESCRIPTIONS, viewOf(io, color)));
}

/**
 * Prints the page that explains a rule, with a good and a bad example, to standard output.
 *
 * @param id - the id of the rule, such as `mix`
 * @returns the exit status: 0 for success; 2 if there is no such rule
 */
export async function explain(id: string, { color }: RulesOptions, io: Io): Promise<number> {
  const rule = RULE_DESCRIPTIONS.find((each) => each.id === id);
  if (rule === undefined) {
    const ids = RULE_DESCRIPTIONS.map((each) => each.id);
    const advice = didYouMean(id, ids) || '; the command "cmplan rules" lists them all';
    await say([`there is no rule ${quoted(id)}${advice}`], io);
    return 2;
  }
  io.stdout.write(rulePage(rule, findingsInExample(rule, 'bad'), viewOf(io, color)));
  return 0;
}
