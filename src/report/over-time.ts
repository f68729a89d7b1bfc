import type { SeriesAnalysis } from '../analysis/series.ts';
import { spokenDay } from '../dates.ts';
import { rounded } from '../exact.ts';
import { counted } from '../text/words.ts';

/**
 * Says in a few words how a channel stands over the weeks: `since Mon 28 Sep: 60 posts, 9 functional short`, or
 * `since Mon 28 Sep: 60 posts, on track`.
 *
 * @param show - returns the name of a category as the report shows it
 */
export function standing(series: SeriesAnalysis, show: (name: string) => string): string {
  const { from, counted: all } = series;
  return `since ${spokenDay(from)}: ${counted(all, 'post')}, ${shortfalls(series, show)}`;
}

/**
 * Says which categories have too many or too few posts over the weeks: `6 branded too many, 9 functional short`. If none
 * is two posts off, says so: `on track`, or `less than two posts off`.
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
