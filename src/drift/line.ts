import TinyQueue from 'tinyqueue';

/**
 * An open choice: a point of the longer list that can be taken or exchanged, and what that costs besides the way to it.
 */
interface Offer {
  readonly cost: number;
  /** The index in the longer list that joins or leaves the matching; null when there is none. */
  readonly index: number | null;
}

/** Greater than what any way costs. */
const TOO_FAR = 2 ** 50;

const cheapestFirst = (a: Offer, b: Offer) => a.cost - b.cost;

/**
 * Pairs the points of two lists on a line: as many as possible, and with the least sum of distances. It sweeps along
 * the line, and each choice leaves an offer to undo it, which a later point may take. Takes n log n steps.
 *
 * @param a - positions in whole units, ascending
 * @param b - positions in whole units, ascending
 * @returns for each pair an index of `a` and one of `b`, both ascending
 */
export function closestOnLine(
  a: readonly number[],
  b: readonly number[],
): readonly (readonly [number, number])[] {
  if (a.length > b.length) return closestOnLine(b, a).map(([first, second]) => [second, first]);
  const chosen = a.length === b.length ? [...b.keys()] : closestChoice(a, b);
  // Of the shortest ways to pair two sets of points, at least one has no crossing.
  return chosen.map((index, order) => [order, index]);
}

/**
 * Pairs as many points of two lists on a line as possible, so that no two of a pair are further apart than `furthest`.
 *
 * @param a - positions, ascending
 * @param b - positions, ascending
 * @returns for each pair an index of `a` and one of `b`, both ascending
 */
export function nearOnLine(
  a: readonly number[],
  b: readonly number[],
  furthest: number,
): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  for (let [i, j] = [0, 0]; i < a.length && j < b.length; ) {
    const way = (b[j] ?? 0) - (a[i] ?? 0);
    // If the two first points are near enough, some best pairing has them as a pair.
    if (Math.abs(way) <= furthest) pairs.push([i++, j++]);
    else if (way > 0) i++;
    else j++;
  }
  return pairs;
}

/** The indexes of the points of the longer list that the shorter list is paired with, ascending. */
function closestChoice(shorter: readonly number[], longer: readonly number[]): readonly number[] {
  const isChosen: boolean[] = new Array(longer.length).fill(false);
  const choose = (index: number | null, chosen: boolean) => {
    if (index !== null) isChosen[index] = chosen;
  };
  const free = new TinyQueue<Offer>([], cheapestFirst);
  const undoing = new TinyQueue<Offer>([], cheapestFirst);
  let next = 0;
  for (const [index, position] of longer.entries()) {
    while (next < shorter.length && (shorter[next] ?? 0) < position) arrive(shorter[next++] ?? 0);
    const best = undoing.peek();
    if (best === undefined || best.cost + position >= 0) {
      free.push({ cost: -position, index });
      continue;
    }
    undoing.pop();
    choose(index, true);
    choose(best.index, false);
    free.push({ cost: -best.cost - 2 * position, index: best.index });
  }
  while (next < shorter.length) arrive(shorter[next++] ?? 0);
  return [...isChosen.keys()].filter((index) => isChosen[index]);

  /** A point of the shorter list takes the cheapest point before it, or waits for a later one. */
  function arrive(position: number): void {
    const best = free.pop() ?? { cost: TOO_FAR, index: null };
    choose(best.index, true);
    undoing.push({ cost: -best.cost - 2 * position, index: best.index });
  }
}
