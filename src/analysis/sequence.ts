import type { Mix } from '../policy/targets.ts';
import { type Bounds, type Scale, type Slot, scaleOf, Windows } from './windows.ts';

/**
 * Gives each free slot a category, so that the mix is kept as evenly as possible. After every slot, the count of each
 * category differs from its share of the slots so far by at most a bound. Without fixed slots, the bound is
 * `spreadBound`, which can always be kept. If fixed slots make that impossible, the bound is the smallest that can be
 * kept: first the smallest at the end of the plan, and then the smallest after every slot.
 *
 * Each slot goes to the category whose next post is due first (R. Tijdeman, *The chairman assignment problem*, 1980),
 * among those that leave the other categories time for their own posts.
 *
 * @param slots - in the order in which they go out; a fixed slot has a category, which need not be in the mix
 * @param maxStreak - the most posts of one category in a row; kept as far as choosing slot by slot allows
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
  const sequence = fill(mix, slots, limits, (counts, slot, before) => {
    const dueOf = (each: number) => limits.due(each, counts[each] ?? 0);
    const isSafe = (each: number) =>
      limits.release(each, counts[each] ?? 0) <= slot && spare.allows(slot, dueOf(each));
    const isVaried = (each: number) =>
      isSafe(each) && !endsWithStreak(before, mix[each]?.category, maxStreak);
    const varied = firstDue(mix, counts, slot, even, isVaried);
    const best = varied ?? firstDue(mix, counts, slot, even, isSafe);
    if (best !== null) spare.take(slot, dueOf(best));
    return best;
  });
  return sequence ?? [];
}

/**
 * The windows for the smallest bounds that can be kept: first the smallest at the end, then the smallest after every
 * slot.
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
 * The smallest number, at least `least`, for which `holds` returns true. It must then be true for all greater numbers.
 * The steps double, so that a great number takes few calls.
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
 * Whether every post can get a slot in its window. If any order can, giving each slot to the post that is due first
 * can.
 */
function isFeasible(mix: Mix, slots: readonly Slot[], windows: Windows): boolean {
  const sequence = fill(mix, slots, windows, (counts, slot) =>
    firstDue(mix, counts, slot, windows, (each) => windows.release(each, counts[each] ?? 0) <= slot),
  );
  return windows.isPossible && sequence !== null;
}

/**
 * Chooses the category of a free slot. Categories and slots are numbered from 0.
 *
 * @param counts - the number of free posts that each category has before this slot
 * @param before - the categories of all slots before this one
 * @returns the category, or null when no category can have the slot
 */
type Choose = (counts: readonly number[], slot: number, before: readonly string[]) => number | null;

/**
 * Fills the free slots one by one. Null when `choose` finds no category for a slot, or a post misses the slot it is due
 * at.
 */
function fill(mix: Mix, slots: readonly Slot[], windows: Windows, choose: Choose): readonly string[] | null {
  const counts = mix.map(() => 0);
  const sequence: string[] = [];
  for (const [slot, fixed] of slots.entries()) {
    if (fixed !== null) sequence.push(fixed);
    else {
      const chosen = choose(counts, slot, sequence);
      if (chosen === null) return null;
      counts[chosen] = (counts[chosen] ?? 0) + 1;
      sequence.push(mix[chosen]?.category ?? '');
    }
    if (counts.some((count, each) => windows.due(each, count) <= slot)) return null;
  }
  return sequence;
}

/**
 * The category whose next post is due first, among the categories that may have the slot. If several are due at once,
 * the category with the greatest share. A category whose next post is not yet released comes after all others, because
 * it would exceed its share. Null when no category may have the slot.
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

/** A number greater than that of any slot. */
const AFTER_ALL = 2 ** 32;

function endsWithStreak(sequence: readonly string[], category: string | undefined, length: number): boolean {
  const before = sequence.findLastIndex((each) => each !== category);
  return sequence.length - 1 - before >= length;
}

/** For each slot, the number of free slots up to and including it that no due post needs. */
class Spare {
  private readonly slots: number[];

  constructor(slots: number[]) {
    this.slots = slots;
  }

  /** Whether a post due at slot `due` can have `slot` without taking time from posts due earlier. */
  allows(slot: number, due: number): boolean {
    for (let each = slot; each < due && each < this.slots.length; each++) {
      if ((this.slots[each] ?? 0) < 1) return false;
    }
    return true;
  }

  /** Gives `slot` to a post due at slot `due`. */
  take(slot: number, due: number): void {
    for (let each = slot; each < due && each < this.slots.length; each++) {
      this.slots[each] = (this.slots[each] ?? 0) - 1;
    }
  }
}
