import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Team } from '../../src/analysis/team.ts';
import { addDays } from '../../src/dates.ts';
import type { CheckReport } from '../../src/report/check-report.ts';
import { runInProcess } from '../cli/run.ts';

/*
 * How often a team is built while its plans are checked: it must not be built anew for each plan.
 */

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cmplan-team-'));
  mkdirSync(path.join(folder, '.git'));
  return () => rmSync(folder, { recursive: true });
});
afterEach(() => vi.restoreAllMocks());

const put = (name: string, text: string) => {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
};

/** Checks plans, and returns how many teams were built, and the output. */
const teamsIn = async (args: readonly string[], stdin = '') => {
  const at = vi.spyOn(Team.prototype, 'at');
  const { stdout } = await runInProcess(['check', ...args, '-f', 'json'], folder, { stdin });
  const { plans } = JSON.parse(stdout) as CheckReport;
  return { teams: new Set(at.mock.contexts).size, calls: at.mock.calls.length, plans };
};

const MISLED = '"\nfrom: 2020-01-01\nto: 2020-01-02\n"';
const posts = (day: string) =>
  `targets: { mix_over: 2026-01-01 }, posts: { ${day}: [{ category: branded }] }`;
const dayOf = (index: number) => addDays('2026-01-01', index);

test('after a head that states other dates than its plan has, the team is not built anew for each', async () => {
  put('cmplan.config.yaml', 'plans: plans\n');
  for (let index = 0; index < 20; index++) {
    const day = dayOf(index);
    put(`plans/${19 - index}.yaml`, `{ x-note: ${MISLED}, from: ${day}, to: ${day}, ${posts(day)} }\n`);
  }
  const { teams, calls, plans } = await teamsIn([]);
  expect([teams, calls]).toEqual([1, 20]);
  const counts = plans.map(({ from, channels: [channel] }) => [from, channel?.mixOverTime?.plans]);
  expect(counts.toSorted()).toEqual(
    Array.from({ length: 20 }, (_, index) => [dayOf(index), index === 0 ? undefined : index + 1]),
  );
});

test('a plan with other dates on standard input than in its file does not cause all others to be read', async () => {
  for (let index = 0; index < 5; index++)
    put(`${index}.yaml`, `from: ${dayOf(index)}\nto: ${dayOf(index)}\n`);
  const { teams, calls } = await teamsIn(
    ['-', '--stdin-filename', '3.yaml'],
    `{ from: 2026-02-01, to: 2026-02-01, ${posts('2026-02-01')} }`,
  );
  expect([teams, calls]).toEqual([1, 1]);
});

test('a plan that has no posts, and cannot be counted, is not put into the team', async () => {
  put('plans/0.yaml', `from: ${dayOf(0)}\nto: ${dayOf(0)}\nposts: []\n`);
  for (let index = 1; index < 20; index++)
    put(`plans/${index}.yaml`, `{ from: ${dayOf(index)}, to: ${dayOf(index)} }\n`);
  expect(await teamsIn(['plans'])).toMatchObject({ teams: 1, calls: 1 });
});

test('plans that the config names, though they are not called .yaml, are in the team from the start', async () => {
  put('cmplan.config.yaml', 'plans: plans/*.txt\n');
  for (let index = 0; index < 20; index++)
    put(`plans/${index}.txt`, `{ from: ${dayOf(index)}, to: ${dayOf(index)}, ${posts(dayOf(index))} }\n`);
  const { teams, calls, plans } = await teamsIn([]);
  expect([teams, calls]).toEqual([1, 20]);
  expect(Math.max(...plans.map(({ channels: [channel] }) => channel?.mixOverTime?.plans ?? 0))).toBe(20);
});
