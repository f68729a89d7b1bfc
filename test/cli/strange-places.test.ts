import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { Budget } from '../../src/workspace/run-budget.ts';
import { checkText } from '../plans.ts';
import { runInProcess } from './run.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cmplan-places-'));
  mkdirSync(path.join(folder, 'repository/.git/hooks'), { recursive: true });
  mkdirSync(path.join(folder, 'outside'));
  return () => rmSync(folder, { recursive: true });
});
const inRepository = (name: string) => path.join(folder, 'repository', name);

test.each([
  {
    plans: 'link/*.yaml',
    says: 'is reached through the symbolic link "link", which leads out of its repository',
  },
  { plans: '.git/hooks/*.yaml', says: "is in git's own folder" },
])('a new plan is not written where $plans leads', async ({ plans, says }) => {
  symlinkSync('../outside', inRepository('link'));
  writeFileSync(inRepository('cmplan.config.yaml'), `plans: "${plans}"\n`);
  const { status, stderr } = await runInProcess(['new'], inRepository('.'));
  expect([status, stderr.replace(/\s+/g, ' ')]).toEqual([2, expect.stringContaining(says)]);
  expect(readdirSync(path.join(folder, 'outside'))).toEqual([]);
  expect(readdirSync(inRepository('.git/hooks'))).toEqual([]);
});

test('a repository is not set up through a link that leads out of it', async () => {
  symlinkSync('../outside', inRepository('.github'));
  const { status, stderr } = await runInProcess(['init', '--yes', '--ci', 'github'], inRepository('.'));
  expect([status, stderr]).toEqual([2, expect.stringContaining('leads out of its')]);
  expect(existsSync(path.join(folder, 'outside/workflows'))).toBe(false);
});

test('a run reads no more than 128 MiB of plans, and says what it left', () => {
  const budget = new Budget();
  budget.spendBytes(128 * 1024 ** 2 - 1);
  expect(budget.isSpent).toBe(false);
  budget.spendBytes(1);
  expect(budget.isSpent).toBe(true);
  budget.spendOn(checkText('week: 2026-W48\nposts:\n'));
  expect(budget.whyNotAll(2)).toBe(
    'the plans are larger than 128 MiB together; 2 files were not checked; check fewer plans at once',
  );
});

test('a run looks at no more than 100,000 files, though none is a plan, and says what it left', () => {
  const budget = new Budget();
  for (let file = 1; file < 100_000; file++) budget.spendFile();
  expect(budget.isSpent).toBe(false);
  budget.spendFile();
  expect(budget.isSpent).toBe(true);
  expect(budget.whyNotAll(0)).toBe(null);
  expect(budget.whyNotAll(2)).toBe(
    'there are more than 100,000 files; 2 files were not checked; check fewer plans at once',
  );
});

test('files that links lead to count as often as they are reached', async () => {
  mkdirSync(inRepository('notes'));
  for (const name of ['a', 'b']) writeFileSync(inRepository(`notes/${name}.yaml`), 'shopping: [milk]\n');
  for (const name of ['one', 'two']) symlinkSync('notes', inRepository(name));
  const spend = vi.spyOn(Budget.prototype, 'spendFile');
  await runInProcess(['check', 'one', 'two'], inRepository('.'));
  expect(spend.mock.calls.length).toBe(4);
  spend.mockRestore();
});

test.each([
  ['../outside/v.yaml', 'leads out of its repository'],
  ['../.git/config', "leads into git's own folder"],
])('with --force no file is written through a link to %s', async (target, says) => {
  mkdirSync(inRepository('plans'));
  writeFileSync(path.join(folder, 'outside/v.yaml'), 'theirs');
  writeFileSync(inRepository('.git/config'), 'theirs');
  symlinkSync(
    target.startsWith('../outside') ? '../../outside/v.yaml' : target,
    inRepository('plans/2026-W51.yaml'),
  );
  writeFileSync(inRepository('sheet.csv'), 'date,category,title\n2026-12-14,branded,A\n');
  for (const args of [
    ['import', 'sheet.csv', '--no-config', '--force'],
    ['new', '2026-W51', '--no-config', '--force'],
  ]) {
    const { status, stderr } = await runInProcess(args, inRepository('.'));
    expect([status, stderr]).toEqual([2, expect.stringContaining(says)]);
  }
  expect(readFileSync(path.join(folder, 'outside/v.yaml'), 'utf8')).toBe('theirs');
  expect(readFileSync(inRepository('.git/config'), 'utf8')).toBe('theirs');
});

test.skipIf(process.platform !== 'linux')('a folder that cannot be made is said', async () => {
  writeFileSync(inRepository('sheet.csv'), 'date,category,title\n2026-12-14,branded,A\n');
  const { status, stderr } = await runInProcess(
    ['import', 'sheet.csv', '--no-config', '-o', '/proc/x/y'],
    inRepository('.'),
  );
  expect([status, stderr]).toEqual([2, expect.stringContaining('/proc/x')]);
});
