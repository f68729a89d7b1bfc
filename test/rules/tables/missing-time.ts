import type { Accept, Reject } from '../table.ts';

const week = (posts: string) => `week: 2026-W48\ntargets: { posts_per_day: 0-9 }\nposts:\n${posts}`;

export const accept: readonly Accept[] = [
  { name: 'the first minute of a day', plan: week('  mon: [{ time: "00:00", category: branded }]\n') },
  { name: 'the last minute of a day', plan: week('  mon: [{ time: 23:59, category: branded }]\n') },
  { name: 'an hour of one digit', plan: week('  mon: [{ time: 9:30, category: branded }]\n') },
  {
    name: 'an invalid time, which has had its finding',
    besides: ['schema'],
    plan: week('  mon: [{ time: "24:00", category: branded }]\n'),
  },
  { name: 'an unplanned post', plan: week('  mon: [{ unplanned: true, title: Power cut }]\n') },
  { name: 'what is cancelled', plan: week('  mon: [{ category: branded, status: cancelled }]\n') },
  { name: 'what is on hold', plan: week('  mon: [{ category: branded, status: on_hold }]\n') },
  { name: 'an idea', plan: week('backlog: [{ category: branded, title: Dog }]\n') },
  {
    name: 'a time that came through a merge',
    plan: week('  mon: [{ <<: { time: "09:00" }, category: branded }]\n'),
  },
  {
    name: 'a post without time while the week is being planned',
    ready: false,
    plan: week('  mon: [{ category: branded, title: Menu }]\n'),
  },
  {
    name: 'a post without time where the config sets it off',
    rules: { 'missing-time': 'off' },
    plan: week('  mon: [{ category: branded, title: Menu }]\n'),
  },
  {
    name: 'a mistyped key for the time',
    besides: ['schema'],
    plan: week('  mon: [{ category: branded, tiem: 9:00 }]\n'),
  },
];

export const reject: readonly Reject[] = [
  { name: 'a post in flow style', plan: week('  mon:\n    - ⟦{ category: branded, title: Menu }⟧\n') },
  {
    name: 'a post in block style that ends with words over lines',
    plan: week('  mon:\n    - ⟦category: branded\n      text: |\n        One.\n        Two.⟧\n\n  tue:\n'),
  },
  {
    name: 'two posts behind an emoji',
    plan: week(
      '  mon: [{ time: "09:00", title: "🍲", category: branded }, ⟦{ title: A, category: branded }⟧, ⟦{ title: B, category: branded }⟧]\n',
    ),
  },
  { name: 'a time with nothing after it', plan: week('  mon: [⟦{ time: , category: branded }⟧]\n') },
  { name: 'an open slot', plan: week('  mon: ⟦{ category: branded }⟧\n') },
  {
    name: 'a post that came through an alias',
    plan: `x-post: &post { category: branded, title: Menu }\n${week('  mon: [⟦*post⟧]\n  tue:\n    - ⟦*post⟧\n')}`,
  },
  {
    name: 'a post whose keys came through a merge',
    plan: `x-post: &post { category: branded }\n${week('  mon:\n    - ⟦title: Menu\n      <<: *post⟧\n')}`,
  },
  {
    name: 'the posts of a plan that came through an alias',
    plan: 'week: 2026-W48\nx-posts: &posts { mon: { category: branded } }\nposts: ⟦*posts⟧\n',
  },
  {
    name: 'a post on two channels once',
    plan: 'week: 2026-W48\nchannels: [a, b]\nposts:\n  mon: ⟦{ channels: [a, b], category: branded }⟧\n',
  },
  {
    name: 'posts in a list, where the config says so while the week is being planned',
    ready: false,
    rules: { 'missing-time': 'warning' },
    severities: ['warning', 'warning'],
    plan: 'week: 2026-W48\nposts:\n  - ⟦{ date: mon, category: branded }⟧\n  - ⟦date: 2026-11-29\n    category: branded⟧\n',
  },
];
