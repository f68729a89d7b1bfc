import type { Mix } from '../targets/targets.ts';
import { type Scale, type Slot, scaleOf, Windows } from './windows.ts';

/**
 * Gives each free slot a category so that the whole keeps the mix as evenly as it can: after every slot `t` the count of
 * each category is within a bound of its share of `t`. The bound is `spreadBound`, which can always be kept where nothing
 * is fixed; where fixed slots break it, the least one that can be kept.
 *
 * The next slot goes to the category whose next post is due first (R. Tijdeman, *The chairman assignment problem*, 1980),
 * among those that leave the others the time to meet their own dues.
 *
 * @param slots - in the order in which they go out; fixed ones have a category, of the mix or not
 * @param maxStreak - posts of one category in a row; kept as far as the choice for one slot at a time can keep it
 * @returns the category of every slot
 */
export function spreadEvenly(
  mix: Mix,
  slots: readonly Slot[],
  maxStreak = Number.POSITIVE_INFINITY,
): readonly string[] {
  const scale = scaleOf(mix);
  const even = new Windows(scale.evenBound, scale, mix, slots);
  const limits = slots.every((slot) => slot === null) ? even : leastFeasible(mix, slots, scale, even);
  const slack = new Slack(mix, slots, limits);
  const sequence = fill(mix, slots, limits, ({ candidates, counts, slot, before }) => {
    const isVaried = (each: number) => !endsWithStreak(before, mix[each]?.category, maxStreak);
    const safe = candidates.filter((each) => slack.allows(slot, limits.due(each, counts[each] ?? 0)));
    const varied = safe.filter(isVaried);
    const best = firstDue(varied.length > 0 ? varied : safe, counts, slot, even);
    slack.take(slot, limits.due(best, counts[best] ?? 0));
    return best;
  });
  return sequence ?? [];
}

/** The windows of the least bound that can be kept, from the one that `even` are of upward. */
function leastFeasible(mix: Mix, slots: readonly Slot[], scale: Scale, even: Windows): Windows {
  const isFeasible = (windows: Windows) =>
    fill(mix, slots, windows, ({ candidates, counts, slot }) =>
      firstDue(candidates, counts, slot, windows),
    ) !== null;
  if (isFeasible(even)) return even;
  const within = (bound: bigint) => new Windows(bound, scale, mix, slots);
  let tooLow = scale.evenBound;
  let step = scale.post;
  while (!isFeasible(within(tooLow + step))) {
    tooLow += step;
    step *= 2n;
  }
  let enough = tooLow + step;
  while (enough - tooLow > 1n) {
    const middle = (tooLow + enough) / 2n;
    if (isFeasible(within(middle))) enough = middle;
    else tooLow = middle;
  }
  return within(enough);
}

/** A free slot to be filled. */
interface Choice {
  /** The categories of which one more may stand here, at least one; categories and slots are numbered from 0. */
  readonly candidates: readonly number[];
  /** How many free posts each category has so far. */
  readonly counts: readonly number[];
  readonly slot: number;
  /** The categories of the slots before it. */
  readonly before: readonly string[];
}

/** Fills the free slots one by one; null where the windows cannot be kept in this way. */
function fill(
  mix: Mix,
  slots: readonly Slot[],
  windows: Windows,
  choose: (choice: Choice) => number,
): readonly string[] | null {
  const categories = byShare(mix);
  const counts = mix.map(() => 0);
  const sequence: string[] = [];
  for (const [slot, fixed] of slots.entries()) {
    if (fixed !== null) sequence.push(fixed);
    else {
      const candidates = categories.filter((each) => windows.allows(each, (counts[each] ?? 0) + 1, slot));
      if (candidates.length === 0) return null;
      const chosen = choose({ candidates, counts, slot, before: sequence });
      counts[chosen] = (counts[chosen] ?? 0) + 1;
      sequence.push(mix[chosen]?.category ?? '');
    }
    if (!categories.every((each) => keeps(windows, each, counts[each] ?? 0, slot))) return null;
  }
  return sequence;
}

/** The numbers of the categories, the greatest share first: of two posts that are due at once, its post has the slot. */
function byShare(mix: Mix): readonly number[] {
  return mix.map((_, index) => index).sort((a, b) => mix[b]?.share.compare(mix[a]?.share ?? 0) ?? 0);
}

function keeps(windows: Windows, category: number, count: number, slot: number): boolean {
  return windows.allows(category, count, slot) && windows.missing(category, count, slot) === 0;
}

/** Of some categories the one whose next post is due first; those come last that would have more than their share allows. */
function firstDue(
  candidates: readonly number[],
  counts: readonly number[],
  slot: number,
  windows: Windows,
): number {
  const ranked = candidates.map((each) => {
    const count = counts[each] ?? 0;
    const release = windows.release(each, count);
    return release <= slot
      ? { each, rank: windows.due(each, count), late: 0 }
      : { each, rank: release, late: 1 };
  });
  ranked.sort((a, b) => a.late - b.late || a.rank - b.rank);
  return ranked[0]?.each ?? 0;
}

function endsWithStreak(sequence: readonly string[], category: string | undefined, length: number): boolean {
  return sequence.length >= length && sequence.slice(-length).every((each) => each === category);
}

/** How many of the free slots up to each one are not spoken for by dues. */
class Slack {
  private readonly free: number[];

  constructor(mix: Mix, slots: readonly Slot[], windows: Windows) {
    let free = 0;
    this.free = slots.map((fixed, slot) => {
      if (fixed === null) free++;
      return mix.reduce((rest, _, each) => rest - windows.missing(each, 0, slot), free);
    });
  }

  /** Whether a slot can be given to a post that is due at another without taking the time of posts that are due before. */
  allows(slot: number, due: number): boolean {
    for (let each = slot; each < due && each < this.free.length; each++) {
      if ((this.free[each] ?? 0) < 1) return false;
    }
    return true;
  }

  /** Gives a slot to a post that is due at another. */
  take(slot: number, due: number): void {
    for (let each = slot; each < due && each < this.free.length; each++)
      this.free[each] = (this.free[each] ?? 0) - 1;
  }
}
