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
 * Pairs points of one list with points of another, all on one line. Makes as many pairs as possible, and keeps the sum
 * of the distances within the pairs as small as possible. Goes along the line once, but a later point can still change
 * earlier choices (`Offer`). For n points, this takes time proportional to n log n.
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
 * Pairs as many points of one list as possible with points of another, so that the points of each pair are at most
 * `furthest` apart.
 *
 * @param a - positions on a line, in ascending order
 * @param b - positions on the same line, in ascending order
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
