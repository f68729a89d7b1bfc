import type { PlanTerms } from '../plan/plan-settings.ts';
import { readPlan } from '../plan/read-plan.ts';
import { readSource, syntaxSentences } from '../yaml/source.ts';
import { isCertainlyPlan, looksLikePlan } from './check-plan.ts';

/** Why a file does not count among the plans of its team. */
export interface Uncounted {
  /** The place of the mistake, from 1; null if it is not in a single place. */
  readonly place: { readonly line: number; readonly column: number } | null;
  /** The reason, as a sentence without a full stop. */
  readonly why: string;
}

/**
 * Returns why `readTeamPlan` cannot read a plan; null if the file is not a plan at all.
 *
 * @param bytes - the unchanged contents of the file
 * @param isGuess - whether nobody said that there are plans in this place; then only a file that has `posts`, and
 * `week`, `from` or `to`, counts as a plan
 */
export function whyUncounted(bytes: Uint8Array, terms: PlanTerms, isGuess: boolean): Uncounted | null {
  const source = readSource(bytes);
  const isPlan = isGuess ? isCertainlyPlan : looksLikePlan;
  const [mistake] = syntaxSentences(source, '');
  if (!isPlan(source, bytes)) return null;
  if (mistake !== undefined) {
    const { line, column, message } = mistake;
    return { place: { line, column }, why: message };
  }
  const plan = readPlan(source.root, terms, () => {});
  const why = plan === null ? 'it has no valid period (week, or from and to)' : 'its posts cannot be read';
  return { place: null, why: `${why}; cmplan check says what to write` };
}
