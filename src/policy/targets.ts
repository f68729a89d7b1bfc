import type { Day, Weekday } from '../dates.ts';
import { weekdayOf } from '../dates.ts';
import { exact, Fraction, rounded } from '../exact.ts';
import type { Path } from '../yaml/node.ts';

/** One category of a mix: its percentage as written, and its exact share (0 to 1) of the sum of all percentages. */
export interface MixPart {
  readonly category: string;
  readonly percent: number;
  readonly share: Fraction;
}

/**
 * How the posts of a channel should be divided among 2 to 12 categories, in the order written. The shares sum to
 * exactly 1.
 */
export type Mix = readonly MixPart[];

/** The fewest (`min`) and the most (`max`) posts on one channel in one day; 0 ≤ min ≤ max. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** The bounds of every day: those of its date, otherwise those of its weekday, otherwise the default. */
export interface PostsPerDay {
  readonly default: Bounds;
  readonly days: ReadonlyMap<Weekday | Day, Bounds>;
}

/**
 * How much of each day is kept free for unplanned posts: a number of posts, or a percentage (0 to 100) of the day's
 * max.
 */
export type Reserve = { readonly posts: number } | { readonly percent: Fraction };

/** The part of the day in which planned posts should go out, as `HH:MM`. The start and the end belong to it. */
export interface Hours {
  readonly start: string;
  readonly end: string;
}

/**
 * Over which span the weeks are counted together: the month, quarter or year that a plan belongs to, all plans that
 * begin on a day or later, or none.
 */
export type MixOver = { readonly unit: 'month' | 'quarter' | 'year' } | { readonly since: Day } | 'none';

/**
 * The targets that apply to one channel, under the names used in plans (docs/specification.md, section 2).
 *
 * `null` means that a target is set but invalid: rules that need it are skipped, and no default takes its place.
 * `undefined` means that a target is not set and has no default.
 */
export interface Targets {
  /** How the planned posts should be divided among categories. */
  readonly mix: Mix | null;
  /** How many percentage points a category may be off its share before there is a warning. */
  readonly tolerance: Fraction | null;
  /** How many percentage points a category may be off its share before that can be an error. */
  readonly limit: Fraction | null;
  /** Over which span the mix of the weeks is counted together. */
  readonly mix_over: MixOver | null;
  readonly posts_per_day: PostsPerDay | null;
  readonly reserve: Reserve | null;
  /** The days that need no posts: they have no minimum. */
  readonly days_off: ReadonlySet<Weekday | Day> | null;
  /** The most posts of one category that may come in a row. */
  readonly max_streak?: number | null;
  /** The fewest minutes between two posts; 0 means that there is no minimum. */
  readonly min_gap: number | null;
  /** The part of the day in which planned posts should go out. */
  readonly hours?: Hours | null;
}

/**
 * Returns the mix with the given percentages. They should sum to about 100; the shares sum to exactly 1 in any case.
 */
export function mixOf(percentages: readonly (readonly [category: string, percent: number])[]): Mix {
  const sum = sumOf(percentages.map(([, percent]) => percent));
  return percentages.map(([category, percent]) => ({ category, percent, share: exact(percent).div(sum) }));
}

/** Returns the exact sum of decimal numbers: 0.1 and 0.2 make exactly 0.3. */
export function sumOf(numbers: readonly number[]): Fraction {
  return numbers.reduce((sum, number) => sum.add(exact(number)), new Fraction(0));
}

/**
 * The bounds of a day where neither plan nor config sets any: 6 to 12 posts, which suits media (docs/method.md, belief
 * 2).
 */
export const DEFAULT_BOUNDS: Bounds = { min: 6, max: 12 };

/** The targets that apply where neither plan nor config sets any (docs/method.md, beliefs 1 to 3). */
export const DEFAULT_TARGETS: Targets = {
  mix: mixOf([
    ['branded', 30],
    ['functional', 35],
    ['emotional', 35],
  ]),
  tolerance: exact(5),
  limit: exact(15),
  mix_over: { unit: 'quarter' },
  posts_per_day: { default: DEFAULT_BOUNDS, days: new Map() },
  reserve: { percent: exact(20) },
  days_off: new Set(),
  min_gap: 1,
};

/** The targets as set in one place. A target that is not set there is left out; an invalid target is null. */
export type StatedTargets = { readonly [Key in keyof Targets]?: Targets[Key] | null };

/** The targets as set in one place, together with that place: the file and the path in it. */
export interface TargetLayer {
  /** The file in which they are set. */
  readonly from: 'config' | 'plan';
  /** The path in that file: to `targets`, or to a channel. */
  readonly path: Path;
  readonly stated: StatedTargets;
}

/**
 * Returns the targets that apply if each layer overrides the layers before it, target by target, and the first layer
 * overrides the defaults. An invalid target (null) overrides too.
 */
export function effectiveTargets(layers: readonly TargetLayer[]): Targets {
  return Object.assign({}, DEFAULT_TARGETS, ...layers.map(({ stated }) => stated)) as Targets;
}

/** Returns the bounds of a day: those of its date, otherwise those of its weekday, otherwise the default. */
export function boundsOn(postsPerDay: PostsPerDay, day: Day): Bounds {
  const { days } = postsPerDay;
  if (days.size === 0) return postsPerDay.default;
  return days.get(day) ?? days.get(weekdayOf(day)) ?? postsPerDay.default;
}

/** Whether a day is a day off, by its date or by its weekday. A day off needs no posts. */
export function isDayOff(daysOff: ReadonlySet<Weekday | Day>, day: Day): boolean {
  return daysOff.size > 0 && (daysOff.has(day) || daysOff.has(weekdayOf(day)));
}

/**
 * Returns how many posts are kept free on a day with these bounds. A percentage is taken of the max and rounded half
 * up, but one above 0 gives at least 1 post if the max is above 1. In any case, the result is at most `max − min`.
 */
export function reserveWithin(reserve: Reserve, bounds: Bounds): number {
  return Math.min(wanted(reserve, bounds.max), bounds.max - bounds.min);
}

function wanted(reserve: Reserve, max: number): number {
  if ('posts' in reserve) return reserve.posts;
  const share = rounded(reserve.percent.mul(max).div(100), 0);
  return reserve.percent.n > 0n && max > 1 ? Math.max(1, share) : share;
}
