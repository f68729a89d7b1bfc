import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Case, runTwice } from './case.ts';
import { runInProcess } from './run.ts';

const GOOD = 'week: 2026-W48\ntargets: { posts_per_day: 0-9 }\nposts:\n';
const WARNED =
  'week: 2026-W47\ntargets: { posts_per_day: 0-9 }\nposts:\n  mon: [{ category: branded }, { category: branded }]\n';
const RED = 'week: 2026-W48\ntargets: { posts_per_day: 0-9 }\nposts:\n  mon: [{ category: nope }]\n';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cmplan-cli-'));
  const put = (name: string, content: string | Uint8Array) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  };
  put('good.yaml', GOOD);
  put('warned.yaml', WARNED);
  put('red.yaml', RED);
  put('empty.yaml', '');
  put('picture.yaml', Uint8Array.from([0x89, 0x50, 0x4e, 0x47]));
  put('large.yaml', `week: 2026-W48\nposts:\n#${' '.repeat(20 * 1024 ** 2)}`);
  put('plan.csv', 'date,time,title\n2026-11-23,09:00,Soup: the secret\n');
  put('plan.xlsx', Buffer.from('PK\x03\x04\x14\0[Content_Types].xml', 'latin1'));
  put('plan.ics', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n');
  put('sheet.yaml', 'date,time,title\n2026-11-23,09:00,Soup: the secret\n');
  put('calendar.yaml', 'BEGIN:VCALENDAR\r\n');
  put('report.yaml', '%PDF-1.7\n');
  put('plans/b.yaml', RED);
  put('plans/a.yml', WARNED);
  put('plans/notes.yaml', 'shopping: [milk]\n');
  put('plans/broken.yaml', 'shopping: [milk\n');
  put('plans/deep/c.yaml', GOOD);
  put('plans/node_modules/d.yaml', RED);
  put('plans/.hidden/e.yaml', RED);
  put('plans/cmplan.config.yaml', 'timezone: Europe/Kyiv\n');
  put('plans/readme.txt', 'posts: none\n');
  put('other/notes.yaml', 'shopping: [milk]\n');
  put("odd/what's “this”.yaml", RED);
  mkdirSync(path.join(folder, 'nothing'));
  symlinkSync('.', path.join(folder, 'plans/again'));
  symlinkSync('circle', path.join(folder, 'circle'));
  symlinkSync('../good.yaml', path.join(folder, 'plans/linked.yaml'));
});

afterAll(() => rmSync(folder, { recursive: true }));

const NOPE =
  'error: "nope" is not a category of the mix; write branded, functional or emotional [category]\n';
const TOO_MUCH =
  'warning: too many branded posts: 2 of 2 planned posts (100%, target 30%); replace 1 branded post with 1 emotional post [mix]\n';

const NAME_IT = (ending: string) =>
  `but its name is that of a plan, which is written in YAML; to have it read, give it a name that ends with ${ending}, or name it so with --stdin-filename`;

const CASES: Readonly<Record<string, Case>> = {
  'a good plan is silent': { args: ['check', 'good.yaml'], status: 0 },
  'warnings are allowed': {
    args: ['check', 'warned.yaml'],
    status: 0,
    stdout: `warned.yaml:3:1: ${TOO_MUCH}`,
  },
  'errors are not': { args: ['check', 'red.yaml'], status: 1, stdout: `red.yaml:4:21: ${NOPE}` },
  'a sheet is checked as a plan': {
    args: ['check', 'plan.csv'],
    status: 1,
    stdout:
      /^plan\.csv:1:1: error: nothing in this sheet says what category a post is in.*\nplan\.csv:2:1: warning: Mon 23 Nov has 1 post/,
  },
  'a calendar is, too': {
    args: ['check', 'plan.ics'],
    status: 2,
    stderr: 'cmplan: "plan.ics" has no post with a date\n',
  },
  'under the name of a plan, a sheet is no plan': {
    args: ['check', 'sheet.yaml'],
    status: 1,
    stdout: `sheet.yaml:1:1: error: this file is a sheet, ${NAME_IT('.csv')} [syntax]\n`,
  },
  'nor is a calendar': {
    args: ['check', 'calendar.yaml'],
    status: 1,
    stdout: `calendar.yaml:1:1: error: this file is a calendar, ${NAME_IT('.ics')} [syntax]\n`,
  },
  'nor is a PDF': {
    args: ['check', 'report.yaml'],
    status: 1,
    stdout:
      'report.yaml:1:1: error: this file is a PDF, but its name is that of a plan, which is written in YAML; export the sheet that it was made from as CSV [syntax]\n',
  },
  'what is no workbook is said to be damaged': {
    args: ['check', 'plan.xlsx'],
    status: 2,
    stderr:
      'cmplan: "plan.xlsx" is damaged, so that it cannot be read; open it in Excel or LibreOffice and save it again as .xlsx\n',
  },
  'plans come in the order given, each once': {
    args: ['check', 'warned.yaml', 'red.yaml', './warned.yaml'],
    status: 1,
    stdout: `warned.yaml:3:1: ${TOO_MUCH}red.yaml:4:21: ${NOPE}`,
  },
  'a folder is searched, by name': {
    args: ['check', 'plans'],
    status: 1,
    stdout: `plans/a.yml:3:1: ${TOO_MUCH}plans/b.yaml:4:21: ${NOPE}`,
    stderr: 'cmplan: skipped 2 files that are not plans: no week, from, to or posts\n',
  },
  'without a path, plans/ is': {
    args: ['check'],
    status: 1,
    stdout: /^plans\/a.yml:3:1: .*\nplans\/b.yaml:4:21: .*\n$/,
  },
  'a glob is matched': {
    args: ['check', 'plans/*.{yaml,yml}'],
    status: 1,
    stdout: /^plans\/a.yml.*\nplans\/b.yaml.*\n$/,
    stderr: /skipped 2 files/,
  },
  'a file that is named is a plan, whatever is in it': {
    args: ['check', 'plans/notes.yaml'],
    status: 1,
    stdout: /not a key of a plan/,
  },
  'also when its folder is named too': {
    args: ['check', 'other', 'other/notes.yaml'],
    status: 1,
    stdout: /not a key of a plan/,
  },
  'a folder with files that are no plans': {
    args: ['check', 'other'],
    status: 2,
    stderr: /"other" leads to no plan/,
  },
  'a folder without files': {
    args: ['check', 'nothing'],
    status: 2,
    stderr: 'cmplan: "nothing" has no plan in it: there is no .yaml or .yml file in it or below\n',
  },
  'a glob that matches nothing': {
    args: ['check', 'plans/*.json'],
    status: 2,
    stderr: 'cmplan: no file matches "plans/*.json"\n',
  },
  'a glob that stands for a quarter of a million paths': {
    args: ['check', '{a,b}'.repeat(18)],
    status: 2,
    stderr:
      /^cmplan: "(?:\{a,b\}){12}…" stands for more than 3,000 names of folders and files when each \{a,b\} is written out; name a folder instead\n$/,
  },
  'a glob of 60,000 signs': {
    args: ['check', '?'.repeat(60_000)],
    status: 2,
    stderr: /^cmplan: "\?{60}…" is longer than 1,000 characters; name a folder instead\n$/,
  },
  'a path that is mistyped': {
    args: ['check', 'god.yaml'],
    status: 2,
    stderr: 'cmplan: "god.yaml" does not exist; did you mean "good.yaml"?\n',
  },
  'what can be read is reported all the same, and 2 beats 1': {
    args: ['check', 'red.yaml', 'nope.yaml', 'good.yaml/x'],
    status: 2,
    stdout: `red.yaml:4:21: ${NOPE}`,
    stderr: /"nope.yaml" does not exist.*\n.*a part of its path is a file\n$/,
  },
  'a link in a circle': {
    args: ['check', 'circle'],
    status: 2,
    stderr: 'cmplan: "circle" is a symbolic link that leads in a circle\n',
  },
  'an odd name': { args: ['check', 'odd'], status: 1, stdout: `odd/what's “this”.yaml:4:21: ${NOPE}` },
  'an empty file': {
    args: ['check', 'empty.yaml'],
    status: 1,
    stdout: /^empty.yaml:1:1: error: this file has no plan in it/,
  },
  'a picture': {
    args: ['check', 'picture.yaml'],
    status: 1,
    stdout: /^picture.yaml:1:1: error: this file is not plain text in UTF-8/,
  },
  'a file of 20 MiB': {
    args: ['check', 'large.yaml'],
    status: 1,
    stdout: /^large.yaml:1:1: error: this file is larger than 10 MB/,
  },
  'standard input': { args: ['check', '-'], stdin: RED, status: 1, stdout: `-:4:21: ${NOPE}` },
  'standard input under a name': {
    args: ['check', '-', '--stdin-filename', 'plans/x.yaml', 'good.yaml'],
    stdin: RED,
    status: 1,
    stdout: `plans/x.yaml:4:21: ${NOPE}`,
  },
  'standard input once': { args: ['check', '-', '-'], stdin: RED, status: 1, stdout: `-:4:21: ${NOPE}` },
  'an empty path': {
    args: ['check', ''],
    status: 2,
    stderr: 'cmplan: a path is empty; name a file or a folder\n',
  },
  'two formats': {
    args: ['check', '-f', 'json', '-f', 'plain'],
    status: 2,
    stderr:
      'cmplan: two reports cannot both go to standard output; give one of them a file, as in -f json:report.json\n',
  },
  'nothing on standard input': {
    args: ['check', '-'],
    status: 1,
    stdout: /^-:1:1: error: this file has no plan in it/,
  },
  json: { args: ['check', '--format', 'json', 'good.yaml'], status: 0, stdout: /^\{\n {2}"version": 1,\n/ },
  'pretty, without colours in a pipe': {
    args: ['check', '-f', 'pretty', 'red.yaml'],
    status: 1,
    stdout: /^[^\x1b]*1 error\n$/,
  },
  'pretty, in colours when asked for': {
    args: ['check', '-f', 'pretty', '--color', 'red.yaml'],
    status: 1,
    stdout: /\x1b\[31m/,
  },
  'an unknown command': {
    args: ['chek'],
    status: 2,
    stderr: 'cmplan: there is no command "chek"; did you mean check?\n',
  },
  'an unknown option': {
    args: ['check', '--colour'],
    status: 2,
    stderr: 'cmplan: there is no option "--colour"; did you mean --color?\n',
  },
  'an unknown format': {
    args: ['check', '-f', 'jsn'],
    status: 2,
    stderr: 'cmplan: there is no format "jsn"; did you mean "json"?\n',
  },
  'a format that is missing': {
    args: ['check', '-f'],
    status: 2,
    stderr: /^cmplan: the option -f, --format <format\[:file\]> needs a value/,
  },
  'no command': { args: [], status: 2, stderr: /^Usage: cmplan/ },
  help: { args: ['--help'], status: 0, stdout: /Examples:\n {2}\$ cmplan check plan.yaml/ },
  'help on a command': {
    args: ['check', '--help'],
    status: 0,
    stdout: /Examples:\n {2}\$ cmplan check plans[\s\S]*Exit status/,
  },
  'the version': { args: ['--version'], status: 0, stdout: /^\d+\.\d+\.\d+\n$/ },
};

runTwice(CASES, () => folder);

test('on a terminal the report is pretty and in colours, unless it is told otherwise', async () => {
  expect((await runInProcess(['check', 'red.yaml'], folder, { terminal: true })).stdout).toMatch(/\x1b\[31m/);
  expect(
    (await runInProcess(['check', 'red.yaml', '--no-color'], folder, { terminal: true })).stdout,
  ).toMatch(/^[^\x1b]*1 error\n$/);
});

test('--quiet on a terminal leaves one line of plans without an error', async () => {
  const said = async (...args: readonly string[]) =>
    (await runInProcess(['check', '--quiet', '--no-color', ...args], folder, { terminal: true })).stdout;
  expect(await said('good.yaml', 'plans/linked.yaml')).toBe('✔ 2 plans, no findings\n');
  expect(await said('good.yaml', 'red.yaml')).toMatch(/^red\.yaml\n[\s\S]*\n\n✖ 2 plans: 1 error\n$/);
});
