import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { localTimeZone } from '../../src/dates.ts';
import { BIN, runAsProcess, runInProcess } from './run.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cmplan-init-'));
  mkdirSync(path.join(folder, '.git'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, text: string) => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
};
const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
const filesIn = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
const weekIn = () => filesIn().find((name) => name.startsWith('plans/')) ?? '';
const initAt = (terminal: boolean, answers: readonly string[] | null, ...args: readonly string[]) =>
  runInProcess(['init', ...args], folder, { terminal, answers });

const ALL_FILES = [
  '.github/workflows/cmplan.yml',
  '.vscode/extensions.json',
  '.vscode/settings.json',
  'README.md',
  'cmplan.config.yaml',
  expect.stringMatching(/^plans\/\d{4}-W\d\d\.yaml$/),
];

describe('without a terminal', () => {
  test('takes the defaults for what no option says, shows what it writes, and the check is silent at once', async () => {
    const { status, stdout, stderr } = await initAt(false, null);
    expect(status).toBe(0);
    expect(stderr).toBe('');
    expect(filesIn()).toEqual(ALL_FILES);
    for (const name of filesIn()) expect(stdout).toContain(name);
    expect(await runInProcess(['check', '--strict'], folder)).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(parse(read('cmplan.config.yaml'))).toEqual({
      targets: {
        mix: { branded: 30, functional: 35, emotional: 35 },
        posts_per_day: '6-12',
        reserve: '20%',
      },
    });
  });

  test.each(['media', 'brand'])('makes a %s account of options', async (kind) => {
    const args = [
      '--kind',
      kind,
      '--channel',
      'facebook',
      '--channel',
      'телеграм',
      '--timezone',
      'Europe/Kyiv',
    ];
    expect((await initAt(false, null, ...args, '--ci', 'none')).status).toBe(0);
    const config = parse(read('cmplan.config.yaml'));
    expect(config).toMatchObject({ timezone: 'Europe/Kyiv', channels: ['facebook', 'телеграм'] });
    expect(config.targets.posts_per_day).toBe(kind === 'media' ? '6-12' : '1-3');
    expect(filesIn()).not.toContain('.github/workflows/cmplan.yml');
    expect((await runInProcess(['check', '--strict'], folder)).stdout).toBe('');
  });

  test('works as a process of its own', () => {
    expect(runAsProcess(['init', '--ci', 'gitlab'], folder).status).toBe(0);
    expect(parse(read('.gitlab-ci.yml'))['content plans'].script).toEqual([
      expect.stringMatching(
        /^npx --yes cmplan@\d+\.\d+ check -f "gitlab:\$CI_PROJECT_DIR\/gl-code-quality-report\.json" 2> \/dev\/null \|\| true$/,
      ),
      expect.stringMatching(
        /^npx --yes cmplan@\d+\.\d+ check \$\{CI_MERGE_REQUEST_DIFF_BASE_SHA:\+--since "\$CI_MERGE_REQUEST_DIFF_BASE_SHA"\}$/,
      ),
    ]);
    expect(runAsProcess(['check', '--strict'], folder)).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('leaves all that is there as it is, and says so', async () => {
    put('README.md', 'ours\n');
    put('cmplan.config.yaml', 'plans: content/*.yaml\ntargets: { posts_per_day: 1-4 }\n');
    put('.gitlab-ci.yml', 'test: { script: ls }\n');
    const { status, stdout, stderr } = await initAt(false, null, '--ci', 'gitlab', '--kind', 'brand');
    expect(status).toBe(0);
    expect(stdout).toContain(
      'There already, and left as it is: cmplan.config.yaml, .gitlab-ci.yml, README.md\n',
    );
    expect(stderr).toMatch(
      /^cmplan: --kind changes nothing: cmplan.config.yaml is there already; write it there\ncmplan: "\.gitlab-ci\.yml" is there already; to check these plans too, add a step to it that runs: npx --yes cmplan@\S+ check\n$/,
    );
    expect(read('README.md')).toBe('ours\n');
    expect(read('.gitlab-ci.yml')).toBe('test: { script: ls }\n');
    expect(read('cmplan.config.yaml')).toContain('1-4');
    expect(filesIn()).toContainEqual(expect.stringMatching(/^content\/\d{4}-W\d\d\.yaml$/));
    expect(JSON.parse(read('.vscode/settings.json'))['yaml.schemas']).toMatchObject({
      'https://unpkg.com/cmplan@0/schemas/plan.schema.json': ['content/*.yaml', 'templates/*.yaml'],
    });
  });

  test('does nothing the second time', async () => {
    await initAt(false, null);
    const before = filesIn().map(read);
    const { status, stdout } = await initAt(false, null);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^There already, and left as it is: [^\n]+\n$/);
    expect(filesIn().map(read)).toEqual(before);
  });

  test('tells the service at the root of the repository which folder to check', async () => {
    mkdirSync(path.join(folder, "our plan's"));
    const { status } = await runInProcess(['init'], path.join(folder, "our plan's"));
    expect(status).toBe(0);
    const { jobs } = parse(read('.github/workflows/cmplan.yml'));
    expect(jobs.check.steps.at(-1)['working-directory']).toBe("our plan's");
    await runInProcess(['init', '--ci', 'gitlab'], path.join(folder, "our plan's"));
    expect(parse(read('.gitlab-ci.yml'))['content plans'].script[0]).toBe("cd './our plan'\\''s'");
  });

  test('does not put a config below that of the team', async () => {
    put('cmplan.config.yaml', 'targets: { posts_per_day: 1-4 }\n');
    mkdirSync(path.join(folder, 'plans'));
    const { status, stdout, stderr } = await runInProcess(['init'], path.join(folder, 'plans'));
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe(
      'cmplan: "../cmplan.config.yaml" holds here already; run cmplan init in its folder\n',
    );
    expect(filesIn()).toEqual(['cmplan.config.yaml']);
  });

  test('says which folder a service that is there already has to check', async () => {
    put('.github/workflows/cmplan.yml', 'name: ours\n');
    mkdirSync(path.join(folder, 'b'));
    const { stderr } = await runInProcess(['init'], path.join(folder, 'b'));
    expect(stderr).toMatch(/a step to it that runs in the folder "b": npx --yes cmplan@/);
    expect((await runInProcess(['init'], path.join(folder, 'b'))).stderr).toBe(stderr);
  });

  test('takes the service that the repository is at', async () => {
    put('.git/config', '[remote "origin"]\n  url = git@gitlab.com:team/plans.git\n');
    await initAt(false, null);
    expect(filesIn()).toContain('.gitlab-ci.yml');
    expect(filesIn()).not.toContain('.github/workflows/cmplan.yml');
  });

  test('writes nothing where the folder is gone', () => {
    const gone = path.join(folder, 'gone');
    for (const command of ['init', 'new']) {
      const script = `mkdir "${gone}" && cd "${gone}" && rmdir "${gone}" && "${process.execPath}" "${BIN}" ${command}`;
      const { status, stdout, stderr } = spawnSync('sh', ['-c', script], { encoding: 'utf8' });
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toBe('cmplan: the folder that you are in is gone; change into another one\n');
    }
    expect(filesIn()).toEqual([]);
  });

  test('does not begin where the config is broken', async () => {
    put('cmplan.config.yaml', 'targest: {}\n');
    const { status, stderr } = await initAt(false, null);
    expect(status).toBe(2);
    expect(stderr).toContain('did you mean "targets"?');
    expect(filesIn()).toEqual(['cmplan.config.yaml']);
  });

  test.each([
    [['--kind', 'bran'], '--kind: there is no "bran"; did you mean "brand"?'],
    [['--ci', 'jenkins'], '--ci: there is no "jenkins"; choose github, gitlab or none'],
    [['--timezone', 'Kyiv'], '--timezone: "Kyiv" is no time zone; did you mean "Europe/Kyiv"?'],
    [
      ['--channel', 'fb,tg'],
      '--channel: "fb,tg" is one channel; for several write --channel fb --channel tg',
    ],
    [['--channel', 'a', '--channel', 'a'], '--channel: "a" stands here twice; keep one'],
  ])('refuses %j', async (args, sentence) => {
    const { status, stdout, stderr } = await initAt(false, null, ...args);
    expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: `cmplan: ${sentence}\n` });
    expect(filesIn()).toEqual([]);
  });

  test('says what could not be written', async () => {
    put('plans', 'a file where a folder should be');
    const { status, stderr } = await initAt(false, null);
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^cmplan: "plans\/\d{4}-W\d\d\.yaml" cannot be written: a part of the path is a file; mend that, and cmplan init goes on from there\n$/,
    );
  });
});

describe('on a terminal', () => {
  test('asks for what no option says', async () => {
    const answers = ['brand', 'facebook, telegram', 'Europe/Kyiv', 'gitlab', ''];
    const { status, stderr } = await initAt(true, answers);
    expect(status).toBe(0);
    expect(stderr.match(/\?/g)?.length).toBe(answers.length);
    expect(parse(read('cmplan.config.yaml'))).toMatchObject({
      timezone: 'Europe/Kyiv',
      channels: ['facebook', 'telegram'],
      targets: { posts_per_day: '1-3' },
    });
    expect(filesIn()).toContain('.gitlab-ci.yml');
  });

  test('asks again, and says why, where an answer stands for nothing', async () => {
    const answers = ['bran', 'brand', 'a, a', 'a', 'Kyiv', '-', 'none', 'perhaps', 'yes'];
    const { status, stderr } = await initAt(true, answers);
    expect(status).toBe(0);
    expect(stderr).toContain('there is no "bran"; did you mean "brand"?\n');
    expect(stderr).toContain('"a" stands here twice; keep one\n');
    expect(stderr).toContain('"Kyiv" is no time zone; did you mean "Europe/Kyiv"?\n');
    expect(parse(read('cmplan.config.yaml')).timezone).toBeUndefined();
  });

  test.each([['no'], []])('writes nothing after %j', async (...last) => {
    const answers = ['', '', '-', '', ...last];
    const { status, stderr } = await initAt(true, answers);
    expect(status).toBe(2);
    expect(stderr.endsWith('cmplan: nothing was written\n')).toBe(true);
    expect(filesIn()).toEqual([]);
  });

  test('asks nothing with --yes', async () => {
    const { status, stderr } = await initAt(true, [], '--yes');
    expect(status).toBe(0);
    expect(stderr).toBe('');
    expect(existsSync(path.join(folder, weekIn()))).toBe(true);
    expect(parse(read('cmplan.config.yaml')).timezone).toBe(localTimeZone());
  });
});
