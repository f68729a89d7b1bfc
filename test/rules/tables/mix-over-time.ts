import type { Accept, Reject } from '../table.ts';

const counted = (count: number, category: string, fields: string) =>
  Array.from({ length: count }, () => `    - { category: ${category}${fields} }\n`);
const NAMES = ['branded', 'functional', 'emotional'];
const posts = (counts: readonly number[], fields = ', title: T') =>
  counts.flatMap((count, index) => counted(count, NAMES[index] ?? '', fields)).join('');
const week = (number: number, counts: readonly number[], { head = '', fields = ', title: T' } = {}) =>
  `week: 2026-W${number}\n${head}posts:\n  mon:\n${posts(counts, fields)}`;
const marked = (...given: Parameters<typeof week>) => week(...given).replace('posts:\n', '⟦posts⟧:\n');
const FIVE = [2, 1, 2];
const FIRST = week(44, FIVE);
const SECOND = week(45, FIVE);
const over = (span: string) => ({ head: `targets: { mix_over: ${span} }\n` });

export const accept: readonly Accept[] = [
  { name: 'one plan', plan: week(46, [6, 3, 6]) },
  { name: 'two weeks that are at most one and a half posts off', plan: week(45, FIVE), others: [FIRST] },
  { name: 'weeks that even out', plan: week(46, [1, 3, 1]), others: [FIRST, SECOND] },
  { name: 'weeks that come later', plan: week(44, FIVE), others: [week(46, FIVE), SECOND] },
  { name: 'weeks of another quarter', plan: week(41, FIVE), others: [week(39, FIVE), week(38, FIVE)] },
  {
    name: 'weeks of another month',
    plan: week(46, FIVE, over('month')),
    others: [week(43, FIVE), week(44, FIVE)],
  },
  { name: 'weeks before the date', plan: week(46, FIVE, over('2026-11-03')), others: [FIRST, SECOND] },
  {
    name: 'weeks that are not counted together',
    plan: week(46, FIVE, over('none')),
    others: [FIRST, SECOND],
  },
  {
    name: 'an invalid span',
    besides: ['schema'],
    plan: week(46, FIVE, over('week')),
    others: [FIRST, SECOND],
  },
  { name: 'a week of open slots', plan: week(46, FIVE, { fields: '' }), others: [FIRST, SECOND] },
  { name: 'a week that overlaps', plan: week(46, FIVE), others: [FIRST, SECOND, week(46, FIVE)] },
  {
    name: 'a week on hold',
    plan: week(46, FIVE, { head: 'hold: { from: mon, to: sun }\n' }),
    others: [FIRST, SECOND],
  },
  {
    name: 'weeks that only a hold puts off track',
    plan: `week: 2026-W46\nhold: fri\nposts:\n  mon:\n${posts([3, 0, 2])}  fri:\n${posts([0, 4, 0])}`,
    others: [FIRST, SECOND],
  },
  {
    name: 'a team that sets it off',
    rules: { 'mix-over-time': 'off' },
    plan: week(46, FIVE),
    others: [FIRST, SECOND],
  },
  {
    name: 'a wide tolerance',
    plan: week(46, FIVE, { head: 'targets: { tolerance: 20 }\n' }),
    others: [FIRST, SECOND],
  },
  {
    name: 'an invalid tolerance',
    besides: ['schema'],
    plan: week(46, FIVE, { head: 'targets: { tolerance: x }\n' }),
    others: [FIRST, SECOND],
  },
  {
    name: 'unplanned posts',
    plan: week(45, FIVE, { fields: ', title: T, unplanned: true' }),
    others: [FIRST, week(43, FIVE)],
  },
];

export const reject: readonly Reject[] = [
  { name: 'three weeks of five posts', plan: marked(46, FIVE), others: [FIRST, SECOND] },
  { name: 'two weeks of three posts', plan: marked(45, [2, 0, 1]), others: [week(44, [2, 0, 1])] },
  { name: 'the quarter around the end of a month', plan: marked(49, FIVE), others: [FIRST, week(42, FIVE)] },
  {
    name: 'weeks from a date on',
    plan: marked(46, FIVE, over('2026-10-26')),
    others: [week(40, [1, 3, 1]), FIRST, SECOND],
  },
  {
    name: 'a plan in braces, behind an emoji',
    plan: '{ x-a: "🍲", week: 2026-W46, ⟦posts⟧: { mon: [{ category: branded, title: T }, { category: branded, title: T }] } }\n',
    others: [week(45, [1, 0, 1]), week(44, [1, 0, 0])],
  },
  {
    name: 'a key that is an alias',
    plan: `x-key: &key posts\nweek: 2026-W46\n⟦*key⟧ :\n  mon:\n${posts(FIVE)}`,
    others: [FIRST, SECOND],
  },
  {
    name: 'two channels, each by itself',
    channels: ['a', 'b'],
    plan: `week: 2026-W46\nchannels: [a, b]\n⟦⟦posts⟧⟧:\n  mon:\n${posts(FIVE, ', title: T, channels: [a, b]')}`,
    others: [44, 45].map(
      (number) =>
        `week: 2026-W${number}\nchannels: [a, b]\nposts:\n  mon:\n${posts(FIVE, ', title: T, channels: [a, b]')}`,
    ),
  },
];
