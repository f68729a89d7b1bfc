import type { Accept, Reject } from '../table.ts';

const HEAD = 'week: 2026-W48\n';
const post = (fields: string) => `${HEAD}posts:\n  mon: [{ category: branded, ${fields} }]\n`;
const targets = (fields: string) => `${HEAD}targets: { ${fields} }\nposts:\n`;
const plan = (head: string) => `${head}\nposts:\n`;
const each = (fields: readonly string[]) =>
  `${HEAD}posts:\n  mon:\n${fields.map((field) => `    - { category: branded, ${field} }\n`).join('')}`;
const MIX_OF_12 = 'a: 89, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1, h: 1, i: 1, j: 1, k: 1, l: 1';

export const accept: readonly Accept[] = [
  {
    name: 'every key of a post',
    plan: each([
      'id: 7, title: A, text: B, link: https://a.example, media: a.jpg, owner: C, tags: [x], notes: D, format: reel, status: in_review, unplanned: false, time: "09:00", channel: default',
    ]),
  },
  {
    name: 'every key of a plan',
    plan: `${HEAD}title: A\nnotes: B\ntimezone: Europe/Kyiv\nchannels: [a]\ntargets:\nhold: []\nposts:\nbacklog:\n`,
  },
  {
    name: 'keys of its own everywhere',
    plan: `${HEAD}x-a: 1\nx-: 2\ntargets: { x-b: 1 }\nchannels: { x-c: 1, a: { x-d: 1 } }\nhold: [{ from: 2026-11-26, to: 2026-11-26, x-e: 1 }]\nposts: { x-f: 1, mon: { x-g: [], category: branded } }\n`,
  },
  {
    name: 'keys with nothing after them',
    plan: `${HEAD}from:\nto: ~\ntargets:\nchannels:\nhold:\nbacklog: null\nposts:\n  mon:\n  tue: { category: branded, title: , time: , channel: , channels: [default], tags: ~, x-y: }\n`,
  },
  {
    name: 'texts that are written as numbers and booleans',
    plan: each([
      'title: 012',
      'text: 1.50',
      'notes: true',
      'owner: 2026-11-24',
      'id: 0x1F',
      'tags: [1, false]',
      'link: .inf',
    ]),
  },
  {
    name: 'a single value for a list of one',
    plan: `${HEAD}channels: a\ntargets: { days_off: sun }\nhold: { from: 2026-11-26, to: 2026-11-26 }\nposts: { mon: { category: branded, tags: soup, media: a.jpg, channels: a } }\nbacklog: { title: Dog }\n`,
  },
  {
    name: 'the first and the last minute, and an hour of one digit',
    plan: each(['time: 00:00', 'time: 23:59', 'time: 9:05', "time: '0:00'"]),
  },
  {
    name: 'a mix whose sum is a hundredth off',
    plan: `${HEAD}targets: { mix: { a: 50, b: 50.01 } }\nchannels: { x: { mix: { a: 49.99, b: 50 } } }\nposts:\n`,
  },
  {
    name: 'a mix of two and of twelve',
    plan: `${HEAD}channels: { a: { mix: { a: 100, b: 0 } }, b: { mix: { ${MIX_OF_12} } } }\nposts:\n`,
  },
  {
    name: 'the ends of the targets',
    plan: targets(
      'tolerance: 0, limit: 0, reserve: 0, max_streak: 1, min_gap: 0, hours: 0:00-23:59, posts_per_day: 0-1',
    ),
  },
  {
    name: 'shares',
    plan: `${HEAD}channels: { a: { reserve: 0% }, b: { reserve: 100% }, c: { reserve: 12.5% } }\nposts:\n`,
  },
  {
    name: 'bounds in every form',
    plan: `${HEAD}channels: { a: { posts_per_day: 8 }, b: { posts_per_day: 0-1 }, c: { posts_per_day: { min: 1, max: 1 } }, d: { posts_per_day: { default: 6-12, Sat: 2-4, sun: 0, 2026-11-27: { min: 0, max: 0 } } } }\nposts:\n`,
  },
  { name: 'days off in every form', plan: targets('days_off: [sat, Sunday, 2026-12-25]') },
  { name: 'a plan of one day and one of 366 days', plan: plan('from: 2026-01-01\nto: 2027-01-01') },
  { name: 'a plan that ends where it begins', plan: plan('from: 2026-11-24\nto: 2026-11-24') },
  { name: 'the last week of a long year', plan: plan('week: 2026-W53') },
  {
    name: 'a cancelled post and an idea that say nothing',
    plan: `${HEAD}posts: { mon: { status: cancelled } }\nbacklog: [{}]\n`,
  },
  {
    name: 'a plan that sets no locked target',
    policy: { locked: new Set(['mix']) },
    plan: targets('mix: , tolerance: 3'),
  },
];

export const reject: readonly Reject[] = [
  { name: 'an empty file', plan: '⟦⟧' },
  { name: 'comments alone', plan: '⟦⟧# a plan\n' },
  { name: 'what is no mapping', plan: '⟦- mon\n- tue⟧\n' },
  { name: 'no posts and no period, at the first key', plan: '# a plan\n\n⟦⟦title⟧⟧: A\nnotes: B\n' },
  { name: 'no posts', plan: `⟦week⟧: 2026-W48\n` },
  { name: 'no end', plan: plan('⟦title⟧: A\nfrom: 2026-11-24') },
  { name: 'a week and a day', plan: plan('week: 2026-W48\n⟦from⟧: 2026-11-23') },
  { name: 'a mistyped key once', plan: '{ title: "🍲", ⟦weak⟧: 2026-W48, ⟦post⟧: {}, ⟦colour⟧: red }\n' },
  { name: 'a key that came through an alias', plan: `x-a: &a titel\n${post('⟦*a⟧ : A, time: "9:00"')}` },
  {
    name: 'impossible times',
    plan: each([
      'time: ⟦"24:00"⟧',
      'time: ⟦9:60⟧',
      'time: ⟦"9:5"⟧',
      'time: ⟦930⟧',
      'time: ⟦9h⟧',
      'time: ⟦-1:00⟧',
      'time: ⟦"09:00 "⟧',
      'time: ⟦[9:00]⟧',
    ]),
  },
  {
    name: 'values of the wrong kind',
    plan: each([
      'title: ⟦[A]⟧',
      'unplanned: ⟦yes⟧',
      'status: ⟦done⟧',
      'tags: ⟦{ a: b }⟧',
      'tags: [a, ⟦[b]⟧]',
      'text: ⟦{ }⟧',
    ]),
  },
  {
    name: 'values of the wrong kind in block style',
    plan: `${HEAD}posts:\n  mon:\n    - category: branded\n      title:\n        ⟦- A\n        - B⟧\n      ⟦colour⟧:\n`,
  },
  {
    name: 'posts that are none',
    plan: `${HEAD}posts:\n  mon: [⟦menu⟧, ⟦[]⟧, ⟦7⟧]\n`,
  },
  { name: 'a value behind an emoji', plan: post('title: "🍲 soup", time: ⟦"25:00"⟧') },
  {
    name: 'channel and channels, at the later one',
    plan: post('title: "🍲", channel: default, ⟦channels⟧: [default]'),
  },
  {
    name: 'a date under a day and in the backlog',
    plan: `${post('⟦date⟧: mon')}backlog:\n  - ⟦date⟧: mon\n`,
  },
  {
    name: 'posts that came through aliases',
    plan: `x-a: &a { category: branded, titel: A }\nx-t: &t 25:00\n${HEAD}posts:\n  mon: [⟦*a⟧, { category: branded, time: ⟦*t⟧ }]\n`,
  },
  {
    name: 'what came through a merge, where it was written, once',
    plan: `x-a: &a { category: branded, ⟦titel⟧: A, time: ⟦9⟧ }\n${HEAD}posts:\n  mon: [{ <<: *a }, { <<: *a, notes: B }]\n`,
  },
  { name: 'a mix two hundredths off', plan: targets('mix: ⟦{ a: 50, b: 50.02 }⟧') },
  {
    name: 'a mix of one and of thirteen',
    plan: `${HEAD}channels:\n  a: { mix: ⟦{ a: 100 }⟧ }\n  b:\n    mix:\n      ⟦a: 50\n      b: 49.98⟧\n  c: { mix: ⟦{ ${MIX_OF_12.replace('89', '88')}, m: 1 }⟧ }\nposts:\n`,
  },
  {
    name: 'shares that are none',
    plan: `${HEAD}targets: { mix: { a: ⟦-1⟧, b: 101 } }\nchannels: { x: { mix: { a: ⟦30%⟧, b: 70 } } }\nposts:\n`,
  },
  {
    name: 'targets below their ends',
    plan: targets('tolerance: ⟦-0.1⟧, limit: ⟦-1⟧, reserve: ⟦-1⟧, max_streak: ⟦0⟧, min_gap: ⟦-1⟧'),
  },
  {
    name: 'targets that are not whole',
    plan: targets('reserve: ⟦1.5⟧, max_streak: ⟦2.5⟧, min_gap: ⟦0.5⟧, posts_per_day: ⟦2.5⟧'),
  },
  { name: 'targets above their ends', plan: targets('reserve: ⟦101%⟧, hours: ⟦9:00-24:00⟧') },
  {
    name: 'hours that do not end after they start',
    plan: `${HEAD}channels:\n  a: { hours: ⟦"09:00-09:00"⟧ }\n  b: { hours: ⟦21:00-9:00⟧ }\nposts:\n`,
  },
  {
    name: 'bounds that no day can keep',
    plan: `${HEAD}channels:\n  a: { posts_per_day: ⟦0⟧ }\n  b: { posts_per_day: ⟦12-6⟧ }\n  c: { posts_per_day: ⟦0-0⟧ }\n  d: { posts_per_day: ⟦{ min: 2, max: 1 }⟧ }\n  e: { posts_per_day: { sat: ⟦4-2⟧ } }\n  f: { posts_per_day: { ⟦someday⟧: 2-4 } }\nposts:\n`,
  },
  { name: 'days off that are none', plan: targets('days_off: [sun, ⟦someday⟧, ⟦2026-02-30⟧]') },
  { name: 'unknown targets', plan: targets('⟦mixx⟧: { a: 50, b: 50 }, ⟦colour⟧: red') },
  {
    name: 'a locked target',
    policy: { locked: new Set(['mix']) },
    plan: targets('tolerance: 3, ⟦mix⟧: { a: 50, b: 50 }'),
  },
  {
    name: 'an offset for a zone',
    plan: plan('week: 2026-W48\ntimezone: ⟦"+02:00"⟧'),
  },
  { name: 'a place that is no zone', plan: plan('week: 2026-W48\ntimezone: ⟦Mars/Kyiv⟧') },
  { name: 'a week that a year does not have', plan: plan('week: ⟦2027-W53⟧') },
  { name: 'a week in another form', plan: plan('week: ⟦2026-48⟧') },
  { name: 'a plan that ends before it begins', plan: plan('from: 2026-11-24\nto: ⟦2026-11-23⟧') },
  { name: 'a plan of 367 days', plan: plan('from: 2026-01-01\nto: ⟦2027-01-02⟧') },
  { name: 'days that are none', plan: plan('from: ⟦2026-02-29⟧\nto: ⟦24.11.2026⟧') },
  {
    name: 'holds that are none',
    plan: `${HEAD}hold:\n  - { ⟦from⟧: 2026-11-26 }\n  - { from: 2026-11-26, to: ⟦2026-11-25⟧ }\n  - ⟦[mon]⟧\n  - ⟦mon 12:00⟧\n  - ⟦~⟧\n  - { from: ⟦moon⟧, to: ⟦2026-11-26T25:00⟧ }\n  - { from: mon 9:00, to: ⟦mon 9:00⟧ }\n  - { from: tue 9:00, to: ⟦mon⟧ }\n  - { from: ⟦mon 24:00⟧, to: ⟦tue 9.30⟧ }\n  - { from: 2026-11-26, to: 2026-11-26, ⟦why⟧: rain }\nposts:\n`,
  },
];
