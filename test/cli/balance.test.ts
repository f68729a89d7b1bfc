import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { BalanceReport } from '../../src/report/balance/balance-report.ts';
import { runInProcess, type World } from './run.ts';
import { putFiles, quarter, week } from './weeks.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cmplan-balance-'));
  mkdirSync(path.join(folder, '.git'));
  return () => rmSync(folder, { recursive: true });
});
const put = (files: Readonly<Record<string, string>>) => putFiles(folder, files);
const at = (name: string) => path.join(folder, name);
const balance = (args: readonly string[] = [], world: World = {}) =>
  runInProcess(['balance', ...args], folder, world);

/** The channels of the JSON report. */
async function channels(args: readonly string[] = []) {
  const { stdout, stderr, status } = await balance(['-f', 'json', ...args]);
  const report = JSON.parse(stdout) as BalanceReport;
  return { all: report.channels, stderr, status };
}

/** The files that each channel of each folder counts. */
async function counted(args: readonly string[] = []) {
  const { all, ...rest } = await channels(args);
  const files = all.map(({ folder: name, channel, plans }) => {
    return `${name} ${channel}: ${plans.map(({ file }) => path.basename(file, '.yaml')).join(' ')}`;
  });
  return { files, ...rest };
}

const BRANDS = ['acme', 'bistro', 'cinema', 'dental-care', 'estate-agents', 'florist', 'gym', 'museum'];

describe('what it says', () => {
  test('of one team, on a terminal', async () => {
    put({
      'plans/2026-W46.yaml': week('2026-W46', [2, 1, 2]),
      'plans/2026-W47.yaml': week('2026-W47', [2, 1, 2]),
    });
    put({ 'plans/2026-W48.yaml': week('2026-W48', [2, 1, 2]) });
    const { stdout, stderr, status } = await balance(['--no-color'], { terminal: true });
    expect(stdout).toBe(`plans, default
  3 plans of a quarter, Mon 9 Nov to Sun 29 Nov 2026: 15 posts

            posts   branded  functional  emotional
  2026-W46      5  2  +10.0    1  -15.0    2  +5.0
  2026-W47      5  2  +10.0    1  -15.0    2  +5.0
  2026-W48      5  2  +10.0    1  -15.0    2  +5.0
  posts of each plan, and the variance up to it in percentage points

  branded     ███████████████████████│██████   6  40.0%  target 30%   +10.0 over
  functional  ███████████████           │      3  20.0%  target 35%  -15.0 under
  emotional   ██████████████████████████│███   6  40.0%  target 35%         +5.0

  ! 2.3 functional short
  next week (5 posts): 3 functional instead of 2, 1 emotional instead of 2
`);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  });

  test('of one team, in a pipe', async () => {
    put(quarter('plans', [2, 1, 2]));
    const { stdout } = await balance();
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(12 + 3 + 2);
    expect(lines[0]).toBe(
      'plans: default: 2026-W40: 5 posts: branded 2 (+10.0), functional 1 (-15.0), emotional 2 (+5.0)',
    );
    expect(lines.slice(-2)).toEqual([
      'plans: default: 12 plans of a quarter, Mon 28 Sep to Sun 20 Dec 2026: 60 posts, 6 branded too many, 9 functional short',
      'plans: default: next week (5 posts): 0 branded instead of 1, 3 functional instead of 2',
    ]);
  });

  test('of eight brands with twelve weeks each, in one screen', async () => {
    for (const [index, brand] of BRANDS.entries()) {
      put(quarter(`${brand}/plans`, index % 3 === 0 ? [2, 1, 2] : [6, 7, 7]));
      put({ [`${brand}/cmplan.config.yaml`]: 'channels: [instagram, telegram]\n' });
    }
    for (const brand of BRANDS) {
      for (const [name, text] of Object.entries(quarter(`${brand}/plans`, [2, 1, 2])))
        put({ [name]: text.replaceAll('{ category', '{ channels: [instagram, telegram], category') });
    }
    const { stdout, status } = await balance(['--no-color'], { terminal: true });
    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBeLessThan(24);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    expect(lines.slice(0, 3)).toEqual([
      '  team                 channel         since  posts',
      '! acme/plans           instagram  2026-09-28     60  branded +6, functional -9',
      '! acme/plans           telegram   2026-09-28     60  branded +6, functional -9',
    ]);
    expect(lines.slice(-2)).toEqual([
      'cmplan balance acme/plans shows the weeks of one team',
      '! 8 teams, 16 channels, 16 off track',
    ]);
    expect(status).toBe(0);
    expect((await balance(['acme'])).stdout).toContain('acme/plans: telegram: next week');
  });

  test('as JSON, with the figures of check', async () => {
    put({
      'plans/2026-W47.yaml': week('2026-W47', [2, 1, 2]),
      'plans/2026-W48.yaml': week('2026-W48', [2, 1, 2]),
    });
    put({
      'plans/2026-W49.yaml': week(
        '2026-W49',
        [1, 2, 1],
        'targets: { mix: { branded: 50, functional: 50 } }\n',
      ),
    });
    put({ 'cmplan.config.yaml': 'targets: { posts_per_day: 0-3 }\n' });
    const { all } = await channels();
    expect(all).toHaveLength(1);
    const [only] = all;
    expect(only?.config).toBe('cmplan.config.yaml');
    expect(only?.plans.map(({ file, from, to, counted: posts }) => [file, from, to, posts])).toEqual([
      ['plans/2026-W47.yaml', '2026-11-16', '2026-11-22', 5],
      ['plans/2026-W48.yaml', '2026-11-23', '2026-11-29', 5],
      ['plans/2026-W49.yaml', '2026-11-30', '2026-12-06', 3],
    ]);
    expect(only?.plans[2]?.categories).toEqual([
      { category: 'branded', count: 1, variance: 3.85 },
      { category: 'functional', count: 2, variance: -7.69 },
      { category: 'emotional', count: 0, variance: 3.85 },
    ]);
    const { stdout } = await runInProcess(['check', 'plans/2026-W49.yaml', '-f', 'json'], folder);
    expect(only?.mixOverTime).toEqual(JSON.parse(stdout).plans[0].channels[0].mixOverTime);
  });

  test('as Markdown, of several channels first a table', async () => {
    put({ ...quarter('a', [2, 1, 2]), ...quarter('b', [6, 7, 7]) });
    const { stdout } = await balance(['a', 'b', '-f', 'markdown']);
    expect(stdout).toContain(`## ⚠ cmplan balance: 2 teams, 2 channels, 1 off track

|  | team | channel | since | posts |  |
| --- | --- | --- | --- | ---: | --- |
| ⚠ | a | default | 2026-09-28 | 60 | 6 branded too many, 9 functional short |
| ✔ | b | default | 2026-09-28 | 240 | on track |

### a, default
`);
    expect(stdout).toContain('| 2026-W51 | 5 | 2 (+10.0) | 1 (-15.0) | 2 (+5.0) |');
  });
});

describe('which plans it counts', () => {
  const YEAR = {
    'plans/2026-W30.yaml': week('2026-W30', [2, 1, 2]),
    'plans/2026-W40.yaml': week('2026-W40', [2, 1, 2]),
    'plans/Q4/2026-W44.yaml': week('2026-W44', [2, 1, 2]),
    'plans/2026-W45.yaml': week('2026-W45', [2, 1, 2]),
    'plans/2026-W48.yaml': week('2026-W48', [2, 1, 2]),
  };

  test.each([
    [[], '2026-W40 2026-W44 2026-W45 2026-W48'],
    [['--over', 'month'], '2026-W45 2026-W48'],
    [['--over', 'year'], '2026-W30 2026-W40 2026-W44 2026-W45 2026-W48'],
    [['--over', 'all'], '2026-W30 2026-W40 2026-W44 2026-W45 2026-W48'],
    [['--over', 'none'], '2026-W48'],
    [['--over', '2026-10-01'], '2026-W44 2026-W45 2026-W48'],
    [['--over', '2027-01-01'], '2026-W48'],
    [['--from', '2026-10-26'], '2026-W44 2026-W45 2026-W48'],
    [['--from', '2026-10-27'], '2026-W45 2026-W48'],
    [['--to', '2026-11-08'], '2026-W40 2026-W44 2026-W45'],
    [['--to', '2026-11-07'], '2026-W40 2026-W44'],
    [['--over', 'all', '--from', '2026-09-01', '--to', '2026-11-01'], '2026-W40 2026-W44'],
    [['plans/2026-W45.yaml'], '2026-W40 2026-W44 2026-W45'],
    [['plans/2026-W45.yaml', 'plans/2026-W30.yaml'], '2026-W40 2026-W44 2026-W45'],
    [['plans/2026-W4*.yaml', '--over', 'all'], '2026-W30 2026-W40 2026-W44 2026-W45 2026-W48'],
    [['plans/2026-W3*.yaml'], '2026-W30'],
  ])('%j', async (args, weeks) => {
    put({ ...YEAR, 'cmplan.config.yaml': 'channels: [a]\n' });
    expect(await counted(args)).toEqual({ files: [`plans a: ${weeks}`], stderr: '', status: 0 });
  });

  test('of each channel those of its own newest span, and the channel of the newest plan first', async () => {
    const only = (channel: string) => `channels: [${channel}]\n`;
    put({
      'plans/2026-W30.yaml': week('2026-W30', [2, 1, 2], only('old')),
      'plans/2026-W40.yaml': week('2026-W40', [2, 1, 2], only('old')),
      'plans/2026-W47.yaml': week('2026-W47', [2, 1, 2], only('new')),
      'plans/2026-W48.yaml': week('2026-W48', [2, 1, 2], 'channels: [new]\ntargets: { mix_over: month }\n'),
    });
    const { files } = await counted();
    expect(files).toEqual(['plans new: 2026-W47 2026-W48', 'plans old: 2026-W40']);
  });

  test('those of each config, however the folders lie', async () => {
    put({
      ...YEAR,
      'plans/tiktok/2026-W48.yaml': week('2026-W48', [1, 1, 1]),
      'brands/b/cmplan.config.yaml': 'plans: weeks/*.yml\nchannels: [b]\n',
      'brands/b/weeks/48.yml': week('2026-W48', [1, 1, 1]),
    });
    const { files } = await counted();
    expect(files).toEqual([
      'brands/b/weeks b: 48.yml',
      'plans default: 2026-W40 2026-W44 2026-W45 2026-W48',
      'plans/tiktok default: 2026-W48',
    ]);
  });

  test('with another config, and with none', async () => {
    put({
      ...YEAR,
      'cmplan.config.yaml': 'channels: [a]\ntargets: { mix_over: month }\n',
      'other.yaml': 'channels: [o]\n',
    });
    expect((await counted()).files).toEqual(['plans a: 2026-W45 2026-W48']);
    expect((await counted(['-c', 'other.yaml'])).files).toEqual([
      'plans o: 2026-W40 2026-W44 2026-W45 2026-W48',
    ]);
    expect((await counted(['--no-config', 'plans'])).files).toEqual([
      'plans default: 2026-W40 2026-W44 2026-W45 2026-W48',
    ]);
  });

  test('not what the config ignores, or does not name', async () => {
    put({ ...YEAR, 'cmplan.config.yaml': 'plans: plans/*.yaml\nignore: plans/*W40*\nchannels: [a]\n' });
    put({ 'drafts/2026-W48.yaml': week('2026-W48', [1, 1, 1]) });
    expect(await counted(['.'])).toEqual({
      files: ['plans a: 2026-W45 2026-W48'],
      stderr: 'cmplan: 2 files are not counted: their config does not name them under "plans"\n',
      status: 0,
    });
    expect(await counted(['plans/2026-W48.yaml', 'plans/2026-W40.yaml', 'drafts/2026-W48.yaml'])).toEqual({
      files: ['plans a: 2026-W45 2026-W48'],
      stderr:
        'cmplan: "plans/2026-W40.yaml" is not counted: cmplan.config.yaml ignores it\n' +
        'cmplan: "drafts/2026-W48.yaml" is not counted: cmplan.config.yaml does not name it under "plans"\n',
      status: 0,
    });
  });
});

describe('the exit status under --strict', () => {
  test.each([
    { counts: [2, 1, 2], args: [], status: 0 },
    { counts: [2, 1, 2], args: ['--strict'], status: 1 },
    { counts: [6, 7, 7], args: ['--strict'], status: 0 },
    { counts: [2, 1, 2], args: ['--strict', '--over', 'none'], status: 0 },
    { counts: [2, 1, 2], args: ['--strict', '--from', '2026-12-07'], status: 0 },
  ])('%j', async ({ counts, args, status }) => {
    put(quarter('plans', counts));
    const run = await balance(args);
    expect(run.status).toBe(status);
    expect(run.stderr).toBe(status === 1 ? 'cmplan: 1 channel off track, none allowed by --strict\n' : '');
  });

  test('is 0 where only a hold is to blame, which the report says', async () => {
    const hold = 'hold: { from: 2026-11-23, to: 2026-11-29 }\n';
    const posts = (counts: readonly number[]) => week('2026-W48', counts, hold);
    put({
      'plans/2026-W46.yaml': week('2026-W46', [2, 1, 2]),
      'plans/2026-W47.yaml': week('2026-W47', [3, 1, 3]),
      'plans/2026-W48.yaml': posts([0, 6, 1]),
    });
    const { stdout, status } = await balance(['--strict']);
    expect(stdout).toContain('2.2 functional short, because of a hold');
    expect(status).toBe(0);
  });
});

describe('plans that do not count', () => {
  const WEEKS = {
    'plans/2026-W40.yaml': week('2026-W40', [2, 1, 2]),
    'plans/2026-W41.yaml': week('2026-W41', [2, 1, 2]),
  };

  test.each([
    [
      'a syntax mistake',
      'plans/x.yaml',
      'week: 2026-W42\nposts: [\n',
      /^cmplan: plans\/x\.yaml:\d+:\d+: left out, because it cannot be read: .+\n$/,
    ],
    [
      'no period',
      'plans/x.yaml',
      'week: 2026-W99\nposts:\n',
      /^cmplan: "plans\/x\.yaml" is left out: it has no valid period \(week, or from and to\); cmplan check says what to write\n$/,
    ],
    [
      'an invalid mix',
      'plans/x.yaml',
      week('2026-W42', [1, 1, 1], 'targets: { mix: { a: 5 } }\n'),
      /^cmplan: "plans\/x\.yaml" is left out on default: its mix or its tolerance is invalid there; cmplan check says what to write\n$/,
    ],
    [
      'an overlap',
      'plans/x.yaml',
      week('2026-W41', [1, 1, 1]),
      /^cmplan: "plans\/x\.yaml" is left out: "plans\/2026-W41\.yaml" has posts on a day and channel of it already\n$/,
    ],
    [
      'no posts',
      'plans/x.yaml',
      'week: 2026-W42\nposts: 5\n',
      /^cmplan: "plans\/x\.yaml" is left out: its posts cannot be read; cmplan check says what to write\n$/,
    ],
    [
      'ten megabytes',
      'plans/x.yaml',
      `week: 2026-W42\nposts:\n${'# \n'.repeat(3_600_000)}`,
      /^cmplan: plans\/x\.yaml:1:1: left out, because it cannot be read: .*10 MB.*\n$/,
    ],
    [
      'nothing',
      'plans/x.yaml',
      '',
      /^cmplan: skipped 1 file that is not a plan: no week, from, to or posts\n$/,
    ],
  ])('%s is said in a sentence, and the others count', async (_, name, text, stderr) => {
    put({ ...WEEKS, [name]: text });
    const { files, ...rest } = await counted(['plans']);
    expect(files).toEqual(['plans default: 2026-W40 2026-W41']);
    expect(rest).toEqual({ stderr: expect.stringMatching(stderr), status: 0 });
  });

  test('an invalid mix_over leaves the plan by itself', async () => {
    put({
      ...WEEKS,
      'plans/2026-W42.yaml': week('2026-W42', [1, 1, 1], 'targets: { mix_over: fortnight }\n'),
    });
    expect(await counted(['plans'])).toEqual({
      files: ['plans default: 2026-W42'],
      stderr:
        'cmplan: "plans/2026-W42.yaml" is counted by itself on default: its mix_over is invalid there; cmplan check says what to write\n',
      status: 0,
    });
    expect((await counted(['plans', '--over', 'quarter'])).files).toEqual([
      'plans default: 2026-W40 2026-W41 2026-W42',
    ]);
  });

  test('of other spans, and newer neighbours, are not named', async () => {
    put({
      ...WEEKS,
      'plans/2026-W20.yaml': 'week: 2026-W20\nposts: [\n',
      'plans/2026-W42.yaml': 'week: 2026-W42\nposts: [\n',
    });
    const { stderr } = await counted(['plans']);
    expect(stderr).toMatch(/^cmplan: plans\/2026-W42\.yaml:.+\n$/);
    expect((await counted(['plans/2026-W41.yaml'])).stderr).toBe('');
  });

  test('of which there are many are named up to twenty', async () => {
    put(WEEKS);
    for (let index = 0; index < 120; index++) put({ [`plans/x${index}.yaml`]: 'week: 2026-W99\nposts:\n' });
    const lines = (await counted(['plans'])).stderr.trimEnd().split('\n');
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe('cmplan: 100 more plans of the same folder left out');
  });

  test('pipes and links in circles make the exit status 2, and are said when they are neighbours', async () => {
    put(WEEKS);
    execFileSync('mkfifo', [at('plans/pipe.yaml')]);
    symlinkSync('circle.yaml', at('plans/circle.yaml'));
    const said = (begin: string) =>
      `cmplan: "plans/circle.yaml" ${begin}is a symbolic link that leads in a circle\n` +
      `cmplan: "plans/pipe.yaml" ${begin}is a pipe or a device, which may never end; save its content to a file\n`;
    expect(await counted(['plans'])).toEqual({
      files: ['plans default: 2026-W40 2026-W41'],
      stderr: said(''),
      status: 2,
    });
    expect(await counted(['plans/2026-W41.yaml'])).toEqual({
      files: ['plans default: 2026-W40 2026-W41'],
      stderr: said('is left out: it '),
      status: 0,
    });
  });

  test.skipIf(process.getuid?.() === 0)('a plan without permission makes the exit status 2', async () => {
    put(WEEKS);
    chmodSync(at('plans/2026-W40.yaml'), 0);
    const { files, status } = await counted(['plans']);
    expect({ files, status }).toEqual({ files: ['plans default: 2026-W41'], status: 2 });
  });
});

describe('what it refuses', () => {
  test.each([
    [['--over', 'querter'], '--over: "querter" is not a span; did you mean "quarter"?'],
    [
      ['--over', '5'],
      '--over: "5" is not a span; write month, quarter, year, none, all, or the day from which plans count, such as 2026-10-01',
    ],
    [
      ['--from', '2026-W40'],
      '--from: "2026-W40" is not a day; write year, month and day, such as 2026-11-23',
    ],
    [
      ['--to', '2026-02-30'],
      '--to: "2026-02-30" is not a day; write year, month and day, such as 2026-11-23',
    ],
    [
      ['--from', '2026-11-01', '--to', '2026-10-01'],
      '--to: 2026-10-01 is before 2026-11-01, the day of --from; swap them',
    ],
    [['-f', 'jsno'], 'there is no format "jsno"; did you mean "json"?'],
    [['--strickt'], 'there is no option "--strickt"; did you mean --strict?'],
    [['-'], 'balance counts the plans of a folder, and standard input is in none; name a plan or a folder'],
    [['plan'], '"plan" does not exist; did you mean "plans"?'],
    [['nothing/*.yaml'], 'no file matches "nothing/*.yaml"'],
    [['notes.yaml'], '"notes.yaml" is not a plan: it has no week, from, to or posts'],
    [['shopping'], '"shopping" leads to no plan: its files have neither a period nor posts'],
    [
      ['-f', 'json:plans/2026-W40.yaml'],
      '"plans/2026-W40.yaml" is named like a plan, which a report must not overwrite; name another file',
    ],
    [
      ['--from', '2027-01-01'],
      'there is no plan that begins on 2027-01-01 or later and can be counted; change --from',
    ],
    [
      ['--from', '2020-01-01', '--to', '2020-02-01'],
      'there is no plan that begins on 2020-01-01 or later and ends on 2020-02-01 or earlier and can be counted; change --from',
    ],
    [['-c', 'broken.yaml'], /^cmplan: broken\.yaml:1:1: /],
  ])('%j', async (args, why) => {
    put({ ...quarter('plans', [2, 1, 2]), 'notes.yaml': 'milk: 1\n', 'broken.yaml': 'mxi: 5\n' });
    put({ 'shopping/list.yaml': 'milk: 1\n' });
    const { status, stdout, stderr } = await balance(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    if (typeof why === 'string') expect(stderr).toContain(`cmplan: ${why}\n`);
    else expect(stderr).toMatch(why);
  });

  test('a folder without any plan, with advice of its own', async () => {
    expect((await balance()).stderr).toBe(
      'cmplan: found no .yaml or .yml file in a folder named plans, here or below; start a week with cmplan new, name the plan to check, or count every plan below this folder with cmplan balance .\n',
    );
    put({ 'cmplan.config.yaml': 'channels: [a]\n' });
    const { status, stdout, stderr } = await balance(['-f', 'json']);
    expect(JSON.parse(stdout)).toEqual({ version: 1, channels: [] });
    expect(stderr).toContain('or count every plan below this folder with cmplan balance .');
    expect(status).toBe(2);
  });
});

test('a report in a file, and where it is', async () => {
  put(quarter('plans', [2, 1, 2]));
  const { stdout, stderr } = await balance(['-f', 'markdown:balance.md']);
  expect({ stdout, stderr }).toEqual({ stdout: '', stderr: 'cmplan: the report is in "balance.md"\n' });
});

test('says how far it is when it takes long', async () => {
  put(quarter('plans', [2, 1, 2]));
  let now = 0;
  const { stderr } = await balance([], { terminal: true, now: () => (now += 400) });
  expect(stderr).toContain('of 12 plans …');
});
