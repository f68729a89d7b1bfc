import type { CategoryCount } from '../../analysis/mix-analysis.ts';
import type { ChannelDrift } from '../../drift/drift-model.ts';
import { figuresOf, signed } from '../figures.ts';

/** The text of a table about the mix of a channel: one row for each category, and a last row for the sums. */
export interface Budget {
  /** The headings of the columns. The first is the name of the channel. */
  readonly head: readonly string[];
  /** The cells of each row, one for each heading. */
  readonly rows: readonly (readonly string[])[];
  /** The verdict for each row: whether the category is on track. The row for the sums is always `on_track`. */
  readonly verdicts: readonly CategoryCount['verdict'][];
}

const HEAD = ['planned', 'scheduled', 'share', 'target', 'variance'];

/**
 * Returns a table with the number of planned posts, the scheduled posts and the target of each category of a channel.
 * If posts were added, one more column counts the scheduled posts together with the added ones. Returns `null` if the
 * target `mix` or `tolerance` is invalid.
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
