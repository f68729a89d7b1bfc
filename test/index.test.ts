import { expect, test } from 'vitest';
import { checkPlan, readTeamConfig } from '../src/index.ts';

const PLAN = 'week: 2026-W48\nposts:\n  mon: [{ category: fun, title: Quiz }]\n';

test('a program can check a plan by a config, and ask whether it is ready', async () => {
  const config = await readTeamConfig('targets: { posts_per_day: 0-3 }\naliases: { emotional: fun }\n');
  expect(checkPlan(PLAN).findings.map(({ rule }) => rule)).toContain('category');
  expect(checkPlan(PLAN, 'plan.yaml', { config }).findings).toEqual([]);
  const rules = checkPlan(new TextEncoder().encode(PLAN), 'a.yaml', { config, ready: true }).findings;
  expect(rules.map(({ rule, file }) => `${rule} ${file}`)).toEqual([
    'missing-time a.yaml',
    'unapproved a.yaml',
  ]);
});

test('a broken config is an error with a sentence a line', async () => {
  await expect(readTeamConfig('locked: mixes\nrules: { mxi: off }\n')).rejects.toThrow(
    'cmplan.config.yaml:1:9: locked: "mixes" is not a target; did you mean "mix"?\ncmplan.config.yaml:2:10: rules: there is no rule "mxi"; did you mean "mix"?',
  );
});
