import type { Accept, Reject } from '../table.ts';

const on = (date: string, zone: string, times: readonly string[]) =>
  `from: ${date}
to: ${date}
timezone: ${zone}
posts:
  ${date}:
${times.map((time) => `    - { time: ${time}, category: branded }\n`).join('')}`;
const AUTUMN = ['2026-10-25', 'Europe/Kyiv'] as const;
const SPRING = ['2027-03-28', 'Europe/Kyiv'] as const;
const autumn = (fields: string) =>
  `from: 2026-10-25\nto: 2026-10-25\ntimezone: Europe/Kyiv\nposts:\n  sun: [{ category: branded, ${fields} }]\n`;

export const accept: readonly Accept[] = [
  { name: 'the minutes around an hour that comes twice', plan: on(...AUTUMN, ['"02:59"', '"04:00"']) },
  { name: 'the minutes around an hour that is skipped', plan: on(...SPRING, ['"02:59"', '"04:00"']) },
  { name: 'the day before the clocks go back', plan: on('2026-10-24', 'Europe/Kyiv', ['"03:30"']) },
  { name: 'the day after the clocks go back', plan: on('2026-10-26', 'Europe/Kyiv', ['"03:30"']) },
  { name: 'the day before the clocks go forward', plan: on('2027-03-27', 'Europe/Kyiv', ['"03:30"']) },
  { name: 'the day after the clocks go forward', plan: on('2027-03-29', 'Europe/Kyiv', ['"03:30"']) },
  {
    name: 'the minutes around half an hour that is skipped',
    plan: on('2026-10-04', 'Australia/Lord_Howe', ['"01:59"', '"02:30"']),
  },
  {
    name: 'the minutes around half an hour that comes twice',
    plan: on('2026-04-05', 'Australia/Lord_Howe', ['"01:29"', '"02:00"']),
  },
  {
    name: 'what is skipped half an hour elsewhere in the country',
    plan: on('2026-10-04', 'Australia/Sydney', ['"01:59"', '"03:00"']),
  },
  {
    name: 'the first minute after midnight was skipped',
    plan: on('2026-03-29', 'Atlantic/Azores', ['"01:00"']),
  },
  {
    name: 'the last minute before midnight is skipped',
    plan: on('2026-03-28', 'Atlantic/Azores', ['"23:59"']),
  },
  { name: 'a zone that changes nothing', plan: on('2026-10-25', 'Asia/Tokyo', ['"03:30"']) },
  { name: 'UTC', plan: on('2026-10-25', 'UTC', ['"03:30"']) },
  { name: 'a plan without a zone', plan: on('2026-10-25', '', ['"03:30"']) },
  {
    name: 'a zone of the config that the plan replaces',
    policy: { timezone: 'Europe/Kyiv' },
    plan: on('2026-10-25', 'Asia/Tokyo', ['"03:30"']),
  },
  { name: 'an invalid zone', besides: ['schema'], plan: on('2026-10-25', '"+02:00"', ['"03:30"']) },
  { name: 'what is cancelled', plan: autumn('time: "03:30", status: cancelled') },
  { name: 'what is on hold', plan: autumn('time: "03:30", status: on_hold') },
  { name: 'a post without time', plan: autumn('title: A') },
  { name: 'an idea', plan: `${autumn('title: A')}backlog: [{ time: "03:30" }]\n` },
];

export const reject: readonly Reject[] = [
  { name: 'both ends of an hour that comes twice', plan: on(...AUTUMN, ['⟦"03:00"⟧', '⟦"03:59"⟧']) },
  { name: 'both ends of an hour that is skipped', plan: on(...SPRING, ['⟦"03:00"⟧', '⟦"03:59"⟧']) },
  {
    name: 'both ends of half an hour that is skipped',
    plan: on('2026-10-04', 'Australia/Lord_Howe', ['⟦"02:00"⟧', '⟦2:29⟧']),
  },
  {
    name: 'both ends of half an hour that comes twice',
    plan: on('2026-04-05', 'Australia/Lord_Howe', ['⟦"01:30"⟧', '⟦1:59⟧']),
  },
  {
    name: 'midnight, where it is skipped',
    plan: on('2026-03-29', 'Atlantic/Azores', ['⟦"00:00"⟧', '⟦0:59⟧']),
  },
  {
    name: 'midnight, where it comes twice',
    plan: on('2026-10-25', 'Atlantic/Azores', ['⟦"00:00"⟧', '⟦0:59⟧', '1:00']),
  },
  {
    name: 'a day that is skipped whole',
    plan: on('2011-12-30', 'Pacific/Apia', ['⟦"00:00"⟧', '⟦12:00⟧', '⟦23:59⟧']),
  },
  {
    name: 'a time in block style, of an unplanned post',
    plan: `week: 2026-W43
timezone: Europe/Kyiv
posts:
  sat:
    time: "03:30"
    category: branded
  sun:
    - unplanned: true
      time: ⟦'03:30'⟧
`,
  },
  {
    name: 'a time behind an emoji',
    plan: 'week: 2026-W43\ntimezone: Europe/Kyiv\nposts: { sun: [{ title: "🍲 soup", category: branded, time: ⟦03:30⟧ }] }\n',
  },
  {
    name: 'a time and a post that came through aliases',
    plan: `week: 2026-W43
timezone: Europe/Kyiv
x-early: &early "03:30"
x-post: &post { category: branded, time: *early }
posts:
  sat: [*post]
  sun: [{ category: branded, time: ⟦*early⟧ }, ⟦*post⟧]
`,
  },
  {
    name: 'a time that came through a merge, where it was written',
    plan: `week: 2026-W43
timezone: Europe/Kyiv
x-post: &post { category: branded, time: ⟦"03:30"⟧ }
posts:
  sun: [{ <<: *post, title: A }]
`,
  },
  {
    name: 'a post on two channels once',
    plan: 'week: 2026-W43\ntimezone: Europe/Kyiv\nchannels: [a, b]\nposts:\n  - { date: sun, channels: [a, b], category: branded, time: ⟦"03:30"⟧ }\n',
  },
  {
    name: 'a zone of the config',
    policy: { timezone: 'Europe/Kyiv' },
    plan: 'week: 2026-W43\nposts:\n  sun: { category: branded, time: ⟦"03:30"⟧ }\n',
  },
];
