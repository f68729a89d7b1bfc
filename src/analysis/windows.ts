import type { Mix } from '../targets/targets.ts';
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

/**
 * When each free post of a category may and must have its slot, if after every slot the count of each category is to be
 * within a bound of its share of the slots so far. Slots and categories are numbered from 0.
 */
export class Windows {
  /** How many free posts of a category must stand in the slots up to this one; never falls. */
  private readonly needed: readonly (readonly number[])[];
  /** How many may; never falls. */
  private readonly allowed: readonly (readonly number[])[];

  constructor(bound: bigint, { post, shares }: Scale, mix: Mix, slots: readonly Slot[]) {
    const needed: number[][] = [];
    const allowed: number[][] = [];
    for (const [index, share] of shares.entries()) {
      const category = mix[index]?.category;
      const needs: number[] = [];
      const most: number[] = [];
      let quota = 0n;
      let fixed = 0;
      for (const slot of slots) {
        quota += share;
        if (slot === category) fixed++;
        const least = quota > bound ? Number((quota - bound + post - 1n) / post) : 0;
        needs.push(Math.max(needs.at(-1) ?? 0, least - fixed));
        most.push(Number((quota + bound) / post) - fixed);
      }
      for (let slot = most.length - 2; slot >= 0; slot--) {
        most[slot] = Math.min(most[slot] ?? 0, most[slot + 1] ?? 0);
      }
      needed.push(needs);
      allowed.push(most);
    }
    this.needed = needed;
    this.allowed = allowed;
  }

  /** How many more free posts of the category must stand in the slots up to this one. */
  missing(category: number, count: number, slot: number): number {
    return Math.max(0, (this.needed[category]?.[slot] ?? 0) - count);
  }

  /** The last slot for the next free post of a category that has that many; the number of slots where it needs no more. */
  due(category: number, count: number): number {
    return firstAbove(this.needed[category] ?? [], count);
  }

  /** The first slot for it. */
  release(category: number, count: number): number {
    return firstAbove(this.allowed[category] ?? [], count);
  }

  /** Whether a category may have so many free posts in the slots up to this one. */
  allows(category: number, count: number, slot: number): boolean {
    return count <= (this.allowed[category]?.[slot] ?? 0);
  }
}

/** The first index of a rising list at which it is above a value; its length where it never is. */
function firstAbove(rising: readonly number[], value: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
