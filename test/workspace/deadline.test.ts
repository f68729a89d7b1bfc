import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import vm from 'node:vm';
import { expect, test, vi } from 'vitest';
import { writeReports } from '../../src/cli/outputs.ts';
import { ChannelNames } from '../../src/exchange/channel-names.ts';
import { processIo } from '../../src/io.ts';
import { ChangedPlans } from '../../src/workspace/changed-plans.ts';
import { inTime, OutOfTime, TimeLimit, withinSeconds } from '../../src/workspace/deadline.ts';
import { Refusal } from '../../src/workspace/refusal.ts';
import { Budget } from '../../src/workspace/run-budget.ts';
import { runInProcess } from '../cli/run.ts';

const forever = () => {
  for (;;);
};

test('work that does not end is stopped, in a regular expression, too', () => {
  expect(() => withinSeconds(0.05, forever)).toThrow(OutOfTime);
  const backtracking = new RegExp(`^(${'a+'})+$`);
  expect(() => withinSeconds(0.05, () => backtracking.test(`${'a'.repeat(60)}b`))).toThrow(OutOfTime);
});

test('work that ends gives its result, and its own error', () => {
  expect(withinSeconds(60, () => withinSeconds(60, () => 1) + 1)).toBe(2);
  expect(withinSeconds(60, () => undefined)).toBe(undefined);
  expect(() => withinSeconds(60, () => JSON.parse('{'))).toThrow(SyntaxError);
});

test('a command whose work takes too long says so in a sentence', () => {
  expect(inTime('the new plan', () => 1)).toBe(1);
  expect(() =>
    inTime('the new plan', () => {
      throw new OutOfTime();
    }),
  ).toThrow(Refusal);
});

test('a plan that takes too long is given up, and no other is checked after it; those before are reported', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cmplan-late-'));
  for (const number of [45, 46, 47, 48])
    writeFileSync(
      path.join(folder, `${number}.yaml`),
      `week: 2026-W${number}\ntargets: { posts_per_day: 0-9 }\nposts:\n  mon: [{ category: nope }]\n`,
    );
  // The second check does not end, and the time for the checks is short.
  let count = 0;
  const hang = vi.spyOn(Budget.prototype, 'spendBytes').mockImplementation(() => {
    if (++count === 2) forever();
  });
  const run = vm.Script.prototype.runInThisContext;
  const soon = vi.spyOn(vm.Script.prototype, 'runInThisContext').mockImplementation(function (
    this: vm.Script,
  ) {
    return run.call(this, { timeout: 500 });
  });
  const { status, stdout, stderr } = await runInProcess(['check', '.'], folder);
  hang.mockRestore();
  soon.mockRestore();
  rmSync(folder, { recursive: true });
  expect(stdout.split('\n').map((line) => line.split(':')[0])).toEqual(['45.yaml', '']);
  expect([status, stderr.replace(/\s+/g, ' ')]).toEqual([
    2,
    'cmplan: "46.yaml" takes too long, and was given up; make it shorter or simpler, and please report it cmplan: 2 files were not checked after that ',
  ]);
});

test('the parts of a work have its time together, without what happens between them', () => {
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
  const limit = new TimeLimit('the report', 60);
  limit.during(() => {
    now += 59_000;
  });
  now += 1_000_000;
  expect(limit.during(() => 1)).toBe(1);
  expect(() => limit.during(forever)).toThrow('the report takes too long, and was given up');
  now += 1_000_000;
  expect(() => limit.during(forever)).toThrow(Refusal);
  clock.mockRestore();
});

test('a report that takes too long is given up, and leaves no file behind', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cmplan-late-'));
  function* pieces(): Generator<string> {
    yield 'a'.repeat(100_000);
    forever();
  }
  const run = vm.Script.prototype.runInThisContext;
  const soon = vi.spyOn(vm.Script.prototype, 'runInThisContext').mockImplementation(function (
    this: vm.Script,
  ) {
    return run.call(this, { timeout: 100 });
  });
  const request = { format: 'json', file: 'report.json' };
  const writing = writeReports([request], { ...processIo(), cwd: folder }, async () => pieces);
  await expect(writing).rejects.toThrow('the report takes too long, and was given up');
  expect(readdirSync(folder)).toEqual([]);
  soon.mockRestore();
  rmSync(folder, { recursive: true });
});

/** Makes a function that says whether it is called within the time limit of a command. */
function watchLimit(): { readonly isWithin: () => boolean; readonly end: () => void } {
  let depth = 0;
  const run = vm.Script.prototype.runInThisContext;
  const limited = vi.spyOn(vm.Script.prototype, 'runInThisContext').mockImplementation(function (
    this: vm.Script,
    options,
  ) {
    depth++;
    try {
      return run.call(this, options);
    } finally {
      depth--;
    }
  });
  return { isWithin: () => depth > 0, end: () => limited.mockRestore() };
}

test.each([
  ['check'],
  ['check', '-f', 'json'],
  ['balance'],
  ['config'],
  ['config', 'plans/2026-W48.yaml'],
  ['drift', 'plans/2026-W48.yaml', '--schedule', 'plans/2026-W47.yaml'],
  ['drift', 'plans/2026-W48.yaml', '--schedule', 'sheet.csv'],
  ['new', '2026-W49', '--like', 'last'],
  ['new', '2026-W49', '--template', 'plans/2026-W48.yaml', '-o', 'new.yaml'],
])('every file is decoded within the time limit: %s %s %s %s %s', async (...args) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cmplan-late-'));
  mkdirSync(path.join(folder, 'plans'));
  const put = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  put('cmplan.config.yaml', 'plans: [plans]\ntargets: { posts_per_day: 0-9 }\n');
  for (const week of [47, 48])
    put(
      `plans/2026-W${week}.yaml`,
      `week: 2026-W${week}\nposts:\n  mon: [{ category: branded, title: A }]\n`,
    );
  put('sheet.csv', 'date,title\n2026-11-23,A\n');
  let [within, outside] = [0, 0];
  const limit = watchLimit();
  const original = Buffer.prototype.toString;
  const decode = vi.spyOn(Buffer.prototype, 'toString').mockImplementation(function (
    this: Buffer,
    encoding,
    ...range
  ) {
    if (encoding === 'utf8' && !limit.isWithin()) outside++;
    else if (encoding === 'utf8') within++;
    return original.call(this, encoding, ...range);
  });
  const { status } = await runInProcess(args, folder);
  decode.mockRestore();
  limit.end();
  rmSync(folder, { recursive: true });
  expect(status).toBe(0);
  expect(within).toBeGreaterThan(0);
  expect(outside).toBe(0);
});

test('what has changed is looked up within the time limit, and so are both sides of a comparison of plans', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cmplan-late-'));
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args]);
  const plan =
    'week: 2026-W48\ntargets: { posts_per_day: 0-9 }\nposts:\n  mon: [{ category: branded, title: A }]\n';
  git('init', '--quiet');
  writeFileSync(path.join(folder, 'plan.yaml'), plan);
  git('add', '--all');
  git('commit', '--quiet', '--message', 'a plan');
  writeFileSync(path.join(folder, 'plan.yaml'), `${plan}# changed\n`);
  writeFileSync(path.join(folder, 'other.yaml'), plan);
  const limit = watchLimit();
  const calls: boolean[] = [];
  const note = <Key extends string>(of: Record<Key, (...args: never[]) => unknown>, key: Key) => {
    const original = of[key];
    vi.spyOn(of as Record<string, (...args: never[]) => unknown>, key).mockImplementation(function (
      this: unknown,
      ...args
    ) {
      calls.push(limit.isWithin());
      return original.apply(this, args);
    });
  };
  note(ChangedPlans.prototype, 'has');
  note(ChannelNames.prototype, 'find');
  await runInProcess(['check', '.', '--since', 'HEAD'], folder);
  expect(calls).toEqual([true, true]);
  await runInProcess(['drift', 'plan.yaml', '--base', 'HEAD'], folder);
  await runInProcess(['drift', 'plan.yaml', '--schedule', 'other.yaml'], folder);
  expect(calls).toEqual([true, true, true, true]);
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});
