import type { CategoryCount } from '../../analysis/mix-analysis.ts';
import type { ChannelDrift } from '../../drift/drift-model.ts';
import { figuresOf, signed } from '../figures.ts';

/** The mix of a channel as a table of strings: one row for each category, and a last row for the sum. */
export interface Budget {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The verdict on each row. The row for the sum is always on track. */
  readonly verdicts: readonly CategoryCount['verdict'][];
}

const HEAD = ['planned', 'scheduled', 'share', 'target', 'variance'];

/**
 * Returns a table that compares, for each category of a channel, the planned posts, the scheduled posts and the target.
 * If posts were added, a further column includes them.
 *
 * @returns null if the mix could not be measured
 */
export function budgetOf({ channel, planned, mix, mixWithAdded }: ChannelDrift): Budget | null {
  if (mix === null || mixWithAdded === null) return null;
  const hasAdded = mixWithAdded.counted > mix.counted;
  const rows = mix.categories.map((category, index) => {
    const withAdded = mixWithAdded.categories[index];
    const { count, share, target, variance } = figuresOf(category);
    return [
      category.category,
      String(planned.get(category.category) ?? 0),
      count,
      share,
      target,
      variance,
      ...(hasAdded && withAdded !== undefined ? [`${withAdded.count} (${signed(withAdded.variance)})`] : []),
    ];
  });
  const sum = [...planned.values()].reduce((total, count) => total + count, 0);
  const all = ['all', String(sum), String(mix.counted), '', '', ''];
  return {
    head: [channel, ...HEAD, ...(hasAdded ? ['with added'] : [])],
    rows: [...rows, hasAdded ? [...all, String(mixWithAdded.counted)] : all],
    verdicts: [...mix.categories.map(({ verdict }) => verdict), 'on_track'],
  };
}
