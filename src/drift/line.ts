import TinyQueue from 'tinyqueue';

/**
 * A choice that is still open: a point of the longer list that can be taken or exchanged, and the cost of that apart
 * from the distance to it.
 */
interface Offer {
  readonly cost: number;
  /** The index in the longer list of the point that joins or leaves the matching; null when there is none. */
  readonly index: number | null;
}

/** A number greater than any cost. */
const TOO_FAR = 2 ** 50;

const cheapestFirst = (a: Offer, b: Offer) => a.cost - b.cost;

/**
 * Pairs points of one list with points of the other, all on the same line. It makes as many pairs as possible, in the
 * way that has the smallest sum of distances. It goes along the line once; each choice leaves an offer to undo it,
 * which a later point may accept. Takes n log n steps.
 *
 * @param a - positions in whole units, ascending
 * @param b - positions in whole units, ascending
 * @returns for each pair an index of `a` and an index of `b`, both ascending
 */
export function closestOnLine(
  a: readonly number[],
  b: readonly number[],
): readonly (readonly [number, number])[] {
  if (a.length > b.length) return closestOnLine(b, a).map(([first, second]) => [second, first]);
  const chosen = a.length === b.length ? [...b.keys()] : closestChoice(a, b);
  // Of the shortest ways to pair two sets of points, at least one has no pairs that cross.
  return chosen.map((index, order) => [order, index]);
}

/**
 * Pairs as many points of one list as possible with points of the other, so that the two points of each pair are at
 * most `furthest` apart.
 *
 * @param a - positions on a line, ascending
 * @param b - positions on the same line, ascending
 * @returns for each pair an index of `a` and an index of `b`, both ascending
 */
export function nearOnLine(
  a: readonly number[],
  b: readonly number[],
  furthest: number,
): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  for (let [i, j] = [0, 0]; i < a.length && j < b.length; ) {
    const way = (b[j] ?? 0) - (a[i] ?? 0);
    // If the first points of both lists are near enough, some best pairing has them as a pair.
    if (Math.abs(way) <= furthest) pairs.push([i++, j++]);
    else if (way > 0) i++;
    else j++;
  }
  return pairs;
}

/** The indexes of the points in the longer list that are paired with points of the shorter list, ascending. */
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

  /** Lets a point of the shorter list take the cheapest point before it, or wait for a later one. */
  function arrive(position: number): void {
    const best = free.pop() ?? { cost: TOO_FAR, index: null };
    choose(best.index, true);
    undoing.push({ cost: -best.cost - 2 * position, index: best.index });
  }
}
