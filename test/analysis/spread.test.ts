import { expect, test } from 'vitest';
import { longestStreak, spreadBound } from '../../src/analysis/spread.ts';
import { mixOf } from '../../src/policy/targets.ts';

test.each([
  [[['a', 100]], '0'],
  [
    [
      ['a', 100],
      ['b', 0],
    ],
    '0',
  ],
  [
    [
      ['a', 50],
      ['b', 50],
    ],
    '1/2',
  ],
  [
    [
      ['a', 50],
      ['b', 50],
      ['c', 0],
    ],
    '1/2',
  ],
  [
    [
      ['a', 30],
      ['b', 35],
      ['c', 35],
    ],
    '3/4',
  ],
  [
    [
      ['a', 30],
      ['b', 35],
      ['c', 35],
      ['d', 0],
      ['e', 0],
    ],
    '3/4',
  ],
] as const)(
  'of %j a count may be %s of a post from its share: categories without one do not count',
  (shares, bound) => {
    const { n, d } = spreadBound(mixOf(shares));
    expect(d === 1n ? `${n}` : `${n}/${d}`).toBe(bound);
  },
);

test.each([
  [
    [
      ['a', 100],
      ['b', 0],
    ],
    Number.POSITIVE_INFINITY,
  ],
  [
    [
      ['a', 90],
      ['b', 10],
    ],
    10,
  ],
  [
    [
      ['a', 90],
      ['b', 10],
      ['c', 0],
    ],
    10,
  ],
  [
    [
      ['a', 30],
      ['b', 35],
      ['c', 35],
    ],
    3,
  ],
] as const)('of %j the first may follow itself %s times', (shares, streak) => {
  const mix = mixOf(shares);
  const [first] = mix;
  if (first === undefined) throw new Error('no category');
  expect(longestStreak(first, mix)).toBe(streak);
});
