import type { Position } from '../yaml/places.ts';

/** The last line of which a position takes something; it may end where the next one begins. */
export function lastLineOf({ line, endLine, endColumn }: Position): number {
  return endLine > line && endColumn === 1 ? endLine - 1 : endLine;
}
