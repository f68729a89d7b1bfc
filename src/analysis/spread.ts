import { exact, Fraction } from '../exact.ts';
import type { Mix, MixPart } from '../policy/targets.ts';

/**
 * How far, in posts, the count of a category can be from its share of the posts so far, at any point of an evenly
 * spread week. If m categories have a share above 0, this is `1 − 1/(2m − 2)`; if only one has, it is 0 (R. Tijdeman,
 * *The chairman assignment problem*, 1980).
 */
export function spreadBound(mix: Mix): Fraction {
  const categories = mix.filter(({ share }) => share.n > 0n).length;
  return categories === 1 ? new Fraction(0) : exact(1).sub(new Fraction(1, 2 * categories - 2));
}

const ALWAYS_ALLOWED = 3;

/**
 * The most posts of one category that may follow one another when the team sets no limit. No evenly spread week has a
 * longer run: between two other posts, the count of a category with share w rises by at most `2D` above its share (D is
 * the `spreadBound`), so a run of r posts has `r(1 − w) ≤ 2D`.
 *
 * @returns a number of posts, at least 3; infinity for a category with a share of 1
 */
export function longestStreak({ share }: MixPart, mix: Mix): number {
  if (share.equals(1)) return Number.POSITIVE_INFINITY;
  const evenly = spreadBound(mix).mul(2).div(exact(1).sub(share));
  return Math.max(ALWAYS_ALLOWED, Number(evenly.floor()));
}
