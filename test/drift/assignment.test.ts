import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leastCostAssignment } from '../../src/drift/assignment.ts';
import { closestOnLine, nearOnLine } from '../../src/drift/line.ts';

/** The least sum of every way to give each row a column of its own. */
function leastByTrying(costs: readonly (readonly number[])[], taken: readonly number[] = []): number {
  const [row, ...rest] = costs;
  if (row === undefined) return 0;
  const ways = row.flatMap((cost, column) =>
    taken.includes(column) ? [] : [cost + leastByTrying(rest, [...taken, column])],
  );
  return Math.min(...ways);
}

const table = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 2 })).chain(([rows, more]) =>
  fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: rows + more, maxLength: rows + more }), {
    minLength: rows,
    maxLength: rows,
  }),
);

test('an assignment costs as little as the best of all', () => {
  fc.assert(
    fc.property(table, (costs) => {
      const assigned = leastCostAssignment(costs.map((row) => row.map(BigInt)));
      expect(new Set(assigned).size).toBe(costs.length);
      const sum = assigned.reduce((total, column, row) => total + (costs[row]?.[column] ?? Number.NaN), 0);
      expect(sum).toBe(leastByTrying(costs));
    }),
    { numRuns: 1000 },
  );
});

test('no rows need no column', () => {
  expect(leastCostAssignment([])).toEqual([]);
});

const positions = fc
  .array(fc.integer({ min: 0, max: 12 }), { maxLength: 6 })
  .map((list) => list.sort((x, y) => x - y));

test('points on a line are paired as closely as the best of all ways does', () => {
  fc.assert(
    fc.property(positions, positions, (a, b) => {
      const pairs = closestOnLine(a, b);
      expect(pairs.length).toBe(Math.min(a.length, b.length));
      expect(new Set(pairs.map(([index]) => index)).size).toBe(pairs.length);
      expect(new Set(pairs.map(([, index]) => index)).size).toBe(pairs.length);
      const sum = pairs.reduce((total, [i, j]) => total + Math.abs((a[i] ?? 0) - (b[j] ?? 0)), 0);
      const [rows, columns] = a.length <= b.length ? [a, b] : [b, a];
      expect(sum).toBe(leastByTrying(rows.map((x) => columns.map((y) => Math.abs(x - y)))));
    }),
    { numRuns: 3000 },
  );
});

test('as many points on a line are paired as can be that are near', () => {
  fc.assert(
    fc.property(positions, positions, fc.nat(3), (a, b, furthest) => {
      const pairs = nearOnLine(a, b, furthest);
      expect(new Set(pairs.map(([index]) => index)).size).toBe(pairs.length);
      expect(new Set(pairs.map(([, index]) => index)).size).toBe(pairs.length);
      for (const [i, j] of pairs) expect(Math.abs((a[i] ?? 0) - (b[j] ?? 99))).toBeLessThanOrEqual(furthest);
      const [rows, columns] = a.length <= b.length ? [a, b] : [b, a];
      const costs = rows.map((x) => columns.map((y) => (Math.abs(x - y) <= furthest ? -1 : 0)));
      expect(-pairs.length + 0).toBe(leastByTrying(costs) + 0);
    }),
    { numRuns: 2000 },
  );
});
