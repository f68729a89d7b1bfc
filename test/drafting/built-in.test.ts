import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runInProcess } from '../cli/run.ts';
import { checkText } from '../plans.ts';

const FOLDER = new URL('../../templates/', import.meta.url);
const NAMES = readdirSync(FOLDER).map((name) => name.replace('.yaml', ''));

const read = (name: string) => readFileSync(new URL(`${name}.yaml`, FOLDER), 'utf8');
const make = async (name: string) => {
  const args = ['new', '2026-W53', '--no-config', '-o', '-', '--template', name];
  return (await runInProcess(args, tmpdir())).stdout;
};

test('there are four templates', () => {
  expect(NAMES).toEqual(['brand', 'media', 'minimal', 'multi-channel']);
  expect(fileURLToPath(FOLDER)).toMatch(/templates\/$/);
});

test.each(NAMES)('the template %s tells editors its schema, and people what to do', (name) => {
  const [first, ...others] = read(name).split('\n');
  expect(first).toBe('# yaml-language-server: $schema=https://unpkg.com/cmplan@0/schemas/plan.schema.json');
  expect(others.findIndex((line) => !line.startsWith('#'))).toBe(2);
  expect(read(name)).toMatch(/title between each pair of quotes[\s\S]*unplanned: true[\s\S]*cmplan check/);
});

test('a template that states posts_per_day for all channels says that it is for each', () => {
  const lines = ['brand', 'media'].map((name) => /posts_per_day: .*/.exec(read(name))?.[0]);
  expect(lines).toEqual(['posts_per_day: 1-3 # on each channel', 'posts_per_day: 6-12 # on each channel']);
});

test.each(NAMES)('the template %s is a plan without an error', (name) => {
  const { findings } = checkText(read(name));
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test.each(NAMES)('a week made of %s has no finding, and every line of it but the week', async (name) => {
  const made = await make(name);
  expect(checkText(made).findings).toEqual([]);
  const template = read(name).replace('week: 2026-W48', 'week: 2026-W53');
  expect(made.startsWith(template)).toBe(true);
  expect(made.slice(template.length)).toMatch(
    /^( {2}[a-z]{3}: # .*\n( {4}- \{ time: .* title: "" \}\n)*){7}$/,
  );
});
