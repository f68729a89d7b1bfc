import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spreadEvenly } from '../../src/analysis/sequence.ts';
import { spreadBound } from '../../src/analysis/spread.ts';
import type { Slot } from '../../src/analysis/windows.ts';
import { Fraction } from '../../src/exact.ts';
import { type Mix, mixOf } from '../../src/policy/targets.ts';

const DEFAULT: Mix = mixOf([
  ['branded', 30],
  ['functional', 35],
  ['emotional', 35],
]);

/** Mixes of 2 to 12 categories, some without a share, some with decimals, summing to about 100. */
const mixes = fc
  .array(fc.integer({ min: 0, max: 50 }), { minLength: 2, maxLength: 12 })
  .filter((parts) => parts.some((part) => part > 0))
  .map((parts) => {
    const sum = parts.reduce((all, part) => all + part, 0);
    const percents = parts.map((part) => Math.round((part * 10_000) / sum) / 100);
    return mixOf(percents.map((percent, index) => [`c${index}`, percent] as const));
  });

/** The greatest distance, in posts, of any category from its share after any slot. */
function greatestDistance(mix: Mix, sequence: readonly string[]): Fraction {
  let greatest = new Fraction(0);
  for (const { category, share } of mix) {
    let count = 0;
    for (const [index, each] of sequence.entries()) {
      if (each === category) count++;
      const distance = share
        .mul(index + 1)
        .sub(count)
        .abs();
      if (distance.gt(greatest)) greatest = distance;
    }
  }
  return greatest;
}

/** How far any category is from its share after the last slot, in posts. */
function distanceAtTheEnd(mix: Mix, sequence: readonly string[]): Fraction {
  return mix.reduce((most, { category, share }) => {
    const count = sequence.filter((each) => each === category).length;
    const distance = share.mul(sequence.length).sub(count).abs();
    return distance.gt(most) ? distance : most;
  }, new Fraction(0));
}

/** Every way to fill the free slots. */
function* allWays(mix: Mix, slots: readonly Slot[]): Iterable<readonly string[]> {
  const [first, ...rest] = slots;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const others of allWays(mix, rest)) {
    for (const category of first === null ? mix.map((part) => part.category) : [first])
      yield [category, ...others];
  }
}

const free = (length: number): readonly Slot[] => Array.from({ length }, () => null);

describe('a sequence without anything fixed', () => {
  test('keeps the bound of Tijdeman after every slot, for any mix', () => {
    fc.assert(
      fc.property(mixes, fc.integer({ min: 0, max: 120 }), (mix, length) => {
        const sequence = spreadEvenly(mix, free(length));
        expect(sequence.length).toBe(length);
        expect(greatestDistance(mix, sequence).lte(spreadBound(mix))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('of 56 slots has the default mix as nearly as whole posts can', () => {
    const sequence = spreadEvenly(DEFAULT, free(56));
    const counts = DEFAULT.map(({ category }) => sequence.filter((each) => each === category).length);
    expect(counts).toEqual([17, 20, 19]);
    expect(sequence.slice(0, 7).map((each) => each[0])).toEqual(['f', 'e', 'b', 'f', 'e', 'b', 'f']);
  });
});

test('a sequence keeps a streak that the mix allows with a little to spare', () => {
  const longest = (sequence: readonly string[]) => {
    let streak = 0;
    return sequence.reduce((most, each, index) => {
      streak = each === sequence[index - 1] ? streak + 1 : 1;
      return Math.max(most, streak);
    }, 0);
  };
  fc.assert(
    fc.property(
      mixes,
      fc.integer({ min: 0, max: 90 }),
      fc.integer({ min: 2, max: 4 }),
      (mix, length, streak) => {
        fc.pre(
          mix.every(({ share }) =>
            share
              .mul(streak + 1)
              .add(new Fraction(1, 4))
              .lte(streak),
          ),
        );
        const sequence = spreadEvenly(mix, free(length), streak);
        expect(longest(sequence)).toBeLessThanOrEqual(streak);
        expect(greatestDistance(mix, sequence).lte(spreadBound(mix))).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});

describe('a sequence with fixed slots', () => {
  const weeks = fc
    .tuple(
      fc
        .array(fc.integer({ min: 0, max: 6 }), { minLength: 2, maxLength: 3 })
        .filter((parts) => parts.some((part) => part > 0)),
      fc.array(fc.constantFrom(null, null, 'c0', 'c1', 'stranger'), { maxLength: 7 }),
    )
    .map(([parts, slots]) => {
      const sum = parts.reduce((all, part) => all + part, 0);
      const mix = mixOf(
        parts.map((part, index) => [`c${index}`, Math.round((part * 10_000) / sum) / 100] as const),
      );
      return { mix, slots };
    });

  test('is as near to the mix in the end as any other, and of these as even as any other on the way', () => {
    fc.assert(
      fc.property(weeks, ({ mix, slots }) => {
        const sequence = spreadEvenly(mix, slots);
        expect(sequence.map((each, index) => (slots[index] === null ? null : each))).toEqual(slots);
        const bound = spreadBound(mix);
        const atLeast = (distance: Fraction) => (distance.gt(bound) ? distance : bound);
        const ways = [...allWays(mix, slots)].map((way) => ({
          end: atLeast(distanceAtTheEnd(mix, way)),
          all: atLeast(greatestDistance(mix, way)),
        }));
        ways.sort((a, b) => a.end.compare(b.end) || a.all.compare(b.all));
        expect(distanceAtTheEnd(mix, sequence).lte(ways[0]?.end ?? bound)).toBe(true);
        expect(greatestDistance(mix, sequence).lte(ways[0]?.all ?? bound)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
