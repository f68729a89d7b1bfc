import type { Mix } from '../policy/targets.ts';
import { spreadBound } from './spread.ts';

/** A slot whose category is fixed, or null for one that is free. */
export type Slot = string | null;

/** The shares of a mix as whole numbers of one unit, so that all that follows is exact and quick. */
export interface Scale {
  /** What one post is. */
  readonly post: bigint;
  /** What each category gains with every slot. */
  readonly shares: readonly bigint[];
  /** How far a category may be from its share where nothing is fixed (`spreadBound`). */
  readonly evenBound: bigint;
}

/** Brings the shares of a mix and its bound to one unit. */
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

/** How far the count of a category may be from its share, in the unit of the scale: after every slot, and after the last. */
export interface Bounds {
  readonly everywhere: bigint;
  /** At most the same. */
  readonly atTheEnd: bigint;
}

/**
 * When each free post of a category may and must have its slot, if after every slot the count of each category is to be
 * within a bound of its share of the slots so far. Slots and categories are numbered from 0.
 */
export class Windows {
  /** Whether the slots that are fixed leave any way to keep the bound. */
  readonly isPossible: boolean;
  /** By category, for each of its free posts in turn: the last slot that it may have. */
  private readonly dues: readonly (readonly number[])[];
  /** The first one. */
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

  /** The last slot for the next free post of a category that has that many; the number of slots where it needs no more. */
  due(category: number, count: number): number {
    return this.dues[category]?.[count] ?? this.end;
  }

  /** The first slot for it; the number of slots where it may have no more. */
  release(category: number, count: number): number {
    return this.releases[category]?.[count] ?? this.end;
  }

  /** How many free slots up to each one are not spoken for by dues. */
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

/** Of a category, for each slot: how many free posts must (`needed`) and may (`allowed`) stand up to it; both never fall. */
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

/** The indexes at which a list that never falls comes to 1, to 2, and so on. */
function risesOf(values: readonly number[]): readonly number[] {
  const rises: number[] = [];
  for (const [index, value] of values.entries()) {
    while (rises.length < value) rises.push(index);
  }
  return rises;
}
