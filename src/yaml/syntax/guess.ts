import type { Edit } from '../edits.ts';
import type { SyntaxProblem } from '../syntax-problems.ts';

/** A mistake that may have been made, with the edits that would mend it. Offsets count in the stretch. */
export interface Guess extends SyntaxProblem {
  readonly mend: readonly Edit[];
}
