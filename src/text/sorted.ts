/**
 * Returns the number of values less than `limit`, by a binary search.
 *
 * @param values - in ascending order
 */
export function countBelow<Value extends string | number>(values: readonly Value[], limit: Value): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = values[middle];
    if (value !== undefined && value < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
