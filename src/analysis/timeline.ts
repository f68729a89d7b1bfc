import type { Post } from '../plan/plan.ts';
import { byText } from '../text/words.ts';

/** A post that has both a valid day and a valid time. */
export type TimedPost = Post & { readonly date: string; readonly time: string };

/**
 * Returns a string by which to sort posts into the order in which they go out: `2026-11-23 09:00`, or `2026-11-23 last`
 * for a post without a time, which comes last on its day.
 */
export function timeKey({
  date,
  time,
}: {
  readonly date: string | null;
  readonly time: string | null;
}): string {
  return `${date} ${time ?? 'last'}`;
}

/**
 * Returns the posts sorted by day and time. Posts without a time come last on their day; posts with the same day and
 * time keep their order.
 */
export function inOrderOfTime(posts: readonly Post[]): readonly Post[] {
  const keyed = posts.map((post) => ({ post, key: timeKey(post) }));
  return keyed.sort((a, b) => byText(a.key, b.key)).map(({ post }) => post);
}

/** Returns the posts that have both a day and a time, in the order of `posts`. */
export function timed(posts: readonly Post[]): readonly TimedPost[] {
  return posts.filter((post): post is TimedPost => post.date !== null && post.time !== null);
}
