import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { FORMAT_NAMES } from '../../src/report/report-formats.ts';
import { Budget } from '../../src/workspace/run-budget.ts';
import { findingsOf } from '../plans.ts';
import { runAsProcess, runInProcess } from './run.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cmplan-bounds-'));
  return () => rmSync(folder, { recursive: true });
});
const put = (name: string, text: string) => writeFileSync(path.join(folder, name), text);

const channels = (count: number) =>
  `channels: [${Array.from({ length: count }, (_, index) => `c${index}`).join(', ')}]\n`;
const plan = (count: number, to: string) =>
  `from: 2026-01-01\nto: ${to}\n${channels(count)}targets: { posts_per_day: 0-9 }\nposts:\n`;

test('a plan has at most 100,000 channel-days', () => {
  expect(findingsOf(plan(1000, '2026-04-10'))).toEqual([]);
  expect(
    findingsOf(plan(1000, '2026-04-11')).map(({ line, column, rule, message }) => [
      line,
      column,
      rule,
      message,
    ]),
  ).toEqual([
    [
      3,
      11,
      'schema',
      'channels: 1000 channels times 101 days is more than the 100,000 that one plan may have; split the plan into shorter ones, or by channel',
    ],
  ]);
});

test('the channels of a config count, too', async () => {
  put('cmplan.config.yaml', channels(1000));
  put('plan.yaml', 'from: 2026-01-01\nto: 2026-12-31\nposts:\n');
  const { status, stdout } = await runInProcess(['check', 'plan.yaml'], folder);
  expect(stdout).toMatch(
    /^plan\.yaml:1:1: error: channels: 1000 channels times 365 days is more than .* \[schema\]\n$/,
  );
  expect(status).toBe(1);
});

describe('a run lists at most 100,000 findings over all files', () => {
  const red = (count: number) =>
    `week: 2026-W48\ntargets: { posts_per_day: 0-9 }\nx-post: &p { category: nope }\nposts:\n  mon:\n${'    - *p\n'.repeat(count)}`;

  test('and says that it does, and what was not checked', async () => {
    for (const name of ['a', 'b', 'c']) put(`${name}.yaml`, red(60_000));
    put('d.yaml', 'week: 2026-W48\nposts: 1\n');
    const { status, stdout, stderr } = await runInProcess(['check', '.'], folder);
    expect(stdout.split('\n').length - 1).toBe(100_001);
    expect(stdout).not.toMatch(/^[cd]\.yaml/m);
    expect(stderr).toBe(
      'cmplan: there are more than 100,000 findings, of which only the first are listed; 2 files were not checked; fix these first\n',
    );
    expect(status).toBe(2);
  });

  test('nothing is said where that is all', async () => {
    put('a.yaml', red(100_000));
    expect(await runInProcess(['check', 'a.yaml'], folder)).toMatchObject({ status: 1, stderr: '' });
  });
});

test('a run counts at most a million days over all plans and channels', async () => {
  for (let index = 0; index < 12; index++) put(`${index}.yaml`, plan(1000, '2026-04-10'));
  const { status, stderr } = await runInProcess(['check', '.'], folder);
  expect(stderr).toBe(
    'cmplan: the plans have more than 1,000,000 days, each counted once for every channel; 2 files were not checked; check fewer plans at once\n',
  );
  expect(status).toBe(2);
});

test.each(['check', 'balance'])(
  'a run counts at most 250,000 channels over all plans: cmplan %s',
  async (command) => {
    for (let day = 1; day <= 4; day++)
      put(`${day}.yaml`, `from: 2026-01-0${day}\nto: 2026-01-0${day}\n${channels(1000)}posts: []\n`);
    const { spendDays } = Budget.prototype;
    // Each channel counts as many, so that each plan has 125,000.
    const spend = vi.spyOn(Budget.prototype, 'spendDays').mockImplementation(function (
      this: Budget,
      days,
      each,
    ) {
      spendDays.call(this, days, each * 125);
    });
    const { status, stderr } = await runInProcess([command, '.'], folder);
    spend.mockRestore();
    expect(stderr).toContain(
      'the plans have more than 250,000 channels, each counted once for every plan; 2 files were not checked; check fewer',
    );
    expect(status).toBe(2);
  },
);

test.each(['check', 'balance'])('a run reads at most 128 MiB of plans: cmplan %s', async (command) => {
  for (let week = 40; week < 45; week++)
    put(
      `${week}.yaml`,
      `week: 2026-W${week}\nposts:\n  mon: [{ category: branded, title: A }]\n#${' '.repeat(1100)}\n`,
    );
  const { spendBytes } = Budget.prototype;
  // Each byte counts as many, so that each plan has more than 40 MiB.
  const spend = vi.spyOn(Budget.prototype, 'spendBytes').mockImplementation(function (this: Budget, bytes) {
    spendBytes.call(this, bytes * 40_000);
  });
  const { status, stderr } = await runInProcess([command, '.'], folder);
  spend.mockRestore();
  expect(stderr).toContain(
    'the plans are larger than 128 MiB together; 2 files were not checked; check fewer',
  );
  expect(status).toBe(2);
});

describe('the largest plan is reported in pieces', () => {
  test.each(FORMAT_NAMES)('as %s', async (format) => {
    put('plan.yaml', plan(1000, '2026-04-10').replace('0-9', '1-9'));
    let longest = 0;
    await runInProcess(['check', 'plan.yaml', '-f', format], folder, {
      onWrite: (text) => {
        longest = Math.max(longest, text.length);
      },
    });
    // pretty and markdown show a plan whole, and what they show is bounded.
    expect(longest).toBeLessThan(
      format === 'pretty' ? 20_000_000 : format === 'markdown' ? 1_000_000 : 200_000,
    );
  });

  test('by the program as it is built', () => {
    put('plan.yaml', plan(1000, '2026-04-10').replace('0-9', '1-9'));
    const files = FORMAT_NAMES.flatMap((format) => ['-f', `${format}:${format}.txt`]);
    expect(runAsProcess(['check', 'plan.yaml', ...files], folder)).toMatchObject({ status: 0 });
  });
});
