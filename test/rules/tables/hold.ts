import type { Accept, Reject } from '../table.ts';

const HEAD = 'week: 2026-W48\ntargets: { posts_per_day: 0-9 }\n';
const HOLD = 'hold: { from: 2026-11-25, to: 2026-11-26, reason: a storm }\n';
const held = (posts: string) => `${HEAD}${HOLD}posts:\n${posts}`;
/** The hold is marked, for it suspends something. */
const MARKED = HOLD.replace(/\{.*\}/, '⟦$&⟧');
const marked = (posts: string) => `${HEAD}${MARKED}posts:\n${posts}`;
const thursday = (fields: string) => held(`  thu: [{ category: branded, ${fields} }]\n`);
const from = (hold: string, posts: string) => `${HEAD}hold: ${hold}\nposts:\n${posts}`;
const SALE = 'category: branded, title: Sale';

export const accept: readonly Accept[] = [
  { name: 'what is published', plan: thursday('title: Sale, status: published') },
  { name: 'what is on hold', plan: thursday('title: Sale, status: on_hold') },
  { name: 'what is cancelled', plan: thursday('title: Sale, status: cancelled') },
  { name: 'an unplanned post', plan: thursday('title: What we do now, unplanned: true, status: scheduled') },
  {
    name: 'what is said in the crisis',
    plan: thursday('title: A, format: crisis-statement, status: scheduled'),
  },
  {
    name: 'the days before and after',
    plan: held(`  tue: { ${SALE}, status: scheduled }\n  fri: { ${SALE}, status: scheduled }\n`),
  },
  { name: 'an idea', plan: `${held('')}backlog: [{ category: branded, title: Sale, status: scheduled }]\n` },
  {
    name: 'a post where no day is on hold',
    plan: `${HEAD}posts:\n  thu: { category: branded, title: Sale, status: scheduled }\n`,
  },
  {
    name: 'a hold with nothing after it',
    plan: `${HEAD}hold:\nposts:\n  thu: { category: branded, title: Sale, status: scheduled }\n`,
  },
  {
    name: 'a hold that is wholly outside the plan',
    besides: ['date'],
    plan: from('{ from: 2025-11-23, to: 2025-11-29 }', `  mon: { ${SALE}, status: scheduled }\n`),
  },
  {
    name: 'a post before the time at which the hold begins, and one at the time at which it ends',
    plan: from(
      '{ from: thu 12:00, to: 2026-11-27T18:00 }',
      `  thu: { time: "11:59", ${SALE}, status: scheduled }\n  fri: { time: "18:00", ${SALE}, status: scheduled }\n`,
    ),
  },
  {
    name: 'a post without a valid day',
    besides: ['date'],
    plan: held(`  2026-11-31: { ${SALE}, status: scheduled }\n`),
  },
  {
    name: 'a post where the config sets it off',
    rules: { hold: 'off' },
    plan: thursday('title: Sale, status: scheduled'),
  },
  { name: 'a day on hold without posts', plan: held('  thu:\n  wed: []\n') },
];

export const reject: readonly Reject[] = [
  {
    name: 'an open slot, which is kept back, but not by any scheduler',
    plan: marked('  thu: [{ category: branded, status: scheduled }]\n'),
    severities: ['info'],
  },
  {
    name: 'the first and the last day on hold',
    plan: marked(
      '  wed: ⟦{ category: branded, title: Sale, status: scheduled }⟧\n  thu:\n    - ⟦{ status: scheduled, text: Sale! }⟧\n',
    ),
    severities: ['info', 'error', 'error'],
    dates: ['', '2026-11-25', '2026-11-26'],
  },
  {
    name: 'as an error what is scheduled, of all that is kept back',
    plan: marked(`  thu:
    - { category: branded, title: A, status: draft }
    - { category: branded, title: B, status: in_review }
    - { category: branded, title: C, status: approved }
    - ⟦{ category: branded, title: D, status: scheduled }⟧
    - { category: branded, title: E, status: published }
    - { category: branded, title: F, status: on_hold }
    - { category: branded, title: G, status: cancelled }
`),
    severities: ['info', 'error'],
  },
  {
    name: 'a day by its weekday, and by its date, in a list',
    plan: from(
      '[⟦thu⟧, ⟦2026-11-27⟧]',
      `  thu: { ${SALE} }\n  fri: { ${SALE} }\n  sat: { ${SALE}, status: scheduled }\n`,
    ),
    severities: ['info', 'info'],
  },
  {
    name: 'a single day',
    plan: from('⟦Thursday⟧', `  thu: ⟦{ ${SALE}, status: scheduled }⟧\n`),
    severities: ['info', 'error'],
  },
  {
    name: 'a weekday that a longer plan has once',
    plan: `from: 2026-11-23\nto: 2026-12-01\ntargets: { posts_per_day: 0-9 }\nhold: ⟦wed⟧\nposts:\n  2026-11-25: { ${SALE} }\n`,
    severities: ['info'],
  },
  {
    name: 'times: from the first on, to the last but not at it, and posts without a time on those days',
    plan: from(
      '⟦{ from: thu 12:00, to: "2026-11-27T18:00" }⟧',
      `  thu:
    - { time: "11:59", ${SALE}, status: scheduled }
    - ⟦{ time: "12:00", ${SALE}, status: scheduled }⟧
    - ⟦{ ${SALE}, status: scheduled }⟧
  fri:
    - ⟦{ time: "17:59", ${SALE}, status: scheduled }⟧
    - ⟦{ time: "25:00", ${SALE}, status: scheduled }⟧
    - { time: "18:00", ${SALE}, status: scheduled }
`,
    ),
    besides: ['schema'],
    severities: ['info', 'error', 'error', 'error', 'error'],
  },
  {
    name: 'the part of a hold that is within the plan',
    plan: from(
      '⟦{ from: 2026-11-29, to: 2026-12-24 }⟧',
      `  sat: { ${SALE}, status: scheduled }\n  sun: { ${SALE} }\n`,
    ),
    severities: ['info'],
  },
  {
    name: 'each hold that keeps something back, by itself',
    plan: from('[⟦thu⟧, ⟦{ from: wed, to: fri }⟧, sat]', `  thu: { ${SALE} }\n`),
    severities: ['info', 'info'],
  },
  {
    name: 'the info as an info, whatever the config sets',
    rules: { hold: 'warning' },
    plan: marked(`  thu: ⟦{ ${SALE}, status: scheduled }⟧\n`),
    severities: ['info', 'warning'],
  },
  {
    name: 'a post in block style',
    plan: marked(
      '  thu:\n    - ⟦title: Sale\n      category: branded\n      status: scheduled\n      tags: [black, friday]⟧\n',
    ),
    severities: ['info', 'error'],
  },
  {
    name: 'a post behind an emoji',
    plan: marked(
      '  thu: [{ title: "🌩️🍲", unplanned: true }, ⟦{ title: Sale, category: branded, status: scheduled }⟧]\n',
    ),
    severities: ['info', 'error'],
  },
  {
    name: 'posts that came through an alias, on a day on hold alone',
    plan: `x-sale: &sale { title: Sale, category: branded, status: scheduled }\n${marked('  tue: *sale\n  wed: ⟦*sale⟧\n  thu: [⟦*sale⟧]\n')}`,
    severities: ['info', 'error', 'error'],
  },
  {
    name: 'a post whose keys came through a merge',
    plan: `x-sale: &sale { title: Sale, category: branded, status: scheduled }\n${marked('  thu:\n    - ⟦<<: *sale⟧\n')}`,
    severities: ['info', 'error'],
  },
  {
    name: 'a post on two channels once',
    plan: `channels: [a, b]\n${marked('  thu: ⟦{ channels: [a, b], category: branded, title: Sale, status: scheduled }⟧\n')}`,
    severities: ['info', 'error'],
  },
  {
    name: 'a post on a day that is off as well',
    plan: `week: 2026-W48\ntargets: { days_off: thu, posts_per_day: 0-3 }\n${MARKED}posts:\n  thu: ⟦{ ${SALE}, status: scheduled }⟧\n`,
    severities: ['info', 'error'],
  },
  {
    name: 'a post without a valid category, as far as the rest of it allows',
    besides: ['category'],
    plan: marked('  thu: ⟦{ category: nope, title: Sale, status: scheduled }⟧\n'),
    severities: ['info', 'error'],
  },
];
