import fc from 'fast-check';
import Library from 'fraction.js';
import { expect, test } from 'vitest';
import { cut, exact, Fraction, rounded } from '../src/exact.ts';

const pairs = fc.tuple(fc.bigInt({ min: -200n, max: 200n }), fc.bigInt({ min: 1n, max: 200n }));
const written = (n: bigint, d: bigint) => `${n}/${d}`;
const ofLibrary = ({ s, n, d }: Library) => written(s * n, d);

test('sums, differences, products and quotients are those of a library, and reduced', () => {
  fc.assert(
    fc.property(pairs, pairs, (first, second) => {
      const [a, b] = [new Fraction(...first), new Fraction(...second)];
      const [one, two] = [new Library(...first), new Library(...second)];
      for (const operation of ['add', 'sub', 'mul', 'div'] as const) {
        if (operation === 'div' && b.n === 0n) continue;
        const { n, d } = a[operation](b);
        expect(written(n, d)).toBe(ofLibrary(one[operation](two)));
      }
    }),
  );
});

test('so are whole numbers, comparisons and rounded numbers', () => {
  fc.assert(
    fc.property(pairs, pairs, fc.nat(3), (first, second, places) => {
      const [a, b] = [new Fraction(...first), new Fraction(...second)];
      const [one, two] = [new Library(...first), new Library(...second)];
      expect([a.floor(), a.ceil(), +a]).toEqual([+one.floor(), +one.ceil(), +one]);
      expect(written(a.abs().n, a.abs().d)).toBe(ofLibrary(one.abs()));
      expect([a.gt(b), a.gte(b), a.lte(b), a.equals(b)]).toEqual([
        one.gt(two),
        one.gte(two),
        one.lte(two),
        one.equals(two),
      ]);
      const magnitude = +one.abs().round(places);
      expect(rounded(a, places)).toBe(magnitude === 0 ? 0 : +one.s.toString() * magnitude);
    }),
  );
});

test('a number is what its decimals say', () => {
  expect(`${exact(12.5)}%`).toBe('12.5%');
  const cases = [33.33, 0.1, -0.5, 1e-7, 1.5e300, 1e21, 0, 14.000_000_000_000_1];
  expect(cases.map((value) => written(exact(value).n, exact(value).d))).toEqual([
    '3333/100',
    '1/10',
    '-1/2',
    '1/10000000',
    `${15n * 10n ** 299n}/1`,
    `${10n ** 21n}/1`,
    '0/1',
    '140000000000001/10000000000000',
  ]);
});

test('a number in a text has its decimal digits', () => {
  expect(`${new Fraction(25, 2)}% and ${new Fraction(20)}`).toBe('12.5% and 20');
});

test('a number with a large denominator is near its floating-point number', () => {
  const large = 10n ** 400n;
  expect(new Fraction(large + 1n, 3n * large).valueOf()).toBeCloseTo(1 / 3, 12);
  expect(new Fraction(-large - 1n, 3n * large).valueOf()).toBeCloseTo(-1 / 3, 12);
});

test('a number that is cut after three decimals is rounded to two or one as the whole number is', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
      fc.integer({ min: 1, max: 10 ** 7 }),
      (n, d) => {
        const value = new Fraction(n, d);
        for (const places of [1, 2]) expect(rounded(cut(value, 3), places)).toBe(rounded(value, places));
      },
    ),
  );
  expect([cut(exact(-2.59), 1), cut(exact(2.59), 1)].map(Number)).toEqual([-2.5, 2.5]);
});
