import type { Accept, Reject } from '../table.ts';

const week = (posts: string, gap = 'min_gap: 30', head = 'week: 2026-W48\n') =>
  `${head}targets: { posts_per_day: 0-9, ${gap} }\nposts:\n${posts}`;
const at = (...posts: readonly string[]) =>
  `  mon:\n${posts.map((fields) => `    - { category: branded, time: ${fields} }\n`).join('')}`;

export const accept: readonly Accept[] = [
  { name: 'posts as far apart as the gap', plan: week(at('"09:00"', '"09:30"', '10:00')) },
  { name: 'posts a minute apart by default', plan: week(at('"09:00"', '"09:01"'), '') },
  { name: 'posts in one minute where the gap is 0', plan: week(at('"09:00"', '"09:00"'), 'min_gap: 0') },
  {
    name: 'posts as far apart as the gap across midnight',
    plan: week('  mon: { time: 23:45, category: branded }\n  tue: { time: 0:15, category: branded }\n'),
  },
  {
    name: 'the last post of a week and the first',
    plan: week('  sun: { time: 23:59, category: branded }\n  mon: { time: 0:00, category: branded }\n'),
  },
  {
    name: 'an hour by the clock on the wall that is none',
    plan: week(
      '  sun: [{ time: 02:45, category: branded }, { time: 04:00, category: branded }]\n',
      'min_gap: 60',
      'week: 2027-W12\ntimezone: Europe/Kyiv\n',
    ),
  },
  {
    name: 'posts on different channels',
    plan: week(
      at('"09:00", channel: a', '"09:00", channel: b'),
      'min_gap: 30',
      'week: 2026-W48\nchannels: [a, b]\n',
    ),
  },
  {
    name: 'one post on two channels',
    plan: week(at('"09:00", channels: [a, b]'), 'min_gap: 30', 'week: 2026-W48\nchannels: [a, b]\n'),
  },
  { name: 'what is cancelled', plan: week(at('"09:00", status: cancelled', '"09:00"')) },
  { name: 'what is on hold', plan: week(at('"09:00"', '"09:00", status: on_hold')) },
  { name: 'a post without time', plan: week(`${at('"09:00"')}    - { category: branded }\n`) },
  { name: 'an invalid time', besides: ['schema'], plan: week(at('"09:00"', '"9:0"')) },
  {
    name: 'a post without a valid day',
    besides: ['date'],
    plan: week(`${at('"09:00"')}  maybe: { time: "09:00", category: branded }\n`),
  },
  {
    name: 'a post without a valid channel',
    besides: ['channel'],
    plan: week(at('"09:00", channel: a', '"09:00"'), 'min_gap: 30', 'week: 2026-W48\nchannels: [a, b]\n'),
  },
  { name: 'ideas', plan: `${week(at('"09:00"'))}backlog: [{ time: "09:00" }, { time: "09:00" }]\n` },
  { name: 'an invalid gap', besides: ['schema'], plan: week(at('"09:00"', '"09:00"'), 'min_gap: -1') },
];

export const reject: readonly Reject[] = [
  { name: 'posts a minute closer than the gap', plan: week(at('"09:00"', '⟦"09:29"⟧', '"09:59"')) },
  {
    name: 'posts in one minute by default, in the order of the file',
    plan: week(at('"09:00"', '⟦"09:00"⟧', '⟦9:00⟧'), ''),
  },
  { name: 'the later post, be it the first in the file', plan: week(at('⟦"09:20"⟧', '"09:00"')) },
  {
    name: 'posts closer than the gap across midnight',
    plan: week('  mon: { time: 23:45, category: branded }\n  tue: { time: ⟦0:14⟧, category: branded }\n'),
  },
  {
    name: 'posts across midnight over a day without posts',
    plan: week(
      '  mon: { time: 23:45, category: branded }\n  wed: { time: ⟦0:14⟧, category: branded }\n',
      'min_gap: 1470',
    ),
  },
  {
    name: 'an hour that comes twice, by the clock on the wall',
    plan: week(
      '  sun: [{ time: 02:45, category: branded }, { time: ⟦04:00⟧, category: branded }]\n',
      'min_gap: 90',
      'week: 2026-W43\ntimezone: Europe/Kyiv\n',
    ),
  },
  {
    name: 'times in block style, of unplanned posts too',
    plan: week(`  mon:
    - time: 9:00
      category: branded
    - unplanned: true
      time: ⟦"9:10"⟧ # at once
    - title: Soup
      category: branded
      time: ⟦9:39⟧
`),
  },
  {
    name: 'a time behind an emoji',
    plan: week(
      '  mon: [{ time: 9:00, category: branded }, { title: "🍲 soup", category: branded, time: ⟦"09:10"⟧ }]\n',
    ),
  },
  {
    name: 'a time and a post that came through aliases',
    plan: week(
      '  mon:\n    - &post { time: &time "09:00", category: branded }\n    - { category: branded, time: ⟦*time⟧ }\n    - ⟦*post⟧\n',
    ),
  },
  {
    name: 'a time that came through a merge, where it was written',
    plan: `x-nine: &nine { time: ⟦"09:00"⟧, category: branded }\n${week('  mon: [{ <<: *nine, title: A }, { <<: *nine, title: B }]\n')}`,
  },
  {
    name: 'posts on two channels, each by its own gap',
    channels: ['a', 'a', 'b'],
    plan: `week: 2026-W48
channels: { a: { min_gap: 30 }, b: { min_gap: 10 } }
posts:
  mon:
    - { time: "09:00", channels: [a, b], category: branded }
    - { time: ⟦"09:10"⟧, channels: [a, b], category: branded }
    - { time: ⟦⟦"09:15"⟧⟧, channels: [a, b], category: branded }
`,
  },
  {
    name: 'a post without a valid category, in a list',
    besides: ['category'],
    plan: 'week: 2026-W48\nposts:\n  - { date: mon, time: 9:00, category: branded }\n  - { date: mon, time: ⟦9:00⟧, category: nope }\n',
  },
];
