import type { Mix } from '../policy/targets.ts';
import { Spare } from './spare.ts';
import { type Bounds, type Scale, type Slot, scaleOf, Windows } from './windows.ts';

/**
 * Gives each free slot (a place for one post) a category, so that the mix is spread evenly: after every slot, the count
 * of each category is close to its share of the slots so far. Without fixed slots, count and share never differ by more
 * than `spreadBound`. Fixed slots can make a greater difference necessary. The difference is then made as small as
 * possible, first at the end of the plan, and then after every slot.
 *
 * Each free slot goes to the category whose next post is due first (R. Tijdeman, *The chairman assignment problem*,
 * 1980), unless that would leave another category too few slots for its own posts.
 *
 * @param slots - the slots in the order in which they go out; a fixed slot has a category, which need not be in the mix
 * @param maxStreak - the most posts of one category in a row, if an even spread and the fixed slots allow that
 * @returns the category of every slot, in the order of `slots`; a fixed slot keeps its own
 */
export function spreadEvenly(
  mix: Mix,
  slots: readonly Slot[],
  maxStreak = Number.POSITIVE_INFINITY,
): readonly string[] {
  const scale = scaleOf(mix);
  const { evenBound } = scale;
  const within = (bounds: Bounds) => new Windows(bounds, scale, mix, slots);
  const even = within({ everywhere: evenBound, atTheEnd: evenBound });
  const limits = slots.every((slot) => slot === null) ? even : leastFeasible(mix, slots, scale, even, within);
  const spare = new Spare(limits.spareSlots(slots));
  const sequence = fill(mix, slots, limits, (counts, slot, streak) => {
    const dueOf = (each: number) => limits.due(each, counts[each] ?? 0);
    const isSafe = (each: number) =>
      limits.release(each, counts[each] ?? 0) <= slot && spare.allows(slot, dueOf(each));
    const isVaried = (each: number) =>
      isSafe(each) && (mix[each]?.category !== streak.category || streak.length < maxStreak);
    const varied = firstDue(mix, counts, slot, even, isVaried);
    const best = varied ?? firstDue(mix, counts, slot, even, isSafe);
    if (best !== null) spare.take(slot, dueOf(best));
    return best;
  });
  return sequence ?? [];
}

/**
 * Returns the windows for the tightest bounds that can be met: the bound at the end is minimised first, and then the
 * bound after every slot.
 */
function leastFeasible(
  mix: Mix,
  slots: readonly Slot[],
  { post, evenBound }: Scale,
  even: Windows,
  within: (bounds: Bounds) => Windows,
): Windows {
  if (isFeasible(mix, slots, even)) return even;
  const canKeep = (bounds: Bounds) => isFeasible(mix, slots, within(bounds));
  const everything = post * BigInt(slots.length + 1);
  const atTheEnd = leastFrom(evenBound, (bound) => canKeep({ everywhere: everything, atTheEnd: bound }));
  const everywhere = leastFrom(atTheEnd, (bound) => canKeep({ everywhere: bound, atTheEnd }));
  return within({ everywhere, atTheEnd });
}

/**
 * Returns the smallest number, from `least` upwards, for which `holds` returns true. `holds` must also be true for
 * every greater number. The steps double, so even a great number takes few calls.
 */
function leastFrom(least: bigint, holds: (value: bigint) => boolean): bigint {
  if (holds(least)) return least;
  let tooLow = least;
  let step = 1n;
  for (; !holds(tooLow + step); step *= 2n) tooLow += step;
  let enough = tooLow + step;
  while (enough - tooLow > 1n) {
    const middle = (tooLow + enough) / 2n;
    if (holds(middle)) enough = middle;
    else tooLow = middle;
  }
  return enough;
}

/**
 * Whether every post can be placed within its window. It is enough to try one order, in which each slot goes to the
 * post that is due first: if any order works, this one does.
 */
function isFeasible(mix: Mix, slots: readonly Slot[], windows: Windows): boolean {
  const sequence = fill(mix, slots, windows, (counts, slot) =>
    firstDue(mix, counts, slot, windows, (each) => windows.release(each, counts[each] ?? 0) <= slot),
  );
  return windows.isPossible && sequence !== null;
}

/**
 * A function that chooses the category of a free slot. Categories and slots are numbered from 0.
 *
 * @param counts - for each category, the number of free slots that it has been given before this one
 * @param streak - the slots directly before this one that have the same category
 * @returns the number of the category, or null if no category can have the slot
 */
type Choose = (counts: readonly number[], slot: number, streak: Streak) => number | null;

/** Successive slots of one category; before the first slot, none of no category. */
interface Streak {
  readonly category: string | null;
  readonly length: number;
}

/**
 * Fills the free slots one by one, and returns the category of every slot. Returns null if `choose` finds no category
 * for a slot, or if a post has not been placed by the slot at which it is due.
 */
function fill(mix: Mix, slots: readonly Slot[], windows: Windows, choose: Choose): readonly string[] | null {
  const counts = mix.map(() => 0);
  const sequence: string[] = [];
  let streak: Streak = { category: null, length: 0 };
  for (const [slot, fixed] of slots.entries()) {
    let category = fixed;
    if (category === null) {
      const chosen = choose(counts, slot, streak);
      if (chosen === null) return null;
      counts[chosen] = (counts[chosen] ?? 0) + 1;
      category = mix[chosen]?.category ?? '';
    }
    sequence.push(category);
    streak = { category, length: category === streak.category ? streak.length + 1 : 1 };
    if (counts.some((count, each) => windows.due(each, count) <= slot)) return null;
  }
  return sequence;
}

/**
 * Returns the number of the category whose next post is due first, among those for which `mayHave` is true; null if
 * there are none. If several are due at the same slot, the one with the greatest share wins. A category whose next post
 * is not yet released at this slot comes after all others, because it would get ahead of its share.
 */
function firstDue(
  mix: Mix,
  counts: readonly number[],
  slot: number,
  windows: Windows,
  mayHave: (category: number) => boolean,
): number | null {
  let best: number | null = null;
  let bestRank = Number.POSITIVE_INFINITY;
  for (const [each, { share }] of mix.entries()) {
    const count = counts[each] ?? 0;
    const release = windows.release(each, count);
    const rank = release <= slot ? windows.due(each, count) : AFTER_ALL + release;
    const isBetter = rank < bestRank || (rank === bestRank && share.gt(mix[best ?? 0]?.share ?? 0));
    if (!isBetter || !mayHave(each)) continue;
    best = each;
    bestRank = rank;
  }
  return best;
}

/** A number greater than the number of any slot. */
const AFTER_ALL = 2 ** 32;
