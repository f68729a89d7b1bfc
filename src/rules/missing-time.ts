import { plannedPosts, type Rule } from './rule.ts';

export const missingTime: Rule = {
  id: 'missing-time',
  severity: 'off',
  severityWhenReady: 'error',
  summary: 'a planned post has no time yet',
  when: `A planned post that goes out has no time (an impossible time is a finding of "schema"). The rule is off unless
--ready or the config asks for it.`,
  why: `A post without a time is sent whenever somebody remembers it, and the checks for gaps and streaks cannot see it. That
is fine while a week is being planned; before it starts, run "cmplan check --ready".`,
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
    - { category: branded, title: Autumn menu, status: approved }
`,
  needs: [],
  *check(plan) {
    for (const { path, statesTime, date } of plannedPosts(plan)) {
      if (statesTime) continue;
      const message = 'this post has no time; add one, such as time: "09:30"';
      yield { place: { path, at: 'value' }, message, date };
    }
  },
};
