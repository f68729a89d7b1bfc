import { describe, expect, test } from 'vitest';
import { analyseMix } from '../../src/analysis/mix-analysis.ts';
import { exact } from '../../src/exact.ts';
import { mixOf } from '../../src/policy/targets.ts';
import { findingsOf } from '../plans.ts';

test('a share is a part of the sum, be that not quite 100', () => {
  const mix = mixOf([
    ['a', 33.33],
    ['b', 33.33],
    ['c', 33.33],
  ]);
  const counts = new Map([
    ['a', 10_000],
    ['b', 10_000],
    ['c', 10_000],
  ]);
  const { categories, moves } = analyseMix(mix, counts, exact(0));
  expect(categories.map(({ verdict, target }) => [verdict, target])).toEqual([
    ['on_track', 33.33],
    ['on_track', 33.33],
    ['on_track', 33.33],
  ]);
  expect(categories.every(({ variance }) => variance.equals(0))).toBe(true);
  expect(moves).toBe(0);
});

test.each([
  [33.33, true],
  [33.329, false],
  [33.34, true],
  [33.35, true],
  [33.351, false],
])('a mix of 33.33, 33.33 and %d sums to 100 within 0.01: %s', (last, isRight) => {
  const mix = `{ a: 33.33, b: 33.33, c: ${last} }`;
  const text = `week: 2026-W48\ntargets: { posts_per_day: 0-9, mix: ${mix} }\nposts:\n`;
  expect(findingsOf(text, 'schema').length === 0).toBe(isRight);
});

test('35 % of 20 is 7', () => {
  const mix = mixOf([
    ['a', 35],
    ['b', 65],
  ]);
  const count = (a: number) =>
    analyseMix(
      mix,
      new Map([
        ['a', a],
        ['b', 20 - a],
      ]),
      exact(0),
    ).categories[0];
  expect(count(7)?.verdict).toBe('on_track');
  expect(count(8)?.verdict).toBe('over');
  expect(count(6)?.verdict).toBe('under');
});

describe('where one side is short, the category that is furthest off goes first', () => {
  /** The changes for categories written as `[name, percent, count]`, with no tolerance but that of rounding. */
  const changes = (...categories: [category: string, percent: number, count: number][]) =>
    analyseMix(
      mixOf(categories.map(([category, percent]) => [category, percent])),
      new Map(categories.map(([category, , count]) => [category, count])),
      exact(0),
    ).changes;

  test('of those that could give, the one furthest above its quota', () => {
    // Quotas 1.3, 1.5, 1.2, 1.4 and 4.6: each of the four may give one post, and `short` needs two.
    const given = changes(['b', 13, 2], ['d', 15, 2], ['a', 12, 2], ['c', 14, 2], ['short', 46, 2]);
    expect(given).toEqual([
      { from: 'b', to: 'short', count: 1 },
      { from: 'a', to: 'short', count: 1 },
    ]);
  });

  test('of those that could take, the one furthest below its quota', () => {
    // Quotas 1.7, 1.5, 1.8, 1.6 and 3.4: each of the four may take one post, and `long` has two too many.
    const taken = changes(['b', 17, 1], ['d', 15, 1], ['a', 18, 1], ['c', 16, 1], ['long', 34, 6]);
    expect(taken).toEqual([
      { from: 'long', to: 'b', count: 1 },
      { from: 'long', to: 'a', count: 1 },
    ]);
  });

  test('one that is off track gives on as long as it stays on track, before one that is less far off', () => {
    // Quotas 2.3, 2.5, 2.4 and 2.8: `over` has one too many and may give another, `short` needs two.
    const given = changes(['b', 23, 3], ['over', 25, 4], ['c', 24, 3], ['short', 28, 0]);
    expect(given).toEqual([{ from: 'over', to: 'short', count: 2 }]);
  });

  test('one that is off track takes on as long as it stays on track, before one that is less far off', () => {
    // Quotas 2.3, 2.5, 2.7 and 2.5: `under` needs one and may take another, `long` has two too many.
    const taken = changes(['b', 23, 2], ['under', 25, 1], ['c', 27, 2], ['long', 25, 5]);
    expect(taken).toEqual([{ from: 'long', to: 'under', count: 2 }]);
  });
});
