import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findingsInExample } from '../../src/check/check-example.ts';
import { RULE_DESCRIPTIONS, RULE_NAMES } from '../../src/rules/index.ts';
import { checkText } from '../plans.ts';

describe.each(RULE_DESCRIPTIONS)('$id', (rule) => {
  const { id, severity: weight, summary, why, good } = rule;
  const terms = { ready: weight === 'off' };

  test('says what it is and why', () => {
    expect(summary).not.toBe('');
    expect(why).not.toBe('');
  });

  test('is silent about its good example, and so is every other rule', () => {
    const { findings } = checkText(good, 'plan.yaml', terms);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(findingsInExample(rule, 'good')).toEqual([]);
  });

  test('speaks about its bad example', () => {
    expect(findingsInExample(rule, 'bad').map((finding) => finding.rule)).toContain(id);
  });
});

test('every rule has a file, and every file a rule', () => {
  const folder = new URL('../../src/rules/', import.meta.url);
  const files = readdirSync(folder).filter(
    (file) =>
      !['README.md', 'index.ts', 'off-track.ts', 'rule.ts', 'structural.ts', 'weigh.ts'].includes(file),
  );
  expect(files.sort()).toEqual(RULE_NAMES.settable.map((id) => `${id}.ts`).sort());
});

test('ids are unique', () => {
  expect(new Set(RULE_DESCRIPTIONS.map(({ id }) => id)).size).toBe(RULE_DESCRIPTIONS.length);
});
