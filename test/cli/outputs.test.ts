import { execFileSync, spawn } from 'node:child_process';
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
import { beforeEach, describe, expect, test } from 'vitest';
import { BIN, type Run, runAsProcess, runInProcess, type World } from './run.ts';

const RED = 'week: 2026-W48\ntargets: { posts_per_day: 0-9 }\nposts:\n  mon: [{ category: nope }]\n';
const NOPE =
  'plan.yaml:4:21: error: "nope" is not a category of the mix; write branded, functional or emotional [category]\n';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cmplan-outputs-'));
  writeFileSync(path.join(folder, 'plan.yaml'), RED);
  writeFileSync(path.join(folder, 'good.yaml'), 'week: 2026-W48\ntargets: { posts_per_day: 0-9 }\nposts:\n');
  return () => rmSync(folder, { recursive: true });
});

const run = (args: readonly string[], world: World = {}): Promise<Run> => runInProcess(args, folder, world);
const content = (name: string) => readFileSync(path.join(folder, name), 'utf8');

describe('reports', () => {
  test('go to a file, and what was found is said elsewhere', async () => {
    expect(await run(['check', 'plan.yaml', '-f', 'plain:report.txt'])).toEqual({
      status: 1,
      stdout: '',
      stderr: 'cmplan: the report is in "report.txt"\n',
    });
    expect(content('report.txt')).toBe(NOPE);
  });

  test('go to a file in silence where nothing was found', async () => {
    const nothing = { status: 0, stdout: '', stderr: '' };
    expect(await run(['check', 'good.yaml', '-f', 'plain:a.txt', '-f', 'json:b.json'])).toEqual(nothing);
    expect(content('a.txt')).toBe('');
    expect(JSON.parse(content('b.json')).summary.plans).toBe(1);
  });

  test('go to standard output and files at once, all of the same findings', async () => {
    const { status, stdout, stderr } = await run(
      [
        'check',
        'plan.yaml',
        '-f',
        'plain',
        '-f',
        'json:r.json',
        '--format=pretty:r:1.txt',
        '-f',
        'plain:r.txt',
      ],
      { terminal: true },
    );
    expect([status, stdout, stderr]).toEqual([1, NOPE, '']);
    expect(content('r.txt')).toBe(NOPE);
    expect(content('r:1.txt')).toMatch(/^plan\.yaml\n[^\x1b]*✖ 1 plan: 1 error/);
    expect(JSON.parse(content('r.json')).findings).toHaveLength(1);
  });

  test('take the place of earlier ones, whole', async () => {
    writeFileSync(path.join(folder, 'report.txt'), 'x'.repeat(10_000));
    await run(['check', 'plan.yaml', '-f', 'plain:report.txt']);
    expect(content('report.txt')).toBe(NOPE);
    expect(readdirSync(folder).sort()).toEqual(['good.yaml', 'plan.yaml', 'report.txt']);
  });

  test('are errors alone where only those are asked for, and a dash is standard output', async () => {
    const { stdout } = await run(['check', '-q', 'plan.yaml', '-f', 'json:r.json', '-f', 'plain:-']);
    expect(stdout).toBe(NOPE);
    expect(JSON.parse(content('r.json')).findings).toHaveLength(1);
  });

  test('have names with spaces, quotes, percents and other letters', async () => {
    const name = 'the "100%" of Київ’s\nplan.txt';
    expect((await run(['check', 'plan.yaml', '-f', `plain:${name}`])).stderr).toBe(
      'cmplan: the report is in "the "100%" of Київ’s plan.txt"\n',
    );
    expect(content(name)).toBe(NOPE);
  });

  test('go through linked folders that stay in their repository, or are in none', async () => {
    mkdirSync(path.join(folder, 'real'));
    symlinkSync('real', path.join(folder, 'linked'));
    expect((await run(['check', 'plan.yaml', '-f', 'plain:linked/r.txt'])).status).toBe(1);
    mkdirSync(path.join(folder, '.git'));
    expect((await run(['check', 'plan.yaml', '-f', 'plain:linked/s.txt'])).status).toBe(1);
    expect(readdirSync(path.join(folder, 'real'))).toEqual(['r.txt', 's.txt']);
  });

  test('go to files in every command that reads a plan', async () => {
    const schedule = ['--schedule', 'good.yaml'];
    expect((await run(['config', 'plan.yaml', '-f', 'json:c.json'])).stdout).toBe('');
    expect(JSON.parse(content('c.json'))).toHaveProperty('channels');
    expect(
      (await run(['drift', 'good.yaml', ...schedule, '-f', 'markdown:d.md', '-f', 'json'])).stdout,
    ).toMatch(/^\{/);
    expect(content('d.md')).toMatch(/^## good\.yaml against good\.yaml/);
  });
});

test('a report of nothing is not left where it would look as if all were well', async () => {
  const { status, stdout } = await run(['check', 'missing.yaml', '-f', 'json:r.json']);
  expect([status, stdout, existsSync(path.join(folder, 'r.json'))]).toEqual([2, '', false]);
});

test('a pipe that nobody reads can be given up', async () => {
  execFileSync('mkfifo', [path.join(folder, 'pipe')]);
  const child = spawn(process.execPath, [BIN, 'check', 'plan.yaml', '-f', 'json:pipe'], { cwd: folder });
  await new Promise((resolve) => setTimeout(resolve, 1000));
  child.kill('SIGTERM');
  expect(await new Promise((resolve) => child.on('exit', (_, signal) => resolve(signal)))).toBe('SIGTERM');
});

describe('are refused before any work:', () => {
  const refused: readonly (readonly [name: string, args: readonly string[], sentence: string])[] = [
    [
      'two on standard output',
      ['-f', 'json', '-f', 'plain'],
      'two reports cannot both go to standard output; give one of them a file, as in -f json:report.json',
    ],
    [
      'two in one file',
      ['-f', 'json:r.txt', '-f', 'plain:./r.txt'],
      'two reports cannot both go to "./r.txt"; give each its own file',
    ],
    [
      'one in a folder that is not there',
      ['-f', 'json:/no/such/folder/x'],
      '"/no/such/folder/x" cannot be written: its folder does not exist; create it first',
    ],
    ['one in a folder without a name', ['-f', 'json:reports/'], '"reports/" is a folder; name a file in it'],
    ['one in place of a folder', ['-f', 'json:folder'], '"folder" is a folder; name a file in it'],
    [
      'one below a file',
      ['-f', 'json:note.txt/r.json'],
      '"note.txt/r.json" cannot be written, because a part of its path is a file',
    ],
    [
      'one behind a link that leads nowhere',
      ['-f', 'json:dangling.json'],
      '"dangling.json" is a symbolic link that leads nowhere; delete it, or name another file',
    ],
    [
      'one that is a link to itself',
      ['-f', 'json:circle.json'],
      '"circle.json" is a symbolic link that leads in a circle; delete it, or name another file',
    ],
    [
      'one in place of a plan',
      ['-f', 'json:plan.yaml'],
      '"plan.yaml" is named like a plan, which a report must not overwrite; name another file',
    ],
    [
      'one in place of a plan that is named otherwise',
      ['note.txt', '-f', 'json:./note.txt'],
      '"./note.txt" is a file that cmplan reads, and a report would overwrite it; name another file',
    ],
    [
      'one behind a link to a plan',
      ['-f', 'json:linked.json'],
      '"linked.json" is named like a plan, which a report must not overwrite; name another file',
    ],
    [
      'one behind a link to another file',
      ['-f', 'json:to-note.json'],
      '"to-note.json" is a symbolic link; name the file that it leads to',
    ],
    [
      'one behind a link to a device',
      ['-f', 'json:to-null.json'],
      '"to-null.json" is a symbolic link; name the file that it leads to',
    ],
    [
      'two in one file, the one by way of a linked folder',
      ['-f', 'json:folder/r.json', '-f', 'plain:linked-folder/r.json'],
      'two reports cannot both go to "linked-folder/r.json"; give each its own file',
    ],
    [
      'one behind a link that leads out of its repository',
      ['-f', 'json:repository/out/r.json'],
      '"repository/out/r.json" is reached through the symbolic link "out", which leads out of its repository; name the file itself',
    ],
    [
      'one behind a link that leads into the folder of git',
      ['-f', 'json:repository/hooks/r.json'],
      '"repository/hooks/r.json" is reached through the symbolic link "hooks", which leads into git\'s own folder; name the file itself',
    ],
    [
      'one in place of the config',
      ['-c', 'note.txt', '-f', 'json:note.txt'],
      '"note.txt" is a file that cmplan reads, and a report would overwrite it; name another file',
    ],
    [
      'two on standard output by another name',
      ['-f', 'json:/dev/stdout', '-f', 'plain:-'],
      'two reports cannot both go to standard output; give one of them a file, as in -f json:report.json',
    ],
    ['a format that is none', ['-f', 'jsn:r.json'], 'there is no format "jsn"; did you mean "json"?'],
    [
      'the config of git',
      ['-f', 'json:repository/.git/config'],
      '"repository/.git/config" belongs to git, and a report there could break the repository; name a file outside .git',
    ],
    [
      'a file of git on a system that knows no letter case',
      ['-f', 'json:repository/.GIT/hooks/pre-commit'],
      '"repository/.GIT/hooks/pre-commit" belongs to git, and a report there could break the repository; name a file outside .git',
    ],
    [
      'the file that leads to the folder of git',
      ['-f', 'json:.git'],
      '".git" belongs to git, and a report there could break the repository; name a file outside .git',
    ],
    [
      'no file',
      ['-f', 'json:'],
      '"json:" names no file after its colon; write one, as in -f json:report.txt',
    ],
  ];

  test.each(refused)('%s', async (_, args, sentence) => {
    mkdirSync(path.join(folder, 'folder'));
    writeFileSync(path.join(folder, 'note.txt'), RED);
    symlinkSync('nowhere', path.join(folder, 'dangling.json'));
    symlinkSync('circle.json', path.join(folder, 'circle.json'));
    symlinkSync('plan.yaml', path.join(folder, 'linked.json'));
    symlinkSync('note.txt', path.join(folder, 'to-note.json'));
    symlinkSync('/dev/null', path.join(folder, 'to-null.json'));
    symlinkSync('folder', path.join(folder, 'linked-folder'));
    mkdirSync(path.join(folder, 'repository/.git/hooks'), { recursive: true });
    symlinkSync('..', path.join(folder, 'repository/out'));
    symlinkSync('.git/hooks', path.join(folder, 'repository/hooks'));
    const before = readdirSync(folder);
    const run = await runInProcess(['check', 'missing.yaml', ...args], folder);
    expect(run).toEqual({ status: 2, stdout: '', stderr: `cmplan: ${sentence}\n` });
    expect(readdirSync(folder)).toEqual(before);
    expect(content('plan.yaml')).toBe(RED);
  });

  test.each([
    ['a plan that the config names', ['check', '-f', 'json:p.txt'], 'p.txt'],
    ['a plan that a glob leads to', ['check', '*.txt', '-f', 'json:p.txt'], 'p.txt'],
    ['a plan that a glob leads to by a link', ['check', 'l/*.txt', '-f', 'json:p.txt'], 'p.txt'],
    ['the file that the config is a link to', ['check', 'plan.yaml', '-f', 'json:conf.txt'], 'conf.txt'],
    ['the same for config', ['config', '-f', 'json:conf.txt'], 'conf.txt'],
    [
      'the same for drift',
      ['drift', 'good.yaml', '--schedule', 'good.yaml', '-f', 'json:conf.txt'],
      'conf.txt',
    ],
  ])('one in place of %s', async (_, args, file) => {
    writeFileSync(path.join(folder, 'p.txt'), RED);
    writeFileSync(path.join(folder, 'conf.txt'), 'plans: p.txt\n');
    symlinkSync('conf.txt', path.join(folder, 'cmplan.config.yaml'));
    mkdirSync(path.join(folder, 'l'));
    symlinkSync('../p.txt', path.join(folder, 'l/q.txt'));
    const before = content(file);
    expect(await runInProcess(args, folder)).toEqual({
      status: 2,
      stdout: '',
      stderr: `cmplan: "${file}" is a file that cmplan reads, and a report would overwrite it; name another file\n`,
    });
    expect(content(file)).toBe(before);
  });

  test('by the program as it is built, too', () => {
    const args = ['check', 'plan.yaml', '-f', 'json:/no/such/folder/x'];
    expect(runAsProcess(args, folder)).toMatchObject({ status: 2, stdout: '' });
  });
});
