/**
 * Returns how many values are less than `limit`. The values must be in ascending order, so that a binary search can
 * count them.
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
