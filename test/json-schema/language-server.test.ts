import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONFIG, Editor, PLAN } from './running-editor.ts';

const editor = new Editor();

beforeAll(() => editor.start(), 60_000);
afterAll(() => editor.stop());

const WEEK = 'week: 2026-W48\n';
const BOUNDS_OF = (day: string) => `${WEEK}targets: { posts_per_day: { ${day}: 1-2 } }\nposts:\n`;
const POST = `${WEEK}posts:\n  mon:\n    - time: "09:00"\n      `;

describe('an editor offers', () => {
  test.each([
    [
      'the keys of a plan',
      '|',
      PLAN,
      ['week', 'from', 'to', 'channels', 'targets', 'hold', 'posts', 'backlog'],
    ],
    ['weekdays', `${WEEK}posts:\n  |`, PLAN, ['mon', 'sun']],
    ['the keys of a post', `${POST}|`, PLAN, ['channel', 'category', 'format', 'title', 'text', 'unplanned']],
    ['the keys of a post in a list', `${WEEK}posts:\n  - |`, PLAN, ['date', 'time', 'title']],
    ['every status', `${POST}status: |`, PLAN, ['draft', 'in_review', 'approved', 'on_hold', 'cancelled']],
    ['the categories of the usual mix', `${POST}category: |`, PLAN, ['branded', 'functional', 'emotional']],
    ['the formats that are built in', `${POST}format: |`, PLAN, ['contest', 'how-to', 'promo']],
    ['the targets', `${WEEK}targets:\n  |\nposts:\n`, PLAN, ['mix', 'reserve', 'posts_per_day', 'hours']],
    ['the targets of a channel', `${WEEK}channels:\n  a:\n    |\nposts:\n`, PLAN, ['mix', 'reserve']],
    ['bounds of a day', `${WEEK}targets:\n  posts_per_day:\n    sat: |\nposts:\n`, PLAN, ['2-4', '0']],
    ['bounds of other days', `${WEEK}targets:\n  posts_per_day:\n    default: |\nposts:\n`, PLAN, ['6-12']],
    ['the other end', `${WEEK}targets:\n  posts_per_day:\n    min: 1\n    |\nposts:\n`, PLAN, ['max']],
    ['days off', `${WEEK}targets:\n  days_off: |\nposts:\n`, PLAN, ['sat', '["sat","sun"]']],
    ['days off in brackets', `${WEEK}targets:\n  days_off: [|]\nposts:\n`, PLAN, ['mon', 'sun']],
    ['days off behind a dash', `${WEEK}targets:\n  days_off:\n    - |\nposts:\n`, PLAN, ['mon', 'sun']],
    [
      'every day of a post in a list',
      `${WEEK}posts:\n  - date: |\n`,
      PLAN,
      ['mon', 'wed', 'sun', '2026-11-24'],
    ],
    ['formats to define anew', 'formats:\n  |', CONFIG, ['joke', 'how-to', 'promo']],
    ['categories to rename', 'aliases:\n  |', CONFIG, ['branded', 'functional', 'emotional']],
    ['the keys of a config', '|', CONFIG, ['plans', 'targets', 'formats', 'aliases', 'rules', 'locked']],
    ['the rules that can be set', 'rules:\n  |', CONFIG, ['mix', 'posts-per-day', 'streak', 'unapproved']],
    ['what a rule can be set to', 'rules:\n  mix: |', CONFIG, ['info', 'warning', 'error']],
    ['the targets that can be locked', 'locked: |', CONFIG, ['mix', 'reserve', 'all']],
  ] as const)('%s', async (_, marked, name, wanted) => {
    const labels = Object.keys(await editor.offered(marked, name));
    expect(labels).toEqual(expect.arrayContaining([...wanted]));
    expect(labels.filter((label) => /null|object|array item|Default value/.test(label))).toEqual([]);
  });

  test('no hold as a whole, which would break one in braces', async () => {
    const labels = Object.keys(await editor.offered(`${WEEK}hold:\n  - {|}\nposts:\n`, PLAN));
    expect(labels).toEqual(['from', 'to', 'reason']);
  });

  test('no true or false where a text is meant', async () => {
    expect(Object.keys(await editor.offered(`${POST}title: |`, PLAN))).not.toContain('true');
    expect(Object.keys(await editor.offered(`${POST}unplanned: |`, PLAN))).toContain('true');
  });

  test('a status with what it means', async () => {
    expect(await editor.offered(`${POST}status: |`, PLAN)).toMatchObject({ approved: 'May go out.' });
  });
});

describe('an editor explains', () => {
  test.each([
    [
      'a target',
      `${WEEK}targets:\n  res|erve: 1\nposts:\n`,
      PLAN,
      /kept free for unplanned ones[\s\S]*Default: `20%`/,
    ],
    ['a day', `${WEEK}posts:\n  mo|n:\n    - { title: A }\n`, PLAN, /The posts of Monday\./],
    ['a key of a post', `${POST}form|at: joke\n`, PLAN, /Some formats imply a category/],
    ['a category', `${POST}category: func|tional\n`, PLAN, /advice, how-tos, answers/],
    ['a key of your own', `${POST}x-bud|get: 7\n`, PLAN, /A key of your own/],
    ['a day without posts', `${WEEK}posts:\n  sa|t:\n`, PLAN, /Saturday\. Nothing after it: a day without/],
    ['a day in full', `${WEEK}posts:\n  Tues|day: []\n`, PLAN, /The posts of the day\./],
    ['an end of bounds', BOUNDS_OF('mi|n: 1, max'), PLAN, /The fewest posts of the day\./],
    ['the first day', 'fr|om: 2026-11-24\nto: 2026-11-24\nposts:\n', PLAN, /The first day of the plan/],
    ['a date', `${WEEK}posts:\n  2026-11|-25:\n`, PLAN, /The posts of the day\./],
    ['an empty key', `${POST}for|mat:\n`, PLAN, /any name\. Some formats imply a category/],
    [
      'a format',
      `${POST}for|mat: joke\n`,
      PLAN,
      /any name\. Some formats[\s\S]*`joke`: Implies the category/,
    ],
    ['the week', 'we|ek:\nposts:\n', PLAN, /The ISO week of the plan/],
    ['a target with nothing after it', `${WEEK}targets: { res|erve: }\nposts:\n`, PLAN, /Default: `20%`/],
    ['the bounds of a date', BOUNDS_OF('2026-11|-25'), PLAN, /How many posts the day has\./],
    ['the bounds of a day in full', BOUNDS_OF('Satur|day'), PLAN, /How many posts the day has\./],
    ['the bounds of all other days', BOUNDS_OF('def|ault'), PLAN, /Every day that is not named here\./],
    [
      'an own category',
      `${WEEK}targets: { mix: { a: 1, ow|n: 99 } }\nposts:\n`,
      PLAN,
      /category of your own/,
    ],
    [
      'a channel',
      `${WEEK}channels:\n  tele|gram:\nposts:\n`,
      PLAN,
      /Nothing after it: no targets of its own/,
    ],
    [
      'a channel with targets',
      'channels: { tele|gram: { reserve: 1 } }\n',
      CONFIG,
      /A channel, with its own targets/,
    ],
    [
      'the targets of a plan',
      `${WEEK}targ|ets: { reserve: 1 }\nposts:\n`,
      PLAN,
      /config, then[\s\S]*```yaml/,
    ],
    [
      'the targets of a config',
      'targ|ets: { reserve: 1 }\n',
      CONFIG,
      /out comes from the defaults[\s\S]*```yaml/,
    ],
    [
      'a hold',
      `${WEEK}ho|ld: { from: 2026-11-26, to: 2026-11-26 }\nposts:\n`,
      PLAN,
      /in a crisis[\s\S]*```yaml/,
    ],
    [
      'a format that is forgotten',
      'formats:\n  jo|ke:\n',
      CONFIG,
      /category emotional\.[\s\S]*Nothing after it: no category/,
    ],
    [
      'a format of a team',
      'formats:\n  qu|iz: emotional\n',
      CONFIG,
      /The category that the format implies\./,
    ],
    ['other names of a category', 'aliases:\n  emo|tional: [fun]\n', CONFIG, /Other names of the category/],
    ['other names of an own category', 'aliases:\n  ow|n:\n', CONFIG, /Other names of the category/],
    ['a rule with nothing after it', 'rules:\n  str|eak:\n', CONFIG, /Speaks up when [\s\S]*Default: `info`/],
    [
      'a rule',
      'rules:\n  str|eak: error\n',
      CONFIG,
      /too many posts of one category go out in a row[\s\S]*Default: `info`/,
    ],
  ] as const)('%s', async (_, marked, name, explanation) => {
    const text = await editor.shown(marked, name);
    expect(text).toMatch(explanation);
    expect(text).not.toContain('||');
  });
});
