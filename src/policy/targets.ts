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
 * How the posts of a channel should be divided among 2 to 12 categories, in the order in which the team lists them. The
 * shares add up to exactly 1.
 */
export type Mix = readonly MixPart[];

/** The fewest (`min`) and the most (`max`) posts for one channel on one day; 0 ≤ min ≤ max. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/**
 * The bounds (the fewest and the most posts) for every day. A date in `days` overrides its weekday, and both override
 * `default`.
 */
export interface PostsPerDay {
  readonly default: Bounds;
  readonly days: ReadonlyMap<Weekday | Day, Bounds>;
}

/**
 * How much of each day to keep free for unplanned posts: a number of posts, or a percentage (0 to 100) of the day's
 * max.
 */
export type Reserve = { readonly posts: number } | { readonly percent: Fraction };

/** The part of the day in which planned posts should go out. Both ends are `HH:MM`, and are included. */
export interface Hours {
  readonly start: string;
  readonly end: string;
}

/** The calendar units over which plans can be counted together. */
export const SPAN_UNITS = ['month', 'quarter', 'year'] as const;

/**
 * The span over which plans are counted together: the month, quarter or year (`unit`) that a plan belongs to, or all
 * plans that begin on the day `since` or later. With `none`, each plan is counted by itself.
 */
export type MixOver = { readonly unit: (typeof SPAN_UNITS)[number] } | { readonly since: Day } | 'none';

/** The span that every plan belongs to, because no plan begins before its `since`. */
export const ALL_PLANS = { since: '0000-01-01' } as const satisfies MixOver;

/**
 * The targets that apply to one channel, under the names used in plans (docs/specification.md, section 2).
 *
 * `null` means that a target is set but invalid: rules that need it are skipped, and no default replaces it.
 * `undefined` means that a target is not set, and has no default.
 */
export interface Targets {
  /** How the planned posts should be divided among the categories. */
  readonly mix: Mix | null;
  /** The maximum number of percentage points by which a category may be off its target without a warning. */
  readonly tolerance: Fraction | null;
  /** The maximum number of percentage points by which a category may be off its target without an error. */
  readonly limit: Fraction | null;
  /** The span over which plans are counted together for the mix. */
  readonly mix_over: MixOver | null;
  /** The fewest and the most posts for each day. */
  readonly posts_per_day: PostsPerDay | null;
  /** How much of each day to keep free for unplanned posts. */
  readonly reserve: Reserve | null;
  /** The days for which there is no minimum number of posts. Posts on these days still count. */
  readonly days_off: ReadonlySet<Weekday | Day> | null;
  /**
   * The most posts of one category that may go out in a row. If `undefined`, each category has a limit based on its
   * share.
   */
  readonly max_streak?: number | null;
  /** The fewest minutes between two posts of a channel; 0 for no minimum. */
  readonly min_gap: number | null;
  /** The part of the day in which planned posts should go out. If `undefined`, any time will do. */
  readonly hours?: Hours | null;
}

/**
 * Returns the mix with the given `percentages`, which should add up to about 100. The shares are scaled to add up to
 * exactly 1.
 */
export function mixOf(percentages: readonly (readonly [category: string, percent: number])[]): Mix {
  const sum = sumOf(percentages.map(([, percent]) => percent));
  return percentages.map(([category, percent]) => ({ category, percent, share: exact(percent).div(sum) }));
}

/** Returns the exact sum of decimal numbers: 0.1 and 0.2 give exactly 0.3. */
export function sumOf(numbers: readonly number[]): Fraction {
  return numbers.reduce((sum, number) => sum.add(exact(number)), new Fraction(0));
}

/**
 * The bounds of a day if neither the plan nor the config sets any: 6 to 12 posts, which suits a media outlet
 * (docs/method.md, belief 2).
 */
export const DEFAULT_BOUNDS: Bounds = { min: 6, max: 12 };

/**
 * The value of each target that neither the plan nor the config sets (docs/method.md, beliefs 1 to 3). The targets
 * `max_streak` and `hours` have no default.
 */
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

/**
 * The targets that are set in one place, such as in a plan. A target that is not set there is left out; an invalid one
 * is `null`.
 */
export type StatedTargets = { readonly [Key in keyof Targets]?: Targets[Key] | null };

/** The targets that are set in one place, together with that place. */
export interface TargetLayer {
  /** The kind of file that sets the targets. */
  readonly from: 'config' | 'plan';
  /** The path in that file to the mapping that sets the targets: `targets`, or a channel. */
  readonly path: Path;
  readonly stated: StatedTargets;
}

/**
 * Returns the targets that apply. For each target, the last layer that sets it takes precedence, even if its value is
 * invalid (`null`). A target that no layer sets has its default, if there is one.
 */
export function effectiveTargets(layers: readonly TargetLayer[]): Targets {
  return Object.assign({}, DEFAULT_TARGETS, ...layers.map(({ stated }) => stated)) as Targets;
}

/**
 * Returns the bounds for `day`: those for its date or, if there are none, those for its weekday. If there are none
 * either, returns the default.
 */
export function boundsOn(postsPerDay: PostsPerDay, day: Day): Bounds {
  const { days } = postsPerDay;
  if (days.size === 0) return postsPerDay.default;
  return days.get(day) ?? days.get(weekdayOf(day)) ?? postsPerDay.default;
}

/** Whether `daysOff` contains a day or its weekday. A day off has no minimum number of posts. */
export function isDayOff(daysOff: ReadonlySet<Weekday | Day>, day: Day): boolean {
  return daysOff.size > 0 && (daysOff.has(day) || daysOff.has(weekdayOf(day)));
}

/**
 * Returns how many posts of a day to keep free for unplanned ones; at most `max − min`. For example, a reserve of 20 %
 * with the bounds 6-12 gives 2.
 *
 * A percentage refers to `max`, and its result is rounded half up. The rounded result is at least 1 if the percentage
 * is above 0 and `max` is above 1.
 */
export function reserveWithin(reserve: Reserve, bounds: Bounds): number {
  return Math.min(wanted(reserve, bounds.max), bounds.max - bounds.min);
}

function wanted(reserve: Reserve, max: number): number {
  if ('posts' in reserve) return reserve.posts;
  const share = rounded(reserve.percent.mul(max).div(100), 0);
  return reserve.percent.n > 0n && max > 1 ? Math.max(1, share) : share;
}
