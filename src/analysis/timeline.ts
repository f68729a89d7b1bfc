import type { Post } from '../plan/plan.ts';
import { byText } from '../text/words.ts';

/** A post with a day and a time. */
export type TimedPost = Post & { readonly date: string; readonly time: string };

/**
 * The sort key of a post. Sorting posts by their keys, as strings, puts them into the order in which they go out: by
 * day and time, and within a day those without a time last.
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
 * Sorts posts into the order in which they go out: by day and time. Within a day, posts without a time come last. Posts
 * with the same day and time keep their order.
 */
export function inOrderOfTime(posts: readonly Post[]): readonly Post[] {
  const keyed = posts.map((post) => ({ post, key: timeKey(post) }));
  return keyed.sort((a, b) => byText(a.key, b.key)).map(({ post }) => post);
}

/** The posts that have both a day and a time, in the given order. */
export function timed(posts: readonly Post[]): readonly TimedPost[] {
  return posts.filter((post): post is TimedPost => post.date !== null && post.time !== null);
}
