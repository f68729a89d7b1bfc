import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { runInProcess } from './run.ts';

const RED = 'week: 2026-W48\ntargets: { posts_per_day: 0-9 }\nposts:\n  mon: [{ category: nope }]\n';
const ANNOTATION =
  '::error file=plans/red.yaml,line=4,endLine=4,col=21,endColumn=25,title=cmplan: category::';
const LINE =
  'plans/red.yaml:4:21: error: "nope" is not a category of the mix; write branded, functional or emotional [category]\n';

let folder = '';
let summary = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cmplan-actions-'));
  summary = path.join(folder, 'summary.md');
  mkdirSync(path.join(folder, '.git'));
  mkdirSync(path.join(folder, 'plans'));
  writeFileSync(path.join(folder, 'plans/red.yaml'), RED);
  writeFileSync(summary, 'from an earlier step\n');
  return () => rmSync(folder, { recursive: true });
});

const run = (args: readonly string[], env: Readonly<Record<string, string>>, terminal = false) =>
  runInProcess(['check', ...args], folder, { env, terminal });
const inActions = () => ({ GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary });
const summaryNow = () => readFileSync(summary, 'utf8');

test('annotations come first, then the plain lines, and the summary is added to', async () => {
  for (const terminal of [false, true]) {
    const { status, stdout } = await run([], inActions(), terminal);
    expect(status).toBe(1);
    expect(stdout.startsWith(ANNOTATION.replace('title=cmplan: ', 'title=cmplan%3A '))).toBe(true);
    expect(stdout.endsWith(`\n${LINE}`)).toBe(true);
  }
  expect(summaryNow()).toMatch(/^from an earlier step\n#+ .*\n[\s\S]*red\.yaml[\s\S]*#+ /);
});

test('what could not be done stands beside its line and in the summary, too', async () => {
  writeFileSync(path.join(folder, 'cmplan.config.yaml'), 'targets:\n  resrve: 1\n');
  const sentence = '"resrve" is not a target; did you mean "reserve"?';
  const { status, stdout, stderr } = await run([], inActions());
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toBe(
    `::error file=cmplan.config.yaml,line=2,col=3,title=cmplan::${sentence}\n` +
      `cmplan: cmplan.config.yaml:2:3: ${sentence}\n`,
  );
  expect(summaryNow()).toMatch(/\n## ✖ cmplan failed\n\n- cmplan\.config\.yaml:2:3: "resrve"/);
});

test('a wrong option is said there, too', async () => {
  const { status, stdout, stderr } = await run(['--max-warnings=abc'], inActions());
  const sentence = '"abc" is not a number of warnings; write a whole number, such as 5';
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toBe(`::error title=cmplan::${sentence}\ncmplan: ${sentence}\n`);
  expect(summaryNow()).toMatch(/\n## ✖ cmplan failed\n\n- "abc" is not a number/);
});

test('too many warnings are said like everything else that turns a build red', async () => {
  writeFileSync(path.join(folder, 'plans/red.yaml'), RED.replace('nope', 'branded }, { category: branded'));
  const { status, stdout, stderr } = await run(['--strict', '-f', 'github'], inActions());
  expect([status, stderr]).toEqual([
    1,
    '::error title=cmplan::1 warning, but at most 0 allowed\ncmplan: 1 warning, but at most 0 allowed\n',
  ]);
  expect(stdout).toMatch(/^::warning /);
  expect(summaryNow()).toMatch(/\n## ✖ cmplan failed\n\n- 1 warning, but at most 0 allowed\n$/);
});

test('files are named from the root of the repository that they are in', async () => {
  const other = path.join(folder, 'other');
  mkdirSync(path.join(other, '.git'), { recursive: true });
  mkdirSync(path.join(other, 'deep'));
  writeFileSync(path.join(other, 'deep/red.yaml'), RED);
  symlinkSync(other, path.join(folder, 'link'));
  for (const name of ['other/deep/red.yaml', 'link/deep/red.yaml', path.join(folder, 'link/deep/red.yaml')]) {
    expect((await run(['-f', 'github', name], {})).stdout).toMatch(/^::error file=deep\/red\.yaml,/);
  }
  rmSync(path.join(folder, '.git'), { recursive: true });
  const below = { GITHUB_WORKSPACE: path.join(folder, 'plans') };
  expect((await run(['-f', 'github', 'plans'], below)).stdout).toMatch(/^::error file=red\.yaml,/);
  expect((await run(['-f', 'github', 'plans'], {})).stdout).toMatch(/^::error file=plans\/red\.yaml,/);
});

test('a format that is asked for is the only one', async () => {
  expect((await run(['-f', 'plain'], inActions())).stdout).toBe(LINE);
  expect(summaryNow()).toBe('from an earlier step\n');
});

test('without a summary there is none, and elsewhere there is neither', async () => {
  expect((await run([], { GITHUB_ACTIONS: 'true' })).stdout).toMatch(/^::error /);
  expect((await run([], { GITHUB_ACTIONS: 'false', GITHUB_STEP_SUMMARY: summary })).stdout).toBe(LINE);
  expect(summaryNow()).toBe('from an earlier step\n');
});

test('nothing is added about nothing', async () => {
  const { status, stdout } = await run(['--allow-empty', 'none/*.yaml'], inActions());
  expect([status, stdout, summaryNow()]).toEqual([0, '', 'from an earlier step\n']);
});

test('a summary that cannot be written changes nothing else', async () => {
  const { status, stderr } = await run([], { ...inActions(), GITHUB_STEP_SUMMARY: '/no/such/summary' });
  expect(status).toBe(1);
  expect(stderr).toBe(
    'cmplan: the summary "/no/such/summary" cannot be written: its folder does not exist; create it first\n',
  );
});
