import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { BUILT_IN_FORMATS } from '../src/plan/post-formats.ts';
import { readConfig } from '../src/policy/read-config.ts';
import { RULE_DESCRIPTIONS, RULE_NAMES } from '../src/rules/index.ts';
import { readSource } from '../src/yaml/source.ts';
import type { Problem } from '../src/yaml/structural-problem.ts';
import { runInProcess } from './cli/run.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const README = path.join(ROOT, 'README.md');
const OUTPUT = /<!-- output: (.+?) -->\n[\s\S]*?<!-- end -->/g;
const FORMATS = /<!-- formats -->\n[\s\S]*?<!-- end -->/;
const WALK = /<!-- walk -->\n[\s\S]*?<!-- end -->/;
const RULES = /<!-- rules -->\n[\s\S]*?<!-- end -->/;

/** The output of a command as the README shows it: as on a terminal of 80 columns, without colours. */
async function shown(command: string): Promise<string> {
  const { stdout } = await runInProcess([...command.split(' '), '--no-color'], ROOT, { terminal: true });
  return `<!-- output: ${command} -->\n\n\`\`\`text\n$ cmplan ${command}\n${stdout.trimEnd()}\n\`\`\`\n\n<!-- end -->`;
}

const INIT = 'init --kind brand --channel instagram --timezone Europe/Kyiv';
const TITLES = [
  'How bread stays fresh: three ways',
  'Olena, and the first batch of the day',
  'Rye with walnuts is back',
];

/** A first hour with cmplan: the folder, a week, three titles in an editor, the check. */
async function walk(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cmplan-walk-'));
  const now = () => Date.UTC(2026, 10, 18);
  const run = async (command: string) => {
    const { stdout, stderr } = await runInProcess([...command.split(' '), '--no-color'], folder, {
      terminal: true,
      now,
    });
    expect(stderr).toBe('');
    return `$ cmplan ${command}\n${stdout}`;
  };
  const steps = [await run(INIT), await run('new 2026-W49')];
  const plan = path.join(folder, 'plans/2026-W49.yaml');
  steps.push(`$ cat plans/2026-W49.yaml\n${readFileSync(plan, 'utf8')}`);
  const titles = [...TITLES];
  const filled = readFileSync(plan, 'utf8').replace(/title: ""/g, (slot) => {
    const title = titles.shift();
    return title === undefined ? slot : `title: "${title}"`;
  });
  writeFileSync(plan, filled);
  const lines = filled.split('\n').filter((line) => TITLES.some((title) => line.includes(title)));
  steps.push(`$ nano plans/2026-W49.yaml   # three titles\n${lines.join('\n')}\n`);
  steps.push(await run('check plans/2026-W49.yaml'));
  rmSync(folder, { recursive: true });
  return `<!-- walk -->\n\n\`\`\`text\n${steps.join('\n').trimEnd()}\n\`\`\`\n\n<!-- end -->`;
}

function ruleTable(): string {
  const rows = RULE_DESCRIPTIONS.map(({ id, severity, severityWhenReady, summary }) => {
    const weight =
      severityWhenReady === undefined ? severity : `${severity}, ${severityWhenReady} under \`--ready\``;
    return `| \`${id}\` | ${weight} | ${summary} |`;
  });
  return `<!-- rules -->\n\n${['| rule | severity | speaks when |', '|---|---|---|', ...rows].join('\n')}\n\n<!-- end -->`;
}

function formatTable(): string {
  const categories = [...new Set(BUILT_IN_FORMATS.values())];
  const rows = categories.map((category) => {
    const formats = [...BUILT_IN_FORMATS].filter(([, implied]) => implied === category);
    return `| ${category} | ${formats.map(([format]) => `\`${format}\``).join(', ')} |`;
  });
  return `<!-- formats -->\n\n${['| category | formats |', '|---|---|', ...rows].join('\n')}\n\n<!-- end -->`;
}

/** `npm run docs` writes what is not up to date. */
test('the README shows what the program prints', async () => {
  const readme = readFileSync(README, 'utf8');
  const outputs = await Promise.all([...readme.matchAll(OUTPUT)].map(([, command]) => shown(command ?? '')));
  expect(outputs.length).toBeGreaterThan(0);
  const walked = await walk();
  const refreshed = readme
    .replace(WALK, () => walked)
    .replace(OUTPUT, () => outputs.shift() ?? '')
    .replace(RULES, ruleTable)
    .replace(FORMATS, formatTable);
  await expect(refreshed).toMatchFileSnapshot(README);
});

test('the commands of the README name files that are there', async () => {
  const readme = readFileSync(README, 'utf8');
  const command = /^npm ci && node bin\/cmplan\.js (.+)$/m.exec(readme)?.[1] ?? '';
  const { status, stdout } = await runInProcess(command.split(' '), ROOT);
  expect(stdout).toMatch(/no findings/);
  expect(status).toBe(0);
});

test('the config of the README is one', async () => {
  const text = /```yaml\n(# cmplan\.config\.yaml\n[\s\S]*?)```/.exec(readFileSync(README, 'utf8'))?.[1] ?? '';
  const problems: Problem[] = [];
  const { root } = readSource(new TextEncoder().encode(text));
  expect(readConfig(root, RULE_NAMES, (problem) => problems.push(problem)).locked.size).toBe(1);
  expect(problems).toEqual([]);
});
