import { exact, Fraction } from '../exact.ts';
import type { Mix, MixPart } from '../policy/targets.ts';

/**
 * How far, in posts, the count of a category may be from its share of the posts so far, after every post of a week that
 * is spread evenly: `1 − 1/(2m − 2)` with m categories of a share above 0, and 0 for one (R. Tijdeman, *The chairman
 * assignment problem*, 1980).
 */
export function spreadBound(mix: Mix): Fraction {
  const categories = mix.filter(({ share }) => share.n > 0n).length;
  return categories === 1 ? new Fraction(0) : exact(1).sub(new Fraction(1, 2 * categories - 2));
}

const ALWAYS_ALLOWED = 3;

/**
 * How many posts of a category may follow one another where the team sets no other number: no week that is spread evenly
 * has more. Between two other posts the count of a category with share w rises by at most `2D` above its share, so a run
 * of r has `r(1 − w) ≤ 2D`.
 *
 * @returns posts, at least 3; infinity for the one category that has everything
 */
export function longestStreak({ share }: MixPart, mix: Mix): number {
  if (share.equals(1)) return Number.POSITIVE_INFINITY;
  const evenly = spreadBound(mix).mul(2).div(exact(1).sub(share));
  return Math.max(ALWAYS_ALLOWED, Number(evenly.floor()));
}
