import path from 'node:path';
import { expect, test } from 'vitest';
import type { DriftReport } from '../../src/report/drift/drift-report.ts';
import { runInProcess } from './run.ts';

const TRIALS = path.resolve(import.meta.dirname, '../fixtures/trials');

/** The plan against a sheet: each post with its verdict, the lines that are no posts, and what is said beside it. */
async function compared(file: string, ...more: readonly string[]) {
  const args = ['drift', 'plan.yaml', '--schedule', file, '--no-config', '-f', 'json', ...more];
  const { status, stdout, stderr } = await runInProcess(args, TRIALS);
  const report: Partial<DriftReport> = stdout === '' ? {} : JSON.parse(stdout);
  const verdicts = (report.posts ?? []).map(({ verdict, channel, planned, scheduled }) => {
    return `${(planned ?? scheduled)?.date.slice(8)} ${channel} ${verdict}`;
  });
  return {
    status,
    stderr,
    verdicts,
    lines: (report.skipped ?? []).map(({ line, reason }) => `${line} ${reason}`),
  };
}

const ON_PLAN = ['30 instagram on_plan', '30 linkedin on_plan'];
const LATER_UNKNOWN = ['01 instagram unknown', '02 linkedin unknown'];

test('an agency: many columns, IG, Ready', async () => {
  expect(await compared('agency.csv')).toEqual({
    status: 0,
    stderr: 'cmplan: agency.csv: not read: "CTA"\n',
    verdicts: [...ON_PLAN, '01 instagram on_plan', '02 linkedin on_plan'],
    lines: [],
  });
});

test('a column for each network, and one for drafts', async () => {
  expect(await compared('networks.csv')).toEqual({
    status: 0,
    stderr: '',
    verdicts: [
      ...ON_PLAN,
      '01 instagram gave_way',
      '01 instagram added',
      '01 linkedin added',
      '02 linkedin dropped',
    ],
    lines: ['4 "Facebook" is not a channel of the plan, which has instagram and linkedin'],
  });
});

test('a zone in the header', async () => {
  expect(await compared('utc.csv')).toMatchObject({ verdicts: [...ON_PLAN, ...LATER_UNKNOWN], lines: [] });
});

test('moments that are all midnight, and a channel that the file never names', async () => {
  expect(await compared('midnight.csv')).toMatchObject({
    verdicts: ['30 instagram on_plan', '30 linkedin unknown', '01 instagram on_plan', '02 linkedin unknown'],
  });
});

test('a column of words for each channel', async () => {
  expect(await compared('by-network.csv')).toMatchObject({
    verdicts: [...ON_PLAN, '01 instagram on_plan', '01 linkedin added', '02 linkedin unknown'],
  });
});

test('a title above, a legend below', async () => {
  const { status, verdicts, lines } = await compared('legend.csv');
  expect(status).toBe(1);
  expect(verdicts).toEqual([
    '03 instagram held',
    '30 instagram on_plan',
    '30 linkedin unknown',
    '01 instagram dropped',
    '02 linkedin unknown',
  ]);
  expect(lines.map((line) => line.slice(0, 1))).toEqual(['1', '2', '6', '7', '8', '9']);
  expect(lines.join()).not.toContain('idea');
});

test('weeks with weekdays', async () => {
  expect(await compared('weeks.csv')).toMatchObject({
    status: 2,
    stderr:
      'cmplan: "weeks.csv" has weekdays instead of dates, such as "1 Mon" (line 2); add --start and the first day, such as --start 2026-11-30\n',
  });
  const { verdicts, lines } = await compared('weeks.csv', '--start', '2026-11-30');
  expect(verdicts.slice(0, 2)).toEqual(ON_PLAN);
  expect(lines).toEqual([
    '4 goes out after the plan, which ends on 2026-12-06',
    '5 has no date, so it is an idea',
  ]);
});

test('Ukrainian, with a post that the sheet has cancelled', async () => {
  expect(await compared('uk.csv')).toMatchObject({
    verdicts: [...ON_PLAN, '01 instagram dropped', '02 linkedin unknown'],
    lines: [],
  });
});

test('the format says the category before the tags do', async () => {
  expect(await compared('tags.csv')).toMatchObject({
    verdicts: ['30 instagram unknown', '30 linkedin on_plan', ...LATER_UNKNOWN],
  });
});

test('windows-1251 is not guessed but named', async () => {
  const { status, stderr } = await compared('uk-1251.csv');
  expect(status).toBe(2);
  expect(stderr).toContain('--encoding windows-1251');
  expect(await compared('uk-1251.csv', '--encoding', 'windows-1251')).toMatchObject({
    status: 0,
    stderr: '',
    verdicts: ['30 instagram on_plan', '30 linkedin unknown', '01 instagram unknown', '02 linkedin unknown'],
  });
});

test('JSON, with an idea', async () => {
  const { status, stderr, verdicts, lines } = await compared('posts.json');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(verdicts).toEqual([...ON_PLAN, ...LATER_UNKNOWN]);
  expect(lines).toEqual(['6 has no date, so it is an idea']);
});

test('a calendar with channels in its categories and titles', async () => {
  expect(await compared('calendar.ics')).toEqual({
    status: 0,
    stderr: '',
    verdicts: [...ON_PLAN, '01 instagram dropped', '02 linkedin dropped', '04 linkedin added'],
    lines: [],
  });
});
