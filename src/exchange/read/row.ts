import type { ColumnRole } from '../../policy/sheet-columns.ts';

/** A row of a sheet, with a cell for each column of the header. */
export interface Row {
  /** The line on which the row begins, from 1. */
  readonly line: number;
  /** Returns the cell in the column with a role, as `plainCell` gives it; empty if there is no such column. */
  readonly cell: (role: ColumnRole) => string;
  /** All cells of the row, unchanged. */
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
