import { describe, expect, test } from 'vitest';
import type { CheckTerms } from '../../src/check/check-plan.ts';
import { sentenceOf } from '../../src/findings/finding.ts';
import { NO_POLICY } from '../../src/policy/team-policy.ts';
import { checkText, findingsOf, pointedAt } from '../plans.ts';

const posts = (count: number, fields: string) =>
  Array.from({ length: count }, () => `    - { ${fields} }`).join('\n');
const mixed = (counts: readonly (readonly [count: number, category: string])[]) =>
  counts.map(([count, category]) => posts(count, `category: ${category}`)).join('\n');
const WIDE = 'targets: { posts_per_day: 0-99, reserve: 0 }\n';
const week = (days: string, head = WIDE) => `week: 2026-W48\n${head}posts:\n${days}\n`;
const brief = (text: string, rule: string) =>
  findingsOf(text, rule).map(({ severity, channel, date, line, message, ...place }) => {
    return [severity, channel, date, pointedAt(text, { severity, channel, date, line, message, ...place })];
  });

describe('mix (worked examples 1 and 2)', () => {
  const judged = (counts: readonly (readonly [number, string])[]) =>
    brief(week(`  mon:\n${mixed(counts)}`), 'mix');

  test.each([
    [
      '9 / 7 / 4 of 20: a warning, for 15 is not beyond 15',
      [
        [9, 'branded'],
        [7, 'functional'],
        [4, 'emotional'],
      ],
      'warning',
    ],
    [
      '10 / 7 / 4 of 21: an error',
      [
        [10, 'branded'],
        [7, 'functional'],
        [4, 'emotional'],
      ],
      'error',
    ],
    ['2 of 2 branded: a warning, for it is 1.4 posts off', [[2, 'branded']], 'warning'],
    ['4 of 4 branded: an error, for it is 2.8 posts off', [[4, 'branded']], 'error'],
  ] as const)('%s', (_, counts, severity) => {
    expect(judged(counts)).toEqual([[severity, 'default', null, 'posts']]);
  });

  test.each([
    ['nothing', []],
    [
      'one of each of two',
      [
        [1, 'branded'],
        [1, 'emotional'],
      ],
    ],
    ['one post', [[1, 'branded']]],
    [
      '6 / 7 / 7 of 20',
      [
        [6, 'branded'],
        [7, 'functional'],
        [7, 'emotional'],
      ],
    ],
    [
      '7 / 7 / 6 of 20, 5 points off',
      [
        [7, 'branded'],
        [7, 'functional'],
        [6, 'emotional'],
      ],
    ],
  ] as const)('is silent about %s', (_, counts) => {
    expect(judged(counts)).toEqual([]);
  });

  test('says too much branded first, and how many to change', () => {
    const [finding] = findingsOf(
      week(
        `  mon:\n${mixed([
          [9, 'branded'],
          [2, 'functional'],
          [9, 'emotional'],
        ])}`,
      ),
      'mix',
    );
    expect(finding?.message).toBe(
      'too many branded posts: 9 of 20 planned posts (45%, target 30%); too many emotional posts: 9 (45%, target 35%); ' +
        'too few functional posts: 2 (10%, target 35%); replace 3 branded posts with 3 functional posts and 1 emotional post with 1 functional post',
    );
    expect(finding?.data).toEqual({
      moves: 4,
      changes: [
        { from: 'branded', to: 'functional', count: 3 },
        { from: 'emotional', to: 'functional', count: 1 },
      ],
    });
  });

  test('where limit is below tolerance, tolerance counts', () => {
    const head = 'targets: { posts_per_day: 0-99, tolerance: 20, limit: 5 }\n';
    const text = week(
      `  mon:\n${mixed([
        [10, 'branded'],
        [5, 'functional'],
        [5, 'emotional'],
      ])}`,
      head,
    );
    expect(brief(text, 'mix')).toEqual([]);
  });

  test('speaks of every channel by itself, and names it where there are several', () => {
    const text = week(
      `  mon:\n${posts(4, 'channels: [a, b], category: branded')}`,
      `channels: [a, b]\n${WIDE}`,
    );
    expect(findingsOf(text, 'mix').map((each) => [each.channel, sentenceOf(each).slice(0, 26)])).toEqual([
      ['a', 'a: too many branded posts:'],
      ['b', 'b: too many branded posts:'],
    ]);
  });

  test('unplanned posts, other statuses and the backlog do not count', () => {
    const rest = `${posts(4, 'category: branded, unplanned: true')}\n${posts(4, 'category: branded, status: on_hold')}`;
    expect(brief(`${week(`  mon:\n${rest}`)}backlog:\n${posts(4, 'category: branded')}\n`, 'mix')).toEqual(
      [],
    );
  });
});

describe('posts-per-day and reserve (worked example 3)', () => {
  const day = (
    planned: number,
    unplanned: number,
    target = 'posts_per_day: { default: 0-9, tue: 6-12 }, tolerance: 100',
  ) => {
    const text = week(
      `  tue:\n${posts(planned, 'category: branded')}\n${posts(unplanned, 'unplanned: true')}`,
      `targets: { ${target} }\n`,
    );
    return findingsOf(text).map(({ rule, severity, date, ...place }) => [
      rule,
      severity,
      date,
      pointedAt(text, { rule, severity, date, ...place }),
    ]);
  };
  const over = ['posts-per-day', 'error', '2026-11-24', 'tue'];
  const pushed = ['posts-per-day', 'info', '2026-11-24', 'tue'];
  const under = ['posts-per-day', 'warning', '2026-11-24', 'tue'];
  const full = ['reserve', 'warning', '2026-11-24', 'tue'];

  test.each([
    [5, 0, [under]],
    [5, 1, []],
    [6, 0, []],
    [10, 0, []],
    [10, 3, [pushed]],
    [11, 0, [full]],
    [11, 1, [full]],
    [12, 1, [pushed, full]],
    [13, 0, [over]],
    [13, 5, [over]],
  ] as const)('%i planned and %i unplanned', (planned, unplanned, findings) => {
    expect(day(planned, unplanned)).toEqual(findings);
  });

  test.each([
    ['posts_per_day: { default: 0-9, tue: 8 }', 8, []],
    ['posts_per_day: { default: 0-9, tue: 1-2 }', 1, []],
    ['posts_per_day: { default: 0-9, tue: 1-2 }', 2, [full]],
    ['posts_per_day: { default: 0-9, tue: 0-1 }', 1, []],
    ['posts_per_day: { default: 0-9, tue: 0-10 }, reserve: 25%', 7, []],
    ['posts_per_day: { default: 0-9, tue: 0-10 }, reserve: 25%', 8, [full]],
    ['posts_per_day: { default: 0-9, tue: 0-10 }, reserve: 0', 10, []],
    ['posts_per_day: { default: 0-9, tue: 8-10 }, reserve: 5', 8, []],
    ['posts_per_day: { default: 0-9, tue: 8-10 }, reserve: 5', 9, [full]],
    ['posts_per_day: { default: 0-9, tue: 0 }', 1, [over]],
    ['posts_per_day: { default: 0-9, 2026-11-24: 0-1, tue: 4-6 }', 1, []],
    ['posts_per_day: { default: 0-9, tue: 4-6 }, days_off: Tuesday', 1, []],
    ['posts_per_day: { default: 0-9, tue: 4-6 }, days_off: [2026-11-24]', 1, []],
  ] as const)('%s with %i planned', (target, planned, findings) => {
    expect(day(planned, 0, `${target}, tolerance: 100`)).toEqual(findings);
  });

  const underOf = (days: string, targets: string) =>
    brief(week(days, `targets: { ${targets} }\n`), 'posts-per-day');

  test('days without any post in one run are one finding, over days off, dated by the first that is under', () => {
    expect(underOf('', 'posts_per_day: 1, days_off: [mon, wed]')).toEqual([
      ['warning', 'default', '2026-11-24', 'posts'],
    ]);
    expect(underOf('  thu: [{ category: branded }]', 'posts_per_day: 1')).toEqual([
      ['warning', 'default', '2026-11-23', 'posts'],
      ['warning', 'default', '2026-11-27', 'posts'],
    ]);
    expect(underOf('  mon:\n  thu: [{ unplanned: true }]\n  fri:', 'posts_per_day: 2')).toEqual([
      ['warning', 'default', '2026-11-23', 'mon'],
      ['warning', 'default', '2026-11-26', 'thu'],
      ['warning', 'default', '2026-11-27', 'fri'],
    ]);
  });

  test('days on hold have no minimum', () => {
    const head = 'targets: { posts_per_day: 1 }\nhold: [{ from: 2026-11-01, to: 2026-11-28 }]\n';
    expect(brief(week('', head), 'posts-per-day')).toEqual([['warning', 'default', '2026-11-29', 'posts']]);
  });

  test('in a list a day stands at the date of its first post that goes out there', () => {
    const text = `week: 2026-W48
channels: [a, b]
targets: { posts_per_day: { default: 0-9, tue: 0-1 }, reserve: 0, tolerance: 100 }
posts:
  - { date: tue, channel: a, category: branded }
  - { date: 2026-11-24, channel: b, category: branded, status: cancelled }
  - { date: Tuesday, channel: b, category: branded }
  - { date: tue, channels: [a, b], category: branded }
`;
    expect(brief(text, 'posts-per-day')).toEqual([
      ['error', 'a', '2026-11-24', 'tue'],
      ['error', 'b', '2026-11-24', 'Tuesday'],
    ]);
  });

  test('says how to set bounds that are only the default', () => {
    const texts = ['', 'targets: { posts_per_day: 6-12 }\n'].map(
      (head) => findingsOf(week('', head), 'posts-per-day')[0]?.message,
    );
    expect(texts[0]).toMatch(
      /; 6-12 is only the default: to plan fewer posts, put this line above your posts: targets: \{ posts_per_day: 1-3 \}$/,
    );
    expect(texts[1]).not.toMatch(/default/);
  });

  test('says how to plan more than the default allows, where more is planned', () => {
    const posts = `  mon:\n${'    - { category: branded, title: A }\n'.repeat(13)}`;
    const messages = findingsOf(week(posts, ''), 'posts-per-day').map(({ message }) => message);
    expect(messages.find((message) => message.includes('13 planned'))).toMatch(
      /13 planned posts, but at most 12 .*; 6-12 is only the default: to plan more posts, .* posts_per_day: 6-24 \}$/,
    );
  });
});

describe('hold', () => {
  const held = (fields: string) => {
    const head = `${WIDE}hold: { from: 2026-11-26, to: 2026-11-27, reason: a storm }\n`;
    return brief(week(`  thu:\n    - { ${fields} }`, head), 'hold');
  };

  const HELD = ['info', null, null, '{ from: 2026-11-26, to: 2026-11-27, reason: a storm }'];

  test('speaks of a post that a scheduler would still send, and says how many a hold keeps back', () => {
    expect(held('text: Sale, status: scheduled')).toEqual([
      HELD,
      ['error', null, '2026-11-26', '{ text: Sale, status: scheduled }'],
    ]);
    expect(held('category: branded, title: Sale')).toEqual([HELD]);
    expect(held('category: branded, status: scheduled')).toEqual([HELD]);
  });

  test.each([
    ['an unplanned post', 'title: What happened, unplanned: true'],
    ['what is published already', 'category: branded, title: Sale, status: published'],
    ['what is on hold', 'category: branded, title: Sale, status: on_hold'],
    ['what is cancelled', 'category: branded, title: Sale, status: cancelled'],
  ])('is silent about %s', (_, fields) => {
    expect(held(fields)).toEqual([]);
  });
});

test('an invalid target skips the rules that need it, and no others', () => {
  const text = (target: string) =>
    week(`  mon:\n${posts(14, 'category: branded')}`, `targets: { ${target} }\n`);
  const rules = (target: string) => [...new Set(findingsOf(text(target)).map(({ rule }) => rule))].sort();
  expect(rules('tolerance: x')).toEqual(['posts-per-day', 'schema']);
  expect(rules('limit: x')).toEqual(['posts-per-day', 'schema']);
  expect(rules('posts_per_day: x')).toEqual(['mix', 'schema']);
  expect(rules('mix: x')).toEqual(['posts-per-day', 'schema']);
  expect(rules('days_off: x')).toEqual(['mix', 'schema']);
  expect(rules('reserve: x, posts_per_day: 0-14')).toEqual(['mix', 'schema']);
});

test('bounds that the plan cannot set bring no advice to set them', () => {
  const text = week('');
  const hinted = (terms: Partial<CheckTerms>) =>
    checkText(text.replace(WIDE, ''), 'plan.yaml', terms).findings.some(({ message }) =>
      /default/.test(message),
    );
  expect(hinted({})).toBe(true);
  expect(hinted({ policy: { ...NO_POLICY, locked: new Set(['posts_per_day']) } })).toBe(false);
  expect(hinted({ inline: false })).toBe(false);
});
