const OPENS = /^\s+"/;
const CLOSES = /"\s*$/;

/**
 * Joins the pieces of cells that were divided although they are quoted, because a space stands before the quotation
 * mark, as in `a, "b, c"`: `a` and `b, c`. Cells that are not divided stay unchanged.
 *
 * @param cells - the cells as they were read
 * @param delimiter - the character between two cells
 */
export function withQuotesJoined(cells: readonly string[], delimiter: string): readonly string[] {
  const joined: string[] = [];
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index] ?? '';
    const end = OPENS.test(cell) && !CLOSES.test(cell.trim().slice(1)) ? closing(cells, index + 1) : null;
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
