import type { Accept, Reject } from '../table.ts';

const POST = '{ category: branded }';
const week = (...days: readonly string[]) => span('week: 2026-W48', ...days);
const span = (period: string, ...days: readonly string[]) =>
  `${period}\nposts:\n${days.map((day) => `  ${day}: ${POST}\n`).join('')}`;
const list = (...posts: readonly string[]) =>
  `week: 2026-W48\nposts:\n${posts.map((post) => `  - ${post}\n`).join('')}`;

export const accept: readonly Accept[] = [
  {
    name: 'weekdays in short and in full, in any letters',
    plan: week('mon', 'Tuesday', 'WED', 'thursday', 'Fri', 'SATURDAY', 'sUn'),
  },
  { name: 'the first and the last day as dates', plan: week('2026-11-23', '"2026-11-29"') },
  { name: 'a weekday and the date of another', plan: week('mon', '2026-11-24') },
  {
    name: 'a weekday in a week that begins on another day',
    plan: span('from: 2026-11-25\nto: 2026-12-01', 'tue', 'wed'),
  },
  { name: 'a weekday in three days', plan: span('from: 2026-11-25\nto: 2026-11-27', 'wed', 'fri') },
  { name: 'a leap day', plan: span('from: 2028-02-01\nto: 2028-02-29', '2028-02-29') },
  { name: 'a week over the end of a year', plan: span('week: 2026-W53', '2026-12-28', '2027-01-03', 'fri') },
  {
    name: 'a day without posts, and a key of its own',
    plan: 'week: 2026-W48\nposts:\n  mon:\n  tue: []\n  x-someday: true\n',
  },
  {
    name: 'dates of posts in a list, one day twice',
    plan: list('{ date: mon, category: branded }', '{ date: 2026-11-23, category: branded }'),
  },
  {
    name: 'a cancelled post in a list without a date',
    plan: list('{ status: cancelled, category: branded }'),
  },
  {
    name: 'a post on hold in a list, with nothing for its date',
    plan: list('{ date: , status: on_hold, category: branded }'),
  },
  { name: 'an idea', plan: `${week()}backlog: [{ category: branded }]\n` },
  {
    name: 'a date of a post under a day, which is another rule',
    besides: ['schema'],
    plan: 'week: 2026-W48\nposts:\n  mon: { date: someday, category: branded }\n',
  },
  {
    name: 'a date of an idea, which is another rule',
    besides: ['schema'],
    plan: `${week()}backlog: { date: someday, category: branded }\n`,
  },
  { name: 'a mistyped key for the date', besides: ['schema'], plan: list('{ dat: mon, category: branded }') },
  { name: 'a date that came through a merge', plan: list('{ <<: { date: mon }, category: branded }') },
  {
    name: 'a day beside the merge that brings it',
    plan: `x-days: &days { mon: [${POST}] }\nweek: 2026-W48\nposts: { <<: *days, mon: [] }\n`,
  },
];

export const reject: readonly Reject[] = [
  { name: 'the day before and the day after', plan: week('⟦2026-11-22⟧', 'mon', '⟦2026-11-30⟧') },
  {
    name: 'a day that no month has',
    plan: span('from: 2026-02-01\nto: 2026-03-31', '⟦2026-02-29⟧', '⟦2026-13-01⟧', '⟦"2026-03-00"⟧'),
  },
  { name: 'what is no day', plan: week('⟦someday⟧', "⟦'mo'⟧", '⟦Montag⟧', '⟦2026-11-4⟧', '⟦24.11.2026⟧') },
  { name: 'a weekday and its date', plan: week('mon', '⟦2026-11-23⟧') },
  {
    name: 'a date and its weekday in short and in full',
    plan: week('2026-11-23', '⟦mon⟧', '⟦Monday⟧', '⟦MON⟧'),
  },
  {
    name: 'a weekday in eight days, be it there once',
    plan: span('from: 2026-11-23\nto: 2026-11-30', '⟦tue⟧', '⟦mon⟧'),
  },
  {
    name: 'a weekday that three days do not have',
    plan: span('from: 2026-11-25\nto: 2026-11-27', '⟦Tuesday⟧'),
  },
  { name: 'a day without posts', plan: 'week: 2026-W48\nposts:\n  ⟦never⟧:\n  sun: []\n  ⟦Sunday⟧: []\n' },
  {
    name: 'days behind an emoji, in flow style',
    plan: `week: 2026-W48\nposts: { x-note: "🍲", ⟦never⟧: [${POST}], mon: [], ⟦2026-11-23⟧: ${POST} }\n`,
  },
  {
    name: 'dates of posts in a list, in flow style',
    plan: list(
      '{ category: branded, date: ⟦never⟧ }',
      '{ category: branded, date: mon }',
      '{ title: "🍲 soup", category: branded, date: ⟦2026-11-30⟧ }',
    ),
  },
  {
    name: 'a date of a post in block style',
    plan: list('title: A\n    category: branded\n    date: ⟦"2026-02-30"⟧ # when?'),
  },
  {
    name: 'posts in a list without a date',
    plan: list(
      '⟦{ category: branded }⟧',
      '⟦title: A\n    category: branded⟧',
      '⟦{ date: , category: branded }⟧',
    ),
  },
  {
    name: 'a post without a date behind an emoji',
    plan: 'week: 2026-W48\nposts: [{ title: "🍲", date: mon, category: branded }, ⟦{ category: branded }⟧]\n',
  },
  {
    name: 'an unplanned post and one that is published, without a date',
    plan: list('⟦{ unplanned: true }⟧', '⟦{ status: published, category: branded }⟧'),
  },
  {
    name: 'an impossible date of a post that does not go out',
    plan: list('{ date: ⟦never⟧, status: cancelled }', '{ date: ⟦2026-12-01⟧, status: on_hold }'),
  },
  {
    name: 'holds wholly outside the plan, on a day that is none, or on a weekday that it does not have once',
    plan: `from: 2026-11-23\nto: 2026-12-03\nhold:\n  - ⟦{ from: 2025-11-26, to: 2025-11-27 }⟧\n  - ⟦{ from: 2026-12-04T00:00, to: 2026-12-24 }⟧\n  - ⟦2026-11-22⟧\n  - ⟦someday⟧\n  - ⟦mon⟧\n  - { from: ⟦tue 9:00⟧, to: sat }\n  - { from: 2026-01-01, to: 2026-11-23 }\nposts:\n`,
  },
  { name: 'a day whose key came through an alias', plan: `x-day: &day never\n${week('⟦*day⟧ ')}` },
  {
    name: 'a day whose posts came through an alias, at its key',
    plan: `x-posts: &posts [${POST}]\nweek: 2026-W48\nposts:\n  ⟦never⟧: *posts\n`,
  },
  {
    name: 'a date and a post that came through aliases',
    plan: list('{ date: &day ⟦never⟧, category: branded }', '{ date: ⟦*day⟧, category: branded }'),
  },
  {
    name: 'posts that came through an alias',
    plan: `x-a: &a { category: branded }\nx-b: &b { category: branded, date: never }\n${list('⟦*a⟧', '⟦*b⟧')}`,
  },
  {
    name: 'days that came through a merge, where they were written',
    plan: `x-days: &days { ⟦never⟧: ${POST} }\nweek: 2026-W48\nposts: { <<: *days, mon: [] }\n`,
  },
  {
    name: 'a day beside the merge that brings it, and its date',
    plan: `x-days: &days { mon: [${POST}], never: [] }\nweek: 2026-W48\nposts: { <<: *days, mon: [], ⟦never⟧: ${POST}, ⟦2026-11-23⟧: [] }\n`,
  },
];
