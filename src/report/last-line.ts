import type { Position } from '../yaml/places.ts';

/**
 * Returns the number of the last line that has at least one character of a range on it. If the range ends at the very
 * beginning of a line, that is the line before.
 */
export function lastLineOf({ line, endLine, endColumn }: Position): number {
  return endLine > line && endColumn === 1 ? endLine - 1 : endLine;
}
