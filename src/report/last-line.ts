import type { Position } from '../yaml/places.ts';

/**
 * Returns the number of the last line that has some of a range on it. A range that ends at the very beginning of a line
 * has nothing on that line, so the line before is the last.
 */
export function lastLineOf({ line, endLine, endColumn }: Position): number {
  return endLine > line && endColumn === 1 ? endLine - 1 : endLine;
}
