import type { Accept, Reject } from '../table.ts';

const week = (posts: string, hours = 'hours: "09:00-21:00"') =>
  `week: 2026-W48\ntargets: { posts_per_day: 0-9, ${hours} }\nposts:\n${posts}`;
const at = (time: string, fields = '') => week(`  mon: [{ time: "${time}", category: branded${fields} }]\n`);

export const accept: readonly Accept[] = [
  { name: 'the first minute', plan: at('09:00') },
  { name: 'the last minute', plan: at('21:00') },
  { name: 'an hour of one digit', plan: at('9:00') },
  {
    name: 'hours of one digit',
    plan: week('  mon: [{ time: "07:00", category: branded }]\n', 'hours: 7:00-9:00'),
  },
  { name: 'an unplanned post', plan: at('03:00', ', unplanned: true') },
  { name: 'what is cancelled', plan: at('03:00', ', status: cancelled') },
  { name: 'what is on hold', plan: at('03:00', ', status: on_hold') },
  { name: 'a post without time', plan: week('  mon: [{ category: branded }]\n') },
  { name: 'an invalid time', besides: ['schema'], plan: at('24:00') },
  { name: 'an idea', plan: week('backlog: [{ category: branded, time: "03:00" }]\n') },
  {
    name: 'any time where there are no hours',
    plan: week('  mon: [{ time: "03:00", category: branded }]\n', 'min_gap: 1'),
  },
  {
    name: 'any time where the hours have nothing after them',
    plan: week('  mon: [{ time: "03:00", category: branded }]\n', 'hours: '),
  },
  {
    name: 'any time where the hours are invalid',
    besides: ['schema'],
    plan: week('  mon: [{ time: "03:00", category: branded }]\n', 'hours: "21:00-09:00"'),
  },
  {
    name: 'a time within the hours of its channel, outside those of another',
    plan: `week: 2026-W48
channels: { a: { hours: "00:00-08:00" }, b: { hours: "09:00-21:00" } }
posts:
  mon: [{ channel: a, time: "03:00", category: branded }]
`,
  },
  {
    name: 'a post without a valid day',
    besides: ['date'],
    plan: week('  never: [{ time: "03:00", category: branded }]\n'),
  },
  {
    name: 'hours of the config that the plan replaces',
    policy: { targets: { hours: { start: '10:00', end: '11:00' } } },
    plan: at('09:00'),
  },
];

export const reject: readonly Reject[] = [
  {
    name: 'the minute before and the minute after',
    plan: week(
      '  mon:\n    - { time: ⟦"08:59"⟧, category: branded }\n    - { time: ⟦21:01⟧, category: branded }\n',
    ),
  },
  {
    name: 'a time in block style',
    plan: week('  mon:\n    - category: branded\n      time: ⟦8:59⟧ # early\n'),
  },
  {
    name: 'a time behind an emoji',
    plan: week('  mon: [{ title: "🍲 soup", category: branded, time: ⟦"23:59"⟧ }]\n'),
  },
  {
    name: 'a time that came through an alias',
    plan: `x-night: &night "00:00"\n${week('  mon: [{ time: ⟦*night⟧, category: branded }]\n')}`,
  },
  {
    name: 'a time with an anchor of its own, and its aliases',
    plan: week(
      '  mon:\n    - { time: &t ⟦"05:00"⟧, category: branded }\n    - category: branded\n      time: ⟦*t⟧\n',
    ),
  },
  {
    name: 'a time whose key came through an alias',
    plan: `x-key: &key time\n${week('  mon:\n    - *key : ⟦"05:00"⟧\n      category: branded\n')}`,
  },
  {
    name: 'a post that came through an alias',
    plan: `x-post: &post { time: "05:00", category: branded }\n${week('  mon: [⟦*post⟧]\n')}`,
  },
  {
    name: 'a time that came through a merge, where it was written',
    plan: `x-post: &post { time: ⟦"05:00"⟧, category: branded }\n${week('  mon: [{ <<: *post, title: A }]\n')}`,
  },
  {
    name: 'a time on two channels twice',
    channels: ['a', 'b'],
    plan: `channels: [a, b]\n${week('  mon: [{ time: ⟦⟦"05:00"⟧⟧, channels: [b, a], category: branded }]\n')}`,
  },
  {
    name: 'a time on the one of its channels that has such hours',
    channels: ['b'],
    plan: `week: 2026-W48
channels:
  a:
  b: { hours: "09:00-21:00" }
posts:
  - { date: mon, time: ⟦"08:00"⟧, channels: [a, b], category: branded, status: published }
`,
  },
  {
    name: 'an open slot outside the hours of the config',
    policy: { targets: { hours: { start: '10:00', end: '11:00' } } },
    plan: 'week: 2026-W48\nposts:\n  mon: { time: ⟦"09:59"⟧, category: branded }\n',
  },
];
