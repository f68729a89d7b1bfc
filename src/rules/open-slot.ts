import { plannedPosts, type Rule } from './rule.ts';

export const openSlot: Rule = {
  id: 'open-slot',
  severity: 'off',
  severityWhenReady: 'error',
  summary: 'a slot has neither a title nor a text yet',
  when: `A planned post that goes out has neither a title nor a text. The rule is off unless --ready or the config asks
for it.`,
  why: `While a week is being planned, open slots are what they should be: room. Before it starts, somebody has to decide what
goes into each of them, or leave it to the reserve. Run "cmplan check --ready" to find them.`,
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
    - { time: "09:00", category: branded, status: approved }
`,
  needs: [],
  *check(plan) {
    for (const { path, openSlot: isOpen, date } of plannedPosts(plan)) {
      if (!isOpen) continue;
      const message = 'this slot is still open; give it a title or a text, or delete it';
      yield { place: { path, at: 'value' }, message, date };
    }
  },
};
