import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CheckReport } from '../../src/report/check-report.ts';
import { rowOf, workbookOf } from '../exchange/workbooks.ts';
import { runInProcess } from './run.ts';

let folder = '';
const put = (name: string, text: string | Uint8Array) => writeFileSync(path.join(folder, name), text);

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cmplan-sheets-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const CONFIG = `timezone: Europe/Kyiv
channels:
  instagram: { aliases: [insta main] }
  linkedin:
targets: { posts_per_day: 0-3, reserve: 0, min_gap: 15, mix: { branded: 34, functional: 33, emotional: 33 } }
aliases: { functional: [Tips], emotional: [Stories] }
`;

/** Checks a sheet with the config of the team: each finding by its place, and the report. */
async function checked(name: string, text: string | Uint8Array, ...more: readonly string[]) {
  put('cmplan.config.yaml', CONFIG);
  put(name, text);
  const { status, stdout, stderr } = await runInProcess(['check', name, '-f', 'json', ...more], folder);
  const report = stdout === '' ? null : (JSON.parse(stdout) as CheckReport);
  const [plan] = report?.plans ?? [];
  const findings = (report?.findings ?? []).map(
    ({ line, column, endLine, endColumn, rule, message }) =>
      `${line}:${column}-${endLine}:${endColumn} ${rule}: ${message}`,
  );
  return { status, stderr, plan, findings };
}

const HEADER = 'Pillar,Date,Time,Channel,Title,Status';

describe('findings are at rows and cells', () => {
  test('a category that is not known is told once, at its first row', async () => {
    const text = [
      HEADER,
      'Fun,2026-11-30,09:00,instagram,"A\nB",',
      'Fun,2026-12-01,09:00,instagram,C,',
      '',
    ].join('\n');
    const { status, findings } = await checked('a.csv', text);
    expect(status).toBe(1);
    expect(findings).toEqual([
      '2:1-2:2 category: "Fun", in 2 rows, is not a category of instagram; if this is another name of one, add it to aliases in cmplan.config.yaml, such as branded: [Fun]',
    ]);
  });

  test('a channel, too', async () => {
    const text = `${HEADER}\nTips,2026-11-30,09:00,Blog ABC,A,\nTips,2026-12-01,09:00,blog abc; linkedin,B,\n`;
    expect((await checked('a.csv', text)).findings).toEqual([
      '2:4-2:5 channel: "Blog ABC", in 2 rows, is not a channel of cmplan.config.yaml, which has instagram and linkedin; if this is another name of one, add it to the aliases of that channel',
    ]);
  });

  test('the mix is at the header, a time at its cell', async () => {
    const rows = ['30', '30', '30'].map((day, at) => `branded,2026-11-${day},1${at}:00,Insta Main,${at},`);
    const { findings } = await checked(
      'a.csv',
      `Our plan,,,,,\n${HEADER}\n${rows.join('\n')}\n`,
      '--from',
      '2026-11-30',
    );
    expect(findings).toEqual([expect.stringMatching(/^2:1-2:2 mix: .*too many branded posts: 3 of 3/)]);
    const close = `${HEADER}\nTips,2026-11-30,09:00,linkedin,A,\nStories,2026-11-30,09:02,linkedin,B,\nbranded,2026-12-01,,linkedin,C,\n`;
    expect((await checked('a.csv', close)).findings).toEqual([expect.stringMatching(/^3:3-3:4 spacing: /)]);
  });

  test('where nothing names a category, one finding at the header', async () => {
    const { findings } = await checked(
      'a.csv',
      'Date,Channel,Title\n2026-11-30,instagram,A\n2026-12-01,linkedin,B\n',
    );
    expect(findings).toEqual([expect.stringMatching(/^1:1-1:2 category: nothing in this sheet says/)]);
  });

  test('where most rows name one, one finding for each row that does not', async () => {
    const text = `${HEADER}\n,2026-11-30,09:00,linkedin,A,\nTips,2026-12-01,09:00,linkedin,B,\n,2026-12-02,09:00,linkedin,C,cancelled\n`;
    expect((await checked('a.csv', text)).findings).toEqual([
      '2:1-2:2 category: this post has no category; write branded, functional or emotional as its category',
    ]);
  });
});

test('a sheet is counted like the same plan in YAML', async () => {
  const text = `${HEADER}\nTips,30.11.2026,9:00,"IG, LinkedIn",A,\nStories,30.11.2026,12:00,instagram,B,\nbranded,02.12.2026,12:00,instagram,C,\nbranded,02.12.2026,13:00,instagram,D,On hold\n`;
  const sheet = await checked('a.csv', text);
  const posts = [
    '{ date: 2026-11-30, time: "09:00", channels: [instagram, linkedin], category: functional, title: A }',
    '{ date: 2026-11-30, time: "12:00", channel: instagram, category: emotional, title: B }',
    '{ date: 2026-12-02, time: "12:00", channel: instagram, category: branded, title: C }',
    '{ date: 2026-12-02, time: "13:00", channel: instagram, category: branded, title: D, status: on_hold }',
  ];
  const yaml = `from: 2026-11-30\nto: 2026-12-02\nposts:\n${posts.map((post) => `  - ${post}\n`).join('')}`;
  const { plan } = await checked('a.yaml', yaml);
  expect(plan?.channels[0]?.mix?.categories.map(({ count }) => count)).toEqual([1, 1, 1]);
  expect({ ...sheet.plan, file: '' }).toEqual({ ...plan, file: '' });
});

test('a workbook has its rows as lines', async () => {
  const rows = [
    rowOf(1, ...HEADER.split(',')),
    rowOf(4, 'Fun', '2026-11-30', '09:00', 'instagram', 'A', ''),
  ].join('');
  const { findings } = await checked(
    'calendar.xlsx',
    workbookOf({ sheets: { 'Read Me': rowOf(1, 'Hello'), Plan: rows } }),
  );
  expect(findings).toEqual([expect.stringMatching(/^4:1-4:2 category: "Fun"/)]);
});

test('what is not read and what is no post is said', async () => {
  const text =
    'Date,Channel,Category,Title,Goal\n2026-11-30,instagram,Tips,A,reach\n,instagram,Tips,Someday,\nLegend:,,,,\n';
  expect((await checked('a.csv', text)).stderr.split('\n')).toEqual([
    'cmplan: a.csv: not read: "Goal"',
    'cmplan: a.csv:3: has no date, so it is an idea',
    'cmplan: a.csv:4: "Legend:" is not a date',
    '',
  ]);
});

test('what cannot be read is no finding', async () => {
  expect(await checked('a.csv', 'Kanal,Text\na,b\n')).toMatchObject({
    status: 2,
    findings: [],
    stderr:
      'cmplan: "a.csv" has no column named "date": line 1 has "Kanal" and "Text"; rename the column with the days to "date"\n',
  });
  expect(
    await checked('a.csv', `${HEADER}\nTips,2026-01-01,,linkedin,A,\nTips,2027-06-01,,linkedin,B,\n`),
  ).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('add --from and --to, such as --from 2026-01-01 --to 2027-01-01'),
  });
});

test('only some days may be checked', async () => {
  const text = `${HEADER}\nTips,2026-11-30,,linkedin,A,\nFun,2026-12-07,,linkedin,B,\n`;
  const { findings, plan } = await checked('a.csv', text, '--to', '2026-12-06');
  expect(findings).toEqual([]);
  expect([plan?.from, plan?.to]).toEqual(['2026-11-30', '2026-12-06']);
});

test('a sheet is checked where the config names it, and in a pipe by its name', async () => {
  put('cmplan.config.yaml', `${CONFIG}plans: 'sheets.csv'\n`);
  put('sheets.csv', `${HEADER}\nFun,2026-11-30,,linkedin,A,\n`);
  expect(await runInProcess(['check'], folder)).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('sheets.csv:2:1: error: "Fun"'),
  });
  const piped = await runInProcess(['check', '-', '--stdin-filename', 'x.csv'], folder, {
    stdin: `${HEADER}\nFun,2026-11-30,,linkedin,A,\n`,
  });
  expect(piped.stdout).toContain('x.csv:2:1: error: "Fun"');
});

test('a row that was meant as a post but cannot be read is a finding', async () => {
  const text = `${HEADER}\nTips,TBD,09:00,linkedin,A,\nTips,2026-11-30,09:00,linkedin,"B\n",\nTips,2026-12-01,09:00,linkedin\nLegend,green,,,,\n`;
  expect((await checked('a.csv', text)).findings).toEqual([
    '2:1-2:2 date: this row has a date that cannot be read: "TBD" is not a date; it is left out',
    '5:1-5:2 schema: this row has 4 cells where the header has 6; it is left out',
  ]);
});

test('where no row names a channel, one finding says so at the header', async () => {
  expect(
    (await checked('a.csv', 'Date,Pillar,Title\n2026-11-30,Tips,A\n2026-12-01,Tips,B\n')).findings,
  ).toEqual([
    '1:1-1:2 channel: nothing in this sheet says which channel a post is for; add a column "channel" with instagram or linkedin',
  ]);
});

test('a sheet without dated posts says why', async () => {
  expect((await checked('a.csv', `${HEADER}\nTips,,,linkedin,A,\n`)).stderr).toBe(
    'cmplan: a.csv:2: has no date, so it is an idea\ncmplan: "a.csv" has no post with a date\n',
  );
});

test('of the sheets of a workbook that look like calendars, those that are not read are named', async () => {
  const month = (title: string) =>
    [rowOf(1, ...HEADER.split(',')), rowOf(2, 'Tips', '2026-11-30', '', 'linkedin', title, '')].join('');
  const sheets = { November: month('A'), 'Early 2027': month('B'), Notes: rowOf(1, 'Hello') };
  const { stderr } = await checked('two.xlsx', workbookOf({ sheets }));
  expect(stderr).toBe(
    'cmplan: two.xlsx: only its sheet "November" is read, although Early 2027 looks like a calendar, too; to read another one, add --sheet "Early 2027"\n',
  );
  expect((await checked('two.xlsx', workbookOf({ sheets }), '--sheet', 'early 2027')).stderr).toBe('');
});

test('the cell of a network is that of its own column', async () => {
  const text = 'Date,Pillar,Title,LinkedIn,Pinterest\n2026-11-30,Tips,A,x,x\n';
  expect((await checked('a.csv', text)).findings).toEqual([
    expect.stringMatching(/^2:5-2:6 channel: "Pinterest"/),
  ]);
});
