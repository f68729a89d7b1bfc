import type { Position } from '../yaml/places.ts';

/**
 * Returns the number (from 1) of the last line that contains at least one character of a range. If the range ends at
 * the very beginning of a line, that is the line before.
 */
export function lastLineOf({ line, endLine, endColumn }: Position): number {
  return endLine > line && endColumn === 1 ? endLine - 1 : endLine;
}
