import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyseMix } from '../../src/analysis/mix-analysis.ts';
import { nextCounts } from '../../src/analysis/next-plan.ts';
import { analyseSeries, type SeriesPart } from '../../src/analysis/series.ts';
import { withCategories } from '../../src/drafting/slot-categories.ts';
import { exact } from '../../src/exact.ts';
import { DEFAULT_TARGETS, mixOf } from '../../src/policy/targets.ts';
import { blankOf } from './blank-plans.ts';

/** A mix of whole shares of 2 to 5 categories, with counts that plans before have of them. */
const given = fc.integer({ min: 2, max: 5 }).chain((size) =>
  fc.record({
    shares: fc
      .array(fc.integer({ min: 0, max: 10 }), { minLength: size, maxLength: size })
      .filter((shares) => shares.filter((share) => share > 0).length > 1),
    before: fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: size, maxLength: size }), {
      minLength: 1,
      maxLength: 6,
    }),
    posts: fc.integer({ min: 1, max: 30 }),
  }),
);

test('the slots of a new week have the counts that the weeks before ask for, in an even order', () => {
  fc.assert(
    fc.property(given, ({ shares, before, posts }) => {
      const sum = shares.reduce((all, share) => all + share, 0);
      const mix = mixOf(shares.map((share, index) => [`c${index}`, (share / sum) * 100]));
      const [tolerance, limit] = [exact(5), exact(15)];
      const parts = before.map((counts): SeriesPart => {
        const byCategory = new Map(counts.map((count, index) => [`c${index}`, count]));
        return { from: '2026-10-05', counts: analyseMix(mix, byCategory, tolerance) };
      });
      fc.pre(parts.some((part) => part.counts.counted > 0));
      const moments = Array.from({ length: posts }, (_, minute) => {
        return { date: '2026-11-23', minute, hasTime: true, isSlot: true, category: null, format: null };
      });
      const targets = { ...DEFAULT_TARGETS, mix, tolerance, limit };
      const { chosen, notes } = withCategories(moments, { name: 'a', targets, layers: [] }, parts);
      const wanted = nextCounts(analyseSeries(parts, mix, tolerance), { posts, mix, tolerance, limit });
      const counts = new Map([...wanted.keys()].map((category) => [category, 0]));
      const m = [...wanted.values()].filter((count) => count > 0).length;
      const bound = m === 1 ? 0 : 1 - 1 / (2 * m - 2);
      for (const [index, { category }] of chosen.entries()) {
        counts.set(category, (counts.get(category) ?? 0) + 1);
        for (const [each, count] of wanted) {
          const even = (count / posts) * (index + 1);
          expect(Math.abs((counts.get(each) ?? 0) - even)).toBeLessThanOrEqual(bound + 1e-9);
        }
      }
      expect(counts).toEqual(wanted);
      expect(notes.filter((note) => note.includes('too few slots'))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('a week like one with more slots than a plan may have is refused', () => {
  const slot = { weekday: 'mon', time: null, channel: 'default', format: null, implied: null } as const;
  const slots = (count: number) => Array.from({ length: count }, () => slot);
  const weekLike = (count: number) => blankOf('week: 2026-W48\nposts:\n', { like: slots(count) });
  expect(weekLike(3)).toMatchObject({ slots: [{}, {}, {}] });
  expect(weekLike(100_001)).toEqual({ problems: [expect.stringContaining('more than 100000 slots')] });
});
