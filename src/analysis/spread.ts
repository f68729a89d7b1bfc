import { exact, Fraction } from '../exact.ts';
import type { Mix, MixPart } from '../policy/targets.ts';

/**
 * Returns the maximum difference, in posts, between the count of a category and its share of the posts so far, at any
 * point of an evenly spread week.
 *
 * This is `1 − 1/(2m − 2)` if m ≥ 2 categories have a share above 0, and 0 if only one has (R. Tijdeman, *The chairman
 * assignment problem*, 1980).
 */
export function spreadBound(mix: Mix): Fraction {
  const categories = mix.filter(({ share }) => share.n > 0n).length;
  return categories === 1 ? new Fraction(0) : exact(1).sub(new Fraction(1, 2 * categories - 2));
}

const ALWAYS_ALLOWED = 3;

/**
 * Returns the maximum number of posts of one category in a row if the team sets no limit: the longest run that an
 * evenly spread week can have, but at least 3.
 *
 * While a run of r posts goes out, the count of a category with share w rises by `r(1 − w)` relative to its share. In
 * an evenly spread week, it can rise by at most `2D`, where D is the `spreadBound`.
 *
 * @returns a number of posts; `Infinity` for a category with a share of 1
 */
export function longestStreak({ share }: MixPart, mix: Mix): number {
  if (share.equals(1)) return Number.POSITIVE_INFINITY;
  const evenly = spreadBound(mix).mul(2).div(exact(1).sub(share));
  return Math.max(ALWAYS_ALLOWED, evenly.floor());
}
