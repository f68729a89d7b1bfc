import { expect, test } from 'vitest';
import { readConfig } from '../src/policy/read-config.ts';
import { RULE_NAMES } from '../src/rules/index.ts';
import { readSource } from '../src/yaml/source.ts';
import type { Problem } from '../src/yaml/structural-problem.ts';
import { CONFIG_PLACES, line, PLAN_PLACES, VALUES } from './odd-values.ts';
import { checkText } from './plans.ts';

function expectSentences(messages: readonly string[]): void {
  for (const message of messages) {
    expect(message).not.toMatch(/undefined|\[object|Invalid input/);
    expect(message.replace(/"[^"]*"/g, '""')).not.toMatch(
      /undefined|NaN|\[object|Invalid|expected |received/,
    );
  }
}

test.each(Object.entries(PLAN_PLACES))('in %s', (_, { keys, write }) => {
  for (const key of keys) {
    for (const value of VALUES) {
      for (const ready of [false, true]) {
        const { findings } = checkText(write(line(key, value)), 'plan.yaml', { ready });
        expectSentences(findings.map(({ message }) => message));
      }
    }
  }
});

test.each(Object.entries(CONFIG_PLACES))('in %s', (_, { keys, write }) => {
  for (const key of keys) {
    for (const value of VALUES) {
      const { root } = readSource(new TextEncoder().encode(write(line(key, value))));
      const problems: Problem[] = [];
      const policy = readConfig(root, RULE_NAMES, (problem) => problems.push(problem));
      expectSentences(problems.map(({ message }) => message));
      const plan = 'week: 2026-W48\nposts: { mon: [{ category: fun, format: joke, title: A }] }\n';
      checkText(plan, 'plan.yaml', { policy, rules: policy.rules });
    }
  }
});
