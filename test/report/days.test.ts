import { Chalk } from 'chalk';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/dates.ts';
import { dayGrid } from '../../src/report/pretty/day-grid.ts';
import { daySummary } from '../../src/report/pretty/day-summary.ts';
import { pretty } from '../../src/report/pretty/pretty.ts';
import { checkText } from '../plans.ts';

/** Days from a Monday on, each with so many posts, of at most 9. */
function daysOf(counts: readonly number[], first = '2026-11-23', unplanned = 0) {
  return counts.map((planned, index) => ({
    ...{ date: addDays(first, index), planned, unplanned, min: 0, max: 9, reserve: 0 },
    ...{ room: 9 - planned - unplanned, verdict: 'on_track' as const },
  }));
}

const NOTHING_HELD = new Map();

describe('days in a sentence', () => {
  test.each([
    [[8, 8, 8], '8 posts a day; room for 1 more each day'],
    [[6, 8, 7], '6 to 8 posts a day; room for 1 to 3 more each day'],
    [[1, 1], '1 post a day; room for 8 more each day'],
    [[1, 2], '1 or 2 posts a day; room for 7 or 8 more each day'],
    [[9, 8], '8 or 9 posts a day; room for up to 1 more each day'],
    [[9, 9], '9 posts a day; no room for more'],
    [[2, 2, 0], '2 posts a day, none on Wed 25 Nov; room for 7 to 9 more each day'],
    [[0, 2, 2, 0], '2 posts a day, none on Mon 23 Nov and Thu 26 Nov; room for 7 to 9 more each day'],
    [[0, 2, 2, 0, 0], '2 posts a day on 2 of 5 days; room for 7 to 9 more each day'],
    [[3, 0], '3 posts on 1 of 2 days; room for 6 to 9 more each day'],
    [[0, 0], 'no posts; room for 9 more each day'],
  ])('%j', (counts, sentence) => {
    expect(daySummary(daysOf(counts), NOTHING_HELD)).toBe(sentence);
  });
});

test.each([
  [[['2026-11-23', 'all']], 'on hold: Mon 23 Nov'],
  [
    [
      ['2026-11-23', 'part'],
      ['2026-11-24', 'all'],
    ],
    'on hold: part of Mon 23 Nov and Tue 24 Nov',
  ],
  [
    [
      ['2026-11-23', 'all'],
      ['2026-11-24', 'all'],
      ['2026-11-25', 'part'],
    ],
    'on hold: Mon 23 Nov to Wed 25 Nov (in part)',
  ],
  [
    [
      ['2026-11-05', 'all'],
      ['2026-11-25', 'all'],
      ['2026-11-26', 'all'],
      ['2026-11-27', 'all'],
    ],
    'on hold: Thu 5 Nov, and Wed 25 Nov to Fri 27 Nov',
  ],
  [
    [
      ['2026-11-05', 'all'],
      ['2026-11-25', 'all'],
      ['2026-11-27', 'all'],
    ],
    'on hold: 3 days between Thu 5 Nov and Fri 27 Nov',
  ],
] as const)('days on hold in a sentence: %j', (held, said) => {
  expect(daySummary(daysOf([1, 1, 1]), new Map(held))).toBe(
    `1 post a day; room for 8 more each day; ${said}`,
  );
});

describe('days in a grid', () => {
  const chalk = new Chalk({ level: 0 });
  const gridOf = (...[counts, first, columns = 80]: [readonly number[], string, number?]) =>
    dayGrid(daysOf(counts, first), NOTHING_HELD, columns, chalk).join('\n');

  test('of a period longer than a week stand below their weekdays', () => {
    expect(gridOf([1, 2, 3, 4, 5, 6, 7, 8, 9], '2026-11-25')).toBe(`\
           Mon  Tue  Wed  Thu  Fri  Sat  Sun
Nov                   25   26   27   28   29
planned                1    2    3    4    5
room                   8    7    6    5    4

Nov-Dec     30    1    2    3
planned      6    7    8    9
room         3    2    1    0`);
  });

  test('stand in two weeks a row where they fit', () => {
    expect(gridOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 1, 1, 1], '2026-11-25', 90)).toBe(`\
           Mon  Tue  Wed  Thu  Fri  Sat  Sun     Mon  Tue  Wed  Thu  Fri  Sat  Sun
Nov-Dec               25   26   27   28   29      30    1    2    3    4    5    6
planned                1    2    3    4    5       6    7    8    9    1    1    1
room                   8    7    6    5    4       3    2    1    0    8    8    8

Dec          7
planned      1
room         8`);
  });

  test('of at most a week stand in one row, whatever it begins with', () => {
    expect(gridOf([1, 2, 3, 4, 5, 6, 7], '2026-11-27')).toBe(`\
           Fri  Sat  Sun  Mon  Tue  Wed  Thu
Nov-Dec     27   28   29   30    1    2    3
planned      1    2    3    4    5    6    7
room         8    7    6    5    4    3    2`);
  });

  test('stand in shorter rows where a week does not fit', () => {
    expect(gridOf([1, 2, 3, 4, 5], '2026-11-23', 24)).toBe(`\
           Mon  Tue  Wed
Nov         23   24   25
planned      1    2    3
room         8    7    6

           Thu  Fri
Nov         26   27
planned      4    5
room         5    4`);
  });

  test('say of which days all or a part is on hold, in the weeks that have any', () => {
    const held = new Map([
      ['2026-11-24', 'part'],
      ['2026-11-25', 'all'],
    ] as const);
    expect(dayGrid(daysOf([1, 2, 0]), held, 80, chalk).slice(1)).toEqual([
      'Nov         23   24   25',
      'on hold      · part  all',
      'planned      1    2    0',
      'room         8    7    9',
    ]);
    const weeks = dayGrid(daysOf([1, 2, 0, 0, 0, 0, 0, 1]), held, 80, chalk);
    expect(weeks.filter((line) => line.startsWith('on hold'))).toHaveLength(1);
  });

  test('show the unplanned where there are any', () => {
    const days = [...daysOf([1]), ...daysOf([2], '2026-11-24', 3)];
    expect(dayGrid(days, NOTHING_HELD, 80, chalk).slice(2)).toEqual([
      'planned      1    2',
      'unplanned    ·    3',
      'room         8    4',
    ]);
  });
});

const WEEK = `week: 2026-W48
targets: { posts_per_day: 0-2 }
posts: { mon: [{ category: branded }, { category: branded }, { category: branded }] }
`;

test('on a wide terminal a week stands beside its bars', () => {
  const lines = pretty([checkText(WEEK)], { columns: 110, colorLevel: 0 }).split('\n');
  expect(lines.slice(5, 12)).toEqual([
    '',
    '  branded     ████│███████   3  100.0%  target 30%   +70.0 over              Mon  Tue  Wed  Thu  Fri  Sat  Sun',
    '  functional      │          0    0.0%  target 35%  -35.0 under   Nov         23   24   25   26   27   28   29',
    '  emotional       │          0    0.0%  target 35%  -35.0 under   planned     3↑    0    0    0    0    0    0',
    '                                                                  room        -1    2    2    2    2    2    2',
    '                                                                  reserve      1    1    1    1    1    1    1',
    '  ↑ more posts than the day may have',
  ]);
});

test.each([
  ['the terminal is narrower', WEEK, 109],
  [
    'the bars would be too short',
    WEEK.replace('targets: {', '$&mix: { "a name of many letters": 50, branded: 50 },'),
    110,
  ],
  ['the period is longer', WEEK.replace('week: 2026-W48', 'from: 2026-11-23\nto: 2026-11-30'), 120],
])('and below them where %s', (_, plan, columns) => {
  const lines = pretty([checkText(plan)], { columns, colorLevel: 0 }).split('\n');
  expect(lines.some((line) => line.includes('%') && /Mon|Nov/.test(line))).toBe(false);
  expect(lines.some((line) => line.startsWith('  planned'))).toBe(true);
});

test('numbers that no day has keep to their cells', () => {
  const plan =
    'week: 2026-W48\ntargets: { posts_per_day: 1-100000000 }\nposts:\n  mon: [{ category: branded }]\n';
  const lines = pretty([checkText(plan)], { columns: 60, colorLevel: 0 }).split('\n');
  expect(lines.filter((line) => line.length > 60)).toEqual([]);
  expect(lines.find((line) => line.startsWith('  room'))).toBe(`  room     ${' 999+'.repeat(7)}`);
});
