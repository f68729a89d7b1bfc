import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { runInProcess } from './run.ts';

const CATEGORIES = ['branded', 'functional', 'emotional'];
/** A week of posts with these counts, all on Monday. */
function week(number: number, counts: readonly number[] = [2, 1, 2], head = ''): string {
  const posts = counts.flatMap((count, index) =>
    Array.from(
      { length: count },
      (_, at) => `    - { category: ${CATEGORIES[index]}, title: T${index}${at} }\n`,
    ),
  );
  return `${head}week: 2026-W${number}\ntargets: { posts_per_day: 0-9, reserve: 0 }\nposts:\n  mon:\n${posts.join('')}`;
}

let folder = '';
const at = (name: string) => path.join(folder, name);
const put = (name: string, content: string | Uint8Array) => {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), content);
};

/** The rules that speak, each with its file, and the exit status. */
async function rulesIn(args: readonly string[], from = '', stdin?: string) {
  const run = await runInProcess(
    ['check', ...args, '-f', 'json'],
    at(from),
    stdin === undefined ? {} : { stdin },
  );
  const { findings } = JSON.parse(run.stdout) as { findings: { rule: string; file: string }[] };
  return { rules: findings.map(({ rule, file }) => `${file} ${rule}`), stderr: run.stderr };
}

const LAST = 'plans/2026-W46.yaml';
const TOLD = { rules: [`${LAST} mix-over-time`], stderr: '' };
const SILENT = { rules: [], stderr: '' };

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cmplan-team-'));
  mkdirSync(at('.git'));
  put('cmplan.config.yaml', 'plans: plans/**/*.yaml\n');
  for (const number of [44, 45, 46]) put(`plans/2026-W${number}.yaml`, week(number));
  return () => rmSync(folder, { recursive: true });
});

describe('three weeks of 2 / 1 / 2 are told once, at the newest', () => {
  test.each([
    { what: 'where all are checked', args: [] },
    { what: 'where it alone is checked', args: [LAST] },
    { what: 'in whatever order they come', args: [LAST, 'plans/2026-W45.yaml', 'plans/2026-W44.yaml'] },
    { what: 'with a config from the command line', args: [LAST, '-c', 'cmplan.config.yaml'] },
  ])('$what', async ({ args }) => {
    expect(await rulesIn(args)).toEqual(TOLD);
  });

  test('from another folder', async () => {
    expect((await rulesIn(['2026-W46.yaml'], 'plans')).rules).toEqual(['2026-W46.yaml mix-over-time']);
  });

  test('from standard input, in place of the file', async () => {
    const args = ['-', '--stdin-filename', LAST];
    expect(await rulesIn(args, '', week(46))).toEqual(TOLD);
    expect(await rulesIn(args, '', week(46, [1, 3, 1]))).toEqual(SILENT);
    expect(await rulesIn(['-'], '', week(46))).toEqual(SILENT);
  });

  test('at the newest that is checked and has words', async () => {
    put('plans/2026-W47.yaml', week(47).replaceAll(/, title: \w+/g, ''));
    expect(await rulesIn([])).toEqual(TOLD);
    expect(await rulesIn(['plans/2026-W44.yaml', 'plans/2026-W45.yaml'])).toEqual(SILENT);
  });

  test('in folders named for times', async () => {
    put('plans/2026/Q4/november/W46.yaml', week(46));
    rmSync(at(LAST));
    expect((await rulesIn([])).rules).toEqual(['plans/2026/Q4/november/W46.yaml mix-over-time']);
  });

  test('without a config, in the folder of the plan', async () => {
    rmSync(at('cmplan.config.yaml'));
    expect(await rulesIn([LAST])).toEqual(TOLD);
  });

  test('where a comment suppresses it, and only there is the comment used', async () => {
    const head = '# cmplan-disable-file mix-over-time -- agreed\n';
    put(LAST, week(46, [2, 1, 2], head));
    put('plans/2026-W45.yaml', week(45, [2, 1, 2], head));
    expect(await rulesIn([])).toEqual(SILENT);
    put(LAST, week(46, [1, 3, 1], head));
    expect((await rulesIn([])).rules).toEqual([`${LAST} unused-suppression`]);
  });
});

test('a config from the command line that names none of the plans is said to count none', async () => {
  put('other/cmplan.config.yaml', 'plans: plans/**/*.yaml\n');
  const { rules, stderr } = await rulesIn([LAST, '-c', 'other/cmplan.config.yaml']);
  expect(rules).toEqual([]);
  expect(stderr.replace(/\s+/g, ' ')).toBe(
    `cmplan: "${LAST}" is not counted over the weeks: other/cmplan.config.yaml does not name it under "plans" `,
  );
  expect((await rulesIn(['plans', '-c', 'other/cmplan.config.yaml'])).stderr).toContain('and 2 more plans');
});

describe('nothing is told', () => {
  test.each([
    { what: 'with --no-config', change: () => {}, args: [LAST, '--no-config'] },
    {
      what: 'across the folders of brands',
      change: () => put('plans/b/2026-W46.yaml', week(46)),
      args: ['plans/b'],
    },
    {
      what: 'of a file that the config does not name',
      change: () => put('drafts/2026-W46.yaml', week(46)),
      args: ['drafts/2026-W46.yaml'],
    },
    {
      what: 'of neighbours that the config ignores',
      change: () => put('cmplan.config.yaml', 'plans: plans/**/*.yaml\nignore: plans/2026-W4[45].yaml\n'),
      args: [LAST],
    },
    {
      what: 'of neighbours with a config of their own',
      change: () => {
        put('plans/2026/cmplan.config.yaml', 'plans: "*.yaml"\n');
        put('plans/2026/2026-W46.yaml', week(46));
      },
      args: ['plans/2026/2026-W46.yaml'],
    },
    {
      what: 'where weeks are not counted together',
      change: () => put('cmplan.config.yaml', 'plans: plans/**/*.yaml\ntargets: { mix_over: none }\n'),
      args: [],
    },
    {
      what: 'of weeks before the day on which a new strategy begins',
      change: () => put('cmplan.config.yaml', 'plans: plans/**/*.yaml\ntargets: { mix_over: 2026-11-09 }\n'),
      args: [],
    },
    {
      what: 'of a channel that appears late',
      change: () => put(LAST, week(46).replace('posts:', 'channels: telegram\nposts:')),
      args: [LAST],
    },
  ])('$what', async ({ change, args }) => {
    change();
    expect(await rulesIn(args)).toEqual(SILENT);
  });

  test('of a week on hold, which changes nothing', async () => {
    put('plans/2026-W47.yaml', week(47, [5, 0, 0], 'hold: { from: mon, to: sun }\n'));
    expect((await rulesIn([])).rules.filter((each) => !each.endsWith(' hold'))).toEqual(TOLD.rules);
  });
});

test('a folder of plans may be a link, however a plan in it is named', async () => {
  renameSync(at('plans'), at('real'));
  symlinkSync('real', at('plans'));
  expect(await rulesIn([])).toEqual(TOLD);
  expect(await rulesIn([LAST])).toEqual(TOLD);
});

test('an old name of a category counts under its new one where the config says so', async () => {
  for (const number of [44, 45])
    put(`plans/2026-W${number}.yaml`, week(number, [1, 3, 1]).replaceAll('functional', 'useful'));
  put('cmplan.config.yaml', 'plans: plans/**/*.yaml\naliases: { functional: useful }\n');
  put(LAST, week(46, [2, 0, 3]));
  // By itself the week owes functional posts; after two weeks that had too many of them, it makes up for these.
  expect(await rulesIn([LAST])).toEqual(SILENT);
});

test('neighbours that cannot be read are left out in silence', async () => {
  put('plans/empty.yaml', '');
  put('plans/broken.yaml', 'week: 2026-W43\nposts: [\n');
  put('plans/lost.yaml', 'week: 2026-W99\nposts:\n  mon: { category: branded }\n');
  put('plans/two-weeks.yaml', 'week: 2026-W43\nfrom: 2026-10-19\nposts:\n  mon: { category: branded }\n');
  put('plans/no-plan.yaml', 'shopping: [milk]\n');
  put('plans/not-utf8.yaml', new Uint8Array([0x77, 0xff, 0xfe, 0x00]));
  put('plans/huge.yaml', `week: 2026-W43\n#${'x'.repeat(11 * 1024 ** 2)}\nposts:\n`);
  put('plans/wrong-mix.yaml', week(43, [9, 0, 0]).replace('reserve: 0', 'mix: none'));
  put('plans/quoted.yaml', `"week": '2026-W42'\nposts:\n`);
  symlinkSync('circle.yaml', at('plans/circle.yaml'));
  symlinkSync('.', at('plans/2025'));
  symlinkSync('/dev/zero', at('plans/zero.yaml'));
  execFileSync('mkfifo', [at('plans/pipe.yaml')]);
  expect(await rulesIn([LAST])).toEqual(TOLD);
});

test('a plan for days that another plan has is told, and counts nowhere', async () => {
  put('plans/copy.yaml', week(45));
  const { rules } = await rulesIn([]);
  expect(rules).toEqual([`${LAST} mix-over-time`, 'plans/copy.yaml overlap']);
  const { stdout } = await runInProcess(['check', 'plans/copy.yaml'], folder);
  expect(stdout).toBe(
    'plans/copy.yaml:1:1: warning: "plans/2026-W45.yaml" already has posts on a day and channel of this plan; put the posts of each day into one plan, or correct the period of this one [overlap]\n',
  );
  put('cmplan.config.yaml', 'plans: plans/**/*.yaml\nrules: { overlap: off }\n');
  expect((await rulesIn(['plans/copy.yaml'])).rules).toEqual(['plans/copy.yaml mix-over-time']);
});
