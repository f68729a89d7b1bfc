import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkPlan } from '../src/check/check-plan.ts';

const EXAMPLES = new URL('../examples/', import.meta.url);
const plansIn = (folder: URL) => readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const findingsOf = (folder: URL, name: string) =>
  checkPlan(readFileSync(new URL(name, folder)), name).findings;

test.each(plansIn(EXAMPLES))('%s is in balance', (name) => {
  const said = name === 'crisis-week.yaml' ? [['hold', 'info']] : [];
  expect(findingsOf(EXAMPLES, name).map(({ rule, severity }) => [rule, severity])).toEqual(said);
});

const BAD = new URL('bad/', EXAMPLES);

test.each(plansIn(BAD))('bad/%s is not', (name) => {
  expect(findingsOf(BAD, name).filter(({ severity }) => severity === 'error')).not.toEqual([]);
});
