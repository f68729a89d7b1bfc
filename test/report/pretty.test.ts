import { readdirSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import width from 'fast-string-truncated-width';
import { describe, expect, test } from 'vitest';
import { checkPlan, DEFAULT_TERMS } from '../../src/check/check-plan.ts';
import { checkedFile, countSeverities, quietly } from '../../src/findings/checked-file.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { pretty } from '../../src/report/pretty/pretty.ts';
import { Source } from '../../src/yaml/source.ts';
import { checkText } from '../plans.ts';

const EXAMPLES = new URL('../../examples/', import.meta.url);
const GOLDEN = new URL('../golden/err/', import.meta.url);
const plansIn = (folder: URL) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => checkPlan(readFileSync(new URL(name, folder)), name));
const examples = plansIn(EXAMPLES);
const mistakes = plansIn(GOLDEN);
const WIDE = checkText(`week: 2026-W48
channels: [телеграм, "日本語のチャンネル", "🍲🍲🍲"]
targets: { mix: { "категорія з дуже довгою назвою": 50, "絵文字": 50 }, posts_per_day: 0-3 }
posts:
  mon:
    - { channels: [телеграм, "日本語のチャンネル", "🍲🍲🍲"], category: "絵文字", format: "як-зробити", title: Кава }
    - { channels: [телеграм, "日本語のチャンネル", "🍲🍲🍲"], category: "絵文字", title: Чай }
    - { channels: [телеграм, "日本語のチャンネル", "🍲🍲🍲"], category: "絵文字", title: Сік }
    - { channels: [телеграм, "日本語のチャンネル", "🍲🍲🍲"], category: "絵文字", title: Вода }
`);
const MONTH = checkText(
  'from: 2026-12-01\nto: 2027-01-10\ntimezone: America/Argentina/Buenos_Aires\nposts:\n',
);
const shown = (plan: string, columns = 80) => pretty([checkText(plan)], { columns, colorLevel: 0 });

describe.each([0, 1, 3] as const)('with colours of level %i', (colorLevel) => {
  test.each([60, 80, 110, 120])('keeps to %i columns, in any script', (columns) => {
    const files = [...examples, ...mistakes, WIDE, MONTH];
    const alone = examples.map((file) => pretty([file], { columns, colorLevel }));
    const lines = [pretty(files, { columns, colorLevel }), ...alone].join('').split('\n');
    expect(lines.filter((line) => width(line).width > columns)).toEqual([]);
  });
});

test('keeps to 40 columns, but for the line of sums', () => {
  const lines = pretty([...examples, ...mistakes, WIDE, MONTH], { columns: 40, colorLevel: 0 }).split('\n');
  expect(lines.slice(0, -2).filter((line) => width(line).width > 40)).toEqual([]);
});

test('in a narrow terminal target and variance stand below the name', () => {
  const report = shown(
    'week: 2026-W48\ntargets: { posts_per_day: 0-9, mix: { branded: 20, functional: 80 } }\nposts:\n  mon: [{ category: branded }, { category: branded }, { category: branded }, { category: branded }]\n',
    40,
  );
  expect(report).toContain(`
  branded     4  100.0%
    target 20%   +80.0 over
  functional  0    0.0%
    target 80%  -80.0 under
`);
});

test.each([1, 10, 30])('a terminal of %i columns still gets its report', (columns) => {
  const files = [...mistakes, WIDE, MONTH];
  const { warning } = countSeverities(files);
  expect(pretty(files, { columns, colorLevel: 0 })).toContain(`, ${warning} warnings`);
});

test.each([60, 80, 120])('colours add nothing to the text at %i columns', (columns) => {
  const files = [...examples, ...mistakes, WIDE, MONTH];
  const plain = pretty(files, { columns, colorLevel: 0 });
  const coloured = pretty(files, { columns, colorLevel: 3 });
  expect(coloured).not.toBe(plain);
  expect(stripVTControlCharacters(coloured)).toBe(plain);
  expect(plain).not.toMatch(/ $/m);
});

test('bars have one scale, and the target stands in them', () => {
  const rows = pretty([WIDE], { columns: 80, colorLevel: 0 })
    .split('\n')
    .filter((line) => line.includes('%  '));
  expect(new Set(rows.map((row) => width(row.slice(0, row.indexOf('│'))).width)).size).toBe(1);
});

describe('a finding', () => {
  test('shows what it points at', () => {
    const report = shown(`week: 2026-W48
channels: [facebook, telegram]
targets: { posts_per_day: 0-3 }
posts:
  mon:
    - { time: "11:00", channel: telegramm, category: branded, title: A long title }
    - { time: "12:00", channel: telegram, categry: branded }
    - channel: telegram
      title: Autumn menu
      format: photo
      owner: Ana
`);
    expect(report.slice(report.indexOf('  6:33'))).toBe(`\
  6:33  error    "telegramm" is not a channel of this plan; did you mean
                 "telegram"? [channel]
     6 │ - { time: "11:00", channel: telegramm, category: branded, title: A lon…
       │                             ^^^^^^^^^

  7:43  error    "categry" is not a key of a post; did you mean "category"?
                 [schema]
     7 │ - { time: "12:00", channel: telegram, categry: branded }
       │                                       ^^^^^^^

  8:7   error    this post has no category, and the format "photo" implies none;
                 add one, such as category: branded (or functional or emotional)
                 [category]
     8 > - channel: telegram
     9 >   title: Autumn menu
    10 >   format: photo
       > …

cmplan explain channel says why, and shows good and bad examples
✖ 1 plan: 3 errors
`);
  });

  test('needs no frame for a key alone on its line', () => {
    expect(shown('week: 2026-W48\ntargets: { posts_per_day: 0-3 }\nposts:\n  2026-12-24:\n')).not.toMatch(
      /\d │/,
    );
  });

  test('in a file that is no YAML', () => {
    expect(shown('week: 2026-W48\nposts:\n  mon: [a\n  tue: [b]\n')).toBe(`\
plan.yaml

  3:8  error    the bracket [ after "mon:" is never closed; write mon: [a]
                [syntax]
    2 │ posts:
    3 │   mon: [a
      │        ^

cmplan explain syntax says why, and shows good and bad examples
✖ 1 plan: 1 error
`);
  });

  test('in an empty file', () => {
    expect(shown('')).not.toContain('│');
  });
});

describe('like findings', () => {
  const post = (category: string) => `    - { channel: a, category: ${category} }\n`;
  const head = 'week: 2026-W48\nchannels: [a, b]\ntargets: { posts_per_day: 0-9 }\nposts:\n  mon:\n';

  test('are said once, with every place', () => {
    const report = shown(head + post('nope').repeat(12) + post('branded').repeat(3));
    expect(report.slice(report.indexOf('  6:'))).toBe(`\
  6:31  error    "nope" is not a category of the mix; write branded, functional
                 or emotional [category]
     6 │ - { channel: a, category: nope }
       │                           ^^^^
                 also at 7:31, 8:31, 9:31, 10:31, 11:31, 12:31, 13:31, 14:31,
                 15:31, 16:31, 17:31

cmplan explain category says why, and shows good and bad examples
✖ 1 plan: 14 errors
`);
  });

  test('of one rule show what they point at three times', () => {
    const report = shown(
      head + ['n1', 'n2', 'n1', 'n3', 'n4', 'n5'].map(post).join('') + post('branded').repeat(3),
    );
    expect(report.match(/\^\^/g)).toHaveLength(3);
    expect(report.slice(report.indexOf('  10:31'))).toBe(`\
  10:31  error    "n4" is not a category of the mix; write branded, functional
                  or emotional [category]
  11:31  error    "n5" is not a category of the mix; write branded, functional
                  or emotional [category]

cmplan explain category says why, and shows good and bad examples
✖ 1 plan: 7 errors, 1 warning
`);
  });

  const bare = (line: number, channel: string | null, message: string): Finding => ({
    rule: 'reserve',
    severity: 'warning',
    file: 'plan.yaml',
    line,
    column: 3,
    endLine: line,
    endColumn: 3,
    date: null,
    data: {},
    channel,
    namesChannel: channel !== null,
    message,
  });
  const listOf = (findings: readonly Finding[]) =>
    pretty([checkedFile('plan.yaml', new Source('', null), null, findings)], {
      columns: 80,
      colorLevel: 0,
    }).split('\n\n')[1];

  test('of several channels in one place name the channels together', () => {
    const findings = [bare(5, 'a', 'Mon is full'), bare(5, 'b', 'Mon is full'), bare(6, 'a', 'Tue is full')];
    expect(listOf(findings)).toBe(
      '  5:3  warning  a, b: Mon is full [reserve]\n  6:3  warning  a: Tue is full [reserve]',
    );
  });

  test('of several channels in several places name the channels of each', () => {
    const findings = [
      bare(5, 'a', 'Mon is full'),
      bare(6, 'b', 'Mon is full'),
      bare(6, 'c', 'Mon is full'),
      bare(7, 'a', 'Mon is full'),
    ];
    expect(listOf(findings)).toBe(
      '  5:3  warning  a: Mon is full [reserve]\n                also at 6:3 (b, c), 7:3',
    );
  });

  test('of several rules that speak of the same posts share their places', () => {
    const plan = 'week: 2026-W48\ntargets: { posts_per_day: 0-9 }\nposts:\n  mon:\n';
    const open = ['branded', 'functional', 'emotional'].map((name) => `    - { category: ${name} }\n`);
    const written = '    - { time: "12:00", category: emotional, title: A }\n';
    const ready = (text: string) =>
      pretty([checkPlan(new TextEncoder().encode(text), 'plan.yaml', { ...DEFAULT_TERMS, ready: true })], {
        columns: 80,
        colorLevel: 0,
      });
    const report = ready(plan + open.join(''));
    expect(report.slice(report.indexOf('  5:7'))).toBe(`\
  5:7  error    this post has no time; add one, such as time: "09:30"
                [missing-time]
       error    this slot is still open; give it a title or a text, or delete it
                [open-slot]
       error    this post is still a draft; write status: approved once somebody
                has approved it [unapproved]
    5 │ - { category: branded }
      │   ^^^^^^^^^^^^^^^^^^^^^
                each also at 6:7, 7:7

cmplan explain missing-time says why, and shows good and bad examples
✖ 1 plan: 9 errors
`);
    expect(ready(plan + open.join('') + written)).toContain('each also at 6:7, 7:7\n');
    expect(ready(plan + open.join('') + written)).toContain('  also at 6:7, 7:7, 8:7\n');
  });

  test('of different severity stay apart', () => {
    const findings = [bare(5, null, 'full'), { ...bare(6, null, 'full'), severity: 'info' as const }];
    expect(listOf(findings)).toBe('  5:3  warning  full [reserve]\n  6:3  info     full [reserve]');
  });
});

const TEXT = 'week: x\r\nposts:\n  mon:\n    - { a: "日本 🍲", b: c }\n    - d: e\n      f: g\n\n  tue: []\n';
const LINES = TEXT.split('\n').length;
const WORDS = ['too', 'much', 'branded', '日本', '42 %', 'Кава', '"nope"', 'x'.repeat(70)];
const anyFinding = fc
  .record({
    rule: fc.constantFrom('schema', 'mix', 'reserve'),
    severity: fc.constantFrom('error' as const, 'warning' as const, 'info' as const),
    channel: fc.constantFrom(null, 'a', 'b', 'two words'),
    message: fc
      .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 })
      .map((words) => words.join(' ')),
    line: fc.integer({ min: 1, max: LINES }),
    column: fc.integer({ min: 1, max: 30 }),
    lines: fc.nat(3),
    endColumn: fc.integer({ min: 1, max: 40 }),
  })
  .map(({ line, column, lines, endColumn, channel, message, ...rest }): Finding => {
    const endLine = Math.min(LINES, line + lines);
    return {
      ...rest,
      file: 'plan.yaml',
      line,
      column,
      endLine,
      endColumn: endLine === line ? Math.max(column, endColumn) : endColumn,
      channel,
      namesChannel: channel !== null,
      message,
      date: null,
      data: {},
    };
  });

/** What each entry of the list says, with its lines joined and its frame left out. */
function entriesOf(report: string): readonly string[] {
  const entries: string[] = [];
  for (const line of report.split('\n').slice(2, -4)) {
    if (/^ *\d* [│>]/.test(line)) continue;
    if (/^ {2}\d/.test(line)) entries.push(line.trim());
    else if (line !== '') entries.push(`${entries.pop()} ${line.trim()}`);
  }
  return entries;
}

/** A word that is longer than a line is broken, so that spaces say nothing. */
function withoutSpaces(text: string): string {
  return text.replaceAll(' ', '');
}

test('whatever is folded, every finding is there with its place, severity, message and rule', () => {
  fc.assert(
    fc.property(
      fc.array(anyFinding, { minLength: 1, maxLength: 40 }),
      fc.constantFrom(60, 80, 120),
      (findings, columns) => {
        const report = pretty([checkedFile('plan.yaml', new Source(TEXT, null), null, findings)], {
          columns,
          colorLevel: 0,
        });
        const entries = entriesOf(report);
        for (const { line, column, severity, message, rule, channel } of findings) {
          const entry = entries.find(
            (each) =>
              each.includes(`  ${severity} `) &&
              withoutSpaces(each).includes(withoutSpaces(`${message} [${rule}]`)) &&
              new RegExp(`(?:^|also at |, )${line}:${column}(?: |,|$)`).test(each) &&
              (channel === null || each.includes(channel)),
          );
          expect(entry, `${line}:${column} ${severity} ${message} [${rule}]\n${report}`).toBeDefined();
        }
        expect(report.split('\n').filter((line) => width(line).width > columns)).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});

test.each([
  ['that all say the same', () => 'the same'],
  ['that all differ', (line: number) => `number ${line} differs`],
])('a hundred thousand findings %s are all there', (_, say) => {
  const findings = Array.from({ length: 100_000 }, (__, index) => ({
    ...({
      rule: 'schema',
      severity: 'error',
      file: 'plan.yaml',
      channel: null,
      namesChannel: false,
      date: null,
      data: {},
    } as const),
    ...{ line: index + 1, column: 1, endLine: index + 1, endColumn: 2, message: say(index + 1) },
  }));
  const file = checkedFile('plan.yaml', new Source('a: b\n'.repeat(100_000), null), null, findings);
  const report = pretty([file], { columns: 80, colorLevel: 1 });
  expect(report).toContain('100000:1');
});

describe('a plan without findings', () => {
  test('is shown in short', () => {
    const report = shown(`week: 2026-W48
timezone: Europe/Kyiv
channels: [a, b]
targets: { posts_per_day: 0-3 }
posts:
  mon:
    - { channels: [a, b], category: branded, format: promo }
    - { channels: [a, b], category: functional }
  tue:
    - { channel: a, category: emotional }
`);
    expect(report).toBe(`\
✔ plan.yaml
  2026-W48, Mon 23 Nov to Sun 29 Nov 2026, Europe/Kyiv
  3 posts, none with words yet, 3 open slots

  a
  branded     ████████████████████████████████│██▎    1  33.3%  target 30%  +3.3
  functional  ███████████████████████████████████▎ │  1  33.3%  target 35%  -1.7
  emotional   ███████████████████████████████████▎ │  1  33.3%  target 35%  -1.7
  1 or 2 posts a day on 2 of 7 days; room for 1 to 3 more each day (reserve: 1)
  formats: promo

  b
  branded     ██████████████████████│█████████████   1  50.0%  target 30%  +20.0
  functional  █████████████████████████│██████████   1  50.0%  target 35%  +15.0
  emotional                            │             0   0.0%  target 35%  -35.0
  2 posts on 1 of 7 days; room for 1 to 3 more each day (reserve: 1)
  formats: promo

✔ 1 plan, no findings
`);
  });

  test('among others takes one line', () => {
    const good = checkText('week: 2026-W48\ntargets: { posts_per_day: 0-9 }\nposts:\n', 'good.yaml');
    const report = pretty([good, { ...good, file: 'also-good.yaml' }], { columns: 80, colorLevel: 0 });
    expect(report).toBe('✔ good.yaml  0 posts\n✔ also-good.yaml  0 posts\n\n✔ 2 plans, no findings\n');
  });
});

describe('a quiet report', () => {
  const options = { columns: 80, colorLevel: 0, isQuiet: true } as const;
  const warned = checkText(
    'week: 2026-W48\ntargets: { posts_per_day: 0-9 }\nposts:\n  mon: [{ category: branded }, { category: branded }]\n',
    'warned.yaml',
  );
  const red = checkText(
    'week: 2026-W48\ntargets: { posts_per_day: 1 }\nposts:\n  mon: [{ category: nope }]\n',
    'red.yaml',
  );
  const good = checkText('week: 2026-W48\ntargets: { posts_per_day: 0-9 }\nposts:\n', 'good.yaml');

  test('is one line where no plan has an error, and says how much it leaves out', () => {
    expect(pretty([quietly(warned)], options)).toBe('! 1 plan: 1 warning\n');
    expect(pretty([good, warned].map(quietly), options)).toBe('! 2 plans: 1 warning\n');
    expect(pretty([quietly(good)], options)).toBe('✔ 1 plan, no findings\n');
  });

  test('shows the plans with errors, without what is no error', () => {
    const report = pretty([good, warned, red].map(quietly), options);
    expect(report.startsWith('red.yaml\n  2026-W48, ')).toBe(true);
    expect(report).not.toContain('has no post');
    expect(report).not.toContain('good.yaml');
    expect(report.slice(report.indexOf('[category]'))).toBe(`\
[category]
     4 │ mon: [{ category: nope }]
       │                   ^^^^

✖ 3 plans: 1 error, 2 warnings
`);
  });
});

test('what a merge brought to two days is said for both', () => {
  const report = shown(`week: 2026-W48
targets: { hours: "10:00-12:00", posts_per_day: 0-9 }
posts:
  mon: [&a { time: "09:00", category: branded, title: A }]
  tue: [{ <<: *a, title: B }]
`);
  expect(report).toContain('also at 4:20 on Tue 24 Nov');
});
