import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SCHEMAS } from '../../src/version.ts';
import { runInProcess } from '../cli/run.ts';
import { LanguageServer, type Position } from './language-server.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const COMMITTED = pathToFileURL(path.join(ROOT, 'schemas')).href;
const [PLAN, CONFIG] = ['plans/week.yaml', 'cmplan.config.yaml'];

/** With the JSON Schemas that are committed in place of the published ones. */
const withCommitted = (text: string) => text.replaceAll(SCHEMAS, COMMITTED);

let team = '';
let server: LanguageServer;

beforeAll(async () => {
  team = mkdtempSync(path.join(tmpdir(), 'cmplan-editor-'));
  mkdirSync(path.join(team, '.git'));
  await runInProcess(
    ['init', '--kind', 'brand', '--channel', 'instagram', '--timezone', 'Europe/Kyiv'],
    team,
  );
  await runInProcess(['new', '2026-W49', '-o', 'plans/another.yaml'], team);
  const { 'yaml.schemas': schemas } = JSON.parse(withCommitted(written('.vscode/settings.json')));
  server = new LanguageServer({
    schemas,
    schemaStore: { enable: false },
    kubernetesCRDStore: { enable: false },
    validate: true,
    hover: true,
    completion: true,
  });
  await server.start();
}, 60_000);

afterAll(async () => {
  await server.stop();
  rmSync(team, { recursive: true });
});

const written = (name: string) => readFileSync(path.join(team, name), 'utf8');

/** Asks about the place that is marked with | in a text. */
async function askAt(method: string, marked: string, name: string): Promise<unknown> {
  const [before = '', after = ''] = marked.split('|');
  const lines = before.split('\n');
  const position: Position = { line: lines.length - 1, character: (lines.at(-1) ?? '').length };
  const { uri } = await server.open(before + after, name);
  return server.request(`textDocument/${method}`, { textDocument: { uri }, position });
}

interface Proposal {
  readonly label: string;
  readonly documentation?: string | { readonly value: string };
}

/** What an editor offers, each with what it says of it. */
async function offered(marked: string, name: string): Promise<Readonly<Record<string, string>>> {
  const { items } = (await askAt('completion', marked, name)) as { items: readonly Proposal[] };
  const explanation = ({ documentation = '' }: Proposal) =>
    typeof documentation === 'string' ? documentation : documentation.value;
  return Object.fromEntries(items.map((item) => [item.label, explanation(item)]));
}

async function shown(marked: string, name: string): Promise<string> {
  const hover = (await askAt('hover', marked, name)) as { contents: { value: string } } | null;
  return hover?.contents.value ?? '';
}

async function underlined(text: string, name: string): Promise<readonly string[]> {
  const { diagnostics } = await server.open(text, name);
  return diagnostics.map(
    ({ range: { start }, message }) => `${start.line + 1}:${start.character + 1}: ${message}`,
  );
}

const WEEK = 'week: 2026-W48\n';
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
    ['the keys of a config', '|', CONFIG, ['plans', 'targets', 'formats', 'aliases', 'rules', 'locked']],
    ['the rules that can be set', 'rules:\n  |', CONFIG, ['mix', 'posts-per-day', 'streak', 'unapproved']],
    ['what a rule can be set to', 'rules:\n  mix: |', CONFIG, ['info', 'warning', 'error']],
    ['the targets that can be locked', 'locked: |', CONFIG, ['mix', 'reserve', 'all']],
  ] as const)('%s', async (_, marked, name, wanted) => {
    const labels = Object.keys(await offered(marked, name));
    expect(labels).toEqual(expect.arrayContaining([...wanted]));
    expect(labels).not.toContain('null');
  });

  test('no true or false where a text is meant', async () => {
    expect(Object.keys(await offered(`${POST}title: |`, PLAN))).not.toContain('true');
    expect(Object.keys(await offered(`${POST}unplanned: |`, PLAN))).toContain('true');
  });

  test('a status with what it means', async () => {
    expect(await offered(`${POST}status: |`, PLAN)).toMatchObject({ approved: 'May go out.' });
  });
});

describe('an editor explains', () => {
  test.each([
    [
      'a target',
      `${WEEK}targets:\n  res|erve: 1\nposts:\n`,
      PLAN,
      /kept free for the unplanned[\s\S]*Default: `20%`/,
    ],
    ['a day', `${WEEK}posts:\n  mo|n:\n    - { title: A }\n`, PLAN, /The posts of Monday\./],
    ['a key of a post', `${POST}form|at: joke\n`, PLAN, /Some formats imply a category/],
    ['a category', `${POST}category: func|tional\n`, PLAN, /advice, how-tos, answers/],
    ['a key of your own', `${POST}x-bud|get: 7\n`, PLAN, /A key of your own/],
    [
      'a rule',
      'rules:\n  str|eak: error\n',
      CONFIG,
      /many posts of one category follow one another[\s\S]*Default: `info`/,
    ],
  ] as const)('%s', async (_, marked, name, explanation) => {
    const text = await shown(marked, name);
    expect(text).toMatch(explanation);
    expect(text).not.toContain('||');
  });
});

describe('an editor underlines', () => {
  test.each([
    ['a mistyped key', `${POST}titel: A\n`, PLAN, ['5:7: Property titel is not allowed.']],
    [
      'a wrong status',
      `${POST}status: aproved\n`,
      PLAN,
      [/^5:15: this is no status; write draft, in_review, /],
    ],
    [
      'a wrong time',
      `${WEEK}posts:\n  mon: [{ time: 25:00 }]\n`,
      PLAN,
      [/^3:17: this is no time of day; write hours/],
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
      [/^2:27: this is no range of posts/],
    ],
    [
      'wrong bounds of a day',
      `${WEEK}targets: { posts_per_day: { sat: a } }\nposts:\n`,
      PLAN,
      [/^2:34: this is no range/],
    ],
    ['a mix of one category', `${WEEK}targets: { mix: { a: 100 } }\nposts:\n`, PLAN, [/^2:17: .*fewer/]],
    ['a plan without posts', WEEK, PLAN, ['1:1: Missing property "posts".']],
    ['a mistyped rule', 'rules: { mxi: off }\n', CONFIG, ['1:10: Property mxi is not allowed.']],
    ['a wrong setting', 'rules: { mix: warn }\n', CONFIG, [/^1:15: this is no setting; write off, info, /]],
  ] as const)('%s', async (_, text, name, wanted) => {
    const found = await underlined(text, name);
    expect(found).toEqual(
      wanted.map((each) => (each instanceof RegExp ? expect.stringMatching(each) : each)),
    );
  });

  test('what is wrong in a plan that points to its JSON Schema itself', async () => {
    const pointing = `# yaml-language-server: $schema=${COMMITTED}/plan.schema.json\n`;
    expect(await underlined(`${pointing}${POST}titel: A\n`, 'elsewhere.yaml')).toEqual([
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
    expect(await underlined(text, PLAN)).toEqual([]);
  });

  test('in what cmplan init and cmplan new write', async () => {
    const names = readdirSync(path.join(team, 'plans')).map((name) => `plans/${name}`);
    expect(names).toHaveLength(2);
    for (const name of [...names, CONFIG]) {
      expect(written(name)).toContain(`$schema=${SCHEMAS}/`);
      expect(await underlined(withCommitted(written(name)), name)).toEqual([]);
    }
  });

  test('in a plan with merged keys', async () => {
    expect(await underlined(MERGED, PLAN)).toEqual([]);
  });

  test('in a plan whose values are written in other ways', async () => {
    expect(await underlined(WRITTEN_OTHERWISE, PLAN)).toEqual([]);
  });

  test('in the config of the README', async () => {
    const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
    const [, config = ''] = /```yaml\n(# cmplan\.config\.yaml\n[\s\S]*?)```/.exec(readme) ?? [];
    expect(config).toContain('rules:');
    expect(await underlined(config, CONFIG)).toEqual([]);
  });
});
