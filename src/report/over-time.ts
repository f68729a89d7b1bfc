import type { SeriesAnalysis } from '../analysis/series.ts';
import { spokenDay } from '../dates.ts';
import { rounded } from '../exact.ts';
import { counted } from '../text/words.ts';

/**
 * Says in a few words how a channel stands over the weeks: "since Mon 28 Sep: 60 posts, 9 functional short", or "…, on
 * track".
 *
 * @param show - returns the name of a category as the report shows it
 */
export function standing(
  { from, counted: all, off }: SeriesAnalysis,
  show: (name: string) => string,
): string {
  const said = off.map(({ category, count, quota, verdict }) => {
    const posts = rounded(quota.sub(count).abs(), 1);
    return `${posts} ${show(category)} ${verdict === 'over' ? 'too many' : 'short'}`;
  });
  const words = said.length === 0 ? ['on track'] : said;
  return `since ${spokenDay(from)}: ${[counted(all, 'post'), ...words].join(', ')}`;
}
