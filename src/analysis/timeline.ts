import type { Post } from '../plan/plan.ts';
import { byText } from '../text/words.ts';

/** A post with its day and time. */
export type TimedPost = Post & { readonly date: string; readonly time: string };

/** A text that sorts as posts go out: by day and time, within a day those without a time last. */
export function timeKey({
  date,
  time,
}: {
  readonly date: string | null;
  readonly time: string | null;
}): string {
  return `${date} ${time ?? 'last'}`;
}

/** Posts in the order in which they go out: by day and time, those without a time last in their day, else as in the file. */
export function inOrderOfTime(posts: readonly Post[]): readonly Post[] {
  const keyed = posts.map((post) => ({ post, key: timeKey(post) }));
  return keyed.sort((a, b) => byText(a.key, b.key)).map(({ post }) => post);
}

/** Of posts those with a day and a time. */
export function timed(posts: readonly Post[]): readonly TimedPost[] {
  return posts.filter((post): post is TimedPost => post.date !== null && post.time !== null);
}
