import { UnreadableSchedule } from '../exchange/rows.ts';

/** The most posts that each side of a comparison may have. A post on several channels counts once on each. */
const MOST_POSTS = 100_000;

/**
 * Checks that the plan or the schedule is not too large to be compared in a reasonable time.
 *
 * @param posts - the posts of the plan or of the schedule; a post on two channels is in the list twice
 * @throws {UnreadableSchedule} if there are more than 100,000 posts
 */
export function refuseTooMany(posts: readonly unknown[]): void {
  if (posts.length <= MOST_POSTS) return;
  throw new UnreadableSchedule('has more than 100,000 posts, counted once on each channel; split the file');
}
