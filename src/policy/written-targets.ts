import { rounded } from '../exact.ts';
import type { WrittenValue } from '../yaml/written-values.ts';
import type { Bounds, MixOver, Targets } from './targets.ts';

/** Returns each target as a value to write in a plan; `null` for a target that is invalid or not set. */
export function writtenTargets(targets: Targets): Readonly<Record<keyof Targets, WrittenValue>> {
  const { mix, tolerance, limit, posts_per_day, reserve, days_off, max_streak, min_gap, hours } = targets;
  const { mix_over: over } = targets;
  return {
    mix: mix && Object.fromEntries(mix.map(({ category, percent }) => [category, percent])),
    tolerance: tolerance && rounded(tolerance, DECIMALS),
    limit: limit && rounded(limit, DECIMALS),
    mix_over: over && writtenSpan(over),
    posts_per_day: posts_per_day && writtenByDay(posts_per_day.default, posts_per_day.days),
    reserve: reserve && ('posts' in reserve ? reserve.posts : `${rounded(reserve.percent, DECIMALS)}%`),
    days_off: days_off && [...days_off],
    max_streak: max_streak ?? null,
    min_gap,
    hours: hours ? `${hours.start}-${hours.end}` : null,
  };
}

function writtenSpan(span: MixOver): string {
  if (span === 'none') return span;
  return 'unit' in span ? span.unit : span.since;
}

/** More decimals than anybody writes in a plan. */
const DECIMALS = 9;

function writtenByDay(byDefault: Bounds, days: ReadonlyMap<string, Bounds>): WrittenValue {
  if (days.size === 0) return writtenBounds(byDefault);
  const byName = [...days].map(([day, bounds]) => [day, writtenBounds(bounds)] as const);
  return { default: writtenBounds(byDefault), ...Object.fromEntries(byName) };
}

/** Returns bounds as a value to write in a plan: a text such as `6-12`, or, if min and max are equal, one number. */
export function writtenBounds({ min, max }: Bounds): string | number {
  return min === max ? min : `${min}-${max}`;
}
