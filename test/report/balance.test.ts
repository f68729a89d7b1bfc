import width from 'fast-string-truncated-width';
import { describe, expect, test } from 'vitest';
import { balanceJson } from '../../src/report/balance/balance-json.ts';
import { balanceMarkdown } from '../../src/report/balance/balance-markdown.ts';
import { balancePlain } from '../../src/report/balance/balance-plain.ts';
import { balancePretty } from '../../src/report/balance/balance-pretty.ts';
import { week } from '../cli/weeks.ts';
import { balanced } from './balanced.ts';
import { HOSTILE, inYaml } from './hostile.ts';
import { commandsIn } from './runner.ts';
import { whole } from './whole.ts';

const json = whole(balanceJson);
const plain = whole(balancePlain);
const pretty = (teams: Parameters<typeof balancePretty>[0], columns = 80) =>
  balancePretty(teams, { columns, colorLevel: 0 });
const numbered = (count: number, text: (name: string, index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(`2026-W${40 + index}`, index));

const QUARTER = balanced(numbered(12, (name) => week(name, [2, 1, 2])));
const STEADY = balanced(
  numbered(12, (name) => week(name, [6, 7, 7])),
  { folder: 'brands/steady/plans' },
);
const MONTHS = balanced(
  ['10', '11', '12'].map((month) => {
    const last = month === '11' ? 30 : 31;
    return `from: 2026-${month}-01\nto: 2026-${month}-${last}\nposts:\n  2026-${month}-05: [{ category: branded }, { category: branded }]\n`;
  }),
);
const TWELVE = Array.from({ length: 12 }, (_, index) => `категорія ${index} 日本語`);
const MIX = `{ ${TWELVE.map((name, index) => `"${name}": ${index === 0 ? 45 : 5}`).join(', ')} }`;
const WIDE = balanced(
  numbered(
    12,
    (name, index) => `week: ${name}
channels: ["日本語のチャンネル", "🍲🍲🍲"]
targets: { mix: ${MIX} }
posts:
  mon:
${TWELVE.map((category, at) => `    - { channels: ["日本語のチャンネル", "🍲🍲🍲"], category: "${category}", title: Кава ${index} ${at} }`).join('\n')}
`,
  ),
  { folder: 'бренди/дуже-довга-назва-теки-日本語日本語/плани' },
);

describe.each([0, 1] as const)('with colours of level %i', (colorLevel) => {
  test.each([40, 60, 80, 120])('pretty keeps to %i columns, in any script', (columns) => {
    const reports = [[QUARTER], [WIDE], [MONTHS], [QUARTER, WIDE, STEADY]].map((teams) =>
      balancePretty(teams, { columns, colorLevel }),
    );
    const lines = reports.join('').split('\n');
    expect(lines.filter((line) => width(line).width > columns)).toEqual([]);
  });
});

test('one line for each channel of several teams, whatever there is room for', () => {
  const rows = (columns: number) => pretty([QUARTER, STEADY], columns).split('\n').slice(0, 3);
  expect(rows(120)).toEqual([
    '  team                 channel       since  posts',
    '! plans                default  2026-09-28     60  6 branded too many, 9 functional short',
    '✔ brands/steady/plans  default  2026-09-28    240  on track',
  ]);
  expect(rows(80)[1]).toBe('! plans                default  2026-09-28     60  branded +6, functional -9');
  expect(rows(70)[1]).toBe('! plans                default  2026-09-28  branded +6, functional -9');
  expect(rows(60)[1]).toBe('! plans                default  branded +6, functional -9');
  expect(rows(50)).toEqual([
    '  team          channel',
    '! plans         default  branded +6, functional -9',
    '✔ …teady/plans  default  on track',
  ]);
});

test('categories that do not fit side by side follow in another table', () => {
  const lines = pretty(
    [
      balanced(
        numbered(
          2,
          (name) =>
            `week: ${name}\ntargets: { mix: { aaaaaaaaaaaa: 25, bbbbbbbbbbbb: 25, cccccccccccc: 25, dddddddddddd: 25 } }\nposts: { mon: [{ category: aaaaaaaaaaaa }] }\n`,
        ),
      ),
    ],
    60,
  ).split('\n');
  expect(lines.slice(4, 11)).toEqual([
    '            posts  aaaaaaaaaaaa  bbbbbbbbbbbb  cccccccccccc',
    '  2026-W40      1      1  +75.0      0  -25.0      0  -25.0',
    '  2026-W41      1      1  +75.0      0  -25.0      0  -25.0',
    '',
    '            posts  dddddddddddd',
    '  2026-W40      1      0  -25.0',
    '  2026-W41      1      0  -25.0',
  ]);
});

describe('the next plan', () => {
  const nextIn = (texts: readonly string[]) =>
    plain([balanced(texts)])
      .trimEnd()
      .split('\n')
      .at(-1);

  test('is a week, a month or a plan', () => {
    expect(nextIn(numbered(3, (name) => week(name, [2, 1, 2])))).toContain(
      'next week (5 posts): 3 functional',
    );
    const month = (number: string, days: number) =>
      `from: 2026-${number}-01\nto: 2026-${number}-${days}\nposts:\n  2026-${number}-05: [{ category: branded }, { category: branded }]\n`;
    expect(nextIn([month('10', 31), month('11', 30)])).toContain(
      'next month (2 posts): 0 branded, 1 functional and 1 emotional, as ever',
    );
    expect(nextIn([month('10', 31), month('11', 29)])).toContain('next plan (2 posts): ');
  });

  test('as ever, of another span, or after one without posts', () => {
    expect(nextIn(numbered(2, (name) => week(name, [6, 7, 7])))).toMatch(
      /next week \(20 posts\): 6 branded, 7 functional and 7 emotional, as ever$/,
    );
    expect(nextIn([week('2026-W52', [2, 1, 2]), week('2026-W53', [2, 1, 2])])).toMatch(
      /the next week belongs to another quarter$/,
    );
    expect(nextIn([week('2026-W40', [2, 1, 2]), week('2026-W41', [])])).toMatch(
      /nothing to say of the next week: this one has no posts that count$/,
    );
  });

  test('nothing after a single plan, of which nobody says that it is on track', () => {
    expect(nextIn([week('2026-W40', [20, 0, 0])])).toMatch(
      /1 plan of a quarter, .+: 20 posts, only one plan$/,
    );
    expect(nextIn([week('2026-W40', [])])).toMatch(/: 0 posts, no posts that count$/);
  });
});

test('the head names the span', () => {
  const headOf = (over: Parameters<typeof balanced>[1]) =>
    pretty([
      balanced(
        numbered(12, (name) => week(name, [1, 1, 1])),
        over,
      ),
    ])
      .split('\n')[1]
      ?.trim();
  expect(headOf({ over: { unit: 'year' } })).toMatch(
    /^12 plans of a year, Mon 28 Sep to Sun 20 Dec 2026: 36 posts$/,
  );
  expect(headOf({ over: { since: '2026-10-12' } })).toMatch(/^10 plans since 2026-10-12, Mon 12 Oct/);
  expect(headOf({ over: { since: '0000-01-01' } })).toMatch(/^12 plans in all, /);
  expect(headOf({ over: 'none' })).toMatch(/^1 plan by itself, Mon 14 Dec to Sun 20 Dec 2026: 3 posts$/);
  expect(headOf({ over: { since: '2030-01-01' } })).toMatch(/^1 plan by itself, before 2030-01-01, /);
});

test('a category that only earlier plans have stands last, and its variance stays', () => {
  const old = week('2026-W40', [1, 1, 0])
    .replaceAll('functional', 'old')
    .replace('posts:', 'targets: { mix: { branded: 50, old: 50 } }\nposts:');
  const { channels } = JSON.parse(json([balanced([old, week('2026-W41', [1, 1, 1])])]));
  expect(channels[0].plans.map(({ categories }: { categories: readonly object[] }) => categories)).toEqual([
    [
      { category: 'branded', count: 1, variance: 0 },
      { category: 'functional', count: 0, variance: 0 },
      { category: 'emotional', count: 0, variance: 0 },
      { category: 'old', count: 1, variance: 0 },
    ],
    [
      { category: 'branded', count: 1, variance: 2 },
      { category: 'functional', count: 1, variance: -1 },
      { category: 'emotional', count: 1, variance: -1 },
      { category: 'old', count: 0, variance: 0 },
    ],
  ]);
});

test('a page with too many channels says what it leaves out', () => {
  const names = Array.from({ length: 900 }, (_, index) => `channel-${index}`);
  const many = balanced(numbered(12, (name) => `week: ${name}\nchannels: [${names.join(', ')}]\nposts:\n`));
  const report = balanceMarkdown([many]);
  expect(Buffer.byteLength(report)).toBeLessThan(1_000_000);
  expect(report).toContain('400 more channels not shown.');
  expect(report).toMatch(/Left out, because this page would be too long: \d+ channels\.\n$/);
});

test('nothing to count is said in Markdown, and nothing on a terminal', () => {
  expect(pretty([])).toBe('');
  expect(plain([])).toBe('');
  expect(balanceMarkdown([])).toBe('## cmplan balance\n\nThere was no plan to count.\n');
});

const HARMFUL = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

describe.each(HOSTILE)('names such as %j', (text) => {
  const said = text === '' ? '"b"' : inYaml(text);
  const folder = `${text}plans`;
  const plan = (name: string) =>
    `week: ${name}\nchannels: [${said}]\ntargets: { mix: { ${said}: 50, other: 50 } }\nposts:\n  mon: [${Array<string>(8).fill(`{ category: ${said}, title: ${said} }`).join(', ')}]\n`;
  const one = balanced(numbered(3, plan), { folder });
  const two = [one, balanced(numbered(3, plan), { folder: `${folder}/2` })];
  const reports = [[one], two].flatMap((teams) => [
    ...[20, 40, 80, 120].map((columns) => pretty(teams, columns)),
    plain(teams),
    json(teams),
    balanceMarkdown(teams),
  ]);

  test('forge no command and no terminal sequence', () => {
    expect(reports.flatMap(commandsIn)).toEqual([]);
    expect(reports.filter((report) => HARMFUL.test(report))).toEqual([]);
  });

  test('are no markup in Markdown, and the same in JSON', () => {
    expect(balanceMarkdown(two)).not.toMatch(/(?<!\\)<(?!\/?(?:details|summary)>)/);
    const wanted = JSON.parse(said);
    expect(JSON.parse(json([one])).channels[0]).toMatchObject({ folder, channel: wanted });
  });
});
