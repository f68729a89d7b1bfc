import type { PlanTerms } from '../plan/plan-settings.ts';
import { readPlan } from '../plan/read-plan.ts';
import { readSource, syntaxSentences } from '../yaml/source.ts';
import { isCertainlyPlan, looksLikePlan } from './plan-keys.ts';

/** Why a file does not count among the plans of its team. */
export interface Uncounted {
  /** The line and the column of the mistake, from 1; `null` if the mistake has no single place. */
  readonly place: { readonly line: number; readonly column: number } | null;
  /** The reason, as a sentence without a full stop. */
  readonly why: string;
}

/**
 * Returns why `readTeamPlan` has returned `null` for a file that is meant as a plan. Returns `null` for any other file.
 *
 * @param bytes - the unchanged contents of the file
 * @param isGuess - whether neither the user nor a config says that this place has plans. If so, only a file that has
 * `posts`, and `week`, `from` or `to`, is meant as a plan
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
