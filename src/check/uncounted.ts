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
 * Returns why a file that is meant as a plan does not count among the plans of its team. Returns `null` if the file is
 * not meant as a plan. The file must be one for which `readTeamPlan` has returned `null`.
 *
 * @param bytes - the unchanged contents of the file
 * @param isGuess - `true` if neither the user nor a config says that this place has plans. Then a file is meant as a
 * plan only if it has `posts` and one of `week`, `from` and `to`; otherwise, one of these four keys is enough
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
