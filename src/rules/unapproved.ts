import { plannedPosts, type Rule } from './rule.ts';

export const unapproved: Rule = {
  id: 'unapproved',
  severity: 'off',
  severityWhenReady: 'error',
  summary: 'a planned post is still a draft, or in review',
  when: `A planned post that goes out has the status draft, which is the default, or in_review. The rule is off unless
--ready or the config asks for it.`,
  why: `What nobody has approved should not go out. Drafts are fine while a week is being planned; before it starts, run
"cmplan check --ready". A post without a status is a draft.`,
  good: `week: 2026-W48
targets: { posts_per_day: 0-6 }
posts:
  mon:
    - { time: "09:00", category: branded, title: Autumn menu, status: approved }
`,
  bad: `week: 2026-W48
targets: { posts_per_day: 0-6 }
posts:
  mon:
    - { time: "09:00", category: branded, title: Autumn menu, status: in_review }
`,
  needs: [],
  *check(plan) {
    for (const { path, status, hasMistypedStatus, date } of plannedPosts(plan)) {
      if (hasMistypedStatus || (status !== 'draft' && status !== 'in_review')) continue;
      const what = status === 'draft' ? 'a draft' : 'in review';
      const message = `this post is still ${what}; write status: approved once somebody has approved it`;
      yield { place: { path, at: 'value' }, message, date };
    }
  },
};
