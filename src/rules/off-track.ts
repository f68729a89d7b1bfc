import type { CategoryCount } from '../analysis/mix-analysis.ts';
import { rounded } from '../exact.ts';
import { brief } from '../text/words.ts';

/** Returns the categories of a mix that are not on track. */
export function offTrack(mix: { readonly categories: readonly CategoryCount[] }): CategoryCount[] {
  return mix.categories.filter(({ verdict }) => verdict !== 'on_track');
}

/** The category of which there must not be too much, because it sells (docs/method.md, belief 4). */
const SELLING = 'branded';

/**
 * A comparison function for sorting categories that are off track: negative if `a` comes before `b`. `branded` with too
 * many posts comes first, then other categories with too many, then those with too few. Within each group, the category
 * furthest off its target comes first.
 */
export function worstFirst(a: CategoryCount, b: CategoryCount): number {
  return rank(a) - rank(b) || b.variance.abs().compare(a.variance.abs());
}

function rank({ category, verdict }: CategoryCount): number {
  if (verdict === 'under') return 2;
  return category === SELLING ? 0 : 1;
}

/**
 * Returns a phrase about a category that is off track, such as `too many branded posts` or `too few functional posts`.
 */
export function tooMany({ category, verdict }: CategoryCount): string {
  return `too ${verdict === 'over' ? 'many' : 'few'} ${brief(category)} posts`;
}

/** Returns the share of a category and its target, for messages: `45%, target 30%`. */
export function besideTarget({ share, target }: CategoryCount): string {
  return `${rounded(share, 1)}%, target ${target}%`;
}
