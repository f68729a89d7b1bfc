import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkedFile, quietly } from '../../src/findings/checked-file.ts';
import { markdown } from '../../src/report/markdown.ts';
import { pretty } from '../../src/report/pretty/pretty.ts';
import { Source } from '../../src/yaml/source.ts';
import { checkText } from '../plans.ts';
import { HOSTILE, HOSTILE_FILES, planSaying } from './hostile.ts';

const CLEAN = checkText('week: 2026-W48\ntargets: { posts_per_day: 0-2 }\nposts: []\n', 'clean.yaml');
const example = readFileSync(
  new URL('../../examples/bad/off-balance/2026-W48.yaml', import.meta.url),
  'utf8',
);

test('a plan in tables, its findings, and where to read on', () => {
  const plan = `week: 2026-W48
channels: [site]
targets: { posts_per_day: 1-2, reserve: 1, days_off: [wed, thu, fri, sat, sun] }
posts:
  mon:
    - { category: branded, titel: Soup }
    - { category: branded, unplanned: true }
`;
  const checked = checkText(plan, 'plans/a_b.yaml');
  expect(markdown([checked, CLEAN])).toBe(`\
## ✖ cmplan: 2 plans, 1 error, 1 warning

### plans/a\\_b.yaml

2026-W48, Mon 23 Nov to Sun 29 Nov 2026: 2 posts, 1 unplanned

#### site

| category | posts | share | target | variance |
| --- | ---: | ---: | ---: | ---: |
| branded | 1 | 100.0% | 30% | +70.0 |
| functional | 0 | 0.0% | 35% | -35.0 |
| emotional | 0 | 0.0% | 35% | -35.0 |

|  | Mon | Tue | Wed | Thu | Fri | Sat | Sun |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| **Nov** | **23** | **24** | **25** | **26** | **27** | **28** | **29** |
| planned | 1 | 0↓ | 0 | 0 | 0 | 0 | 0 |
| unplanned | 1 | · | · | · | · | · | · |
| room | 0 | 2 | 2 | 2 | 2 | 2 | 2 |
| reserve | 1 | 1 | 1 | 1 | 1 | 1 | 1 |

↓ fewer than it should have

#### Findings

| line | severity | finding | rule |
| ---: | --- | --- | --- |
| 4 | warning | Tue 24 Nov has no posts, but at least 1 should go out; add 1 | posts-per-day |
| 6 | error | "titel" is not a key of a post; did you mean "title"? | schema |

- ✔ clean.yaml: 0 posts

Why, with good and bad examples: \`cmplan explain posts-per-day\`, \`cmplan explain schema\`
`);
});

test('numbers are those of the terminal', () => {
  const checked = checkText(example);
  const shown = markdown([checked]).replaceAll('**', '');
  const lines = pretty([checked], { columns: 80, colorLevel: 0 }).split('\n');
  for (const label of ['planned', 'room', 'reserve']) {
    const [, ...cells] = lines
      .find((line) => line.startsWith(`  ${label} `))!
      .trim()
      .split(/\s+/);
    expect(shown).toContain(`| ${label} | ${cells.join(' | ')} |`);
  }
  expect(shown).toContain('| branded | 6 | 75.0% | 30% | +45.0 over |');
});

test('when there is nothing to say, it says so', () => {
  expect(markdown([])).toBe('## cmplan\n\nThere was no plan to check.\n');
  expect(markdown([CLEAN])).toBe('## ✔ cmplan: 1 plan, no findings\n\n- ✔ clean.yaml: 0 posts\n');
});

test('a quiet report does not look as if nothing had been found', () => {
  const warned = quietly(checkText('week: 2026-W48\ntargets: { posts_per_day: 1-2 }\nposts:\n', 'w.yaml'));
  expect(markdown([warned])).toMatch(
    /^## ⚠ cmplan: 1 plan, \d warnings?\n\n- ⚠ w.yaml: \d warnings? not shown\n$/,
  );
});

test('a file whose period cannot be read has its findings', () => {
  const report = markdown([checkText('posts: [', 'broken.yaml')]);
  expect(report).toMatch(
    /### broken.yaml\n\n#### Findings\n\n\| line .*\n.*\n\| 1 \| error \| .* \| syntax \|\n/,
  );
});

describe('a longer period', () => {
  const from = (to: string, more = '') =>
    markdown([
      checkText(`from: 2026-11-25\nto: ${to}\ntargets: { posts_per_day: 0-2 }\nposts:\n  x: []\n${more}`),
    ]);

  test('stands below its weekdays', () => {
    expect(from('2026-12-03')).toContain(`\
| **Nov** |  |  | **25** | **26** | **27** | **28** | **29** |
| planned |  |  | 0 | 0 | 0 | 0 | 0 |
| room |  |  | 2 | 2 | 2 | 2 | 2 |
| reserve |  |  | 1 | 1 | 1 | 1 | 1 |
| **Nov-Dec** | **30** | **1** | **2** | **3** |  |  |  |
`);
  });

  test('of many weeks shows those in which something is to be changed', () => {
    const three = '[{ category: branded }, { category: functional }, { category: emotional }]';
    const report = from('2027-11-24', `  2026-12-24: ${three}\n`);
    expect(report.match(/^\| planned .*/gm)).toEqual(['| planned | 0 | 0 | 0 | 3↑ | 0 | 0 | 0 |']);
    expect(report).toContain('\n\nIn 52 more weeks every day is on track.\n\n');
    expect(from('2027-11-24')).toContain('\n\nIn 53 weeks every day is on track.\n\n');
  });
});

/** What GitHub makes markup, a link or a call of; none of it comes from us. */
const MARKUP = /(?<!\\)(?:\\\\)*(?:[<>[\]_~$]|@\w|https?:\/\/|www\.)/;

function holdsTogether(report: string): void {
  let columns = 0;
  for (const line of report.split('\n')) {
    expect(line.replace(/`cmplan [a-z -]+`|\*\*[\w-]+\*\*/g, '')).not.toMatch(MARKUP);
    const pipes = line.startsWith('|') ? line.replace(/\\./g, '').split('|').length : 0;
    if (columns > 0 && pipes > 0) expect(pipes).toBe(columns);
    else expect(line.replace(/\\./g, '').includes('|')).toBe(pipes > 0);
    columns = pipes;
  }
}

describe('whatever a plan says, it is text', () => {
  test.each(HOSTILE)('%j', (text) => holdsTogether(markdown([planSaying(text)])));
  test.each(HOSTILE_FILES)('in the file %j', (file) => {
    holdsTogether(markdown([planSaying('x', file), { ...CLEAN, file }]));
  });
});

describe('it fits into the summary of a job', () => {
  const MOST = 1024 ** 2 - 100_000;
  const sizeOf = (report: string) => Buffer.byteLength(report);

  test('with thousands of plans', () => {
    const bad = checkText(example);
    const files = Array.from({ length: 2000 }, (_, index) => ({ ...bad, file: `${index}.yaml` }));
    const others = Array.from({ length: 30_000 }, (_, index) => ({
      ...CLEAN,
      file: `${'long/'.repeat(9)}${index}.yaml`,
    }));
    const report = markdown([...files, ...others]);
    expect(sizeOf(report)).toBeLessThan(MOST);
    const shown = report.match(/^### /gm)?.length ?? 0;
    const listed = report.match(/^- /gm)?.length ?? 0;
    expect(shown).toBeGreaterThan(100);
    expect(report).toContain(
      `Left out, because this page would be too long: ${2000 - shown} plans with findings and ${30_000 - listed} plans without`,
    );
  });

  test('with thousands of channels and findings', () => {
    const channels = Array.from({ length: 900 }, (_, index) => `"${'@a'.repeat(90)}${index}"`);
    const mix = Array.from({ length: 10 }, (_, index) => `"${'@b'.repeat(90)}${index}": 10`);
    const posts = Array.from({ length: 3000 }, () => `    - { ${'@c'.repeat(9)}: 1 }\n`);
    const plan = `from: 2026-01-01\nto: 2026-12-31\nchannels: [${channels.join(', ')}]\ntargets: { mix: { ${mix.join(', ')} } }\nposts:\n  2026-11-23:\n${posts.join('')}`;
    const checked = checkText(plan.replaceAll('{ @', '{ "@').replaceAll(': 1 }', '": 1 }'));
    expect(checked.findings.length).toBeGreaterThan(3000);
    const report = markdown([checked]);
    expect(sizeOf(report)).toBeLessThan(MOST);
    expect(report).toMatch(/\d more findings not shown|Left out/);
  });

  test('of many findings the errors are shown', () => {
    const [finding] = checkText('posts: [').findings;
    const findings = Array.from({ length: 90 }, (_, index) => ({
      ...finding!,
      line: index + 1,
      severity: index < 80 ? ('warning' as const) : ('error' as const),
    }));
    const report = markdown([checkedFile('w.yaml', new Source('', null), null, findings)]);
    expect(report.match(/^\| \d+ \| error/gm)).toHaveLength(10);
    expect(report.match(/^\| \d+ \| warning/gm)).toHaveLength(40);
    expect(report).toContain('\n\n40 more findings not shown; `cmplan check` shows all.\n\n');
  });
});

test('what is to be mended first comes first, and many plans in order are folded', () => {
  const plan = (week: string, posts: string) =>
    `week: ${week}\ntargets: { posts_per_day: 0-9 }\nposts:\n${posts}`;
  const warned = '  mon: [{ category: branded }, { category: branded }]\n';
  const red = '  mon: [{ category: nope }]\n';
  const page = markdown([
    checkText(plan('2026-W40', warned), 'old.yaml'),
    checkText(plan('2026-W48', warned), 'new.yaml'),
    checkText(plan('2026-W41', red), 'red.yaml'),
    checkText('posts:\n', 'unreadable.yaml'),
    ...Array.from({ length: 11 }, (_, index) => ({ ...CLEAN, file: `clean-${index}.yaml` })),
  ]);
  expect(page.match(/(?<=^### ).*/gm)).toEqual(['unreadable.yaml', 'red.yaml', 'new.yaml', 'old.yaml']);
  expect(page).toMatch(
    /\n<details><summary>11 plans without findings to show<\/summary>\n\n- ✔ clean-0\.yaml[\s\S]*clean-10\.yaml: 0 posts\n\n<\/details>\n/,
  );
});
