import type { Position } from '../yaml/places.ts';

/**
 * Returns the number of the last line of a range. A range that ends at the very beginning of a line ends with the line
 * before, because nothing of that line is in the range.
 */
export function lastLineOf({ line, endLine, endColumn }: Position): number {
  return endLine > line && endColumn === 1 ? endLine - 1 : endLine;
}
