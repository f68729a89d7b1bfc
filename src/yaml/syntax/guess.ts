import type { Edit } from '../edits.ts';
import type { SyntaxProblem } from '../syntax-problems.ts';

/**
 * A mistake that a stretch (a key with its value, or a list item) may have, with the edits that would correct the
 * mistake. Offsets count from the start of the stretch.
 */
export interface Guess extends SyntaxProblem {
  readonly mend: readonly Edit[];
}
