import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areInOneSpan, nextAfter } from '../../src/analysis/spans.ts';
import type { MixOver } from '../../src/policy/targets.ts';
import { mayAdvise, type Over, spanNameOf } from './places-twin.ts';

const MONTH = { unit: 'month' } as const;
const QUARTER = { unit: 'quarter' } as const;
const YEAR = { unit: 'year' } as const;

const week39 = { from: '2026-09-21', to: '2026-09-27' };
const week40 = { from: '2026-09-28', to: '2026-10-04' };
const week44 = { from: '2026-10-26', to: '2026-11-01' };
const week45 = { from: '2026-11-02', to: '2026-11-08' };
const week53 = { from: '2026-12-28', to: '2027-01-03' };
const week1 = { from: '2027-01-04', to: '2027-01-10' };
const september = { from: '2026-09-01', to: '2026-09-30' };

describe('a plan belongs as a whole where its middle day is', () => {
  test('the week of 28 September to 4 October is one of October, for its Thursday is the first', () => {
    expect(areInOneSpan(week40, week44, MONTH)).toBe(true);
    expect(areInOneSpan(week40, week39, MONTH)).toBe(false);
    expect(areInOneSpan(week40, week39, QUARTER)).toBe(false);
    expect(areInOneSpan(week40, week53, QUARTER)).toBe(true);
  });

  test('the week of 26 October to 1 November is one of October', () => {
    expect(areInOneSpan(week44, week45, MONTH)).toBe(false);
    expect(areInOneSpan(week44, week45, QUARTER)).toBe(true);
  });

  test('the week of 28 December to 3 January is one of the old year', () => {
    expect(areInOneSpan(week53, week45, YEAR)).toBe(true);
    expect(areInOneSpan(week53, week45, QUARTER)).toBe(true);
    expect(areInOneSpan(week53, week1, YEAR)).toBe(false);
    expect(areInOneSpan(week53, week1, MONTH)).toBe(false);
  });

  test('the week of 29 December 2025 to 4 January 2026 is one of the new year', () => {
    const first = { from: '2025-12-29', to: '2026-01-04' };
    expect(areInOneSpan(first, week45, YEAR)).toBe(true);
    expect(areInOneSpan(first, { from: '2025-12-22', to: '2025-12-28' }, YEAR)).toBe(false);
  });

  test('of two middle days the earlier decides', () => {
    const twoDays = { from: '2026-09-30', to: '2026-10-01' };
    expect(areInOneSpan(twoDays, september, MONTH)).toBe(true);
    expect(areInOneSpan(twoDays, week40, QUARTER)).toBe(false);
    expect(areInOneSpan({ from: '2026-09-29', to: '2026-10-02' }, september, QUARTER)).toBe(true);
    expect(areInOneSpan({ from: '2026-09-29', to: '2026-10-03' }, september, QUARTER)).toBe(false);
  });

  test('366 days from December on are in the year after', () => {
    const long = { from: '2026-12-01', to: '2027-12-01' };
    expect(areInOneSpan(long, week1, YEAR)).toBe(true);
    expect(areInOneSpan(long, { from: '2027-06-01', to: '2027-06-01' }, MONTH)).toBe(true);
    expect(areInOneSpan(long, { from: '2027-05-31', to: '2027-05-31' }, MONTH)).toBe(false);
  });

  test('the same month, or quarter, of another year is another span', () => {
    const year = { from: '2027-10-01', to: '2027-10-07' };
    expect(areInOneSpan(week40, year, MONTH)).toBe(false);
    expect(areInOneSpan(week40, year, QUARTER)).toBe(false);
  });
});

test('from a date on, plans count that begin on it or later, those across it do not', () => {
  const since = { since: '2026-10-26' };
  expect(areInOneSpan(week44, week1, since)).toBe(true);
  expect(areInOneSpan({ from: '2026-10-25', to: '2026-12-25' }, week44, since)).toBe(false);
  expect(areInOneSpan(week39, week40, since)).toBe(false);
});

test('with none, no plan is counted with another, nor with itself', () => {
  expect(areInOneSpan(week44, week44, 'none')).toBe(false);
});

describe('the plan of the same length right behind', () => {
  test('of a week is the next week, of two days the next two', () => {
    expect(nextAfter(week53)).toEqual(week1);
    expect(nextAfter({ from: '2028-02-27', to: '2028-02-28' })).toEqual({
      from: '2028-02-29',
      to: '2028-03-01',
    });
  });

  test('may end on the last day of all, and not behind it', () => {
    const last = { from: '9999-12-25', to: '9999-12-31' };
    expect(nextAfter({ from: '9999-12-18', to: '9999-12-24' })).toEqual(last);
    expect(nextAfter({ from: '9999-12-19', to: '9999-12-25' })).toBeNull();
    expect(nextAfter(last)).toBeNull();
    expect(areInOneSpan(last, last, QUARTER)).toBe(true);
  });
});

const overs: readonly [Over, MixOver][] = [
  ['month', MONTH],
  ['quarter', QUARTER],
  ['year', YEAR],
  ['none', 'none'],
  ['2026-10-01', { since: '2026-10-01' }],
];

test('spans, and whether the plan right behind is in the same, are as the twin has them', () => {
  const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
  const near = Date.UTC(2026, 9, 1) / 86_400_000;
  const length = fc.oneof(
    fc.constantFrom(1, 2, 6, 7, 28, 30, 31, 365, 366),
    fc.integer({ min: 1, max: 366 }),
  );
  const dates = fc
    .record({ first: fc.integer({ min: near - 500, max: near + 500 }), length })
    .map(({ first, length: days }) => ({ from: iso(first), to: iso(first + days - 1) }));
  fc.assert(
    fc.property(dates, dates, (a, b) => {
      for (const [over, mixOver] of overs) {
        const span = spanNameOf(a, over);
        expect(areInOneSpan(a, b, mixOver)).toBe(span !== null && span === spanNameOf(b, over));
        if (over === 'none') continue;
        const after = nextAfter(a);
        const isSame = after !== null && areInOneSpan(after, a, mixOver);
        expect(isSame).toBe(span !== null && mayAdvise({ ...a, over }));
      }
    }),
    { numRuns: 500 },
  );
});
