import type { Position } from '../yaml/places.ts';

/**
 * The last line that a position has characters of. A position may end at the beginning of the next line, which does not
 * count.
 */
export function lastLineOf({ line, endLine, endColumn }: Position): number {
  return endLine > line && endColumn === 1 ? endLine - 1 : endLine;
}
