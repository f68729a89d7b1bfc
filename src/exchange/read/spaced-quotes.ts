const OPENS = /^\s+"/;
const CLOSES = /"\s*$/;

/**
 * Mends a row in which a space stands before an opening quotation mark, as in `a, "b, c"`. The CSV parser divides such
 * a quoted cell at every delimiter inside. Returns the cells with its pieces put together: `a` and `b, c`.
 *
 * @param cells - the cells from the parser: `a`, ` "b` and ` c"` for this row
 * @param delimiter - the character between two cells
 */
export function withSpacedQuotes(cells: readonly string[], delimiter: string): readonly string[] {
  if (!cells.some((cell) => OPENS.test(cell))) return cells;
  const joined: string[] = [];
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index] ?? '';
    const isWhole = CLOSES.test(cell.trim().slice(1));
    const end = OPENS.test(cell) ? (isWhole ? index : closing(cells, index + 1)) : null;
    if (end === null) {
      joined.push(cell);
      continue;
    }
    const whole = cells
      .slice(index, end + 1)
      .join(delimiter)
      .trim();
    joined.push(whole.slice(1, -1).replaceAll('""', '"'));
    index = end;
  }
  return joined;
}

/** The index of the next cell that ends with a quotation mark; null if there is none. */
function closing(cells: readonly string[], from: number): number | null {
  const found = cells.findIndex((cell, index) => index >= from && CLOSES.test(cell));
  return found === -1 ? null : found;
}
