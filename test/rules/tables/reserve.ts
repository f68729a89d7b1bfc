import type { Accept, Reject } from '../table.ts';

const list = (count: number, fields = 'category: branded') =>
  Array.from({ length: count }, () => `    - { ${fields} }\n`).join('');
const targets = (bounds: string, more = '') =>
  `week: 2026-W48\ntargets: { posts_per_day: { default: 0-99, tue: ${bounds} }${more} }\n`;
const day = (bounds: string, planned: number, more = '', unplanned = 0) =>
  `${targets(bounds, more)}posts:\n  tue:\n${list(planned)}${list(unplanned, 'unplanned: true')}`;
const rejected = (bounds: string, planned: number, more = '', unplanned = 0) =>
  day(bounds, planned, more, unplanned).replace('  tue:\n', '  ⟦tue⟧:\n');

export const accept: readonly Accept[] = [
  { name: 'just the reserve left of 12', plan: day('6-12', 10) },
  { name: 'more planned than the most, which is another rule', plan: day('6-12', 13) },
  { name: 'unplanned posts in the reserve, and beyond it', plan: day('6-12', 10, '', 3) },
  { name: 'as many as are asked for where they are as many as allowed', plan: day('8', 8) },
  { name: 'one of one or two', plan: day('1-2', 1) },
  { name: 'one of at most one, which has no reserve', plan: day('0-1', 1) },
  { name: 'a share rounded down, of 12', plan: day('0-12', 10, ', reserve: 20%') },
  { name: 'a half rounded up, of 10', plan: day('0-10', 7, ', reserve: 25%') },
  { name: 'a share below a half of a post, at least one', plan: day('0-4', 3, ', reserve: 1%') },
  { name: 'no share', plan: day('0-10', 10, ', reserve: 0%') },
  { name: 'no reserve', plan: day('0-10', 10, ', reserve: 0') },
  { name: 'a reserve larger than what is free above the least', plan: day('8-10', 8, ', reserve: 5') },
  { name: 'a reserve of everything above the least', plan: day('4-10', 4, ', reserve: 100%') },
  { name: 'a day off, whose bounds count as stated', plan: day('8', 8, ', days_off: tue') },
  {
    name: 'a day on hold, whose bounds count as stated',
    plan: `hold: { from: 2026-11-24, to: 2026-11-24 }\n${day('8', 8)}`,
  },
  {
    name: 'what does not go out',
    plan: `${day('6-12', 10)}${list(2, 'category: branded, status: cancelled')}${list(2, 'category: branded, status: on_hold')}`,
  },
  { name: 'ideas', plan: `${day('6-12', 10)}backlog:\n${list(2)}` },
  {
    name: 'posts that are full on two channels together',
    plan: `channels: [a, b]\n${targets('0-4')}posts:\n  tue:\n${list(3, 'channel: a, category: branded')}${list(3, 'channel: b, category: branded')}`,
  },
  { name: 'an invalid reserve', besides: ['schema'], plan: day('6-12', 12, ', reserve: 101%') },
  { name: 'invalid bounds', besides: ['schema'], plan: day('6--12', 12) },
];

export const reject: readonly Reject[] = [
  { name: 'one planned more than the reserve leaves', plan: rejected('6-12', 11) },
  { name: 'one planned more than the reserve leaves, and unplanned ones', plan: rejected('6-12', 11, '', 1) },
  { name: 'as many planned as allowed, and one pushed over', plan: rejected('6-12', 12, '', 1) },
  { name: 'two of one or two', plan: rejected('1-2', 2) },
  { name: 'a share rounded up, of 13', plan: rejected('0-13', 11, ', reserve: 20%') },
  {
    name: 'one planned more than a half rounded up leaves, of 10',
    plan: rejected('0-10', 8, ', reserve: 25%'),
  },
  { name: 'a share of a half in decimals, of 10', plan: rejected('0-10', 9, ', reserve: 15.0%') },
  { name: 'one planned more than the least share leaves', plan: rejected('0-4', 4, ', reserve: 0.5%') },
  { name: 'a whole number of posts', plan: rejected('0-10', 8, ', reserve: 3') },
  { name: 'one planned more than the least of a large reserve', plan: rejected('8-10', 9, ', reserve: 5') },
  { name: 'a day off', plan: rejected('6-12', 11, ', days_off: tue') },
  {
    name: 'open slots and posts without a valid category',
    besides: ['category'],
    plan: rejected('6-12', 11).replaceAll('branded', 'nope'),
  },
  {
    name: 'two days behind an emoji, in flow style',
    plan: 'week: 2026-W48\ntargets: { posts_per_day: 0-2 }\nposts: { x-note: "🍲", ⟦mon⟧: [{ category: branded }, { category: branded }], ⟦2026-11-24⟧: [{ category: branded }, { category: branded }] }\n',
  },
  {
    name: 'a day whose key came through an alias',
    plan: `x-day: &day tue\n${rejected('6-12', 11).replace('⟦tue⟧', '⟦*day⟧ ')}`,
  },
  {
    name: 'a day whose posts came through an alias, at its key',
    plan: `x-day: &day [{ category: branded }, { category: branded }]\n${targets('0-2')}posts:\n  ⟦"tue"⟧: *day\n`,
  },
  {
    name: 'days that came through an alias',
    plan: `x-days: &days { tue: [{ category: branded }, { category: branded }] }\n${targets('0-2')}posts: ⟦*days⟧\n`,
  },
  {
    name: 'days that came through a merge, where they were written',
    plan: `x-days: &days { ⟦tue⟧: [{ category: branded }, { category: branded }] }\n${targets('0-2')}posts: { <<: *days }\n`,
  },
  {
    name: 'two channels, each by its own reserve',
    channels: ['a', 'b'],
    plan: `week: 2026-W48
targets: { posts_per_day: 0-4 }
channels: { a: , b: { reserve: 3 }, c: { reserve: 0 } }
posts:
  ⟦⟦Tue⟧⟧:
${list(4, 'category: branded, channels: [a, b, c]')}`,
  },
  {
    name: 'a list, at the date of the first post of the day and the channel that goes out',
    channels: ['b', 'a'],
    plan: `week: 2026-W48
targets: { posts_per_day: 0-2 }
channels: [a, b]
posts:
  - { category: branded, channel: a, date: tue, status: on_hold }
  - { category: branded, channel: b, date: ⟦2026-11-24⟧ }
  - { category: branded, channels: [a, b], date: ⟦tue⟧ }
  - { category: branded, channel: a, date: tue }
`,
  },
  {
    name: 'a list whose dates came through an alias',
    plan: 'week: 2026-W48\nx-day: &day tue\ntargets: { posts_per_day: 0-2 }\nposts:\n  - { category: branded, date: ⟦*day⟧ }\n  - { category: branded, date: *day }\n',
  },
  {
    name: 'a list whose posts came through an alias',
    plan: 'week: 2026-W48\nx-post: &post { category: branded, date: tue }\ntargets: { posts_per_day: 0-2 }\nposts: [⟦*post⟧, *post]\n',
  },
];
