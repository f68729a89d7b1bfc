import type { DayAnalysis } from '../analysis/verdict.ts';
import { spokenDay } from '../dates.ts';
import { exact } from '../exact.ts';
import type { Channel } from '../plan/plan.ts';
import type { Bounds, Reserve } from '../policy/targets.ts';
import { writtenBounds } from '../policy/written-targets.ts';

/**
 * The number of planned posts that the user wants on each day (`--per-day`). The other fields help to give advice if
 * the targets of a day do not allow this number.
 */
export interface PerDayWish {
  /** The number of planned posts on each day of each channel. */
  readonly posts: number;
  /** Returns where a target of a channel is set, such as `cmplan.config.yaml:7`; `null` if the default applies. */
  readonly placeOf: (channel: Channel, target: 'posts_per_day' | 'reserve') => string | null;
  /** The name of the team's config; `null` if there is none. */
  readonly config: string | null;
}

/**
 * Returns the fewest and the most planned posts that a day allows. The most is the day's maximum less the reserve,
 * which is kept free for unplanned posts.
 */
export function fitsInto({ min, max, reserve }: DayAnalysis): Bounds {
  return { min, max: max - (reserve ?? 0) };
}

/**
 * Returns the message for a day whose targets do not allow the number of posts that the user wants: why they do not,
 * and which setting to change.
 */
export function misfit(wish: PerDayWish, day: DayAnalysis, channel: Channel): string {
  const { posts } = wish;
  const { min, max } = fitsInto(day);
  const what = `${posts} is too ${posts < min ? 'few' : 'many'} for ${spokenDay(day.date)}`;
  const fits = min === max ? `exactly ${min}` : `${min} to ${max}`;
  const why = `posts_per_day: ${writtenBounds(day)}, reserve: ${day.reserve ?? 0}`;
  const changes = [...changeOfBounds(wish, day, channel), ...changeOfReserve(wish, day, channel)];
  return `--per-day: ${what}, where ${fits} can be planned (${why}); write a number that fits, leave out --per-day, or ${changes.join(', or ')}`;
}

/**
 * Returns advice on changing the bounds, as a list of one text; empty if no bounds would help, because the reserve is
 * 100 %.
 */
function changeOfBounds(wish: PerDayWish, day: DayAnalysis, channel: Channel): readonly string[] {
  const { posts, placeOf, config } = wish;
  const { posts_per_day: stated, reserve } = channel.targets;
  const most = posts < day.min ? day.max : leastMax(posts, reserve);
  if (most === null) return [];
  const bounds = { min: Math.min(day.min, posts), max: Math.max(day.max, most) };
  const place = placeOf(channel, 'posts_per_day');
  if (place === null) {
    const where =
      config === null
        ? `write targets: { posts_per_day: ${writtenBounds(bounds)} } in a cmplan.config.yaml`
        : `write posts_per_day: ${writtenBounds(bounds)} below targets: in ${config}`;
    return [`${where}, because ${writtenBounds(day)} is only the default`];
  }
  const ofDay = (stated?.days.size ?? 0) > 0 ? ` for ${spokenDay(day.date)}` : '';
  return [`change posts_per_day in ${place} to ${writtenBounds(bounds)}${ofDay}`];
}

/**
 * Returns advice on changing the reserve, as a list of one text; empty unless the reserve is too large and is not just
 * the default.
 */
function changeOfReserve(wish: PerDayWish, day: DayAnalysis, channel: Channel): readonly string[] {
  const { posts, placeOf } = wish;
  const place = placeOf(channel, 'reserve');
  const isInTheWay = posts <= day.max || leastMax(posts, channel.targets.reserve) === null;
  if (posts <= fitsInto(day).max || !isInTheWay || place === null) return [];
  return [`change reserve in ${place} to ${Math.max(0, day.max - posts)}`];
}

/** Returns the smallest `max` whose reserve leaves room for `posts` planned posts; null if the reserve is 100 %. */
function leastMax(posts: number, reserve: Reserve | null): number | null {
  if (reserve === null) return posts;
  if ('posts' in reserve) return posts + reserve.posts;
  const planned = exact(100).sub(reserve.percent);
  return planned.n === 0n ? null : exact(posts).mul(100).div(planned).ceil();
}
