import type { SeriesAnalysis } from '../analysis/series.ts';
import { spokenDay } from '../dates.ts';
import { rounded } from '../exact.ts';
import { counted } from '../text/words.ts';

/**
 * Returns in a few words how the combined mix of a channel's plans compares with the targets: `since Mon 28 Sep: 60
 * posts, 9 functional short`, or `since Mon 28 Sep: 60 posts, on track`.
 *
 * @param series - the figures for the plans that are counted together
 * @param show - returns the name of a category as the report shows it
 */
export function standing(series: SeriesAnalysis, show: (name: string) => string): string {
  const { from, counted: all } = series;
  return `since ${spokenDay(from)}: ${counted(all, 'post')}, ${shortfalls(series, show)}`;
}

/**
 * Returns in words which categories have too many or too few posts in all plans together: `6 branded too many, 9
 * functional short`. If there is no such category, returns `on track`, `less than two posts off`, or `only one plan
 * with posts`.
 *
 * @param show - returns the name of a category as the report shows it
 */
export function shortfalls(
  { off, categories, countedPlans }: SeriesAnalysis,
  show: (name: string) => string,
): string {
  const said = off.map(({ category, count, quota, verdict }) => {
    const posts = rounded(quota.sub(count).abs(), 1);
    return `${posts} ${show(category)} ${verdict === 'over' ? 'too many' : 'short'}`;
  });
  if (said.length > 0) return said.join(', ');
  if (countedPlans < 2) return 'only one plan with posts';
  const isOnTrack = categories.every(({ verdict }) => verdict === 'on_track');
  return isOnTrack ? 'on track' : 'less than two posts off';
}
