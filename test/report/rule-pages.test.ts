import { describe, expect, test } from 'vitest';
import { ruleList, rulePage } from '../../src/report/rule-pages.ts';
import { RULE_DESCRIPTIONS } from '../../src/rules/index.ts';
import { runInProcess } from '../cli/run.ts';

test.each([60, 80, 120])('the list of rules keeps to %i columns', (columns) => {
  const lines = ruleList(RULE_DESCRIPTIONS, { columns, colorLevel: 0 }).split('\n');
  expect(lines.filter((line) => line.length > columns)).toEqual([]);
  for (const { id } of RULE_DESCRIPTIONS) expect(lines.some((line) => line.startsWith(`${id} `))).toBe(true);
});

describe.each(RULE_DESCRIPTIONS)('the page of $id', (rule) => {
  test('keeps to 80 columns, its examples aside', () => {
    const page = rulePage(rule, [], { columns: 80, colorLevel: 0 });
    const lines = page.split('\n').filter((line) => !line.startsWith('    '));
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });

  test('shows what the rule says about its bad example', async () => {
    const { stdout, status } = await runInProcess(['explain', rule.id], '.');
    expect(status).toBe(0);
    expect(stdout).toContain(rule.summary.slice(0, 30));
    expect(stdout).toMatch(/Bad:[\s\S]*\n {2}\d+:\d+ (?:error|warning|info): /);
  });
});
