import { expect, test } from 'vitest';
import { checkPlan } from '../src/index.ts';

const PLAN = 'week: 2026-W48\nposts:\n  mon: [{ category: fun, title: Quiz }]\n';

test('a program can check a plan by a config, and ask whether it is ready', () => {
  const config = 'targets: { posts_per_day: 0-3 }\naliases: { emotional: fun }\n';
  expect(checkPlan(PLAN).findings.map(({ rule }) => rule)).toContain('category');
  expect(checkPlan(PLAN, 'plan.yaml', { config }).findings).toEqual([]);
  const rules = checkPlan(new TextEncoder().encode(PLAN), 'a.yaml', { config, ready: true }).findings;
  expect(rules.map(({ rule, file }) => `${rule} ${file}`)).toEqual([
    'missing-time a.yaml',
    'unapproved a.yaml',
  ]);
});

test('a broken config is an error with a sentence a line', () => {
  expect(() => checkPlan(PLAN, 'plan.yaml', { config: 'locked: mixes\nrules: { mxi: off }\n' })).toThrow(
    'cmplan.config.yaml:1:9: locked: "mixes" is no target; did you mean "mix"?\ncmplan.config.yaml:2:10: rules: there is no rule "mxi"; did you mean "mix"?',
  );
});
