import { UnreadableSchedule } from '../exchange/rows.ts';

/** A post on several channels counts once on each; a comparison may have this many on either side. */
const MOST_POSTS = 200_000;

/** @throws {UnreadableSchedule} where a side has so many posts that a comparison would take too long */
export function refuseTooMany(posts: readonly unknown[]): void {
  if (posts.length <= MOST_POSTS) return;
  throw new UnreadableSchedule('has more than 200,000 posts, counted once on each channel; split it');
}
