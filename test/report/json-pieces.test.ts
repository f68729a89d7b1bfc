import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonPieces } from '../../src/report/json-pieces.ts';
import { visibleJson } from '../../src/text/escape.ts';
import { whole } from './whole.ts';

test('pieces are together what JSON.stringify writes', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(whole(jsonPieces)(value as object)).toBe(`${visibleJson(JSON.stringify(value, null, 2))}\n`);
    }),
  );
  const withGaps = { a: undefined, b: [undefined, { c: undefined, d: [] }], e: {}, f: { g: {} } };
  expect(whole(jsonPieces)(withGaps)).toBe(`${JSON.stringify(withGaps, null, 2)}\n`);
});

test('the entries of a list are made when their turn comes, and none is in a piece with another', () => {
  let made = 0;
  const list = (function* () {
    for (; made < 1000; made++) yield { made };
  })();
  let [seen, longest] = [0, 0];
  for (const piece of jsonPieces({ list })) {
    if (piece.includes('"made"')) expect(made).toBeLessThanOrEqual(seen++);
    longest = Math.max(longest, piece.length);
  }
  expect(seen).toBe(1000);
  expect(longest).toBeLessThan(50);
});
