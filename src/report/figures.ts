import type { CategoryCount } from '../analysis/mix-analysis.ts';
import { type Fraction, rounded } from '../exact.ts';

/** The figures for a category as texts for people. */
export interface CategoryFigures {
  readonly count: string;
  readonly share: string;
  readonly target: string;
  /** The variance, followed by the verdict when the category is off track. */
  readonly variance: string;
}

/** The figures for a category in the form used in every report for people. */
export function figuresOf({ count, share, target, variance, verdict }: CategoryCount): CategoryFigures {
  return {
    count: String(count),
    share: `${rounded(share, 1).toFixed(1)} %`,
    target: `${target} %`,
    variance: `${signed(variance)}${verdict === 'on_track' ? '' : ` ${verdict}`}`,
  };
}

/** A variance (how far a share is from its target, in percentage points) with sign and one decimal: `+10.7`. */
export function signed(variance: Fraction): string {
  const points = rounded(variance, 1);
  return `${points > 0 ? '+' : ''}${points.toFixed(1)}`;
}
