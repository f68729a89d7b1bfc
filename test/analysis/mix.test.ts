import { expect, test } from 'vitest';
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
