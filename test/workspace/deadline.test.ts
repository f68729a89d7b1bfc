import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import vm from 'node:vm';
import { expect, test, vi } from 'vitest';
import { inTime, OutOfTime, withinSeconds } from '../../src/workspace/deadline.ts';
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
