import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { RULE_DESCRIPTIONS, RULE_NAMES } from '../../src/rules/index.ts';
import { checkText } from '../plans.ts';

describe.each(RULE_DESCRIPTIONS)('$id', ({ id, severity: weight, summary, why, good, bad }) => {
  const terms = { ready: weight === 'off' };

  test('says what it is and why', () => {
    expect(summary).not.toBe('');
    expect(why).not.toBe('');
  });

  test('is silent about its good example, and so is every other rule', () => {
    expect(
      checkText(good, 'plan.yaml', terms).findings.filter(
        ({ rule, severity }) => rule === id || severity === 'error',
      ),
    ).toEqual([]);
  });

  test('speaks about its bad example', () => {
    const { findings } = checkText(bad, 'plan.yaml', terms);
    expect(findings.filter(({ rule }) => rule === id)).not.toEqual([]);
  });
});

test('every rule has a file, and every file a rule', () => {
  const folder = new URL('../../src/rules/', import.meta.url);
  const files = readdirSync(folder).filter(
    (file) => !['README.md', 'index.ts', 'rule.ts', 'structural.ts', 'weigh.ts'].includes(file),
  );
  expect(files.sort()).toEqual(RULE_NAMES.settable.map((id) => `${id}.ts`).sort());
});

test('ids are unique', () => {
  expect(new Set(RULE_DESCRIPTIONS.map(({ id }) => id)).size).toBe(RULE_DESCRIPTIONS.length);
});
