import TinyQueue from 'tinyqueue';

/**
 * A change that a later point can still make to the matching: a point of the longer list joins or leaves it. `cost` is
 * what the change adds to the sum of distances, without the position of the later point.
 */
interface Offer {
  readonly cost: number;
  /** The index of that point in the longer list, from 0; null if a point of the shorter list has no partner yet. */
  readonly index: number | null;
}

/** A number greater than any cost. */
const TOO_FAR = 2 ** 50;

const cheapestFirst = (a: Offer, b: Offer) => a.cost - b.cost;

/**
 * Pairs points on a line, each in at most one pair with one point of `a` and one of `b`. Makes as many pairs as
 * possible, with the smallest possible sum of distances. Takes time proportional to n log n for n points.
 *
 * @param a - positions in whole units, in ascending order
 * @param b - positions in whole units, in ascending order
 * @returns for each pair its index in `a` and its index in `b`, both in ascending order
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
 * Pairs points on a line, each in at most one pair with one point of `a` and one of `b`, at most `furthest` apart.
 * Makes as many pairs as possible.
 *
 * @param a - positions in ascending order
 * @param b - positions in ascending order
 * @returns for each pair its index in `a` and its index in `b`, both in ascending order
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

/** Returns the indexes of the points in the longer list that get a partner, in ascending order. */
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

  /** Gives a point of the shorter list the cheapest partner before it, or lets it wait for a later one. */
  function arrive(position: number): void {
    const best = free.pop() ?? { cost: TOO_FAR, index: null };
    choose(best.index, true);
    undoing.push({ cost: -best.cost - 2 * position, index: best.index });
  }
}
