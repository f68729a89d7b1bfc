import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runInProcess } from './cli/run.ts';

/*
 * Weeks as teams would really write them. A checker that scolds them is switched off on the first day:
 * not one error, not one warning.
 */

const CORPUS = path.join(import.meta.dirname, 'silence');
const WEEKS = readdirSync(CORPUS);

test('there are twelve weeks', () => {
  expect(WEEKS).toHaveLength(12);
});

test.each(WEEKS)('nothing to say about %s', async (week) => {
  const folder = path.join(CORPUS, week);
  const { status, stdout, stderr } = await runInProcess(['check', 'plan.yaml', '-f', 'plain'], folder);
  expect({ status, stderr, scolded: stdout.match(/^.*: (?:error|warning): .*$/gm) }).toEqual({
    status: 0,
    stderr: '',
    scolded: null,
  });
  const strict = await runInProcess(['check', 'plan.yaml', '--strict'], folder);
  expect(strict.status).toBe(0);
});
