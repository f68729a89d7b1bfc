import { expect, test } from 'vitest';
import { DEFAULT_PLANS } from '../../src/policy/policy.ts';
import { readConfig } from '../../src/policy/read-config.ts';
import { TARGET_NAMES } from '../../src/policy/read-targets.ts';
import { RULE_NAMES } from '../../src/rules/index.ts';
import { readSource } from '../../src/yaml/source.ts';
import type { Problem } from '../../src/yaml/structural-problem.ts';

function read(text: string) {
  const problems: Problem[] = [];
  const { root } = readSource(new TextEncoder().encode(text));
  const policy = readConfig(root, RULE_NAMES, (problem) => problems.push(problem));
  expect(problems).toEqual([]);
  return policy;
}

test('every key of a config is read', () => {
  const policy = read(`
plans: [content/**/*.yaml, archive]
ignore: archive/old
timezone: Europe/Kyiv
channels:
  facebook: { reserve: 1 }
  телеграм:
targets: { tolerance: 7.5, mix: { брендовий: 40, fun: 60 } }
formats: { quiz: fun, joke:, reel: branded }
aliases: { emotional: fun, branded: [брендовий, "7"] }
rules: { mix: error, streak: off, reserve: }
locked: [mix, reserve]
x-note: anyone's own
`);
  expect(policy.plans).toEqual(['content/**/*.yaml', 'archive']);
  expect(policy.ignore).toEqual(['archive/old']);
  expect(policy.timezone).toBe('Europe/Kyiv');
  expect(policy.channels.map(({ name, targets }) => [name, targets])).toEqual([
    ['facebook', { reserve: { posts: 1 } }],
    ['телеграм', {}],
  ]);
  expect(policy.targets.mix?.map(({ category, percent }) => [category, percent])).toEqual([
    ['branded', 40],
    ['emotional', 60],
  ]);
  expect([...policy.formats]).toEqual([
    ['quiz', 'emotional'],
    ['joke', null],
    ['reel', 'branded'],
  ]);
  expect([...policy.aliases]).toEqual([
    ['fun', 'emotional'],
    ['брендовий', 'branded'],
    ['7', 'branded'],
  ]);
  expect([...policy.rules]).toEqual([
    ['mix', 'error'],
    ['streak', 'off'],
  ]);
  expect([...policy.locked]).toEqual(['mix', 'reserve']);
});

test.each(['', '# nothing yet\n', 'targets:\n', '{}'])('a config may say nothing: %j', (text) => {
  const policy = read(text);
  expect(policy.plans).toEqual([DEFAULT_PLANS]);
  expect([policy.ignore, policy.channels, policy.targets, policy.timezone]).toEqual([[], [], {}, null]);
  expect([policy.formats, policy.aliases, policy.rules, policy.locked].map(({ size }) => size)).toEqual([
    0, 0, 0, 0,
  ]);
});

test('names are compared in NFC', () => {
  const policy = read(
    'aliases: { emotional: ["емоці\\u0438\\u0306ний"] }\nformats: { "re\\u0301el": emotional }\n',
  );
  expect([...policy.aliases.keys()]).toEqual(['емоційний']);
  expect([...policy.formats.keys()]).toEqual(['réel']);
});

test('all targets can be locked at once', () => {
  expect([...read('locked: all').locked]).toEqual(TARGET_NAMES);
});

test('paths that YAML takes for numbers are paths as they are written', () => {
  const { plans, ignore } = read('plans: 2026\nignore: [2025, 012, true]\n');
  expect([plans, ignore]).toEqual([['2026'], ['2025', '012', 'true']]);
});
