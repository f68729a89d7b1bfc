import TinyQueue from 'tinyqueue';

/** Something to be taken, for what it costs beside the way to it. */
interface Offer {
  readonly cost: number;
  /** The index in the longer list that joins or leaves the match; null for none. */
  readonly index: number | null;
}

/** More than any way costs. */
const TOO_FAR = 2 ** 50;

const cheapestFirst = (a: Offer, b: Offer) => a.cost - b.cost;

/**
 * Pairs the points of two lists on a line, as many as can be, so that the distances sum to the least. Sweeps over the line;
 * each choice leaves behind what undoing it would cost, so that a later point can do so. Takes n log n steps.
 *
 * @param a - positions, ascending, in whole units
 * @param b - the same
 * @returns an index of `a` and one of `b` for each pair, both ascending
 */
export function closestOnLine(
  a: readonly number[],
  b: readonly number[],
): readonly (readonly [number, number])[] {
  if (a.length > b.length) return closestOnLine(b, a).map(([first, second]) => [second, first]);
  const chosen = a.length === b.length ? [...b.keys()] : closestChoice(a, b);
  // Of the shortest ways to pair two sets of points, one has no crossing.
  return chosen.map((index, order) => [order, index]);
}

/**
 * Pairs as many points of two lists on a line as can be, none further apart than that.
 *
 * @param a - positions, ascending
 * @param b - the same
 * @returns an index of `a` and one of `b` for each pair, both ascending
 */
export function nearOnLine(
  a: readonly number[],
  b: readonly number[],
  furthest: number,
): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  for (let [i, j] = [0, 0]; i < a.length && j < b.length; ) {
    const way = (b[j] ?? 0) - (a[i] ?? 0);
    // The first two that are near are a pair of some best pairing.
    if (Math.abs(way) <= furthest) pairs.push([i++, j++]);
    else if (way > 0) i++;
    else j++;
  }
  return pairs;
}

/** Which points of the longer list the shorter one is paired with, ascending. */
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

  /** A point of the shorter list takes the cheapest that lies before it, or waits for one behind it. */
  function arrive(position: number): void {
    const best = free.pop() ?? { cost: TOO_FAR, index: null };
    choose(best.index, true);
    undoing.push({ cost: -best.cost - 2 * position, index: best.index });
  }
}
