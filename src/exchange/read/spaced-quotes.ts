const OPENS = /^\s+"/;
const CLOSES = /"\s*$/;

/**
 * Returns the cells of a row with those read as quoted that have a space before their quotation mark, as in
 * `a, "b, c"`: `a` and `b, c`. Without the space, the file would have been read like that in the first place.
 *
 * @param cells - the cells as they were read, divided at every delimiter
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
