import type { Mix } from '../policy/targets.ts';
import { spreadBound } from './spread.ts';

/**
 * One slot of a plan (a place for one post): its category or, for a free slot, which still needs a category, `null`.
 */
export type Slot = string | null;

/** The shares of a mix as whole numbers of one small unit, which makes calculations both exact and fast. */
export interface Scale {
  /** How many units make one post. */
  readonly post: bigint;
  /** The share of each category in units, in the order of the mix. The shares add up to `post`. */
  readonly shares: readonly bigint[];
  /** How far the count of a category may be from its share if no slot is fixed: the `spreadBound` in units. */
  readonly evenBound: bigint;
}

/** Converts the shares of a mix and its `spreadBound` into whole numbers of one small unit. */
export function scaleOf(mix: Mix): Scale {
  const bound = spreadBound(mix);
  const post = mix.reduce((unit, { share }) => leastCommonMultiple(unit, share.d), bound.d);
  return {
    post,
    shares: mix.map(({ share }) => share.n * (post / share.d)),
    evenBound: bound.n * (post / bound.d),
  };
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [divisor, rest] = [a, b];
  while (rest > 0n) [divisor, rest] = [rest, divisor % rest];
  return (a / divisor) * b;
}

/** How far the count of a category may be from its share of the slots so far, in the units of a `Scale`. */
export interface Bounds {
  /** The limit that holds after every slot. */
  readonly everywhere: bigint;
  /** The limit that holds after the last slot; at most `everywhere`. */
  readonly atTheEnd: bigint;
}

/**
 * The window of each post that is to fill a free slot: the first and the last slot that the post may have without
 * breaking the bounds of its category. Slots and categories are numbered from 0.
 */
export class Windows {
  /**
   * `false` if the bounds cannot be kept, because the fixed slots alone give some category more posts than the bounds
   * allow.
   */
  readonly isPossible: boolean;
  /** For each category, the last slot that its first, second, third (and so on) post in a free slot may have. */
  private readonly dues: readonly (readonly number[])[];
  /** For each category, the first slot that its first, second, third (and so on) post in a free slot may have. */
  private readonly releases: readonly (readonly number[])[];
  private readonly end: number;

  constructor(bounds: Bounds, scale: Scale, mix: Mix, slots: readonly Slot[]) {
    const limits = mix.map(({ category }, index) =>
      limitsOf(bounds, scale, category, scale.shares[index] ?? 0n, slots),
    );
    this.dues = limits.map(({ needed }) => risesOf(needed));
    this.releases = limits.map(({ allowed }) => risesOf(allowed));
    this.isPossible = limits.every(({ allowed }) => (allowed[0] ?? 0) >= 0);
    this.end = slots.length;
  }

  /**
   * Returns the last slot that the next post of a category may have, once the category has been given `count` free
   * slots. Returns the number of slots if the category needs no more posts.
   */
  due(category: number, count: number): number {
    return this.dues[category]?.[count] ?? this.end;
  }

  /**
   * Returns the first slot that the next post of a category may have, once the category has been given `count` free
   * slots. Returns the number of slots if the category may have no more posts.
   */
  release(category: number, count: number): number {
    return this.releases[category]?.[count] ?? this.end;
  }

  /**
   * Returns, for each slot, the number of spare slots: the free slots up to and including it, minus the posts that are
   * due by then. Negative if there are too few free slots.
   */
  spareSlots(slots: readonly Slot[]): number[] {
    const dueAt = new Uint32Array(slots.length);
    for (const dues of this.dues) {
      for (const slot of dues) dueAt[slot] = (dueAt[slot] ?? 0) + 1;
    }
    let spare = 0;
    return slots.map((fixed, slot) => {
      spare += Number(fixed === null) - (dueAt[slot] ?? 0);
      return spare;
    });
  }
}

/**
 * Returns, for each slot, how many of the free slots up to and including it must (`needed`) and may (`allowed`) go to a
 * category. Neither list ever decreases. A negative `allowed` means that too many slots are fixed to the category.
 */
function limitsOf(
  { everywhere: bound, atTheEnd }: Bounds,
  { post }: Scale,
  category: string,
  share: bigint,
  slots: readonly Slot[],
): { readonly needed: readonly number[]; readonly allowed: readonly number[] } {
  const needed: number[] = [];
  const allowed: number[] = [];
  let [least, most, fixed, needs] = [0, 0, 0, 0];
  let quota = 0n;
  let [nextLeast, nextMost] = [bound, post - bound];
  for (const slot of slots) {
    quota += share;
    for (; quota > nextLeast; nextLeast += post) least++;
    for (; quota >= nextMost; nextMost += post) most++;
    if (slot === category) fixed++;
    needs = Math.max(needs, least - fixed);
    needed.push(needs);
    allowed.push(most - fixed);
  }
  const last = slots.length - 1;
  if (last >= 0) {
    const leastAtTheEnd = quota > atTheEnd ? Number((quota - atTheEnd + post - 1n) / post) : 0;
    needed[last] = Math.max(needs, leastAtTheEnd - fixed);
    allowed[last] = Number((quota + atTheEnd) / post) - fixed;
  }
  for (let slot = last - 1; slot >= 0; slot--) {
    allowed[slot] = Math.min(allowed[slot] ?? 0, allowed[slot + 1] ?? 0);
  }
  return { needed, allowed };
}

/**
 * Returns the indexes at which a list that never decreases reaches 1, 2, 3 and so on: `[0, 1, 3]` gives `[1, 2, 2]`.
 */
function risesOf(values: readonly number[]): readonly number[] {
  const rises: number[] = [];
  for (const [index, value] of values.entries()) {
    while (rises.length < value) rises.push(index);
  }
  return rises;
}
