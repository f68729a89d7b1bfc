import type { Accept, Reject } from '../table.ts';

const HEAD = 'week: 2026-W48\ntargets: { posts_per_day: 0-9 }\n';
const HOLD = 'hold: { from: 2026-11-25, to: 2026-11-26, reason: a storm }\n';
const held = (posts: string) => `${HEAD}${HOLD}posts:\n${posts}`;
const thursday = (fields: string) => held(`  thu: [{ category: branded, ${fields} }]\n`);

export const accept: readonly Accept[] = [
  { name: 'an open slot', plan: thursday('status: scheduled') },
  { name: 'what is published', plan: thursday('title: Sale, status: published') },
  { name: 'what is on hold', plan: thursday('title: Sale, status: on_hold') },
  { name: 'what is cancelled', plan: thursday('title: Sale, status: cancelled') },
  { name: 'an unplanned post', plan: thursday('title: What we do now, unplanned: true') },
  {
    name: 'the days before and after',
    plan: held('  tue: { category: branded, title: A }\n  fri: { category: branded, title: B }\n'),
  },
  { name: 'an idea', plan: `${held('')}backlog: [{ category: branded, title: Sale }]\n` },
  {
    name: 'a post where no day is on hold',
    plan: `${HEAD}posts:\n  thu: { category: branded, title: Sale }\n`,
  },
  {
    name: 'a hold with nothing after it',
    plan: `${HEAD}hold:\nposts:\n  thu: { category: branded, title: Sale }\n`,
  },
  {
    name: 'a hold that ends the day before the plan begins',
    plan: `${HEAD}hold: [{ from: 2026-11-01, to: 2026-11-22 }]\nposts:\n  mon: { category: branded, title: Sale }\n`,
  },
  {
    name: 'a post without a valid day',
    besides: ['date'],
    plan: held('  2026-11-31: { category: branded, title: Sale }\n'),
  },
  { name: 'a post where the config sets it off', rules: { hold: 'off' }, plan: thursday('title: Sale') },
  { name: 'a day on hold without posts', plan: held('  thu:\n  wed: []\n') },
];

export const reject: readonly Reject[] = [
  {
    name: 'the first and the last day on hold',
    plan: held(
      '  wed: ⟦{ category: branded, title: Sale }⟧\n  thu:\n    - ⟦{ category: branded, text: Sale! }⟧\n',
    ),
  },
  {
    name: 'every status that goes out, and no other',
    plan: held(`  thu:
    - ⟦{ category: branded, title: A, status: draft }⟧
    - ⟦{ category: branded, title: B, status: in_review }⟧
    - ⟦{ category: branded, title: C, status: approved }⟧
    - ⟦{ category: branded, title: D, status: scheduled }⟧
    - { category: branded, title: E, status: published }
    - { category: branded, title: F, status: on_hold }
    - { category: branded, title: G, status: cancelled }
`),
  },
  {
    name: 'a post in block style',
    plan: held('  thu:\n    - ⟦title: Sale\n      category: branded\n      tags: [black, friday]⟧\n'),
  },
  {
    name: 'a post behind an emoji',
    plan: held('  thu: [{ title: "🌩️🍲", unplanned: true }, ⟦{ title: Sale, category: branded }⟧]\n'),
  },
  {
    name: 'posts that came through an alias, on a day on hold alone',
    plan: `x-sale: &sale { title: Sale, category: branded }\n${held('  tue: *sale\n  wed: ⟦*sale⟧\n  thu: [⟦*sale⟧]\n')}`,
  },
  {
    name: 'a post whose keys came through a merge',
    plan: `x-sale: &sale { title: Sale, category: branded }\n${held('  thu:\n    - ⟦<<: *sale⟧\n')}`,
  },
  {
    name: 'a post in a list, on the later of two holds',
    plan: `${HEAD}hold:
  - { from: 2026-11-01, to: 2026-11-02 }
  - { from: 2026-11-29, to: 2026-12-24 }
posts:
  - { date: sat, title: Sale, category: branded }
  - ⟦date: sun
    title: Sale
    category: branded⟧
`,
  },
  {
    name: 'a post on two channels once',
    plan: `channels: [a, b]\n${held('  thu: ⟦{ channels: [a, b], category: branded, title: Sale }⟧\n')}`,
  },
  {
    name: 'a post on a day that is off as well',
    plan: `week: 2026-W48\ntargets: { days_off: thu }\n${HOLD}posts:\n  thu: ⟦{ category: branded, title: Sale }⟧\n`,
  },
  {
    name: 'a post without a valid category, as far as the rest of it allows',
    besides: ['category'],
    plan: held('  thu: ⟦{ category: nope, title: Sale }⟧\n'),
  },
];
