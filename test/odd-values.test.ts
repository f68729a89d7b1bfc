import { expect, test } from 'vitest';
import { readConfig } from '../src/config/read.ts';
import { configSchema } from '../src/config/schema.ts';
import type { Problem } from '../src/fields.ts';
import { holdSchema, planSchema, postSchema } from '../src/plan/schema.ts';
import { RULE_NAMES } from '../src/rules/index.ts';
import { readSource } from '../src/source/read.ts';
import { targetsSchema } from '../src/targets/schema.ts';
import { checkText } from './plans.ts';

/*
 * Every key of every mapping with every kind of value that may not belong there.
 */

const VALUES = [
  '',
  '~',
  '""',
  '" "',
  '{}',
  '[]',
  '[~]',
  '{ a: b }',
  '[{ a: b }]',
  '[[1]]',
  '{ a: { b: [c] } }',
  '{ min: 1 }',
  '{ ? [a] : b }',
  'true',
  '-1',
  '0',
  '1.5',
  '1e999',
  '.nan',
  '-.inf',
  '0x1F',
  '2026-02-30',
  '2026-W54',
  '24:00',
  '9:5',
  '10:00 AM',
  '12-6',
  '120%',
  '"21:00-09:00"',
  'a'.repeat(300),
  '"\\e[31m\\u202e\\u0085\\u2028"',
  '"100%, a: b ]]> ::error:: <script> |"',
];

const keysOf = ({ shape }: { readonly shape: object }) => Object.keys(shape);
const line = (key: string, value: string) => `${key}: ${value}`;

const PLACES: Readonly<Record<string, { keys: string[]; write: (pair: string) => string }>> = {
  'a plan': { keys: keysOf(planSchema), write: (pair) => `${pair}\n` },
  'a plan with more': { keys: keysOf(planSchema), write: (pair) => `x-a: b\n${pair}\nid: 7\n` },
  'the targets': {
    keys: keysOf(targetsSchema),
    write: (pair) => `week: 2026-W48\ntargets: { ${pair} }\nposts: { mon: [{ category: branded }] }\n`,
  },
  'a channel': {
    keys: keysOf(targetsSchema),
    write: (pair) => `week: 2026-W48\nchannels: { a: { ${pair} }, b: }\nposts: { mon: [{ channel: a }] }\n`,
  },
  'a post': {
    keys: keysOf(postSchema),
    write: (pair) => `week: 2026-W48\nposts: { mon: [{ ${pair} }] }\nbacklog: [{ ${pair} }]\n`,
  },
  'a post in a list': { keys: keysOf(postSchema), write: (pair) => `week: 2026-W48\nposts: [{ ${pair} }]\n` },
  'a hold': { keys: keysOf(holdSchema), write: (pair) => `week: 2026-W48\nhold: { ${pair} }\nposts:\n` },
  'the posts': {
    keys: ['mon', '2026-11-24', 'someday', 'title', '-title'],
    write: (pair) => `week: 2026-W48\nposts: { ${pair} }\n`,
  },
};

function expectSentences(messages: readonly string[]): void {
  for (const message of messages) {
    expect(message).not.toMatch(/undefined|\[object|Invalid input/);
    expect(message.replace(/"[^"]*"/g, '""')).not.toMatch(
      /undefined|NaN|\[object|Invalid|expected |received/,
    );
  }
}

test.each(Object.entries(PLACES))('in %s', (_, { keys, write }) => {
  for (const key of keys) {
    for (const value of VALUES) {
      for (const ready of [false, true]) {
        const { findings } = checkText(write(line(key, value)), 'plan.yaml', { ready });
        expectSentences(findings.map(({ message }) => message));
      }
    }
  }
});

test.each([
  ['a config', keysOf(configSchema), (pair: string) => `${pair}\n`],
  ['the targets of a config', keysOf(targetsSchema), (pair: string) => `targets: { ${pair} }\n`],
  ['a channel of a config', keysOf(targetsSchema), (pair: string) => `channels: { a: { ${pair} } }\n`],
  ['the aliases', ['emotional', 'x'], (pair: string) => `aliases: { ${pair}, emotional2: [fun] }\n`],
  ['the formats', ['joke', 'quiz'], (pair: string) => `formats: { ${pair} }\n`],
  ['the rules', ['mix', 'schema', 'nope'], (pair: string) => `rules: { ${pair} }\n`],
] as const)('in %s', (_, keys, write) => {
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
