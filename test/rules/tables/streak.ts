import type { Accept, Reject } from '../table.ts';

const MONDAY = '  mon:\n';
const week = (posts: string, targets = 'max_streak: 2', head = '') =>
  `week: 2026-W48\n${head}targets: { posts_per_day: 0-99, ${targets} }\nposts:\n${posts}`;
const at = (hour: number, category: string, more = '') =>
  `{ time: "${String(hour).padStart(2, '0')}:00", category: ${category}${more} }`;
const hourly = (categories: readonly string[], marked = -1) =>
  categories
    .map((category, index) => at(index, category))
    .map((post, index) => `    - ${index === marked ? `⟦${post}⟧` : post}\n`)
    .join('');
const run = (count: number, category = 'branded', marked = -1) =>
  MONDAY +
  hourly(
    Array.from({ length: count }, () => category),
    marked,
  );
const SELDOM = 'mix: { branded: 80, fun: 20 }';
const OFTEN = 'mix: { branded: 70, fun: 20, other: 10 }';

export const accept: readonly Accept[] = [
  { name: 'as many in a row as allowed', plan: week(run(2)) },
  { name: 'three in a row where nothing is said', plan: week(run(3), '') },
  { name: 'as many as an even week can have of 80 %', plan: week(run(5), SELDOM) },
  { name: 'as many as an even week can have of 70 % in three categories', plan: week(run(5), OFTEN) },
  {
    name: 'any number of the one category that has everything',
    plan: week(run(20), 'mix: { branded: 100, fun: 0 }'),
  },
  {
    name: 'a run that another category interrupts',
    plan: week(MONDAY + hourly(['branded', 'branded', 'emotional', 'branded', 'branded'])),
  },
  {
    name: 'a run that an unplanned post of another category interrupts',
    plan: week(`${run(2)}    - ${at(1, 'emotional', ', unplanned: true')}\n    - ${at(2, 'branded')}\n`),
  },
  {
    name: 'a run that another category interrupts in the order of time',
    plan: week(`${run(3)}    - { time: "00:30", category: emotional }\n`),
  },
  {
    name: 'posts without time',
    plan: week(`${run(2)}    - { category: branded }\n    - { category: branded }\n`),
  },
  {
    name: 'posts without a valid time',
    besides: ['schema'],
    plan: week(`${run(2)}    - { category: branded, time: 24:00 }\n`),
  },
  {
    name: 'what does not go out',
    plan: week(
      `${run(2)}    - ${at(3, 'branded', ', status: cancelled')}\n    - ${at(4, 'branded', ', status: on_hold')}\n`,
    ),
  },
  {
    name: 'posts without a valid day',
    besides: ['date'],
    plan: week(`${run(2)}  noday: ${at(3, 'branded')}\n`),
  },
  { name: 'ideas', plan: `${week(run(2))}backlog: [${at(3, 'branded')}]\n` },
  {
    name: 'posts on different channels',
    plan: week(
      `  mon: [${at(1, 'branded', ', channels: [a, b]')}, ${at(2, 'branded', ', channel: a')}, ${at(3, 'branded', ', channel: b')}]\n`,
      'max_streak: 2',
      'channels: [a, b]\n',
    ),
  },
  { name: 'an invalid mix', besides: ['schema'], plan: week(run(9), 'mix: none') },
  { name: 'an invalid max_streak', besides: ['schema'], plan: week(run(9), 'max_streak: 0') },
];

export const reject: readonly Reject[] = [
  { name: 'the first post beyond the limit, once a run', plan: week(run(5, 'branded', 2)) },
  { name: 'the fourth where nothing is said', plan: week(run(4, 'emotional', 3), '') },
  { name: 'the sixth of 80 %', plan: week(run(6, 'branded', 5), SELDOM) },
  { name: 'the sixth of 70 % in three categories', plan: week(run(6, 'branded', 5), OFTEN) },
  {
    name: 'the fourth of a category that should have nothing',
    plan: week(run(4, 'fun', 3), 'mix: { branded: 100, fun: 0 }'),
  },
  {
    name: 'every second of a kind',
    plan: week(MONDAY + hourly(['branded', 'emotional', 'emotional', 'branded'], 2), 'max_streak: 1'),
  },
  {
    name: 'two runs over days, in block style, in the order of time',
    plan: week(`  tue:
    - ⟦time: 9:00
      category: branded
      title: The third⟧
    - time: 8:00
      category: branded
    - time: 10:00
      category: emotional
    - time: 10:00
      category: emotional
    - ⟦time: 10:00
      unplanned: true
      category: emotional⟧
  mon:
    time: 23:59
    category: branded
`),
  },
  {
    name: 'a run over posts that have no time, do not go out or have no valid category',
    besides: ['category'],
    plan: week(
      `${run(2)}    - { category: emotional }\n    - ${at(2, 'emotional', ', status: cancelled')}\n    - ${at(3, 'nope')}\n    - { time: "04:00", unplanned: true }\n    - ⟦${at(5, 'branded')}⟧\n`,
    ),
  },
  {
    name: 'a post behind an emoji',
    plan: week(`  mon: [${at(1, 'branded')}, ${at(2, 'branded', ', title: "🍲"')}, ⟦${at(3, 'branded')}⟧]\n`),
  },
  {
    name: 'a category that the format implies',
    plan: week(
      '  mon: [{ time: 1:00, format: promo }, { time: 2:00, category: branded }, ⟦{ time: 3:00, format: launch }⟧]\n',
    ),
  },
  {
    name: 'a post that came through an alias',
    plan: week(`  mon: [&post ${at(1, 'branded')}, *post]\n  tue:\n    - ⟦*post⟧\n    - *post\n`),
  },
  {
    name: 'a post whose keys came through a merge',
    plan: week(
      `  mon: [&post ${at(1, 'branded')}, *post]\n  tue:\n    - ⟦<<: *post\n      title: The third⟧\n`,
    ),
  },
  {
    name: 'a post on two channels, each by its own limit',
    channels: ['a', 'b', 'a'],
    plan: `week: 2026-W48
channels: { a: { max_streak: 1 }, b: { max_streak: 2 }, c: }
posts:
  - { date: mon, time: 9:00, category: branded, channels: [b, c] }
  - { date: mon, time: 9:01, category: branded, channels: [a, b, c] }
  - ⟦⟦{ date: mon, time: 9:02, category: branded, channels: [a, b, c] }⟧⟧
  - { date: mon, time: 9:03, category: emotional, channel: a }
  - { date: mon, time: 9:04, category: functional, channel: a }
  - ⟦{ date: mon, time: 9:05, category: functional, channel: a }⟧
`,
  },
  {
    name: 'the third of the one category that has everything, where two are allowed',
    plan: week(run(3, 'branded', 2), 'max_streak: 2, mix: { branded: 100, fun: 0 }'),
  },
];
