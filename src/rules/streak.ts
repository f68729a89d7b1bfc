import { longestStreak } from '../analysis/spread.ts';
import { timed } from '../analysis/timeline.ts';
import { spokenDay } from '../dates.ts';
import type { Post } from '../plan/plan.ts';
import { brief } from '../text/words.ts';
import { channelsOf, type Rule } from './rule.ts';

export const streak: Rule = {
  id: 'streak',
  severity: 'info',
  summary: 'too many posts of one category go out in a row on a channel',
  when: `More than "max_streak" posts of one category follow one another on a channel: posts with a time that go out,
over the whole period. One finding for each streak, at the first post beyond the limit. Without "max_streak"
the limit depends on the share of the category and is at least 3; a category that is the whole mix has none.`,
  why: `A feed of nothing but news is dull: nobody reads it but its author. The same goes for a feed that tells jokes for
two days and sells for the next two, however good its mix is. "max_streak" says how many posts of one category may go
out in a row; without it, as many as in a week whose categories are spread evenly, and at least three.`,
  good: `week: 2026-W48
targets: { posts_per_day: 0-6, max_streak: 2 }
posts:
  mon:
    - { time: "09:00", category: branded, title: Autumn menu }
    - { time: "11:00", category: emotional, title: Office dog }
    - { time: "13:00", category: functional, title: Five soups }
`,
  bad: `week: 2026-W48
targets: { posts_per_day: 0-6, max_streak: 2 }
posts:
  mon:
    - { time: "09:00", category: emotional, title: Office dog }
    - { time: "11:00", category: emotional, title: Guess the spice }
    - { time: "13:00", category: emotional, title: The cook sings }
`,
  needs: ['mix', 'max_streak'],
  *check(plan, analysis) {
    for (const { targets, numbers } of channelsOf(plan, analysis)) {
      const { mix, max_streak: stated } = targets;
      if (mix === null || stated === null) continue;
      const limits = new Map(mix.map((part) => [part.category, stated ?? longestStreak(part, mix)]));
      const { channel } = numbers;
      for (const [category, posts] of runs(timed(numbers.timeline), channel)) {
        const limit = limits.get(category) ?? Number.POSITIVE_INFINITY;
        const [first] = posts;
        const beyond = posts[limit];
        if (first === undefined || beyond === undefined) continue;
        const count = `${posts.length} ${brief(category)} posts go out in a row, starting on ${whenOf(first)}`;
        const message = `${count}, but at most ${limit} should; swap this post with one of another category`;
        const place = { path: beyond.path, at: 'value' } as const;
        yield { place, message, channel, date: beyond.date, data: { category, posts: posts.length, limit } };
      }
    }
  },
};

/**
 * Divides posts into runs: the longest stretches with one category. Posts without a valid category are skipped, and do
 * not end a run.
 */
function runs(
  posts: readonly Post[],
  channel: string,
): readonly (readonly [category: string, posts: readonly Post[]])[] {
  const found: [category: string, posts: Post[]][] = [];
  for (const post of posts) {
    const category = post.categories.get(channel);
    if (category === undefined) continue;
    const last = found.at(-1);
    if (last?.[0] === category) last[1].push(post);
    else found.push([category, [post]]);
  }
  return found;
}

function whenOf({ date, time }: Post): string {
  return `${spokenDay(date ?? '')} at ${time}`;
}
