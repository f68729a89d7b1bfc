import type { Position } from '../yaml/places.ts';

/**
 * Returns the number of the last line of a range. A line counts only if some of it is in the range: a range that ends
 * at the very beginning of a line ends with the line before it.
 */
export function lastLineOf({ line, endLine, endColumn }: Position): number {
  return endLine > line && endColumn === 1 ? endLine - 1 : endLine;
}
