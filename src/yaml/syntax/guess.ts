import type { Edit } from '../edits.ts';
import type { SyntaxProblem } from '../syntax-problems.ts';

/**
 * A suggested fix for a stretch (a key with its value, or a list item): the mistake that the stretch may have, and the
 * edits that would correct it. Offsets count from the start of the stretch.
 */
export interface Guess extends SyntaxProblem {
  readonly mend: readonly Edit[];
}
