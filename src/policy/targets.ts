import type { Day, Weekday } from '../dates.ts';
import { weekdayOf } from '../dates.ts';
import { exact, Fraction, rounded } from '../exact.ts';
import type { Path } from '../yaml/node.ts';

/** One category of a mix: its written percentage, and its exact share (0 to 1) of the sum of all percentages. */
export interface MixPart {
  readonly category: string;
  readonly percent: number;
  readonly share: Fraction;
}

/**
 * A mix: how the posts of a channel should be divided among 2 to 12 categories, in the written order. The shares sum to
 * exactly 1.
 */
export type Mix = readonly MixPart[];

/** The fewest and the most posts on one channel in one day; 0 ≤ min ≤ max. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** The bounds of each day. A date overrides a weekday, and a weekday overrides the default. */
export interface PostsPerDay {
  readonly default: Bounds;
  readonly days: ReadonlyMap<Weekday | Day, Bounds>;
}

/** The number of posts a day, or the percentage (0 to 100) of the day's max, that is kept free for unplanned posts. */
export type Reserve = { readonly posts: number } | { readonly percent: Fraction };

/** The part of the day in which planned posts go out, as `HH:MM`, start and end included. */
export interface Hours {
  readonly start: string;
  readonly end: string;
}

/**
 * The targets of one channel, with the names used in plans (docs/specification.md, section 2).
 *
 * `null` means that the target is set but invalid: rules that need it are skipped, and no default replaces it.
 * `undefined` means that the target is not set.
 */
export interface Targets {
  /** How the planned posts should be divided among categories. */
  readonly mix: Mix | null;
  /** Percentage points that a category may be off its share before there is a warning. */
  readonly tolerance: Fraction | null;
  /** Percentage points off its share beyond which a category can be an error. */
  readonly limit: Fraction | null;
  readonly posts_per_day: PostsPerDay | null;
  readonly reserve: Reserve | null;
  /** The days without a minimum number of posts. */
  readonly days_off: ReadonlySet<Weekday | Day> | null;
  /** The most posts of one category in a row. */
  readonly max_streak?: number | null;
  /** The least number of minutes between two posts; 0 means no minimum. */
  readonly min_gap: number | null;
  readonly hours?: Hours | null;
}

/** Returns the mix with these percentages, which sum to about 100. The shares are scaled to sum to exactly 1. */
export function mixOf(percentages: readonly (readonly [category: string, percent: number])[]): Mix {
  const sum = sumOf(percentages.map(([, percent]) => percent));
  return percentages.map(([category, percent]) => ({ category, percent, share: exact(percent).div(sum) }));
}

/** The exact sum of numbers, each as written in decimal. */
export function sumOf(numbers: readonly number[]): Fraction {
  return numbers.reduce((sum, number) => sum.add(exact(number)), new Fraction(0));
}

/**
 * The bounds of a day if neither plan nor config sets any: 6 to 12 posts, which suits media (docs/method.md, belief 2).
 */
export const DEFAULT_BOUNDS: Bounds = { min: 6, max: 12 };

/** The targets that apply if neither plan nor config sets others (docs/method.md, beliefs 1 to 3). */
export const DEFAULT_TARGETS: Targets = {
  mix: mixOf([
    ['branded', 30],
    ['functional', 35],
    ['emotional', 35],
  ]),
  tolerance: exact(5),
  limit: exact(15),
  posts_per_day: { default: DEFAULT_BOUNDS, days: new Map() },
  reserve: { percent: exact(20) },
  days_off: new Set(),
  min_gap: 1,
};

/** The targets set in one place. A target that is not set is left out; an invalid target is null. */
export type StatedTargets = { readonly [Key in keyof Targets]?: Targets[Key] | null };

/** The targets set in one place, and that place: `targets` or a channel, in the config or in the plan. */
export interface TargetLayer {
  readonly from: 'config' | 'plan';
  readonly path: Path;
  readonly stated: StatedTargets;
}

/**
 * The targets that apply when each layer overrides the layers before it, target by target, starting from the defaults.
 * An invalid target overrides too.
 */
export function effectiveTargets(layers: readonly TargetLayer[]): Targets {
  return Object.assign({}, DEFAULT_TARGETS, ...layers.map(({ stated }) => stated)) as Targets;
}

/** The bounds of a day: those of its date; if there are none, those of its weekday; otherwise the default. */
export function boundsOn(postsPerDay: PostsPerDay, day: Day): Bounds {
  const { days } = postsPerDay;
  if (days.size === 0) return postsPerDay.default;
  return days.get(day) ?? days.get(weekdayOf(day)) ?? postsPerDay.default;
}

/** Whether a day is a day off, by its date or by its weekday. A day off has no minimum of posts. */
export function isDayOff(daysOff: ReadonlySet<Weekday | Day>, day: Day): boolean {
  return daysOff.size > 0 && (daysOff.has(day) || daysOff.has(weekdayOf(day)));
}

/**
 * The number of posts of a day that are kept free, never more than `max − min`. A percentage of the max is rounded half
 * up; if it is above 0 and the max is above 1, at least 1 post is kept free.
 */
export function reserveWithin(reserve: Reserve, bounds: Bounds): number {
  return Math.min(wanted(reserve, bounds.max), bounds.max - bounds.min);
}

function wanted(reserve: Reserve, max: number): number {
  if ('posts' in reserve) return reserve.posts;
  const share = rounded(reserve.percent.mul(max).div(100), 0);
  return reserve.percent.n > 0n && max > 1 ? Math.max(1, share) : share;
}
