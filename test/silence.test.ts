import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { mondayOf, weekOf } from '../src/dates.ts';
import { runInProcess } from './cli/run.ts';

/*
 * Weeks as teams would really write them. A checker that scolds them is switched off on the first day:
 * not one error, not one warning.
 */

const CORPUS = path.join(import.meta.dirname, 'silence');
const WEEKS = readdirSync(CORPUS);

test('there are thirteen weeks', () => {
  expect(WEEKS).toHaveLength(13);
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

test('nothing to say about the weeks without a config, put into one folder as a quarter', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cmplan-quarter-'));
  mkdirSync(path.join(folder, '.git'));
  const plans = WEEKS.filter((week) => !existsSync(path.join(CORPUS, week, 'cmplan.config.yaml')));
  expect(plans).toHaveLength(10);
  for (const [index, week] of plans.entries()) {
    const text = readFileSync(path.join(CORPUS, week, 'plan.yaml'), 'utf8');
    const from = Date.parse(mondayOf(/^week: *"?(\d{4}-W\d\d)/m.exec(text)?.[1] ?? ''));
    const to = Date.parse('2026-09-28') + index * 7 * 86_400_000;
    const moved = text
      .replace(/^(week: *"?)\d{4}-W\d\d/m, `$1${weekOf(new Date(to).toISOString().slice(0, 10))}`)
      .replace(/\b\d{4}-\d\d-\d\d\b/g, (day) =>
        new Date(Date.parse(day) + to - from).toISOString().slice(0, 10),
      );
    writeFileSync(path.join(folder, `${index}.yaml`), moved);
  }
  const { status, stdout } = await runInProcess(['check', '.', '--strict', '-f', 'plain'], folder);
  rmSync(folder, { recursive: true });
  expect({ status, scolded: stdout.match(/^.*: (?:error|warning): .*$/gm) }).toEqual({
    status: 0,
    scolded: null,
  });
});
