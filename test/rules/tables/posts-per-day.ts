import type { Accept, Reject } from '../table.ts';

const list = (count: number, fields = 'category: branded') =>
  Array.from({ length: count }, () => `    - { ${fields} }\n`).join('');
const targets = (bounds: string, more = '') =>
  `week: 2026-W48\ntargets: { posts_per_day: ${bounds}${more} }\n`;
const TUESDAY = targets('{ default: 0-9, tue: 2-4 }');
const tuesday = (planned: number, unplanned = 0) =>
  `${TUESDAY}posts:\n  tue:\n${list(planned)}${list(unplanned, 'unplanned: true')}`;
const rejected = (planned: number, unplanned = 0) =>
  tuesday(planned, unplanned).replace('  tue:', '  ⟦tue⟧:');

export const accept: readonly Accept[] = [
  { name: 'as few as allowed', plan: tuesday(2) },
  { name: 'as many as allowed', plan: tuesday(4) },
  { name: 'an unplanned post that makes a day full enough', plan: tuesday(1, 1) },
  { name: 'unplanned posts up to the most', plan: tuesday(0, 4) },
  {
    name: 'six to twelve posts where nothing is said',
    plan: `from: 2026-11-24\nto: 2026-11-24\nposts:\n  tue:\n${list(6)}`,
  },
  {
    name: 'a day off without posts, by its weekday',
    plan: `${targets('{ default: 0, tue: 2-4 }', ', days_off: Tuesday')}posts:\n`,
  },
  {
    name: 'a day off with a post, by its date',
    plan: `${targets('{ default: 0, tue: 2-4 }', ', days_off: [2026-11-24]')}posts:\n  tue:\n${list(1)}`,
  },
  { name: 'a day on hold', plan: `${TUESDAY}hold: { from: 2026-11-24, to: 2026-11-24 }\nposts:\n  tue:\n` },
  {
    name: 'a date, which beats a weekday',
    plan: `${targets('{ 2026-11-24: 0-1, tue: 2-4, default: 0 }')}posts:\n  tue:\n${list(1)}`,
  },
  {
    name: 'a weekday, which beats the default',
    plan: `${targets('{ default: 0, tue: 4 }')}posts:\n  tue:\n${list(4)}`,
  },
  { name: 'a most of 0 without posts', plan: `${targets('{ default: 0 }')}posts:\n` },
  {
    name: 'what is cancelled or on hold beside as many as allowed',
    plan: `${tuesday(4)}${list(1, 'category: branded, status: cancelled')}${list(1, 'category: branded, status: on_hold')}`,
  },
  { name: 'ideas', plan: `${tuesday(4)}backlog:\n${list(4)}` },
  {
    name: 'posts on two channels, as many as allowed on each',
    plan: `${TUESDAY}channels: [a, b]\nposts:\n  tue:\n${list(2, 'channel: a, category: branded')}${list(2, 'channels: [a, b], category: branded')}`,
  },
  {
    name: 'posts without a valid category or time, which count',
    besides: ['schema', 'category'],
    plan: `${TUESDAY}posts:\n  tue:\n${list(2, 'category: nope, time: 9')}`,
  },
  { name: 'invalid bounds', besides: ['schema'], plan: `${targets('12-6')}posts:\n  tue:\n${list(1)}` },
  { name: 'invalid days off', besides: ['schema'], plan: `${targets('6-12', ', days_off: never')}posts:\n` },
  { name: 'a plan whose posts cannot be read', besides: ['schema'], plan: `${targets('6-12')}posts: many\n` },
];

export const reject: readonly Reject[] = [
  { name: 'one planned post more than allowed', severities: ['error'], plan: rejected(5) },
  { name: 'too many planned posts, whatever is unplanned', severities: ['error'], plan: rejected(5, 1) },
  {
    name: 'as many planned posts as allowed and an unplanned one',
    severities: ['info'],
    plan: rejected(4, 1),
  },
  { name: 'unplanned posts alone', severities: ['info'], plan: rejected(0, 5) },
  { name: 'one post fewer than asked for', plan: rejected(1) },
  {
    name: 'one post fewer than asked for, when it should be ready',
    ready: true,
    severities: ['error'],
    plan: rejected(1),
  },
  {
    name: 'too many and pushed over, when it should be ready',
    ready: true,
    severities: ['error', 'info'],
    plan: `${targets('{ default: 0-9, tue: 0-1, wed: 0-1 }')}posts:\n  ⟦tue⟧:\n${list(2)}  ⟦wed⟧:\n${list(1)}${list(1, 'unplanned: true')}`,
  },
  {
    name: 'a day off with too many posts',
    severities: ['error'],
    plan: `${targets('{ default: 0-9, tue: 0-1 }', ', days_off: tue')}posts:\n  ⟦2026-11-24⟧:\n${list(2)}`,
  },
  {
    name: 'a most of 0 with a post',
    severities: ['error'],
    plan: `${targets('{ sun: 0, default: 0-9 }')}posts:\n  ⟦SUN⟧: { category: branded }\n`,
  },
  {
    name: 'fewer than 6 and more than 12 where nothing is said',
    severities: ['warning', 'error'],
    plan: `from: 2026-11-24\nto: 2026-11-25\nposts:\n  ⟦tue⟧:\n${list(5)}  ⟦wed⟧:\n${list(13)}`,
  },
  {
    name: 'days without posts in one run, at the key of the first',
    dates: ['2026-11-23'],
    plan: `${targets('1-2')}posts:\n  ⟦mon⟧:\n  tue: []\n`,
  },
  {
    name: 'days without posts in one run, where the first has no key',
    dates: ['2026-11-23'],
    plan: `${targets('1-2')}⟦posts⟧:\n  tue:\n`,
  },
  {
    name: 'days without posts in two runs',
    dates: ['2026-11-23', '2026-11-27'],
    plan: `${targets('1-2')}⟦⟦posts⟧⟧:\n  wed: { unplanned: true }\n  2026-11-24: { category: branded }\n  thu: { category: branded }\n`,
  },
  {
    name: 'one run over days off, days on hold and days that have no least',
    dates: ['2026-11-24'],
    plan: `${targets('{ default: 1, wed: 0-1 }', ', days_off: [mon, thu]')}hold: { from: 2026-11-27, to: 2026-11-27 }\n⟦posts⟧:\n`,
  },
  {
    name: 'one run over days whose posts do not go out',
    dates: ['2026-11-23'],
    plan: `${targets('1-2')}posts:\n  ⟦mon⟧: { category: branded, status: cancelled }\n  wed: { category: branded, status: on_hold }\n`,
  },
  {
    name: 'days with too few posts, one by one',
    dates: ['2026-11-24', '2026-11-25'],
    plan: `${targets('{ default: 0-9, tue: 2, wed: 2 }')}posts:\n  ⟦tue⟧: { category: branded }\n  ⟦wed⟧: { unplanned: true }\n`,
  },
  {
    name: 'a day behind an emoji, in flow style',
    severities: ['error'],
    plan: `${targets('{ default: 0-1 }')}posts: { x-note: "🍲", ⟦mon⟧: [{ category: branded }, { category: branded }] }\n`,
  },
  {
    name: 'a key behind an emoji',
    plan: '{ title: "🍲", week: 2026-W48, ⟦posts⟧: {} }\n',
  },
  {
    name: 'a day whose key came through an alias',
    severities: ['error'],
    plan: `x-day: &day tue\n${rejected(5).replace('⟦tue⟧', '⟦*day⟧ ')}`,
  },
  {
    name: 'a day whose posts came through an alias, at its key',
    severities: ['error'],
    plan: `x-day: &day [{ category: branded }, { category: branded }]\n${targets('{ default: 0-1 }')}posts:\n  ⟦tue⟧: *day\n`,
  },
  {
    name: 'days that came through an alias',
    dates: ['2026-11-23', '2026-11-24'],
    plan: `x-days: &days { mon: { category: branded }, tue: { unplanned: true } }\n${targets('{ default: 0-9, mon: 2, tue: 2 }')}posts: ⟦⟦*days⟧⟧\n`,
  },
  {
    name: 'days that came through a merge, where they were written',
    plan: `x-days: &days { ⟦mon⟧: { category: branded }, ⟦tue⟧: { unplanned: true } }\n${targets('{ default: 0-9, mon: 2, tue: 2 }')}posts:\n  <<: *days\n`,
  },
  {
    name: 'two channels, each by its own bounds',
    channels: ['a', 'b', 'c'],
    severities: ['error', 'warning', 'info'],
    plan: `week: 2026-W48
targets: { posts_per_day: { default: 0-9, tue: 0-1 } }
channels: { a: , b: { posts_per_day: { default: 0-9, tue: 3 } }, c: , d: { posts_per_day: 0-2 } }
posts:
  ⟦⟦⟦tue⟧⟧⟧:
    - { category: branded, channels: [a, b, c, d] }
    - { category: branded, channels: [a, b] }
    - { unplanned: true, channels: [c, d] }
`,
  },
  {
    name: 'a list, at the date of the first post of the day and the channel that goes out',
    channels: ['c', 'b', 'a'],
    severities: ['warning', 'warning', 'error'],
    plan: `week: 2026-W48
channels: { a: , b: { posts_per_day: { default: 0-9, tue: 3 } }, c: { posts_per_day: { default: 0, sun: 1 } } }
targets: { posts_per_day: { default: 0-9, tue: 0-1 } }
⟦posts⟧:
  - { category: branded, channel: a, date: tue, status: cancelled }
  - { category: branded, channel: b, date: ⟦2026-11-24⟧ }
  - { category: branded, channel: a, date: ⟦tue⟧ }
  - { category: branded, channels: [a, b], date: tue }
`,
  },
];
