import { describe, expect, test } from 'vitest';
import { hashtag } from '../../src/rules/hashtag.ts';
import { RULES } from '../../src/rules/index.ts';
import { STRUCTURAL_RULES } from '../../src/rules/structural.ts';
import type { RuleTerms } from '../../src/rules/weigh.ts';
import { checkText } from '../plans.ts';

type Weight = 'off' | 'info' | 'warning' | 'error';

const WEIGHTS: readonly Weight[] = ['off', 'info', 'warning', 'error'];

/** The severities of the findings of one rule, where the config sets it to a weight or, with null, says nothing of it. */
function severities(
  rule: string,
  plan: string,
  set: Weight | null,
  ready = false,
  before?: string,
): readonly string[] {
  const rules: RuleTerms['rules'] = new Map(set === null ? [] : [[rule, set]]);
  const { findings } = checkText(plan, 'plan.yaml', { rules, ready }, before === undefined ? [] : [before]);
  return findings.filter((finding) => finding.rule === rule).map(({ severity }) => severity);
}

/** The findings in a rule's bad example, before its own, that stay infos whatever the config sets. */
const ALWAYS_INFO: Readonly<Record<string, readonly string[]>> = { hold: ['info'] };
const alwaysInfo = (rule: string) => ALWAYS_INFO[rule] ?? [];

/** The rules that a plan is judged by; the one about suppressions judges what these have found. */
const JUDGING = [...RULES, hashtag];

describe.each(JUDGING.map((rule) => [rule.id, rule] as const))('%s', (id, { bad, before }) => {
  test.each(WEIGHTS)('weighs %s where the config says so, ready or not', (weight) => {
    const expected = weight === 'off' ? [] : [...alwaysInfo(id), weight];
    expect(severities(id, bad, weight, false, before)).toEqual(expected);
    expect(severities(id, bad, weight, true, before)).toEqual(expected);
  });
});

/** The rules of whose bad examples the finding says by itself that it is an error. */
const SAYS_SO_ITSELF: readonly string[] = ['mix', 'posts-per-day'];

test.each(
  JUDGING.filter(({ severity }) => severity !== 'off').map(({ id, severity, bad, before }) => {
    return [id, severity, bad, before] as const;
  }),
)('%s keeps its default under --ready: %s, or what a finding says by itself', (id, severity, bad, before) => {
  const own = [...alwaysInfo(id), SAYS_SO_ITSELF.includes(id) ? 'error' : severity];
  expect(severities(id, bad, null, false, before)).toEqual(own);
  expect(severities(id, bad, null, true, before)).toEqual(own);
});

test.each(['open-slot', 'missing-time', 'unapproved'])('%s is off, and an error under --ready', (id) => {
  const bad = RULES.find((rule) => rule.id === id)?.bad ?? '';
  expect(severities(id, bad, null)).toEqual([]);
  expect(severities(id, bad, null, true)).toEqual(['error']);
});

describe('posts-per-day', () => {
  const tuesday = (posts: string) =>
    `week: 2026-W48\ntargets: { posts_per_day: { default: 0-9, tue: 1-2 } }\nposts:\n  tue: [${posts}]\n`;
  const POST = '{ category: branded }';
  const under = tuesday('');
  const over = tuesday(`${POST}, ${POST}, ${POST}`);
  const pushedOver = tuesday(`${POST}, ${POST}, { unplanned: true }`);

  test('a day under its bounds is a warning, and an error under --ready', () => {
    expect(severities('posts-per-day', under, null)).toEqual(['warning']);
    expect(severities('posts-per-day', under, null, true)).toEqual(['error']);
  });

  test('too many planned posts are an error', () => {
    expect(severities('posts-per-day', over, null)).toEqual(['error']);
    expect(severities('posts-per-day', over, null, true)).toEqual(['error']);
  });

  test.each([under, over])('a config weighs both, ready or not', (plan) => {
    for (const weight of ['info', 'warning', 'error'] as const) {
      expect(severities('posts-per-day', plan, weight)).toEqual([weight]);
      expect(severities('posts-per-day', plan, weight, true)).toEqual([weight]);
    }
  });

  test.each([null, 'info', 'warning', 'error'] as const)(
    'what only unplanned posts brought about is an info where the config says %s',
    (weight) => {
      expect(severities('posts-per-day', pushedOver, weight)).toEqual(['info']);
      expect(severities('posts-per-day', pushedOver, weight, true)).toEqual(['info']);
    },
  );

  test.each([under, over, pushedOver])('off is off', (plan) => {
    expect(severities('posts-per-day', plan, 'off')).toEqual([]);
    expect(severities('posts-per-day', plan, 'off', true)).toEqual([]);
  });
});

describe('mix', () => {
  const posts = (count: number) =>
    `week: 2026-W48\nposts:\n  mon:\n${'    - { category: branded }\n'.repeat(count)}`;

  test('weighs by how far off it is, unless the config sets it', () => {
    expect(severities('mix', posts(2), null)).toEqual(['warning']);
    expect(severities('mix', posts(4), null)).toEqual(['error']);
    expect(severities('mix', posts(4), 'warning')).toEqual(['warning']);
    expect(severities('mix', posts(2), 'error')).toEqual(['error']);
  });
});

test('a rule that is off says nothing, and silences no other', () => {
  const posts = '    - { category: branded }\n'.repeat(13);
  const plan = `week: 2026-W48\nposts:\n  mon:\n${posts}`;
  const { findings } = checkText(plan, 'plan.yaml', { rules: new Map([['mix', 'off']]) });
  expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['posts-per-day']));
});

test.each(STRUCTURAL_RULES.map(({ id, bad }) => [id, bad]))(
  '%s is an error, whatever a caller sets',
  (id, bad) => {
    for (const weight of WEIGHTS) {
      expect(new Set(severities(id, bad, weight))).toEqual(new Set(['error']));
    }
  },
);
