import type { ColumnRole } from '../../policy/sheet-columns.ts';

/** A row of a sheet. */
export interface Row {
  /** The line on which the row begins, from 1. */
  readonly line: number;
  /**
   * Returns what the row has for a role, such as its title, without white space around it; empty if the row has nothing
   * for the role, or the sheet no such column.
   */
  readonly cell: (role: ColumnRole) => string;
  /** All cells of the row, as written. */
  readonly cells: readonly string[];
}

/** Matches white space and marks without a shape of their own. */
const INVISIBLE = /[\s\u0085\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const VISIBLE = /[^\s\u0085\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

/** Returns a cell without white space and invisible marks around its contents. */
export function plainCell(cell: string): string {
  const start = cell.search(VISIBLE);
  if (start === -1) return '';
  let end = cell.length;
  while (INVISIBLE.test(cell.charAt(end - 1))) end--;
  return cell.slice(start, end);
}
