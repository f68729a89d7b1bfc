import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkPlan } from '../src/check/check-plan.ts';
import { CONFIG_NAME } from '../src/policy/policy.ts';
import { runInProcess } from './cli/run.ts';

const EXAMPLES = new URL('../examples/', import.meta.url);
const PLANS = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.yaml') && !name.endsWith(CONFIG_NAME),
);
const isBad = (name: string) => name.startsWith('bad');
const findingsOf = (name: string) => checkPlan(readFileSync(new URL(name, EXAMPLES)), name).findings;

test.each(PLANS.filter((name) => !isBad(name)))('%s is in balance', (name) => {
  const said = name.startsWith('crisis') ? [['hold', 'info']] : [];
  expect(findingsOf(name).map(({ rule, severity }) => [rule, severity])).toEqual(said);
});

test.each(PLANS.filter(isBad))('%s is not', (name) => {
  expect(findingsOf(name).filter(({ severity }) => severity === 'error')).not.toEqual([]);
});

test('each is a team by itself: none overlaps another, and the weeks of none are out of balance', async () => {
  const { stdout } = await runInProcess(['check', '.', '-f', 'json'], new URL('.', EXAMPLES).pathname);
  const { findings } = JSON.parse(stdout) as { findings: readonly { readonly rule: string }[] };
  expect(findings.map(({ rule }) => rule)).not.toContain('overlap');
  expect(findings.map(({ rule }) => rule)).not.toContain('mix-over-time');
});
