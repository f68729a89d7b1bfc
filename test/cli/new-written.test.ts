import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runInProcess } from './run.ts';
import { contentOf, makeTeam } from './team.ts';

let folder = '';

/** Command lines, where they run, what they write, and a part of it. */
const WRITTEN: readonly (readonly [
  name: string,
  args: readonly string[],
  cwd: string,
  file: string,
  part: string,
])[] = [
  ['a week goes to plans/', ['2026-W49'], '.', 'plans/2026-W49.yaml', 'week: 2026-W49\n'],
  ['a date stands for its week', ['2026-12-31'], '.', 'plans/2026-W53.yaml', 'week: 2026-W53\n'],
  ['a file is overwritten by force', ['2026-W48', '--force'], '.', 'plans/2026-W48.yaml', '  mon: # 23 Nov'],
  [
    'a config says where plans are',
    ['2026-W49'],
    'content',
    'content/weeks/2026-W49.yml',
    'channel: telegram',
  ],
  [
    'a config is found from below',
    ['2026-W49'],
    'content/deep/down',
    'content/weeks/2026-W49.yml',
    'channel: facebook',
  ],
  [
    'the config nearest to the plan counts',
    ['2026-W49', '-o', 'near/plans/a.yaml'],
    '.',
    'near/plans/a.yaml',
    '  mon: # 30 Nov, room for 1 more\n',
  ],
  [
    'a plan goes where it is told',
    ['2026-W49', '-o', 'content/a.yaml'],
    '.',
    'content/a.yaml',
    'channel: facebook',
  ],
  [
    "a team's template has a name",
    ['2026-W49', '--template', 'rubrics'],
    '.',
    'plans/2026-W49.yaml',
    'title: Joke',
  ],
  [
    'a template beside the config has a name',
    ['2026-W49', '--template', 'own'],
    'content/deep',
    'content/weeks/2026-W49.yml',
    'title: Joke',
  ],
  [
    "a team's template comes before one of cmplan",
    ['2026-W49', '--template', 'brand'],
    '.',
    'plans/2026-W49.yaml',
    'targets: { posts_per_day: 1-3 }',
  ],
  [
    'a template is a file',
    ['2026-W49', '--template', '../templates/rubrics.yaml'],
    'near',
    'near/plans/2026-W49.yaml',
    'title: Joke',
  ],
  [
    'a template of cmplan has a name',
    ['2026-W49', '--template', 'media'],
    '.',
    'plans/2026-W49.yaml',
    'targets: # of a media outlet',
  ],
  [
    'a mix',
    ['2026-W49', '--mix', 'fun=50,work = 50'],
    '.',
    'plans/2026-W49.yaml',
    'targets: { mix: { fun: 50, work: 50 } }',
  ],
  [
    'channels',
    ['2026-W49', '--channel', 'fb', '--channel', 'канал'],
    '.',
    'plans/2026-W49.yaml',
    'channels: [fb, канал]',
  ],
  ['a zone', ['2026-W49', '--timezone', 'Europe/Kyiv'], '.', 'plans/2026-W49.yaml', 'timezone: Europe/Kyiv'],
];

describe('what is made', () => {
  beforeEach(() => {
    folder = makeTeam();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test.each(WRITTEN)('%s', async (_, args, cwd, file, part) => {
    const before = contentOf(folder);
    const run = await runInProcess(['new', ...args], path.join(folder, cwd));
    expect(run).toEqual({ status: 0, stdout: '', stderr: '' });
    const { [file]: made, ...others } = contentOf(folder);
    expect(made).toContain(part);
    expect(made).toContain('title: "" }');
    const { [file]: _old, ...rest } = before;
    expect(others).toEqual(rest);
  });

  test('the folder of the plans is made, and found by the check', async () => {
    // The check would look into the folders with configs, too.
    for (const name of readdirSync(folder).filter((each) => each !== '.git'))
      rmSync(path.join(folder, name), { recursive: true });
    expect((await runInProcess(['new', '2026-W49'], folder)).status).toBe(0);
    expect(readdirSync(path.join(folder, 'plans'))).toEqual(['2026-W49.yaml']);
    expect(await runInProcess(['check'], folder)).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('standard output gets the plan alone, and nothing is written', async () => {
    const before = contentOf(folder);
    const { status, stdout, stderr } = await runInProcess(['new', '2026-W48', '-o', '-'], folder);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^# yaml-language-server: [\s\S]*\nweek: 2026-W48\nposts:\n {2}mon: # 23 Nov/);
    expect(contentOf(folder)).toEqual(before);
  });

  test.each([
    ['ignoring', 'ignores it'],
    ['elsewhere', 'says that plans are elsewhere'],
  ])('a plan that the check does not find is said (%s)', async (cwd, why) => {
    const { status, stderr } = await runInProcess(['new', '2026-W52'], path.join(folder, cwd));
    expect(status).toBe(0);
    expect(stderr).toBe(
      `cmplan: cmplan check will not find "plans/2026-W52.yaml": cmplan.config.yaml ${why}\n`,
    );
  });

  test('at the end of the calendar no other week is proposed', async () => {
    writeFileSync(path.join(folder, 'last.yaml'), 'from: 9999-12-30\nto: 9999-12-31\nposts:\n');
    await runInProcess(['new', '--template', 'last.yaml'], folder);
    const { status, stderr } = await runInProcess(['new', '--template', 'last.yaml'], folder);
    expect([status, stderr]).toEqual([
      2,
      'cmplan: "plans/9999-12-30--9999-12-31.yaml" already exists; name another week, or overwrite it with --force\n',
    ]);
  });

  test('what stays of a week that is filled is said', async () => {
    const noteOf = async (template: string, text: string) => {
      mkdirSync(path.dirname(path.join(folder, template)), { recursive: true });
      writeFileSync(path.join(folder, template), text);
      const args = ['new', '2026-W50', '--no-config', '-o', '-', '--template', template];
      const { status, stdout, stderr } = await runInProcess(args, folder);
      expect(status).toBe(0);
      expect(stdout).toContain('title: Joke');
      return stderr;
    };
    const head = 'week: 2026-W48\ntargets: { posts_per_day: 1-3 }\n';
    const post = '    - { category: emotional, title: Joke }\n';
    const held = '    - { category: branded, title: Offer, status: on_hold }\n';
    const week = `${head}hold:\nposts:\n  mon:\n${post}  tue:\n${post}`;
    expect(await noteOf('plans/last.yaml', week)).toBe(
      'cmplan: the new plan keeps from "plans/last.yaml": 2 posts with a title or a text; delete what you do not want\n',
    );
    expect(await noteOf('templates/rubric.yaml', week)).toBe('');
    const crisis = `${head}hold: { from: 2026-12-09, to: 2026-12-10 }\nposts:\n  mon:\n${post}${held}`;
    expect(await noteOf('plans/last.yaml', crisis)).toBe(
      'cmplan: the new plan keeps from "plans/last.yaml": 1 post with a title or a text, 1 post that is on hold or cancelled and the hold; delete what you do not want\n',
    );
    expect(await noteOf('templates/rubric.yaml', crisis)).toBe(
      'cmplan: the new plan keeps from "templates/rubric.yaml": 1 post that is on hold or cancelled and the hold; delete what you do not want\n',
    );
    const slots = '    - { category: emotional }\n    - { category: branded }\n';
    expect(await noteOf('templates/rubric.yaml', `${crisis}  wed:\n${slots}`)).toBe(
      'cmplan: the new plan keeps from "templates/rubric.yaml": 1 post that is on hold or cancelled and the hold with 2 posts in it; delete what you do not want\n',
    );
  });

  test('what somebody may not have meant is said', async () => {
    const noteOf = async (...args: readonly string[]) => {
      const { status, stderr } = await runInProcess(['new', '2026-W50', '-o', '-', ...args], folder);
      expect(status).toBe(0);
      return stderr;
    };
    writeFileSync(path.join(folder, 'few.yaml'), 'week: 2026-W48\ntargets: { posts_per_day: 0-1 }\nposts:\n');
    expect(await noteOf('--no-config', '--template', 'few.yaml')).toBe(
      'cmplan: there are no open slots, because the middle of the range that posts_per_day and reserve allow is 0 a day; for more, add --per-day 1\n',
    );
    const onHold = async (targets: string, hold: string, posts = '') => {
      const text = `week: 2026-W48\ntargets: { ${targets} }\nhold: ${hold}\nposts:\n${posts}`;
      writeFileSync(path.join(folder, 'held.yaml'), text);
      const [first = ''] = (await noteOf('--no-config', '--template', 'held.yaml')).split('\n');
      return first.replace('cmplan: there are no open slots, because ', '');
    };
    const whole = '{ from: mon, to: sun }';
    const end = 'shorten the hold, or delete it if it is over';
    const middle = 'the middle of the range that posts_per_day and reserve allow';
    expect(await onHold('posts_per_day: 6-12', whole)).toBe(`every day is on hold; ${end}`);
    expect(await onHold('posts_per_day: 6-12', whole, '  mon: { category: emotional }\n')).toBe(
      `every day is on hold; ${end}`,
    );
    expect(await onHold('days_off: [sat, sun], posts_per_day: 1-3', '{ from: mon, to: fri }')).toBe(
      `every day is on hold or a day off; ${end}`,
    );
    expect(await onHold('posts_per_day: { default: 1-3, sat: 0, sun: 0 }', '{ from: mon, to: fri }')).toBe(
      `every day is on hold or without posts (posts_per_day: 0); ${end}`,
    );
    expect(await onHold('posts_per_day: 0-1', 'mon')).toBe(
      `${middle} on the days that are not on hold is 0 a day; for more, add --per-day 1`,
    );
    const post = '  mon: { time: "09:00", category: emotional, title: Joke }\n';
    writeFileSync(
      path.join(folder, 'full.yaml'),
      `week: 2026-W48\ntargets: { posts_per_day: 0-1 }\nposts:\n${post}`,
    );
    expect(await noteOf('--no-config', '--template', 'full.yaml')).toBe(
      'cmplan: there are no open slots, because the 1 post of the template stays; for an empty week, leave out --template\n',
    );
    writeFileSync(path.join(folder, 'team.yaml'), 'channels: [facebook, telegram]\n');
    expect(await noteOf('-c', 'team.yaml', '--channel', 'facebok', '--channel', 'other')).toBe(
      'cmplan: --channel: team.yaml has no channel "facebok"; did you mean "facebook"?\n',
    );
  });

  test('a terminal is told what was made and what to do', async () => {
    const { stdout } = await runInProcess(['new', '2026-W49', '--per-day', '8'], folder, { terminal: true });
    expect(stdout).toBe(
      'plans/2026-W49.yaml: 56 open slots from Mon 30 Nov to Sun 6 Dec\nWrite a title into each of its lines, then run: cmplan check plans/2026-W49.yaml\n',
    );
  });

  test.each([
    ['channels: [a, b]\n', '14 on each of 2 channels'],
    ['channels: { a: { posts_per_day: 2 }, b: { posts_per_day: 1 } }\n', '14 on a and 7 on b'],
  ])('a terminal is told that posts_per_day is for each channel (%j)', async (channels, what) => {
    writeFileSync(path.join(folder, 'team.yaml'), `${channels}targets: { posts_per_day: 2 }\n`);
    const args = ['new', '2026-W49', '-c', 'team.yaml', '-o', 'week.yaml'];
    const { stdout } = await runInProcess(args, folder, { terminal: true });
    expect(stdout).toContain(
      `Dec\nThat is ${what}: posts_per_day counts for each channel separately\nWrite a title`,
    );
  });
});
