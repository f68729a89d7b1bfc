import { UnreadableSchedule } from '../exchange/rows.ts';

/** The most posts that each side of a comparison may have. A post on several channels counts once on each. */
const MOST_POSTS = 200_000;

/**
 * Checks that one side of a comparison does not have too many posts to be compared in a reasonable time.
 *
 * @throws {UnreadableSchedule} when it has more than 200,000
 */
export function refuseTooMany(posts: readonly unknown[]): void {
  if (posts.length <= MOST_POSTS) return;
  throw new UnreadableSchedule('has more than 200,000 posts, counted once on each channel; split the file');
}
