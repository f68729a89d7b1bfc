import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { runInProcess } from './run.ts';

const CONFIG = `plans: plans/**/*.yaml
targets: { posts_per_day: { default: 1, sat: 0, sun: 0 }, reserve: 0 }
`;
const CATEGORIES = ['branded', 'functional', 'emotional'];
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri'];

/** A week of five posts with these counts. */
function week(name: string, counts: readonly number[]): string {
  const all = counts.flatMap((count, index) => Array.from({ length: count }, () => CATEGORIES[index]));
  return `week: ${name}\nposts:\n${DAYS.map((day, index) => `  ${day}: { category: ${all[index]}, title: T }\n`).join('')}`;
}

let folder = '';
const put = (name: string, content: string) => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), content);
};
const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
const run = (...args: string[]) => runInProcess(args, folder);
const countsIn = (name: string) =>
  CATEGORIES.map((category) => read(name).match(new RegExp(`category: ${category}`, 'g'))?.length ?? 0);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cmplan-weeks-'));
  mkdirSync(path.join(folder, '.git'));
  put('cmplan.config.yaml', CONFIG);
  return () => rmSync(folder, { recursive: true });
});

describe('cmplan new, after weeks of 2 / 1 / 2', () => {
  beforeEach(() => {
    for (let number = 40; number < 52; number++)
      put(`plans/2026-W${number}.yaml`, week(`2026-W${number}`, [2, 1, 2]));
  });

  test('makes up for them, and says so', async () => {
    const { status, stderr } = await run('new', '2026-W52');
    expect([status, countsIn('plans/2026-W52.yaml')]).toEqual([0, [0, 3, 2]]);
    expect(stderr.replace(/\s+/g, ' ')).toBe(
      'cmplan: to make up for the 12 plans since Mon 28 Sep: 3 functional instead of 2 and 0 branded instead of 1; for an ordinary week, add --no-carry ',
    );
  });

  test('writes a week that brings no finding of mix', async () => {
    await run('new', '2026-W52');
    expect((await run('check', 'plans/2026-W52.yaml')).stdout).toBe('');
  });

  test.each([
    { what: 'with --no-carry', args: ['2026-W52', '--no-carry'], file: '2026-W52' },
    { what: 'with --no-config', args: ['2026-W52', '--no-config', '--per-day', '6'], file: '2026-W52' },
    { what: 'in the next quarter', args: ['2027-W01'], file: '2027-W01' },
    { what: 'before them all', args: ['2026-W39'], file: '2026-W39' },
  ])('writes an ordinary week $what', async ({ args, file }) => {
    const { status, stderr } = await run('new', ...args);
    expect([status, stderr]).toEqual([0, '']);
    expect(Math.min(...countsIn(`plans/${file}.yaml`))).toBeGreaterThan(0);
  });

  test('does not count the plan that it replaces', async () => {
    await run('new', '2026-W51', '--force');
    expect(countsIn('plans/2026-W51.yaml')).toEqual([0, 3, 2]);
  });

  test('counts nothing of another team', async () => {
    mkdirSync(path.join(folder, 'plans/other'));
    const { stderr } = await run('new', '2026-W52', '-o', 'plans/other/2026-W52.yaml');
    expect(stderr).toBe('');
  });

  test('counts for a plan on standard output, too', async () => {
    expect((await run('new', '2026-W52', '-o', '-')).stderr).toContain('to make up for the 12 plans');
  });
});

test('cmplan new does not make up for weeks that it cannot be counted with, and says so', async () => {
  put('plans/2026-W48.yaml', week('2026-W48', [2, 1, 2]));
  put(
    'plans/november.yaml',
    'from: 2026-11-01\nto: 2026-12-05\nposts:\n  2026-12-01: { category: branded, title: T }\n',
  );
  const { status, stderr } = await run('new', '2026-W49');
  expect([status, countsIn('plans/2026-W49.yaml')]).toEqual([0, [1, 2, 2]]);
  expect(stderr.replace(/\s+/g, ' ')).toContain(
    '"plans/november.yaml" has posts on days of this plan already; it is filled like an ordinary one',
  );
  expect((await run('check', 'plans/2026-W49.yaml')).stdout).toMatch(
    /^\S+ warning: "plans\/november.yaml" .* \[overlap\]\n$/,
  );
});

test('cmplan new names the plans before that it cannot count', async () => {
  put('plans/2026-W46.yaml', week('2026-W46', [2, 1, 2]));
  put('plans/2026-W47.yaml', 'week: 2026-W47\nposts: [\n');
  put('plans/lost.yaml', 'week: 2026-W99\nposts:\n  mon: { category: branded }\n');
  put('plans/2026-W48.yaml', week('2026-W48', [1, 2, 2]).replace('posts:', 'targets: { mix: no }\nposts:'));
  const { status, stderr } = await run('new', '2026-W49');
  expect(status).toBe(0);
  const said = stderr.replace(/\s+/g, ' ');
  for (const name of ['2026-W47', 'lost', '2026-W48']) expect(said).toContain(`plans/${name}.yaml`);
  expect(said).not.toContain('2026-W46');
});

describe('cmplan new --like', () => {
  const EARLIER = `# Ours
week: 2026-W48
timezone: Europe/Kyiv
title: A week
channels: [facebook, telegram]
targets: { posts_per_day: 0-3, reserve: 1 } # all year
x-own: 1
hold: fri
posts:
  mon:
    - { time: "09:00", channel: facebook, format: promo, title: A, owner: Olena, status: published }
    - { channels: [facebook, telegram], category: functional, text: hello, x-a: 1 }
    - { time: "12:00", channel: facebook, category: emotional, title: B }
  wed:
    - { time: "10:00", channel: facebook, title: gone, category: branded, status: cancelled }
    - { time: "10:00", channel: facebook, title: later, category: branded, status: on_hold }
    - { time: "10:00", channel: facebook, title: free, unplanned: true }
  fri:
    - { time: "10:30", channel: telegram, format: my-own, category: branded, title: held }
backlog:
  - { title: an idea }
`;

  test('repeats weekdays, times, channels and formats, and leaves the rest behind', async () => {
    put('plans/2026-W48.yaml', EARLIER);
    put('plans/2026-W47.yaml', week('2026-W47', [1, 2, 2]));
    const { status, stderr } = await run('new', '2026-W49', '--like', 'last', '--no-carry');
    expect(status).toBe(0);
    expect(read('plans/2026-W49.yaml')).toBe(`# Ours
week: 2026-W49
timezone: Europe/Kyiv
channels: [facebook, telegram]
targets: { posts_per_day: 0-3, reserve: 1 } # all year
posts:
  mon: # 30 Nov, room: facebook 0 and telegram 2
    - { time: "09:00", channel: facebook, category: branded,    format: promo, title: "" }
    - { time: "12:00", channel: facebook, category: functional, title: "" }
    - { channel: facebook, category: emotional,  title: "" }
    - { channel: telegram, category: functional, title: "" }
  tue: # 1 Dec, room for 3 more on each channel
  wed: # 2 Dec, room for 3 more on each channel
  thu: # 3 Dec, room for 3 more on each channel
  fri: # 4 Dec, room: facebook 3 and telegram 2
    - { time: "10:30", channel: telegram, category: emotional,  format: my-own, title: "" }
  sat: # 5 Dec, room for 3 more on each channel
  sun: # 6 Dec, room for 3 more on each channel
`);
    expect(stderr).toMatch(/^cmplan: facebook: Mon 30 Nov has 3 pl/);
  });

  test('takes a file, and makes up for the weeks before', async () => {
    for (const number of [45, 46, 47]) put(`plans/2026-W${number}.yaml`, week(`2026-W${number}`, [2, 1, 2]));
    const { status } = await run('new', '2026-W49', '--like', 'plans/2026-W46.yaml');
    expect([status, countsIn('plans/2026-W49.yaml')]).toEqual([0, [1, 3, 1]]);
  });

  test.each([
    {
      what: 'no plan before',
      args: ['--like', 'last'],
      says: 'there is no plan of the team before 2026-W49',
    },
    {
      what: 'a file that is missing',
      args: ['--like', 'plans/nope.yaml'],
      says: '"plans/nope.yaml" does not exist',
    },
    { what: 'a month', args: ['--like', 'month.yaml'], says: '"month.yaml" is for 30 days' },
    { what: 'a plan in braces', args: ['--like', 'braces.yaml'], says: 'keys on lines of their own' },
    { what: 'a plan without a period', args: ['--like', 'lost.yaml'], says: 'has mistakes in its period' },
    { what: 'broken YAML', args: ['--like', 'broken.yaml'], says: '--like: broken.yaml:' },
    { what: 'an alias of what is left behind', args: ['--like', 'alias.yaml'], says: 'uses aliases' },
    { what: 'a template', args: ['--like', 'last', '--template', 'brand'], says: 'needs no template' },
    {
      what: 'a number of posts',
      args: ['--like', 'last', '--per-day', '2'],
      says: 'has as many posts as that one',
    },
  ])('says what is wrong with $what', async ({ args, says }) => {
    put('month.yaml', 'from: 2026-11-01\nto: 2026-11-30\nposts:\n');
    put('braces.yaml', '{ week: 2026-W48, posts: {} }\n');
    put('lost.yaml', 'week: never\nposts:\n');
    put('broken.yaml', 'week: [\n');
    put('alias.yaml', 'x-a: &a { reserve: 1 }\nweek: 2026-W48\ntargets: *a\nposts:\n');
    const { status, stdout, stderr } = await run('new', '2026-W49', ...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.replace(/\s+/g, ' ')).toContain(says);
  });

  test('says how many posts could not be read', async () => {
    put('odd.yaml', 'week: 2026-W48\nposts:\n  mon: { category: branded }\n  never: { category: branded }\n');
    const { status, stderr } = await run('new', '2026-W49', '--like', 'odd.yaml');
    expect(status).toBe(0);
    expect(stderr.replace(/\s+/g, ' ')).toContain('1 post of "odd.yaml" could not be read, and is left out');
  });

  test('says so if there is nothing to repeat on the channels', async () => {
    put('plans/2026-W48.yaml', EARLIER);
    const { stderr } = await run('new', '2026-W49', '--like', 'last', '--channel', 'instagram');
    expect(stderr.replace(/\s+/g, ' ')).toContain(
      'there are no open slots, because the plan to be like has no planned posts on these channels',
    );
  });

  test('leaves comments that suppress rules behind', async () => {
    put('a.yaml', `# cmplan-disable-file mix -- once\n# ours\n${week('2026-W48', [1, 2, 2])}`);
    await run('new', '2026-W49', '--like', 'a.yaml');
    expect(read('plans/2026-W49.yaml')).toMatch(/^# ours\nweek: 2026-W49\n/);
  });
});
