import { Fraction } from '../exact.ts';
import type { Mix } from '../policy/targets.ts';
import type { Verdict } from './verdict.ts';

/** A range of post counts, from `lowest` to `highest`, both included. */
export interface CountBounds {
  readonly lowest: number;
  readonly highest: number;
}

/** The figures for one category of a channel's mix, compared with its target. */
export interface CategoryCount {
  readonly category: string;
  /**
   * The target in percent, for display: as written in one plan or, for several plans together, rounded to two decimals.
   */
  readonly target: number;
  /** The number of posts in the category. */
  readonly count: number;
  /** The exact percentage of the counted posts that are in the category; 0 if no post is counted. */
  readonly share: Fraction;
  /**
   * `share` minus the target, in exact percentage points: positive if the category has too many posts, negative if it
   * has too few; 0 if no post is counted.
   */
  readonly variance: Fraction;
  /** The number of posts that would meet the target exactly; usually not a whole number. */
  readonly quota: Fraction;
  readonly verdict: Verdict;
  /** The smallest number of posts with which the category is on track. */
  readonly lowest: number;
  /** The greatest number of posts with which the category is on track. */
  readonly highest: number;
}

/** One step towards the target mix: move `count` posts from the category `from` to the category `to`. */
export interface Change {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** How the posts of a channel are divided among the categories, compared with the target mix. */
export interface MixAnalysis {
  /** The number of posts that are in a category of the mix. Shares are percentages of this number. */
  readonly counted: number;
  readonly categories: readonly CategoryCount[];
  /**
   * The smallest number of posts that must change category so that every category is on track; 0 if all of them are
   * already.
   */
  readonly moves: number;
  /** One way to put every category on track. The counts add up to `moves`. */
  readonly changes: readonly Change[];
}

/**
 * Compares the number of posts in each category with the target of that category.
 *
 * A category is on track if its share is within the tolerance of the target. It is also on track if its count equals
 * its quota (the exact number of posts that would match the target) rounded down or up, because no whole number of
 * posts comes closer.
 *
 * @param counts - the number of posts in each category; a category that is left out has 0
 * @param tolerance - the maximum difference between a share and its target, in percentage points
 */
export function analyseMix(mix: Mix, counts: ReadonlyMap<string, number>, tolerance: Fraction): MixAnalysis {
  const counted = mix.reduce((sum, { category }) => sum + (counts.get(category) ?? 0), 0);
  return withMoves(
    counted,
    mix.map(({ category, percent, share }) => {
      const count = { category, count: counts.get(category) ?? 0, quota: share.mul(counted) };
      return compared({ ...count, target: percent, share }, counted, tolerance);
    }),
  );
}

/** The posts of a category, and how many there should be. */
interface Compared {
  readonly category: string;
  readonly count: number;
  /** The exact number of posts that would match the target. */
  readonly quota: Fraction;
  /** The target as reports show it, in percent. */
  readonly target: number;
  /** The exact target, from 0 to 1. */
  readonly share: Fraction;
}

/**
 * Compares the number of posts in one category with the target of the category.
 *
 * @param counted - the number of posts in all categories
 * @param tolerance - the maximum difference between the share and the target, in percentage points
 */
export function compared(
  { category, count, quota, target, share }: Compared,
  counted: number,
  tolerance: Fraction,
): CategoryCount {
  const { lowest, highest } = onTrack(quota, tolerance.mul(counted).div(100));
  const reached = counted === 0 ? new Fraction(0) : new Fraction(count, counted).mul(100);
  const variance = counted === 0 ? reached : reached.sub(share.mul(100));
  return judged({ category, target, count, share: reached, variance, quota, lowest, highest });
}

/**
 * Returns a category with its verdict: `under` if `count` is below `lowest`, `over` if `count` is above `highest`,
 * otherwise `on_track`.
 */
export function judged(category: Omit<CategoryCount, 'verdict'>): CategoryCount {
  const { count, lowest, highest } = category;
  const verdict = count < lowest ? 'under' : count > highest ? 'over' : 'on_track';
  return { ...category, verdict };
}

/**
 * Returns the analysis of a mix with the given `categories`, including the fewest changes that put every category on
 * track.
 *
 * @param counted - the number of posts in all categories
 * @param excesses - the excess of each category: how many posts too many it has; negative if it has too few. If there
 * is a choice, the categories with the greatest excess give posts away, and those with the least excess take posts. By
 * default, each count minus its quota
 */
export function withMoves(
  counted: number,
  categories: readonly CategoryCount[],
  excesses?: readonly Fraction[],
): MixAnalysis {
  // Most mixes are on track, and exact arithmetic takes time.
  const isOnTrack = categories.every(({ verdict }) => verdict === 'on_track');
  const changes = isOnTrack ? [] : movesBetween(categories, excesses ?? categories.map(excessOf));
  return { counted, categories, moves: changes.reduce((sum, { count }) => sum + count, 0), changes };
}

/**
 * Returns the range of post counts with which a category is on track: the counts that differ from the quota by at most
 * `tolerance`, and the quota rounded down and up.
 *
 * @param quota - the exact number of posts that would match the target of the category
 * @param tolerance - the maximum difference between the count and `quota`, in posts
 */
export function onTrack(quota: Fraction, tolerance: Fraction): CountBounds {
  const lowest = Math.min(quota.sub(tolerance).ceil(), quota.floor());
  const highest = Math.max(quota.add(tolerance).floor(), quota.ceil());
  return { lowest: Math.max(0, lowest), highest };
}

/**
 * Returns the fewest changes that put every category on track; empty if all of them are already.
 *
 * A category above its highest count gives posts away, and one below its lowest count takes posts. If one side has too
 * few, categories on track give or take as well, but stay on track; those furthest above or below their quota come
 * first. This always works: the quotas add up to the number of posts, and each quota is between the lowest and the
 * highest count of its category.
 */
function movesBetween(
  categories: readonly CategoryCount[],
  excesses: readonly Fraction[],
): readonly Change[] {
  const surplus = categories.map(({ count, highest }) => Math.max(0, count - highest));
  const deficit = categories.map(({ count, lowest }) => Math.max(0, lowest - count));
  const moves = Math.max(total(surplus), total(deficit));
  const mostOverFirst = [...categories.keys()].sort((a, b) =>
    (excesses[b] ?? new Fraction(0)).compare(excesses[a] ?? new Fraction(0)),
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

/**
 * Returns the excess of a category: its number of posts minus its quota (the exact number that would match its target).
 * Negative if the category has too few posts.
 */
export function excessOf({ count, quota }: Pick<CategoryCount, 'count' | 'quota'>): Fraction {
  return new Fraction(count).sub(quota);
}

/** Raises entries, in the given order and each at most to its capacity, until they add up to `wanted`. */
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
