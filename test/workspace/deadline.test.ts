import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { Deadline, inTime, OutOfTime } from '../../src/workspace/deadline.ts';
import { Refusal } from '../../src/workspace/refusal.ts';
import { runInProcess } from '../cli/run.ts';

const forever = () => {
  for (;;);
};

test('work that does not end is stopped, in a regular expression, too', () => {
  expect(() => new Deadline(0.05).do(forever)).toThrow(OutOfTime);
  const backtracking = new RegExp(`^(${'a+'})+$`);
  expect(() => new Deadline(0.05).do(() => backtracking.test(`${'a'.repeat(60)}b`))).toThrow(OutOfTime);
});

test('work that ends gives its result, and its own error', () => {
  const deadline = new Deadline();
  expect(deadline.do(() => deadline.do(() => 1) + 1)).toBe(2);
  expect(deadline.do(() => undefined)).toBe(undefined);
  expect(() => deadline.do(() => JSON.parse('{'))).toThrow(SyntaxError);
});

test('what one piece of work leaves of the time is all that the others have', () => {
  const deadline = new Deadline(10, 0.1);
  expect(() => deadline.do(forever)).toThrow(OutOfTime);
  expect(() => deadline.do(forever)).toThrow(OutOfTime);
});

test('a command whose work takes too long says so in a sentence', () => {
  const late = vi.spyOn(Deadline.prototype, 'do').mockImplementation(() => {
    throw new OutOfTime();
  });
  expect(() => inTime('the new plan', () => 1)).toThrow(Refusal);
  late.mockRestore();
});

test('a plan that takes too long is given up, and no other is checked after it; those before are reported', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cmplan-late-'));
  for (const number of [45, 46, 47, 48])
    writeFileSync(
      path.join(folder, `${number}.yaml`),
      `week: 2026-W${number}\ntargets: { posts_per_day: 0-9 }\nposts:\n  mon: [{ category: nope }]\n`,
    );
  const inTime = Deadline.prototype.do;
  let count = 0;
  const late = vi.spyOn(Deadline.prototype, 'do').mockImplementation(function (this: Deadline, task) {
    if (++count === 2) throw new OutOfTime();
    return inTime.call(this, task) as never;
  });
  const { status, stdout, stderr } = await runInProcess(['check', '.'], folder);
  late.mockRestore();
  rmSync(folder, { recursive: true });
  expect(stdout.split('\n').map((line) => line.split(':')[0])).toEqual(['45.yaml', '']);
  expect([status, stderr.replace(/\s+/g, ' ')]).toEqual([
    2,
    'cmplan: "46.yaml" takes too long, and was given up; make it shorter or simpler, and please report it cmplan: 2 files were not checked after that ',
  ]);
});
