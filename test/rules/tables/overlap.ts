import type { Accept, Reject } from '../table.ts';

const SUNDAY = `from: 2026-11-16
to: 2026-11-23
posts:
  2026-11-22: { category: branded }
  2026-11-23: { category: branded }
`;
const FACEBOOK = `week: 2026-W48
channels: facebook
posts:
  mon: { category: branded }
`;
const LATER = `week: 2026-W49
posts:
  mon: { category: branded }
`;
const week = (posts: string, head = 'week: 2026-W48\n') => `${head}posts:\n${posts}`;
const MONDAY = '  mon: { category: branded }\n';

export const accept: readonly Accept[] = [
  { name: 'a plan by itself', plan: week(MONDAY), others: [] },
  {
    name: 'another plan of these days that has no post on any of them',
    plan: week('  tue: { category: branded }\n'),
    others: [SUNDAY],
  },
  { name: 'a plan on another channel', plan: week(MONDAY), others: [FACEBOOK] },
  { name: 'plans that come after this one', plan: week(MONDAY), others: [LATER] },
  {
    name: 'posts that do not go out',
    plan: week('  mon: { category: branded, status: cancelled }\n'),
    others: [SUNDAY],
  },
  { name: 'posts that a hold suspends', plan: week(MONDAY, 'week: 2026-W48\nhold: mon\n'), others: [SUNDAY] },
  { name: 'another file that is no plan', plan: week(MONDAY), others: ['a: 1\n', 'week: 2026-W48\n', '- {'] },
  {
    name: 'an overlap where the config sets it off',
    rules: { overlap: 'off' },
    plan: week(MONDAY),
    others: [SUNDAY],
  },
];

export const reject: readonly Reject[] = [
  { name: 'a day that an earlier plan has', plan: week(MONDAY, '⟦week⟧: 2026-W48\n'), others: [SUNDAY] },
  {
    name: 'a plan with a span of its own, in braces, behind an emoji',
    plan: '{ x-a: "🍲", ⟦from⟧: 2026-11-23, to: 2026-11-24, posts: { 2026-11-23: { category: branded } } }\n',
    others: [SUNDAY],
  },
  {
    name: 'one of two channels, in another order of keys',
    plan: 'posts:\n  mon: { category: branded, channels: [facebook, telegram] }\nchannels: [telegram, facebook]\n⟦week⟧: 2026-W48\n',
    others: [FACEBOOK],
  },
  {
    name: 'a key that is an alias',
    plan: 'x-key: &key week\n⟦*key⟧ : 2026-W48\nposts:\n  mon: { category: branded }\n',
    others: [SUNDAY],
  },
  { name: 'two plans at once', plan: week(MONDAY, '⟦week⟧: 2026-W48\n'), others: [SUNDAY, week(MONDAY)] },
  {
    name: 'unplanned posts and open slots',
    plan: week('  mon: { title: Snow, unplanned: true }\n', '⟦week⟧: 2026-W48\n'),
    others: [week('  mon: { category: emotional }\n')],
  },
];
