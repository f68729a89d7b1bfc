import type { Day, Weekday } from '../dates.ts';
import { weekdayOf } from '../dates.ts';
import { exact, Fraction, rounded } from '../exact.ts';
import type { Path } from '../yaml/node.ts';

/** One category of a mix: its percentage as stated, and its exact share (0 to 1) of the sum of the mix. */
export interface MixPart {
  readonly category: string;
  readonly percent: number;
  readonly share: Fraction;
}

/** 2 to 12 categories in the order in which they were stated; their shares sum to exactly 1. */
export type Mix = readonly MixPart[];

/** The fewest and the most posts of one channel's day, 0 ≤ min ≤ max. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** Bounds by day: a date beats a weekday, a weekday beats the default. */
export interface PostsPerDay {
  readonly default: Bounds;
  readonly days: ReadonlyMap<Weekday | Day, Bounds>;
}

/** Room kept free for the unplanned: posts a day, or percent (0 to 100) of the day's max. */
export type Reserve = { readonly posts: number } | { readonly percent: Fraction };

/** The part of the day in which planned posts go out, as `HH:MM`; both ends belong to it. */
export interface Hours {
  readonly start: string;
  readonly end: string;
}

/**
 * The targets of one channel, by the names they have in a plan (section 2 of the specification).
 *
 * `null` is a target that was stated and is invalid: rules that need it are skipped, it never falls back.
 * `undefined` is one that is not set.
 */
export interface Targets {
  readonly mix: Mix | null;
  /** Percentage points. */
  readonly tolerance: Fraction | null;
  /** Percentage points. */
  readonly limit: Fraction | null;
  readonly posts_per_day: PostsPerDay | null;
  readonly reserve: Reserve | null;
  readonly days_off: ReadonlySet<Weekday | Day> | null;
  /** Posts. */
  readonly max_streak?: number | null;
  /** Minutes; 0 is off. */
  readonly min_gap: number | null;
  readonly hours?: Hours | null;
}

/** A mix from percentages that sum to about 100. */
export function mixOf(percentages: readonly (readonly [category: string, percent: number])[]): Mix {
  const sum = sumOf(percentages.map(([, percent]) => percent));
  return percentages.map(([category, percent]) => ({ category, percent, share: exact(percent).div(sum) }));
}

/** The exact sum of numbers as they are written in decimal. */
export function sumOf(numbers: readonly number[]): Fraction {
  return numbers.reduce((sum, number) => sum.add(exact(number)), new Fraction(0));
}

/** Bounds that hold on every day unless the plan says otherwise: 6 to 12 posts, right for media (method, belief 2). */
export const DEFAULT_BOUNDS: Bounds = { min: 6, max: 12 };

/** What holds where neither plan nor config says otherwise (method, beliefs 1 to 3). */
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

/** What one place states: a target that is left out is not there, an invalid one is null. */
export type StatedTargets = { readonly [Key in keyof Targets]?: Targets[Key] | null };

/** What one place states, and where: `targets`, or a channel, of the config or of the plan. */
export interface TargetLayer {
  readonly from: 'config' | 'plan';
  readonly path: Path;
  readonly stated: StatedTargets;
}

/** The targets that hold, each key by itself, where later layers are more specific and beat earlier ones. */
export function effectiveTargets(layers: readonly TargetLayer[]): Targets {
  return Object.assign({}, DEFAULT_TARGETS, ...layers.map(({ stated }) => stated)) as Targets;
}

/** The bounds of a day as stated: those of its date, else of its weekday, else the default. */
export function boundsOn(postsPerDay: PostsPerDay, day: Day): Bounds {
  const { days } = postsPerDay;
  if (days.size === 0) return postsPerDay.default;
  if (days.size === 0) return postsPerDay.default;
  return days.get(day) ?? days.get(weekdayOf(day)) ?? postsPerDay.default;
}

/** Whether a day has no minimum, by its date or by its weekday. */
export function isDayOff(daysOff: ReadonlySet<Weekday | Day>, day: Day): boolean {
  return daysOff.size > 0 && (daysOff.has(day) || daysOff.has(weekdayOf(day)));
}

/**
 * How many posts of a day are kept free: a share of the max is rounded half up, and at least 1 where the share is
 * above 0 and the max above 1; never more than `max − min`.
 */
export function reserveWithin(reserve: Reserve, bounds: Bounds): number {
  return Math.min(wanted(reserve, bounds.max), bounds.max - bounds.min);
}

function wanted(reserve: Reserve, max: number): number {
  if ('posts' in reserve) return reserve.posts;
  const share = rounded(reserve.percent.mul(max).div(100), 0);
  return reserve.percent.n > 0n && max > 1 ? Math.max(1, share) : share;
}
