import type { Accept, Reject } from '../table.ts';

const HEAD = 'week: 2026-W48\n';
const posts = (branded: number, functional: number, emotional: number, fields = '') =>
  [...counted(branded, 'branded'), ...counted(functional, 'functional'), ...counted(emotional, 'emotional')]
    .map((category) => `    - { category: ${category}${fields} }\n`)
    .join('');
const counted = (count: number, category: string) => Array.from({ length: count }, () => category);
const week = (branded: number, functional: number, emotional: number, head = HEAD) =>
  `${head}posts:\n  mon:\n${posts(branded, functional, emotional)}`;
const rejected = (branded: number, functional: number, emotional: number, head = HEAD) =>
  week(branded, functional, emotional, head).replace('posts:\n', '⟦posts⟧:\n');

/** The posts of two days, of which Friday is on hold. */
const withHold = (thursday: string, friday: string, key = 'posts') =>
  `${HEAD}hold: fri\n${key}:\n  thu:\n${thursday}  fri:\n${friday}`;

export const accept: readonly Accept[] = [
  {
    name: 'a mix that only a hold puts off track',
    plan: withHold(posts(3, 0, 0), posts(0, 3, 3)),
  },
  { name: 'no posts', plan: `${HEAD}posts:\n` },
  { name: 'one post', plan: week(1, 0, 0) },
  { name: 'two posts that are each within one of their quota', plan: week(1, 0, 1) },
  { name: '6 / 7 / 7, the quotas themselves', plan: week(6, 7, 7) },
  { name: '7 / 7 / 6, as far off as the tolerance', plan: week(7, 7, 6) },
  { name: 'a variance beyond the tolerance that no whole number of posts avoids', plan: week(1, 1, 1) },
  { name: 'a count less than one off its quota, rounded either way', plan: week(2, 2, 3) },
  { name: 'a wide tolerance', plan: week(10, 5, 5, `${HEAD}targets: { tolerance: 20 }\n`) },
  {
    name: 'a wide tolerance above a limit',
    plan: week(10, 5, 5, `${HEAD}targets: { tolerance: 20, limit: 1 }\n`),
  },
  {
    name: 'a mix of its own',
    plan: week(0, 6, 6, `${HEAD}targets: { mix: { functional: 50, emotional: 50 } }\n`),
  },
  {
    name: 'a mix in thirds',
    plan: week(
      4,
      4,
      4,
      `${HEAD}targets: { tolerance: 0, mix: { branded: 33.33, functional: 33.33, emotional: 33.34 } }\n`,
    ),
  },
  { name: 'unplanned posts', plan: `${HEAD}posts:\n  mon:\n${posts(4, 0, 0, ', unplanned: true')}` },
  { name: 'what is cancelled', plan: `${HEAD}posts:\n  mon:\n${posts(4, 0, 0, ', status: cancelled')}` },
  { name: 'what is on hold', plan: `${HEAD}posts:\n  mon:\n${posts(4, 0, 0, ', status: on_hold')}` },
  { name: 'ideas', plan: `${HEAD}posts:\nbacklog:\n${posts(4, 0, 0)}` },
  {
    name: 'posts of a channel that is not there',
    besides: ['channel'],
    plan: `${HEAD}channels: [a, b]\nposts:\n  mon:\n${posts(4, 0, 0)}`,
  },
  {
    name: 'posts without a valid day or category',
    besides: ['date', 'category'],
    plan: `${HEAD}posts:\n  never:\n${posts(4, 0, 0)}  mon:\n${posts(2, 0, 0).replaceAll('branded', 'nope')}`,
  },
  {
    name: 'an invalid mix',
    besides: ['schema'],
    plan: week(4, 0, 0, `${HEAD}targets: { mix: { branded: 100 } }\n`),
  },
  {
    name: 'an invalid tolerance',
    besides: ['schema'],
    plan: week(4, 0, 0, `${HEAD}targets: { tolerance: -5 }\n`),
  },
  { name: 'an invalid limit', besides: ['schema'], plan: week(4, 0, 0, `${HEAD}targets: { limit: 15% }\n`) },
  { name: 'a mix where the config sets it off', rules: { mix: 'off' }, plan: week(4, 0, 0) },
];

export const reject: readonly Reject[] = [
  {
    name: 'a mix that is off track with a hold and without it, no more than without it',
    plan: withHold(posts(5, 0, 0), posts(0, 4, 2), '⟦posts⟧'),
    severities: ['warning'],
  },
  {
    name: 'a mix that is far off with a hold and without it',
    plan: withHold(posts(5, 0, 0), posts(1, 0, 0), '⟦posts⟧'),
    severities: ['error'],
  },
  { name: '9 / 7 / 4, as far off as the limit', plan: rejected(9, 7, 4) },
  { name: '10 / 7 / 4, further off than the limit', severities: ['error'], plan: rejected(10, 7, 4) },
  { name: '2 / 0 / 0, further off than the limit by less than two posts', plan: rejected(2, 0, 0) },
  { name: '3 / 0 / 2, three quarters off by less than two posts', plan: rejected(3, 0, 2) },
  { name: '5 / 2 / 3, two posts off to the hundredth', severities: ['error'], plan: rejected(5, 2, 3) },
  { name: '3 / 7 / 10, one point beyond the tolerance', plan: rejected(3, 7, 10) },
  {
    name: 'a limit below the tolerance, as if it were the tolerance',
    severities: ['error'],
    plan: rejected(10, 3, 7, `${HEAD}targets: { tolerance: 15, limit: 5 }\n`),
  },
  {
    name: 'a limit below the tolerance, and a category off by less than two posts',
    severities: ['warning'],
    plan: rejected(2, 0, 0, `${HEAD}targets: { tolerance: 15, limit: 5 }\n`),
  },
  {
    name: 'a category that should have nothing',
    severities: ['error'],
    plan: rejected(2, 0, 2, `${HEAD}targets: { mix: { branded: 0, functional: 0, emotional: 100 } }\n`),
  },
  {
    name: 'posts behind an emoji, in flow style, with formats for categories',
    severities: ['error'],
    plan: '{ title: "🍲", week: 2026-W48, ⟦posts⟧: { mon: [{ format: promo }, { format: promo }, { format: promo }, { format: promo }] } }\n',
  },
  {
    name: 'two channels',
    channels: ['a', 'b'],
    severities: ['error', 'warning'],
    plan: `${HEAD}channels: [a, b]
⟦⟦posts⟧⟧:
  - { date: mon, category: branded, channels: [a, b] }
  - { date: tue, category: branded, channels: [b, a], status: published }
  - { date: wed, category: branded, channel: a }
  - { date: wed, category: branded, channel: a }
`,
  },
  {
    name: 'the one channel of two whose mix is another',
    channels: ['b'],
    plan: `${HEAD}channels: { a: { mix: { branded: 50, functional: 50 } }, b: }
⟦posts⟧:
  mon: [{ category: branded, channels: [a, b] }, { category: functional, channels: [a, b] }, { category: branded, channels: [a, b] }]
`,
  },
  {
    name: 'a key that came through an alias',
    severities: ['error'],
    plan: `x-key: &key posts\n${week(4, 0, 0).replace('posts:\n', '⟦*key⟧ :\n')}`,
  },
  {
    name: 'posts that came through an alias',
    severities: ['error'],
    plan: `${HEAD}x-posts: &posts\n  mon:\n${posts(4, 0, 0)}⟦posts⟧: *posts\n`,
  },
  {
    name: 'posts that came through a merge, where they were written',
    severities: ['error'],
    plan: `x-plan: &plan\n  ⟦posts⟧:\n    mon:\n${posts(4, 0, 0)}${HEAD}<<: *plan\n`,
  },
  {
    name: 'a category that is known on one channel alone',
    besides: ['category'],
    channels: ['a'],
    plan: `${HEAD}channels: { a: { mix: { branded: 50, fun: 50 } }, b: }
⟦posts⟧:
  mon: [{ category: fun, channels: [a, b] }, { category: fun, channels: [a, b] }]
`,
  },
  {
    name: 'another name of a category',
    policy: { aliases: new Map([['ads', 'branded']]) },
    severities: ['error'],
    plan: rejected(4, 0, 0).replaceAll('category: branded', 'category: ads'),
  },
  {
    name: 'a mix that the config weighs',
    rules: { mix: 'info' },
    severities: ['info'],
    plan: rejected(4, 0, 0),
  },
];
