import { listed, quoted } from '../text/words.ts';
import type { Rule } from './rule.ts';

/** The most plans that the data of a finding name. */
const MOST_NAMED = 100;

export const overlap: Rule = {
  id: 'overlap',
  severity: 'warning',
  summary: 'an earlier plan of the team already has posts on the same day and channel',
  when: `This plan and another one of the team that comes before it (by its first day, then by its name) both have posts
that go out on the same day and channel: one finding for each plan. A plan with this finding does not count over the
weeks.`,
  why: `Each plan is checked by itself: two plans for one day can each keep to the posts per day and to the reserve, while
the followers get both. It is also how a copy of last week's plan gives itself away when its week has not been changed.`,
  before: `from: 2026-11-16
to: 2026-11-23
targets: { posts_per_day: 0-3 }
posts:
  2026-11-23:
    - { category: emotional, title: Office dog }
`,
  good: `week: 2026-W48
targets: { posts_per_day: 0-3 }
posts:
  tue:
    - { category: functional, title: Five soups }
`,
  bad: `week: 2026-W48
targets: { posts_per_day: 0-3 }
posts:
  mon:
    - { category: functional, title: Five soups }
`,
  needs: [],
  runsAt: (overTime) => overTime !== null,
  *check({ periodPath }, _, { overlaps }) {
    if (overlaps.length === 0) return;
    const plans = listed(overlaps, 'and', quoted);
    const message = `${plans} already ${overlaps.length === 1 ? 'has' : 'have'} posts on a day and channel of this plan; put the posts of each day into one plan, or correct the period of this one`;
    yield {
      place: { path: periodPath, at: 'key' },
      message,
      data: { plans: overlaps.slice(0, MOST_NAMED), count: overlaps.length },
    };
  },
};
