import { Fraction } from '../exact.ts';
import type { Mix } from '../policy/targets.ts';
import type { Verdict } from './verdict.ts';

/** One category of a channel's mix, counted. */
export interface CategoryCount {
  readonly category: string;
  /** Percent, as stated. */
  readonly target: number;
  /** Planned posts. */
  readonly count: number;
  /** Exact percent of the counted posts; 0 where there are none. */
  readonly share: Fraction;
  /** Exact percentage points from the target; 0 where no post is counted. */
  readonly variance: Fraction;
  /** Exact number of posts that the target asks for. */
  readonly quota: Fraction;
  readonly verdict: Verdict;
  /** The fewest and the most posts with which the category would be on track. */
  readonly lowest: number;
  readonly highest: number;
}

/** Posts to take from one category and give to another. */
export interface Change {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** A channel's mix against its target. */
export interface MixAnalysis {
  /** Planned posts with a valid day and category. */
  readonly counted: number;
  readonly categories: readonly CategoryCount[];
  /** The fewest posts that must change category for all to be on track. */
  readonly moves: number;
  /** One way to make these moves; the counts sum to `moves`. */
  readonly changes: readonly Change[];
}

/**
 * Measures how far the counts of each category are from their targets, exactly.
 *
 * A category is on track within the tolerance, and also where no whole number of posts comes closer than its quota
 * rounded down or up, so that rounding is never reported as drift.
 *
 * @param counts - planned posts of each category; 0 where a category is left out
 * @param tolerance - percentage points
 */
export function analyseMix(mix: Mix, counts: ReadonlyMap<string, number>, tolerance: Fraction): MixAnalysis {
  const counted = mix.reduce((sum, { category }) => sum + (counts.get(category) ?? 0), 0);
  const categories = mix.map(({ category, percent, share }): CategoryCount => {
    const count = counts.get(category) ?? 0;
    const quota = share.mul(counted);
    const [lowest, highest] = onTrack(quota, tolerance.mul(counted).div(100));
    const reached = counted === 0 ? new Fraction(0) : new Fraction(count, counted).mul(100);
    const variance = counted === 0 ? reached : reached.sub(share.mul(100));
    const verdict = count < lowest ? 'under' : count > highest ? 'over' : 'on_track';
    return { category, target: percent, count, share: reached, variance, quota, verdict, lowest, highest };
  });
  const changes = movesBetween(categories);
  return { counted, categories, moves: changes.reduce((sum, { count }) => sum + count, 0), changes };
}

/** The fewest and the most posts that are within the tolerance (in posts), or the quota rounded down or up. */
function onTrack(quota: Fraction, tolerance: Fraction): [lowest: number, highest: number] {
  const lowest = Math.min(Number(quota.sub(tolerance).ceil()), Number(quota.floor()));
  const highest = Math.max(Number(quota.add(tolerance).floor()), Number(quota.ceil()));
  return [Math.max(0, lowest), highest];
}

/**
 * The fewest changes that put every category on track: what is above its highest count gives, what is below its lowest
 * takes; where one side is short, categories that are on track give or take as far as they stay so, the one that is
 * furthest off first. There is always a way, for the quotas sum to the number of posts and each lies between the lowest
 * and the highest count.
 */
function movesBetween(categories: readonly CategoryCount[]): readonly Change[] {
  const surplus = categories.map(({ count, highest }) => Math.max(0, count - highest));
  const deficit = categories.map(({ count, lowest }) => Math.max(0, lowest - count));
  const moves = Math.max(total(surplus), total(deficit));
  const mostOverFirst = [...categories.keys()].sort((a, b) =>
    excessOf(categories[b]).compare(excessOf(categories[a])),
  );
  const canGive = (index: number) => (categories[index]?.count ?? 0) - (categories[index]?.lowest ?? 0);
  const canTake = (index: number) => (categories[index]?.highest ?? 0) - (categories[index]?.count ?? 0);
  fill(surplus, moves, mostOverFirst, canGive);
  fill(deficit, moves, mostOverFirst.toReversed(), canTake);
  const changes: Change[] = [];
  for (const [from, giver] of categories.entries()) {
    for (const [to, taker] of categories.entries()) {
      const count = Math.min(surplus[from] ?? 0, deficit[to] ?? 0);
      if (count === 0) continue;
      surplus[from] = (surplus[from] ?? 0) - count;
      deficit[to] = (deficit[to] ?? 0) - count;
      changes.push({ from: giver.category, to: taker.category, count });
    }
  }
  return changes;
}

/** How many posts a category has above its quota. */
function excessOf(category: CategoryCount | undefined): Fraction {
  return category === undefined ? new Fraction(0) : new Fraction(category.count).sub(category.quota);
}

/** Raises the entries in that order, each at most to what the category can give or take, until they sum to the total. */
function fill(
  entries: number[],
  wanted: number,
  order: readonly number[],
  capacity: (index: number) => number,
): void {
  let missing = wanted - total(entries);
  for (const index of order) {
    const entry = entries[index] ?? 0;
    const more = Math.min(missing, Math.max(0, capacity(index) - entry));
    entries[index] = entry + more;
    missing -= more;
  }
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
