import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runInProcess } from '../cli/run.ts';
import { runAction, runGitlabJob, runWorkflow, SharedRepository } from './runner.ts';

const WEEK = 'plans/2026-W48.yaml';
let team: SharedRepository;

const cmplan = async (...args: readonly string[]) => {
  const now = () => Date.UTC(2026, 10, 18);
  const { status, stderr } = await runInProcess(args, team.work, { now });
  expect([status, stderr]).toEqual([0, '']);
};

/** Gives every slot of a week a title. */
const fill = (name: string) => {
  let number = 0;
  team.put(
    name,
    team.read(name).replaceAll('title: ""', () => `title: "Post ${++number}"`),
  );
};

const CATEGORIES = ['branded', 'functional', 'emotional', 'functional'];

/** Puts as many posts onto a day of a week; they keep the mix. */
const crowd = (name: string, day: string, count: number) => {
  const posts = Array.from({ length: count }, (_, index) => {
    return `    - { time: "2${index}:15", category: ${CATEGORIES[index]}, title: "Crowd, 100%: ${index} | <b>" }\n`;
  });
  team.put(
    name,
    team.read(name).replace(new RegExp(`(  ${day}:.*\n)`), (line) => line + posts.join('')),
  );
};

beforeAll(async () => {
  team = new SharedRepository();
  await cmplan('init', '--kind', 'brand', '--channel', 'instagram', '--timezone', 'Europe/Kyiv');
  rmSync(path.join(team.work, 'README.md'));
  await cmplan('init', '--ci', 'gitlab');
  for (let week = 1; week <= 52; week++) {
    const name = `2025-W${String(week).padStart(2, '0')}`;
    await cmplan('new', '--no-carry', name);
    fill(`plans/${name}.yaml`);
  }
  // Warnings that the team has lived with: two old weeks have a crowded day.
  for (const name of ['plans/2025-W07.yaml', 'plans/2025-W31.yaml']) crowd(name, 'sat', 3);
  fill(WEEK);
  team.push('a year of plans, and the next week');
}, 60_000);

afterAll(() => team.remove());

const SILENT = { status: 0, stdout: '', stderr: '', summary: '' };

/** Changes something on a branch, and gives the clone that a service makes of the request. */
const requestWith = (name: string, change: () => void): string => {
  team.branch(name);
  change();
  team.push(name);
  return team.checkout(name);
};

describe('on main', () => {
  test('the workflow is green, though two old weeks have warnings', () => {
    const { status, stdout, stderr, summary } = runWorkflow(team, team.checkout('main'), null);
    expect([status, stderr]).toEqual([0, '']);
    const annotations = stdout.split('\n').filter((line) => line.startsWith('::'));
    expect(annotations).toHaveLength(2);
    for (const line of annotations) expect(line).toMatch(/^::warning file=plans\/2025-W(?:07|31)\.yaml,/);
    expect(summary).toMatch(/plans\/2025-W07/);
  });

  test('the job of GitLab is green', () => {
    expect(runGitlabJob(team, team.checkout('main'), null).status).toBe(0);
  });
});

describe('a request that breaks a day', () => {
  let clone = '';
  let line = 0;
  beforeAll(() => {
    clone = requestWith('crowded', () => crowd(WEEK, 'wed', 4));
    line =
      team
        .read(WEEK)
        .split('\n')
        .findIndex((each) => each.startsWith('  wed:')) + 1;
  });

  test('is red in the workflow, at the line of that day and nowhere else', () => {
    const { status, stdout, summary } = runWorkflow(team, clone, 'main');
    expect(status).toBe(1);
    const annotations = stdout.split('\n').filter((each) => each.startsWith('::error'));
    expect(annotations).toHaveLength(1);
    expect(annotations[0]).toMatch(new RegExp(`^::error file=${WEEK},line=${line},`));
    expect(annotations[0]).toMatch(/::Wed 25 Nov has 5 planned posts, but at most 3 may go out;/);
    expect(stdout).not.toMatch(/2025-W/);
    expect(stdout).toMatch(
      new RegExp(`^${WEEK}:${line}:3: error: Wed 25 Nov has 5 planned posts.* \\[posts-per-day\\]$`, 'm'),
    );
    expect(summary).toMatch(/2026-W48/);
    expect(summary).not.toMatch(/2025-W/);
  });

  test('is red with the action, from a folder below the root too', () => {
    const whole = runAction(team, clone, 'main');
    expect([whole.status, whole.stderr]).toEqual([1, '']);
    expect(whole.stdout).toMatch(new RegExp(`^::error file=${WEEK},line=${line},`, 'm'));
    const below = runAction(team, clone, 'main', { 'working-directory': 'plans', paths: '2026-W48.yaml\n' });
    expect(below.stdout).toMatch(new RegExp(`^::error file=${WEEK},line=${line},`, 'm'));
    expect(below.stdout).toMatch(new RegExp(`^2026-W48.yaml:${line}:3: error`, 'm'));
  });

  test('is red in the job of GitLab, and its report has the old warnings, too, for they are no news', () => {
    const { status, stdout } = runGitlabJob(team, clone, 'origin/main');
    expect(status).toBe(1);
    expect(stdout).toMatch(new RegExp(`^${WEEK}:${line}:3: error`, 'm'));
    expect(stdout).not.toMatch(/2025-W/);
  });
});

describe('no alarm comes from', () => {
  test.each([
    ['a request that changes no plan', 'unrelated', () => team.put('notes.md', 'Hello\n')],
    [
      'a plan that was renamed',
      'renamed',
      () => {
        team.git('mv', WEEK, 'plans/week-48.yaml');
      },
    ],
    [
      'a year of plans that moved',
      'moved',
      () => {
        team.git('mv', 'plans', 'weeks');
        team.put('cmplan.config.yaml', `${team.read('cmplan.config.yaml')}plans: weeks\n`);
      },
    ],
    [
      'a plan that was deleted',
      'deleted',
      () => {
        team.git('rm', '--quiet', WEEK);
      },
    ],
    [
      'a comment that says why a day is crowded',
      'suppressed',
      () => {
        crowd(WEEK, 'wed', 4);
        const reason = '  # cmplan-disable-next-line posts-per-day, mix -- the fair\n  wed:';
        team.put(WEEK, team.read(WEEK).replace('  wed:', reason));
      },
    ],
  ])('%s', (_, name, change) => {
    const clone = requestWith(name, change);
    expect(runWorkflow(team, clone, 'main')).toMatchObject({ status: 0 });
    expect(runAction(team, clone, 'main')).toMatchObject({ status: 0 });
  });
});

test('a request that changes no plan is checked in silence', () => {
  const clone = team.checkout('unrelated');
  expect(runWorkflow(team, clone, 'main')).toEqual(SILENT);
  expect(runAction(team, clone, 'main')).toEqual(SILENT);
});

describe('a request that changes the config', () => {
  const config = () => team.read('cmplan.config.yaml');

  test('has all plans checked, and is green where they keep to it', () => {
    const clone = requestWith('gap', () =>
      team.put('cmplan.config.yaml', config().replace('targets:', 'targets:\n  min_gap: 2')),
    );
    const { status, stdout } = runWorkflow(team, clone, 'main');
    expect(status).toBe(0);
    expect(stdout.split('\n').filter((line) => line.startsWith('::'))).toHaveLength(2);
  });

  test('is red where they do not', () => {
    const clone = requestWith('more', () => {
      team.put('cmplan.config.yaml', `${config()}rules: { posts-per-day: error }\n`.replace('1-3', '2-3'));
    });
    const { status, stdout } = runWorkflow(team, clone, 'main');
    expect(status).toBe(1);
    expect(new Set(stdout.match(/(?<=^::error file=)[^,]+/gm)).size).toBe(53);
  });

  test('says where it is broken', () => {
    const clone = requestWith('broken', () =>
      team.put('cmplan.config.yaml', config().replace('reserve', 'resrve')),
    );
    const { status, stderr } = runWorkflow(team, clone, 'main');
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^::error file=cmplan\.config\.yaml,line=\d+,col=3,title=cmplan::"resrve" is not a target; did you mean "reserve"\?\ncmplan: cmplan\.config\.yaml:\d+:3: "resrve" /,
    );
  });
});

test('a shallow clone is told how to become a whole one', () => {
  const clone = team.checkout('unrelated', '--depth', '1');
  const sentence =
    'git does not know "origin/main" here; the clone is shallow, so fetch more with git fetch --unshallow, or in CI with fetch-depth: 0 (GitHub) or GIT_DEPTH: 0 (GitLab)';
  for (const run of [runWorkflow(team, clone, 'main'), runAction(team, clone, 'main')]) {
    expect(run).toEqual({
      status: 2,
      stdout: '',
      stderr: `::error title=cmplan::${sentence}\ncmplan: ${sentence}\n`,
      summary: `## ✖ cmplan failed\n\n- ${sentence.replace('_', '\\_')}\n`,
    });
  }
});

test('the action writes a report for code scanning beside annotations and summary', () => {
  const clone = team.checkout('crowded');
  const { status, stdout, summary } = runAction(team, clone, 'main', { sarif: 'reports of cmplan.sarif' });
  expect(status).toBe(1);
  expect(stdout).toMatch(/^::error file=plans/);
  expect(summary).toMatch(/^## ✖ cmplan: 1 plan, 1 error/);
  const { runs } = JSON.parse(readFileSync(path.join(clone, 'reports of cmplan.sarif'), 'utf8'));
  expect(runs[0].results).toHaveLength(1);
});

test('the action takes further options, and every plan where it is told to', () => {
  const clone = team.checkout('unrelated');
  const all = runAction(team, clone, 'main', { all: 'true', options: ' --max-warnings=1  -f plain\n' });
  expect([all.status, all.summary]).toEqual([1, '']);
  expect(all.stdout).toMatch(/^plans\/2025-W07\.yaml:/);
  const hostile = runAction(team, clone, 'main', { paths: '$(touch pwned)\n`touch pwned`; touch pwned\n' });
  expect(hostile.status).toBe(2);
  expect(hostile.stderr).toMatch(/"\$\(touch pwned\)"[\s\S]*"`touch pwned`; touch pwned" does not exist/);
  expect(existsSync(path.join(clone, 'pwned'))).toBe(false);
});

test('the action checks every brand that has a config in its folder, from the root of the repository', () => {
  const agency = new SharedRepository();
  const good = 'week: 2026-W48\ntargets: { posts_per_day: 0-9 }\nposts:\n';
  for (const brand of ['a', 'b']) {
    agency.put(`brands/${brand}/cmplan.config.yaml`, 'timezone: Europe/Kyiv\n');
    agency.put(`brands/${brand}/plans/1.yaml`, good);
  }
  agency.push('two brands');
  expect(runAction(agency, agency.checkout('main'), null)).toMatchObject({
    status: 0,
    stdout: '',
    stderr: '',
  });
  agency.branch('red');
  agency.put('brands/b/plans/1.yaml', `${good}  mon: [{ category: nope }]\n`);
  agency.push('one of them red');
  const clone = agency.checkout('red');
  for (const base of ['main', null]) {
    const { status, stdout } = runAction(agency, clone, base);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=brands\/b\/plans\/1\.yaml,line=4,/);
  }
  agency.remove();
});
