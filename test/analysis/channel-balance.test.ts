import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyseMix } from '../../src/analysis/mix-analysis.ts';
import { analyseSeries, runningSeries } from '../../src/analysis/series.ts';
import { exact, rounded } from '../../src/exact.ts';
import { type Mix, mixOf } from '../../src/policy/targets.ts';
import { week } from '../cli/weeks.ts';
import { balanced } from '../report/balanced.ts';

const MIXES: readonly Mix[] = [
  mixOf([
    ['branded', 30],
    ['functional', 35],
    ['emotional', 35],
  ]),
  mixOf([
    ['functional', 50],
    ['news', 50],
  ]),
];

const plan = fc.record({
  mix: fc.constantFrom(...MIXES),
  counts: fc.array(fc.nat(9), { minLength: 3, maxLength: 3 }),
});

test('at every plan the running series is the series of the plans up to it', () => {
  fc.assert(
    fc.property(fc.array(plan, { minLength: 1, maxLength: 8 }), (plans) => {
      const parts = plans.map(({ mix, counts }, index) => {
        const own = new Map(mix.map(({ category }, at) => [category, counts[at] ?? 0]));
        return { from: `2026-01-0${index + 1}`, counts: analyseMix(mix, own, exact(5)) };
      });
      const mix = plans.at(-1)?.mix ?? [];
      const wanted = parts.map((_, index) => analyseSeries(parts.slice(0, index + 1), mix, exact(5)));
      expect(runningSeries(parts, mix, exact(5))).toEqual(wanted);
    }),
  );
});

test('twelve weeks of the third worked example', () => {
  const weeks = Array.from({ length: 12 }, (_, index) => week(`2026-W${40 + index}`, [2, 1, 2]));
  const [channel, ...others] = balanced(weeks).channels;
  expect(others).toEqual([]);
  expect(
    channel?.sum.categories.map(({ count, quota, verdict }) => [count, rounded(quota, 2), verdict]),
  ).toEqual([
    [24, 18, 'over'],
    [12, 21, 'under'],
    [24, 21, 'on_track'],
  ]);
  expect([...(channel?.next?.counts.values() ?? [])]).toEqual([0, 3, 2]);
  expect(channel?.plans.map(({ categories }) => rounded(categories[1]?.variance ?? exact(0), 2))).toEqual(
    Array(12).fill(-15),
  );
  expect(channel?.isOffTrack).toBe(true);
});

test('two weeks of the first worked example are not off track, three of the second are', () => {
  const of = (count: number) =>
    balanced(Array.from({ length: count }, (_, index) => week(`2026-W${40 + index}`, [2, 1, 2]))).channels[0];
  expect(of(2)?.isOffTrack).toBe(false);
  expect(of(3)?.isOffTrack).toBe(true);
  expect([...(of(2)?.next?.counts.values() ?? [])]).toEqual([1, 3, 1]);
});
