import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkPlan } from '../../src/index.ts';
import { BUILT_IN_FORMATS } from '../../src/plan/post-formats.ts';
import { readConfig } from '../../src/policy/read-config.ts';
import { RULE_NAMES } from '../../src/rules/index.ts';
import { readText } from '../../src/yaml/source.ts';
import type { Problem } from '../../src/yaml/structural-problem.ts';
import { runInProcess } from '../cli/run.ts';
import { rulesPage, ruleTable } from './rule-pages.ts';
import { rerun, type Step } from './session.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PAGES = ['README.md', ...readdirSync(path.join(ROOT, 'docs')).map((name) => `docs/${name}`)];
const textOf = (page: string) => readFileSync(path.join(ROOT, page), 'utf8');

/** `<!-- output: check plan.yaml -->`: what the command prints in the root of the repository. */
const OUTPUT = /<!-- output: (.+?) -->\n[\s\S]*?<!-- end -->/g;
/**
 * `<!-- file: plan.yaml -->`: what the block below it says is written into this file, in a folder that a page has to itself.
 * `<!-- session STEPS -->`: commands in that folder, and what they print; see `rerun`.
 */
const STEP =
  /<!-- file: (.+?) -->\n+```\w+\n([\s\S]*?)```|(<!-- session(.*?)-->)\n+```text\n([\s\S]*?)```\n+<!-- end -->/g;
/** What is made of what the program knows. */
const MADE: Readonly<Record<string, () => string>> = {
  formats: formatTable,
  'rule table': ruleTable,
  rules: rulesPage,
};
const MADE_OF = /<!-- made: (.+?) -->\n[\s\S]*?<!-- end -->/g;

/** `npm run docs` writes what is not up to date. */
test.each(PAGES)('%s shows what the program prints', async (page) => {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'cmplan-docs-')));
  const written = textOf(page).replace(MADE_OF, (_, what: string) => {
    return `<!-- made: ${what} -->\n\n${MADE[what]?.()}\n\n<!-- end -->`;
  });
  const shown = await replaced(written, OUTPUT, async ([, command = '']) => {
    const { stdout } = await runInProcess([...command.split(' '), '--no-color'], ROOT, { terminal: true });
    const block = `$ cmplan ${command}\n${stdout.trimEnd()}`;
    return `<!-- output: ${command} -->\n\n\`\`\`text\n${block}\n\`\`\`\n\n<!-- end -->`;
  });
  const run = await replaced(
    shown,
    STEP,
    async ([whole, file, content = '', head = '', edits = '', session = '']) => {
      if (file !== undefined) {
        mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
        writeFileSync(path.join(folder, file), content);
        return whole;
      }
      const output = await rerun(session, folder, edits.trim() === '' ? [] : (JSON.parse(edits) as Step[]));
      return `${head}\n\n\`\`\`text\n${output}\n\`\`\`\n\n<!-- end -->`;
    },
  );
  rmSync(folder, { recursive: true });
  await expect(run).toMatchFileSnapshot(path.join(ROOT, page));
});

/** Replaces each match by what is found out for it, one after the other. */
async function replaced(
  text: string,
  pattern: RegExp,
  by: (match: RegExpMatchArray) => Promise<string>,
): Promise<string> {
  const pieces: string[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    pieces.push(text.slice(end, match.index), await by(match));
    end = (match.index ?? 0) + match[0].length;
  }
  return [...pieces, text.slice(end)].join('');
}

function formatTable(): string {
  const categories = [...new Set(BUILT_IN_FORMATS.values())];
  const rows = categories.map((category) => {
    const formats = [...BUILT_IN_FORMATS].filter(([, implied]) => implied === category);
    return `| ${category} | ${formats.map(([format]) => `\`${format}\``).join(', ')} |`;
  });
  return ['| category | formats |', '|---|---|', ...rows].join('\n');
}

test('the README has at most 150 lines', () => {
  expect(textOf('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(150);
});

test('the commands of the README name files that are there', async () => {
  const command = /^npm ci && node bin\/cmplan\.js (.+)$/m.exec(textOf('README.md'))?.[1] ?? '';
  const { status, stdout } = await runInProcess(command.split(' '), ROOT);
  expect(stdout).toMatch(/no findings/);
  expect(status).toBe(0);
});

test.each(PAGES)('every link of %s leads somewhere', (page) => {
  const links = [
    ...textOf(page)
      .replace(/```[\s\S]*?```/g, '')
      .matchAll(/\]\(([^)\s]+)\)/g),
  ].map(([, to = '']) => to);
  const dead = links
    .filter((link) => !/^https?:/.test(link))
    .filter((link) => {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? page : path.join(path.dirname(page), file);
      if (!PAGES.includes(target))
        return !readdirSync(path.join(ROOT, path.dirname(target))).includes(path.basename(target));
      return anchor !== undefined && !anchorsOf(textOf(target)).has(anchor);
    });
  expect(dead).toEqual([]);
});

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsOf(text: string): ReadonlySet<string> {
  const headings = [...text.replace(/```[\s\S]*?```/g, '').matchAll(/^#+ (.+)$/gm)].map(
    ([, heading = '']) => heading,
  );
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

test('every config of the docs is one', () => {
  const configs = PAGES.flatMap((page) => [
    ...textOf(page).matchAll(/```yaml\n(# cmplan\.config\.yaml\n[\s\S]*?)```/g),
  ]);
  expect(configs.length).toBeGreaterThan(0);
  for (const [, text = ''] of configs) {
    const problems: Problem[] = [];
    readConfig(readText(text).root, RULE_NAMES, (problem) => problems.push(problem));
    expect(problems).toEqual([]);
  }
});

test('every plan of the docs can be read', () => {
  const written = PAGES.filter((page) => page !== 'docs/rules.md');
  const plans = written.flatMap((page) => [
    ...textOf(page).matchAll(/```yaml\n((?:#.*\n)?week:[\s\S]*?)```/g),
  ]);
  expect(plans.length).toBeGreaterThan(4);
  for (const [, plan = ''] of plans) {
    const { findings } = checkPlan(plan);
    expect(findings.filter(({ rule }) => RULE_NAMES.structural.includes(rule))).toEqual([]);
  }
});

/** The long options that a text names. */
const optionsIn = (text: string) =>
  new Set([...text.matchAll(/(?<![\w-])--[a-z][a-z-]*/g)].map(([option]) => option));

test('every option of a command is in the docs, and every option in the docs is one of a command', async () => {
  const commands = [
    'check',
    'new',
    'init',
    'import',
    'drift',
    'balance',
    'config',
    'rules',
    'explain',
    'schema',
  ];
  const helps = await Promise.all(
    ['', ...commands].map((name) => runInProcess([...name.split(' '), '--help'].filter(Boolean), ROOT)),
  );
  const offered = optionsIn(helps.map(({ stdout }) => stdout.replace(/\nExamples:[\s\S]*/, '')).join('\n'));
  const prose = PAGES.map((page) => textOf(page).replace(/<!-- output[\s\S]*?<!-- end -->/g, '')).join('\n');
  const ofOthers = new Set(['--yes', '--version', '--coverage', '--add', '--initial-branch']);
  const named = [...optionsIn(prose)].filter((option) => !ofOthers.has(option));
  expect([...offered].filter((option) => !ofOthers.has(option)).sort()).toEqual(named.sort());
});

/** The ways to every value of a JSON document, `plans[].file`; not into mappings whose keys are names. */
function fieldsOf(value: unknown, way: string, named: ReadonlySet<string>): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((entry) => fieldsOf(entry, `${way}[]`, named));
  if (typeof value !== 'object' || value === null || named.has(way)) return [way];
  return Object.entries(value).flatMap(([key, entry]) =>
    fieldsOf(entry, way === '' ? key : `${way}.${key}`, named),
  );
}

test.each([
  {
    command: 'check -f json',
    args: ['examples/bad/off-balance/2026-W48.yaml', 'examples/bakery/2026-W47.yaml'],
    named: [
      'plans[].channels[].formats',
      'plans[].channels[].mixOverTime.next.categories',
      'findings[].data',
    ],
  },
  {
    command: 'drift -f json',
    args: ['examples/bakery/2026-W48.yaml', '--schedule', 'examples/schedules/sheet.csv'],
    named: ['counts', 'channels[].mix', 'channels[].mixWithAdded'],
  },
  { command: 'balance -f json', args: ['examples/bakery'], named: ['channels[].mixOverTime'] },
])('the reference has every field of $command, and no other', async ({ command, args, named }) => {
  const { stdout } = await runInProcess([...command.split(' '), ...args], ROOT);
  const [, table = ''] =
    textOf('docs/reference.md')
      .split('\n`cmplan ')
      .find((part) => part.startsWith(command))
      ?.split('| field | meaning |') ?? [];
  const told =
    table
      .split('\n\n')[0]
      ?.split('\n')
      .map((row) => row.split('|')[1] ?? '') ?? [];
  const ways = told.flatMap((cell) => [...cell.matchAll(/`(.+?)`/g)].map(([, way = '']) => way));
  expect(lastOf(ways)).toEqual(lastOf(fieldsOf(JSON.parse(stdout), '', new Set(named))));
});

/** Without the ways that others go on from, in order. */
function lastOf(ways: readonly string[]): readonly string[] {
  const all = [...new Set(ways.map((way) => way.replace(/\[\]$/, '')))];
  return all
    .filter(
      (way) =>
        !all.some((other) => /^(?:\[\])?\./.test(other.startsWith(way) ? other.slice(way.length) : '')),
    )
    .sort();
}
