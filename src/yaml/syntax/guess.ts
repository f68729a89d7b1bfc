import type { Edit } from '../edits.ts';
import type { SyntaxProblem } from '../syntax-problems.ts';

/** A mistake that a stretch may have, with the edits that would correct it. Offsets are those of the stretch. */
export interface Guess extends SyntaxProblem {
  readonly mend: readonly Edit[];
}
