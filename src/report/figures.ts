import type { CategoryCount } from '../analysis/mix-analysis.ts';
import { type Fraction, rounded } from '../exact.ts';

/** The figures for one category of a mix as text: `9`, `45.0 %`, `30 %` and `+15.0 over`. */
interface CategoryFigures {
  readonly count: string;
  readonly share: string;
  readonly target: string;
  /** The variance in percentage points, followed by the verdict if the category is off track. */
  readonly variance: string;
}

/** Returns the figures for a category as text for human-readable reports: `9`, `45.0%`, `30%` and `+15.0 over`. */
export function figuresOf({ count, share, target, variance, verdict }: CategoryCount): CategoryFigures {
  return {
    count: String(count),
    share: `${rounded(share, 1).toFixed(1)}%`,
    target: `${target}%`,
    variance: `${signed(variance)}${verdict === 'on_track' ? '' : ` ${verdict}`}`,
  };
}

/**
 * Returns a variance, in percentage points, with its sign and one decimal: `+10.7`, `-3.0`, or `0.0` without a sign.
 */
export function signed(variance: Fraction): string {
  const points = rounded(variance, 1);
  return `${points > 0 ? '+' : ''}${points.toFixed(1)}`;
}
