import { spokenDay } from '../dates.ts';
import { goesOut } from '../plan/model.ts';
import { brief } from '../words.ts';
import type { Rule } from './rule.ts';

export const hold: Rule = {
  id: 'hold',
  severity: 'error',
  summary: 'a planned post would still go out on a day on hold',
  why: `In a crisis people expect openness at once; nothing is worse than carrying on as if nothing had happened. "hold"
names the days on which nothing planned should go out. What you say about the crisis is unplanned, and goes out; open
slots and posts that are already published are left alone.`,
  good: `week: 2026-W48
targets: { posts_per_day: 0-2 }
hold: { from: 2026-11-26, to: 2026-11-26, reason: a day of mourning }
posts:
  thu:
    - { category: branded, title: Black Friday, status: on_hold }
    - { title: What happened and what we do, unplanned: true }
`,
  bad: `week: 2026-W48
targets: { posts_per_day: 0-2 }
hold: { from: 2026-11-26, to: 2026-11-26, reason: a day of mourning }
posts:
  thu:
    - { category: branded, title: Black Friday }
`,
  needs: [],
  *check(plan) {
    if (plan.hold.size === 0) return;
    for (const post of plan.posts) {
      if (post.date === null || post.unplanned || post.openSlot) continue;
      if (!goesOut(post) || post.status === 'published') continue;
      const span = plan.hold.get(post.date);
      if (span === undefined) continue;
      const why = span.reason === null ? '' : ` (${brief(span.reason)})`;
      yield {
        place: { path: post.path, at: 'value' },
        message: `this planned post would go out on ${spokenDay(post.date)}, a day on hold${why}; set status: on_hold, or move it`,
        date: post.date,
      };
    }
  },
};
