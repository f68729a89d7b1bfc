import type { Edit } from '../edits.ts';
import type { SyntaxProblem } from '../syntax-problems.ts';

/** A mistake that a stretch may have, with the edits that would correct it. Offsets count from the stretch's start. */
export interface Guess extends SyntaxProblem {
  readonly mend: readonly Edit[];
}
