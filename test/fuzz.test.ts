import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkPlan } from '../src/check.ts';
import { json } from '../src/report/json.ts';

const SEEDS = ['../examples/', '../examples/bad/', 'golden/ok/', 'golden/err/'].flatMap((folder) => {
  const url = new URL(folder, import.meta.url);
  return readdirSync(url).flatMap((name) =>
    name.endsWith('.yaml') ? [readFileSync(new URL(name, url), 'utf8')] : [],
  );
});
const TOKENS = [
  '&a ',
  '*a',
  '<<: ',
  '- ',
  '? ',
  ': ',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '|\n',
  '>-\n',
  '!!str ',
  '---\n',
  '#',
  '\t',
  '\n',
  '  ',
  'null',
  '-1',
  '1e999',
  '\u0000',
  '\uFEFF',
  '__proto__',
];

/** A seed with a few of its pieces cut out, copied elsewhere or replaced. */
const mutant = fc
  .tuple(
    fc.constantFrom(...SEEDS),
    fc.array(
      fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(12),
        fc.oneof(fc.constantFrom(...TOKENS), fc.string()),
      ),
      {
        minLength: 1,
        maxLength: 5,
      },
    ),
  )
  .map(([seed, edits]) =>
    edits.reduce((text, [where, cut, put]) => {
      const at = Math.floor(where * text.length);
      return text.slice(0, at) + put + text.slice(at + cut);
    }, seed),
  );

test('no mutated plan crashes the check, and every finding has a place in the file', () => {
  fc.assert(
    fc.property(mutant, (text) => {
      const checked = checkPlan(new TextEncoder().encode(text), 'plan.yaml');
      JSON.parse(json([checked]));
      const lines = text.split(/\r\n|\n|\r/).length;
      for (const { line, column, endLine, endColumn, message } of checked.findings) {
        expect(line >= 1 && column >= 1 && endLine <= lines && (endLine > line || endColumn >= column)).toBe(
          true,
        );
        expect(message).not.toMatch(/undefined|Invalid input|\[object/);
      }
    }),
    { numRuns: 3000 },
  );
});
