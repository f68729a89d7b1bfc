import { goesOut } from '../plan/plan.ts';
import { brief, quoted } from '../text/words.ts';
import type { Rule } from './rule.ts';

export const formatCategory: Rule = {
  id: 'format-category',
  severity: 'warning',
  summary: 'a post names a different category from the one that its format implies',
  when: `A post that goes out names a category other than the one that its format implies. A format implies its category
only on a channel whose mix has that category.`,
  why: `A format such as "joke" or "promo" says what part of the mix a post belongs to. If the post says something
else, one of the two is a slip, and the mix is miscounted. If your team sees a format differently, say so once in the
config, under "formats".`,
  good: `week: 2026-W48
targets: { posts_per_day: 0-6 }
posts:
  mon:
    - { category: emotional, format: contest, title: Guess the spice }
    - { format: promo, title: Lunch offer }
`,
  bad: `week: 2026-W48
targets: { posts_per_day: 0-6 }
posts:
  mon:
    - { category: functional, format: contest, title: Guess the spice }
`,
  needs: ['mix'],
  *check(plan) {
    for (const post of plan.posts) {
      if (!post.namesCategory || post.format === null || !goesOut(post)) continue;
      const differing = post.channels.find((channel) => {
        const implied = post.impliedCategories.get(channel);
        const named = post.categories.get(channel);
        return implied !== undefined && named !== undefined && implied !== named;
      });
      if (differing === undefined) continue;
      const named = brief(post.categories.get(differing) ?? '');
      const implied = brief(post.impliedCategories.get(differing) ?? '');
      yield {
        place: { path: [...post.path, 'category'], at: 'value' },
        message: `the format ${quoted(post.format)} implies the category ${quoted(implied)}, but this post says ${quoted(named)}; write category: ${implied}, or choose another format`,
        date: post.date,
        data: { named, implied },
      };
    }
  },
};
