import type { Accept, Reject } from '../table.ts';

const week = (posts: string) => `week: 2026-W48\ntargets: { posts_per_day: 0-9 }\nposts:\n${posts}`;

export const accept: readonly Accept[] = [
  { name: 'a post with a title', plan: week('  mon: [{ category: branded, title: Menu }]\n') },
  { name: 'a post with a text alone', plan: week('  mon: [{ category: branded, text: Soup! }]\n') },
  { name: 'a title that is a number', plan: week('  mon: [{ category: branded, title: 0 }]\n') },
  { name: 'a title that is a boolean', plan: week('  mon: [{ category: branded, title: false }]\n') },
  { name: 'an unplanned post without words', plan: week('  mon: [{ unplanned: true }]\n') },
  { name: 'what is cancelled', plan: week('  mon: [{ category: branded, status: cancelled }]\n') },
  { name: 'what is on hold', plan: week('  mon: [{ category: branded, status: on_hold }]\n') },
  { name: 'an idea without words', plan: week('backlog: [{ category: branded }]\n') },
  {
    name: 'a title that came through a merge',
    plan: week('  mon: [{ <<: &p { title: Menu }, category: branded }]\n'),
  },
  { name: 'a day without posts', plan: week('  mon:\n  tue: []\n') },
  {
    name: 'an open slot while the week is being planned',
    ready: false,
    plan: week('  mon: [{ category: branded }]\n'),
  },
  {
    name: 'an open slot where the config sets it off',
    rules: { 'open-slot': 'off' },
    plan: week('  mon: [{ category: branded }]\n'),
  },
  {
    name: 'a mistyped key for the title',
    besides: ['schema'],
    plan: week('  mon: [{ category: branded, titel: Menu }]\n'),
  },
];

export const reject: readonly Reject[] = [
  { name: 'a slot in flow style', plan: week('  mon:\n    - ⟦{ category: branded }⟧ # open\n') },
  {
    name: 'a slot in block style',
    plan: week(
      '  mon:\n    - ⟦time: "09:00"\n      category: branded\n      tags:\n        - soup\n        - autumn⟧\n  tue:\n',
    ),
  },
  {
    name: 'two slots behind an emoji',
    plan: week(
      '  mon: [{ title: "🍲", category: branded }, ⟦{ category: branded }⟧, ⟦{ category: emotional }⟧]\n',
    ),
  },
  { name: 'a title with nothing after it', plan: week('  mon: [⟦{ category: branded, title: }⟧]\n') },
  {
    name: 'a slot that came through an alias',
    plan: `x-slot: &slot { category: branded }\n${week('  mon: [⟦*slot⟧, { title: A, category: branded }]\n  tue:\n    - ⟦*slot⟧\n')}`,
  },
  {
    name: 'a slot whose keys came through a merge',
    plan: `x-slot: &slot { category: branded }\n${week('  mon:\n    - ⟦<<: *slot\n      time: "09:00"⟧\n')}`,
  },
  {
    name: 'the slots of a day that came through an alias',
    plan: `x-day: &day [{ category: branded }]\n${week('  mon: ⟦*day⟧\n  tue: ⟦*day⟧\n')}`,
  },
  {
    name: 'a slot on two channels once',
    plan: 'week: 2026-W48\nchannels: [a, b]\nposts:\n  mon: ⟦{ channels: [a, b], category: branded }⟧\n',
  },
  {
    name: 'a slot in a list, whatever its status',
    plan: 'week: 2026-W48\nposts:\n  - ⟦{ date: mon, category: branded, status: scheduled }⟧\n',
  },
  {
    name: 'an open slot where the config says so, while the week is being planned',
    ready: false,
    rules: { 'open-slot': 'info' },
    severities: ['info'],
    plan: week('  mon: [⟦{ category: branded }⟧]\n'),
  },
];
