import type { Position } from '../yaml/places.ts';

/**
 * Returns the number of the last line of a range. If the range ends at the very beginning of a line, that line does not
 * count.
 */
export function lastLineOf({ line, endLine, endColumn }: Position): number {
  return endLine > line && endColumn === 1 ? endLine - 1 : endLine;
}
