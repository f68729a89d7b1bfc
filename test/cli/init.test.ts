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
import fc from 'fast-check';
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

  test('takes the mix, the pace and the approval of options', async () => {
    const args = ['--mix', 'news=60,fun=40', '--per-day', '3-5', '--no-approval'];
    expect((await initAt(false, null, ...args)).stderr).toBe('');
    expect(parse(read('cmplan.config.yaml'))).toEqual({
      targets: { mix: { news: 60, fun: 40 }, posts_per_day: '3-5', reserve: '20%' },
      rules: { unapproved: 'off' },
    });
    const ready = await runInProcess(['check', '--ready'], folder);
    expect(ready.stdout).toContain('[open-slot]');
    expect(ready.stdout).not.toContain('[unapproved]');
  });

  test('says that posts_per_day is for each channel, in the config and where there are several', async () => {
    const { stdout } = await initAt(false, null, '--per-day', '2-4', '--channel', 'a', '--channel', 'b');
    expect(stdout).toMatch(/ {2}the team's own: media, a and b, 2-4 posts a day on each channel\n/);
    expect(stdout).toMatch(/ {2}next week, 28 open slots: 14 on each of 2 channels\n/);
    expect(read('cmplan.config.yaml')).toContain('  posts_per_day: 2-4 # on each channel\n');
  });

  test('keeps to the terminal, and to a line a file elsewhere', async () => {
    const args = ['init', '--channel', 'facebook', '--channel', 'telegram', '--timezone', 'Europe/Kyiv'];
    const world = { terminal: true, columns: 60 };
    const { stdout } = await runInProcess([...args, '--yes'], folder, world);
    expect(stdout.split('\n').filter((line) => line.length > 60)).toEqual([]);
    expect(stdout).toContain(
      "\n  cmplan.config.yaml            the team's own: media,\n                                facebook and telegram,\n",
    );
    const again = await runInProcess(['init', '--yes'], folder, world);
    expect(again.stdout).toMatch(/^Already there, and left as it is: .+\n {2}/);
    expect(again.stdout.split('\n').filter((line) => line.length > 60)).toEqual([]);
    expect((await runInProcess(['init', '--yes'], folder)).stdout).toMatch(/^Already there, .+\n$/);
  });

  test('says that the week has no slot where the answers leave room for none', async () => {
    const { status, stdout, stderr } = await initAt(true, null, '--kind', 'brand', '--per-day', '0-1');
    expect(status).toBe(0);
    expect(stdout).toMatch(/Done\. Open plans\/\S+, add posts to it, then run: cmplan check\n$/);
    expect(stderr.replaceAll('\n  ', ' ')).toMatch(
      /^cmplan: there are no open slots, because the middle of /,
    );
  });

  test('with any mix and pace, the check is silent at once', async () => {
    const shares = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        shares,
        fc.nat(8),
        fc.nat(6),
        fc.constantFrom('media', 'brand'),
        fc.boolean(),
        async (cuts, min, more, kind, approval) => {
          const marks = [0, ...cuts.sort((a, b) => a - b), 100];
          const mix = cuts.map((cut, index) => `c${index}=${cut - (marks[index] ?? 0)}`);
          const last = `last=${100 - (cuts.at(-1) ?? 0)}`;
          const pace = `${min}-${Math.max(1, min + more)}`;
          const options = ['--mix', [...mix, last].join(','), '--per-day', pace, '--kind', kind];
          const home = mkdtempSync(path.join(folder, 'home-'));
          const run = await runInProcess(
            ['init', ...options, approval ? '--approval' : '--no-approval'],
            home,
          );
          expect(run.status, run.stderr).toBe(0);
          const silent = { status: 0, stdout: '', stderr: '' };
          expect(await runInProcess(['check', '--strict'], home)).toEqual(silent);
          rmSync(home, { recursive: true });
        },
      ),
      { numRuns: 40 },
    );
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
      'Already there, and left as it is: cmplan.config.yaml, .gitlab-ci.yml, README.md\n',
    );
    expect(stderr).toMatch(
      /^cmplan: --kind has no effect, because cmplan.config.yaml already exists; change it there\ncmplan: "\.gitlab-ci\.yml" already exists; to check these plans too, add a step to it that runs: npx --yes cmplan@\S+ check\n$/,
    );
    expect(read('README.md')).toBe('ours\n');
    expect(read('.gitlab-ci.yml')).toBe('test: { script: ls }\n');
    expect(read('cmplan.config.yaml')).toContain('1-4');
    expect(filesIn()).toContainEqual(expect.stringMatching(/^content\/\d{4}-W\d\d\.yaml$/));
    expect(JSON.parse(read('.vscode/settings.json'))['yaml.schemas']).toMatchObject({
      'https://unpkg.com/cmplan@0/schemas/plan.schema.json': ['content/*.yaml', 'templates/*.yaml'],
    });
  });

  test('says which options change nothing where a config is there', async () => {
    put('cmplan.config.yaml', 'targets: { posts_per_day: 1-4 }\n');
    const { stderr } = await initAt(false, null, '--mix', 'a=50,b=50', '--per-day', '2', '--no-approval');
    expect(stderr.match(/--\S+(?= has no effect)/g)).toEqual(['--mix', '--per-day', '--no-approval']);
  });

  test('does nothing the second time', async () => {
    await initAt(false, null);
    const before = filesIn().map(read);
    const { status, stdout } = await initAt(false, null);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Already there, and left as it is: [^\n]+\n$/);
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
      'cmplan: "../cmplan.config.yaml" already applies here; run cmplan init in its folder\n',
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
      expect(stderr).toBe('cmplan: the folder that you are in no longer exists; change to another one\n');
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
    [['--import', 'b.csv'], '--import: "b.csv" does not exist'],
    [['--kind', 'bran'], '--kind cannot be "bran"; did you mean "brand"?'],
    [['--ci', 'jenkins'], '--ci cannot be "jenkins"; choose github, gitlab or none'],
    [['--timezone', 'Kyiv'], '--timezone: "Kyiv" is not a time zone; did you mean "Europe/Kyiv"?'],
    [
      ['--channel', 'fb,tg'],
      '--channel: "fb,tg" is one channel; for several, write --channel fb --channel tg',
    ],
    [['--channel', 'a', '--channel', 'a'], '--channel: "a" appears twice; keep only one'],
    [['--mix', 'a=50,b=40'], '--mix: the shares add up to 90 instead of 100; raise them by 10 in all'],
    [['--mix', 'a=50,a=50'], '--mix: "a" appears twice in the mix; keep only one'],
    [['--per-day', '12-6'], '--per-day: "12-6" has the larger number first; write 6-12'],
    [
      ['--per-day', 'many'],
      '--per-day: "many" is not a number of posts a day; write the fewest and the most, such as 6-12, or one number',
    ],
    [
      ['--per-day', '2000'],
      '2000 slots do not fit into 09:00-21:00 (hours) on DAY with 1 minute between two posts (min_gap): there is only room for 721; widen the hours, lower min_gap, or ask for fewer posts a day',
    ],
  ])('refuses %j', async (args, sentence) => {
    const { status, stdout, stderr } = await initAt(false, null, ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.replace(/(?<=on )Mon \d+ \w+/, 'DAY')).toBe(`cmplan: ${sentence}\n`);
    expect(filesIn()).toEqual([]);
  });

  test('says what could not be written', async () => {
    put('plans', 'a file where a folder should be');
    const { status, stderr } = await initAt(false, null);
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^cmplan: "plans\/\d{4}-W\d\d\.yaml" cannot be written, because a part of its path is a file; fix that and run cmplan init again, which goes on from there\n$/,
    );
  });
});

describe('on a terminal', () => {
  test('asks for what no option says', async () => {
    const mix = 'product = 40, advice = 30, people = 30';
    const answers = ['brand', 'facebook, telegram', 'Europe/Kyiv', mix, '2 to 4', 'no', '', 'gitlab', ''];
    const { status, stderr } = await initAt(true, answers);
    expect(status).toBe(0);
    expect(stderr.match(/\?/g)?.length).toBe(answers.length);
    expect(parse(read('cmplan.config.yaml'))).toMatchObject({
      timezone: 'Europe/Kyiv',
      channels: ['facebook', 'telegram'],
      targets: {
        mix: { product: 40, advice: 30, people: 30 },
        posts_per_day: '2-4',
        reserve: 1,
        days_off: ['sat', 'sun'],
      },
      rules: { unapproved: 'off' },
    });
    expect(stderr).toContain('How many posts a day on each channel, at least and at most?');
    expect(filesIn()).toContain('.gitlab-ci.yml');
    expect(await runInProcess(['check', '--strict'], folder)).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('asks again, and says why, where an answer stands for nothing', async () => {
    const mixes = ['half', 'a=50,b=40', 'a=50%,b=50%', 'a=50,b=50'];
    const paces = ['some', '3-1', '0', '8'];
    const answers = [
      ...['bran', 'brand', 'a and b', 'a, a', 'a', 'Kyiv', '-'],
      ...[...mixes, ...paces, 'perhaps', 'y', 'calendar.csv', '-', 'none', 'perhaps', 'yes'],
    ];
    const { status, stderr } = await initAt(true, answers);
    expect(status).toBe(0);
    expect(stderr).toContain('"bran" is not one of the answers; did you mean "brand"?\n');
    expect(stderr).toContain('"a" appears twice; keep only one\n');
    expect(stderr).toContain('"Kyiv" is not a time zone; did you mean "Europe/Kyiv"?\n');
    for (const problem of [
      '"a and b" would be one channel; put a comma between channels, as in facebook, telegram',
      '"half" is not a category with its share; write all shares as in branded=30,functional=35,emotional=35',
      'the shares add up to 90 instead of 100; raise them by 10 in all',
      '"50%" is not a number; write 50 without the percent sign',
      '"some" is not a number of posts a day; write the fewest and the most, such as 6-12, or one number',
      '"3-1" has the larger number first; write 1-3',
      '"0" allows no posts at all; write a maximum of at least 1, such as 0-2',
      '"perhaps" is not one of the answers; write yes, y, no or n',
    ])
      expect(stderr.replaceAll('\n  ', ' ')).toContain(`${problem}\n`);
    const { timezone, targets, rules } = parse(read('cmplan.config.yaml'));
    expect({ timezone, targets, rules }).toEqual({
      targets: { mix: { a: 50, b: 50 }, posts_per_day: 8, reserve: 0, days_off: ['sat', 'sun'] },
    });
  });

  test.each([['no'], []])('writes nothing after %j', async (...last) => {
    const answers = ['', '', '-', '', '', '', '', '', ...last];
    const { status, stderr } = await initAt(true, answers);
    expect(status).toBe(2);
    expect(stderr.endsWith('cmplan: nothing was written\n')).toBe(true);
    expect(filesIn()).toEqual([]);
  });

  test('makes plans of a calendar that is there, and keeps what its pillars are', async () => {
    put(
      'calendar.csv',
      'Date,Channel,Pillar,Title\n2026-11-23,instagram,Our bread,Rye\n2026-11-24,instagram,People,Olena\n',
    );
    const answers = [
      'brand',
      'instagram',
      '-',
      '',
      '',
      '',
      'calendar.csv',
      'none',
      'yes',
      'branded',
      'emotional',
    ];
    const { status, stdout, stderr } = await initAt(true, answers);
    expect(status).toBe(0);
    expect(stderr.match(/\?/g)?.length).toBe(answers.length);
    expect(stdout).toContain('plans/2026-W48.yaml: 2 posts\nThen run: cmplan check\n');
    expect(filesIn().filter((name) => name.startsWith('plans/'))).toEqual(['plans/2026-W48.yaml']);
    expect(parse(read('cmplan.config.yaml')).aliases).toEqual({
      branded: ['Our bread'],
      emotional: ['People'],
    });
    expect((await runInProcess(['check', '-q'], folder)).status).toBe(0);
  });

  test('asks nothing with --yes', async () => {
    const { status, stderr } = await initAt(true, [], '--yes');
    expect(status).toBe(0);
    expect(stderr).toBe('');
    expect(existsSync(path.join(folder, weekIn()))).toBe(true);
    expect(parse(read('cmplan.config.yaml')).timezone).toBe(localTimeZone());
  });
});
