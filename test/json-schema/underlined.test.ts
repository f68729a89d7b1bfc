import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SCHEMAS } from '../../src/version.ts';
import { CONFIG, Editor, PLAN, withCommitted } from './running-editor.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

const editor = new Editor();

beforeAll(() => editor.start(), 60_000);
afterAll(() => editor.stop());

const WEEK = 'week: 2026-W48\n';
const POST = `${WEEK}posts:\n  mon:\n    - time: "09:00"\n      `;

describe('an editor underlines', () => {
  test.each([
    ['a mistyped key', `${POST}titel: A\n`, PLAN, ['5:7: Property titel is not allowed.']],
    [
      'a wrong status',
      `${POST}status: aproved\n`,
      PLAN,
      [/^5:15: this is not a status; write draft, in_review, /],
    ],
    [
      'a wrong time',
      `${WEEK}posts:\n  mon: [{ time: 25:00 }]\n`,
      PLAN,
      [/^3:17: this is not a time of day; write hours/],
    ],
    ['a mistyped day', `${WEEK}posts:\n  mno: []\n`, PLAN, ['3:3: Property mno is not allowed.']],
    [
      'a mistyped target',
      `${WEEK}targets: { reserv: 1 }\nposts:\n`,
      PLAN,
      ['2:12: Property reserv is not allowed.'],
    ],
    [
      'wrong bounds',
      `${WEEK}targets: { posts_per_day: 6 to 12 }\nposts:\n`,
      PLAN,
      [/^2:27: this is not a number of posts/],
    ],
    [
      'wrong bounds of a day',
      `${WEEK}targets: { posts_per_day: { sat: a } }\nposts:\n`,
      PLAN,
      [/^2:34: this is not a number of posts/],
    ],
    ['a mix of one category', `${WEEK}targets: { mix: { a: 100 } }\nposts:\n`, PLAN, [/^2:17: .*fewer/]],
    ['a plan without posts', WEEK, PLAN, ['1:1: Missing property "posts".']],
    ['a plan without a period', 'posts:\n', PLAN, ['1:1: Missing property "week".']],
    ['a period without its end', 'from: 2026-11-24\nposts:\n', PLAN, ['1:1: Missing property "to".']],
    [
      'a text as posts',
      `${WEEK}posts: later\n`,
      PLAN,
      [/^2:8: this is not a set of posts; write days such as "mon:", /],
    ],
    [
      'a text as a hold',
      `${WEEK}hold: someday\nposts:\n`,
      PLAN,
      [/^2:7: this is not a hold; write a day such as /],
    ],
    ['a text as a post', `${WEEK}posts: { mon: [a] }\n`, PLAN, [/^2:16: this is not a post; write it as /]],
    [
      'bounds as targets',
      `${WEEK}channels: { facebook: 3-5 }\nposts:\n`,
      PLAN,
      [/^2:23: this is not a set of/],
    ],
    ['half a hold', `${WEEK}hold: { from: 2026-11-26 }\nposts:\n`, PLAN, ['2:1: Missing property "to".']],
    ['one end of bounds', `${WEEK}targets: { posts_per_day: { min: 1 } }\nposts:\n`, PLAN, [/"max"\.$/]],
    ['a text as rules', 'rules: a\n', CONFIG, [/^1:8: this does not belong here; write rules, /]],
    ['a mistyped rule', 'rules: { mxi: off }\n', CONFIG, ['1:10: Property mxi is not allowed.']],
    [
      'a wrong setting',
      'rules: { mix: warn }\n',
      CONFIG,
      [/^1:15: this is not a setting; write off, info, /],
    ],
  ] as const)('%s', async (_, text, name, wanted) => {
    const found = await editor.underlined(text, name);
    expect(found).toEqual(
      wanted.map((each) => (each instanceof RegExp ? expect.stringMatching(each) : each)),
    );
  });

  test('what is wrong in a plan that points to its JSON Schema itself', async () => {
    const pointing = withCommitted(`# yaml-language-server: $schema=${SCHEMAS}/plan.schema.json\n`);
    expect(await editor.underlined(`${pointing}${POST}titel: A\n`, 'elsewhere.yaml')).toEqual([
      '6:7: Property titel is not allowed.',
    ]);
  });
});

const MERGED = `week: 2026-W48
x-post: &post { category: branded, time: 9:00 }
x-mix: &mix { branded: 50, emotional: 50 }
targets: { mix: { <<: *mix } }
posts:
  mon:
    - { <<: *post, title: A }
    - *post
    - { <<: [*post], status: draft }
`;

const WRITTEN_OTHERWISE = `from: 2026-11-23
to: 2026-11-29
channels: instagram
targets:
  posts_per_day: { default: 6-12, SAT: 2-4, sunday: 0, 2026-11-27: { min: 1, max: 9 }, Monday: }
  hours: 9:00-21:00
  mix:
hold: { from: 2026-11-26, to: 2026-11-26 }
posts:
  Mon: { time: 09:30, title: 012, text: true, tags: soup, x-a: [b], category: our own, format: }
  2026-11-24: []
  WEDNESDAY:
`;

describe('an editor underlines nothing', () => {
  const yamlIn = (folder: string) =>
    readdirSync(path.join(ROOT, folder))
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => `${folder}/${name}`);

  test.each([...yamlIn('examples'), ...yamlIn('templates')])('in %s', async (file) => {
    const text = withCommitted(readFileSync(path.join(ROOT, file), 'utf8'));
    expect(await editor.underlined(text, PLAN)).toEqual([]);
  });

  test('in what cmplan init and cmplan new write', async () => {
    const names = readdirSync(path.join(editor.team, 'plans')).map((name) => `plans/${name}`);
    expect(names).toHaveLength(2);
    for (const name of [...names, CONFIG]) {
      expect(editor.written(name)).toContain(`$schema=${SCHEMAS}/`);
      expect(await editor.underlined(withCommitted(editor.written(name)), name)).toEqual([]);
    }
  });

  test('in a plan with merged keys', async () => {
    expect(await editor.underlined(MERGED, PLAN)).toEqual([]);
  });

  test('in a plan whose values are written in other ways', async () => {
    expect(await editor.underlined(WRITTEN_OTHERWISE, PLAN)).toEqual([]);
  });

  test('in the config of the docs', async () => {
    const readme = readFileSync(path.join(ROOT, 'docs/targets-and-config.md'), 'utf8');
    const [, config = ''] = /```yaml\n(# cmplan\.config\.yaml\n[\s\S]*?)```/.exec(readme) ?? [];
    expect(config).toContain('rules:');
    expect(await editor.underlined(config, CONFIG)).toEqual([]);
  });
});
