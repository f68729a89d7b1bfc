/**
 * Assigns a different column to each row so that the sum of the costs is minimal. Uses the Hungarian method (H. W.
 * Kuhn, *The Hungarian method for the assignment problem*, 1955) with shortest augmenting paths. Takes time
 * proportional to rows² × columns.
 *
 * @param costs - for each row, the cost of each column, which may be negative; there must be at least as many columns
 * as rows
 * @returns for each row, the index (from 0) of its column
 */
export function leastCostAssignment(costs: readonly (readonly bigint[])[]): readonly number[] {
  const columnCount = costs[0]?.length ?? 0;
  // Rows and columns count from 1 here. Index 0 means "not assigned", and every search for a free column begins there.
  const rowPrices: bigint[] = new Array(costs.length + 1).fill(0n);
  const columnPrices: bigint[] = new Array(columnCount + 1).fill(0n);
  const rowOf: number[] = new Array(columnCount + 1).fill(0);
  for (let row = 1; row <= costs.length; row++) {
    rowOf[0] = row;
    const cameFrom = cheapestWay(costs, rowOf, rowPrices, columnPrices);
    let { column } = cameFrom;
    while (column !== 0) {
      const before = cameFrom.before[column] ?? 0;
      rowOf[column] = rowOf[before] ?? 0;
      column = before;
    }
  }
  const assigned: number[] = new Array(costs.length).fill(-1);
  for (const [column, row] of rowOf.entries()) {
    if (column > 0 && row > 0) assigned[row - 1] = column - 1;
  }
  return assigned;
}

/**
 * Finds the cheapest path from column 0, through columns that are already assigned, to a free column, and updates the
 * prices. For each column on the path, `before` has the previous one.
 */
function cheapestWay(
  costs: readonly (readonly bigint[])[],
  rowOf: readonly number[],
  rowPrices: bigint[],
  columnPrices: bigint[],
): { readonly column: number; readonly before: readonly number[] } {
  const columns = columnPrices.length;
  const slack: (bigint | null)[] = new Array(columns).fill(null);
  const before: number[] = new Array(columns).fill(0);
  const isReached: boolean[] = new Array(columns).fill(false);
  let column = 0;
  while (rowOf[column] !== 0) {
    isReached[column] = true;
    const row = rowOf[column] ?? 0;
    let next = 0;
    let least: bigint | null = null;
    for (let other = 1; other < columns; other++) {
      if (isReached[other]) continue;
      const cost = (costs[row - 1]?.[other - 1] ?? 0n) - (rowPrices[row] ?? 0n) - (columnPrices[other] ?? 0n);
      const known = slack[other] ?? null;
      if (known === null || cost < known) {
        slack[other] = cost;
        before[other] = column;
      }
      const reached = slack[other] ?? 0n;
      if (least === null || reached < least) {
        least = reached;
        next = other;
      }
    }
    const step = least ?? 0n;
    for (let other = 0; other < columns; other++) {
      if (isReached[other]) {
        rowPrices[rowOf[other] ?? 0] = (rowPrices[rowOf[other] ?? 0] ?? 0n) + step;
        columnPrices[other] = (columnPrices[other] ?? 0n) - step;
      } else if (slack[other] !== null) slack[other] = (slack[other] ?? 0n) - step;
    }
    column = next;
  }
  return { column, before };
}
