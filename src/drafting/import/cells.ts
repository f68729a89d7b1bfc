/** Matches an apostrophe that keeps a spreadsheet from reading the rest of a cell as a formula. */
const GUARD = /^'(?='*[=+\-@\t\r])/;

/**
 * Returns the contents of a cell without the apostrophe that `cmplan export` puts before a cell that a spreadsheet would
 * read as a formula, as in `'=1+1`.
 */
export function unguarded(cell: string): string {
  return cell.replace(GUARD, '');
}
