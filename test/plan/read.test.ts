import { expect, test } from 'vitest';
import { checkPlan } from '../../src/index.ts';

const numbersOf = (text: string) => {
  const { plans, findings } = checkPlan(text);
  return {
    ...plans[0],
    channels: plans[0]?.channels.map(({ days }) =>
      days.reduce((sum, day) => sum + day.planned + day.unplanned, 0),
    ),
    rules: findings.map(({ rule }) => rule),
  };
};
const TWO = 'week: 2026-W48\nchannels: [a, b]\ntargets: { posts_per_day: 0-9 }\n';
const ONE = 'week: 2026-W48\nchannels: [a]\ntargets: { posts_per_day: 0-9 }\n';

test.each([
  [
    'a post on two channels counts once on each',
    `${TWO}posts: { mon: [{ channels: [a, b], category: branded }] }`,
    1,
    [1, 1],
  ],
  [
    'a channel named twice counts once',
    `${TWO}posts: { mon: [{ channels: [a, a], category: branded }] }`,
    1,
    [1, 0],
  ],
  [
    'an unknown channel leaves the known one',
    `${TWO}posts: { mon: [{ channels: [a, c], category: branded }] }`,
    1,
    [1, 0],
  ],
  [
    'so does one that is no text',
    `${TWO}posts: { mon: [{ channels: [a, ~], category: branded }] }`,
    1,
    [1, 0],
  ],
  ['a post without a channel counts nowhere', `${TWO}posts: { mon: [{ category: branded }] }`, 0, [0, 0]],
  [
    'where there is one, it can only be that',
    `${ONE}posts: { mon: [{ chanel: a, category: branded }] }`,
    1,
    [1],
  ],
  ['a post without a category counts in its day', `${ONE}posts: { mon: [{ category: nope }] }`, 1, [1]],
  ['a post without a day counts nowhere', `${ONE}posts: [{ date: someday, category: branded }]`, 0, [0]],
  [
    'a day that is named twice still counts',
    `${ONE}posts: { mon: [{ category: branded }], Monday: [{ category: branded }] }`,
    2,
    [2],
  ],
  ['an invalid status is a draft', `${ONE}posts: { mon: [{ category: branded, status: done }] }`, 1, [1]],
  ['an invalid time is none', `${ONE}posts: { mon: [{ category: branded, time: late }] }`, 1, [1]],
  ['the backlog counts nowhere', `${ONE}posts:\nbacklog: [{ category: branded }]`, 0, [0]],
])('%s', (_, text, posts, perChannel) => {
  expect(numbersOf(text)).toMatchObject({ posts, channels: perChannel });
});

test('an unplanned post without words is no open slot', () => {
  const posts =
    'posts: { mon: [{ category: branded }, { unplanned: true }, { unplanned: true, title: " " }] }';
  expect(numbersOf(`${ONE}${posts}`)).toMatchObject({ posts: 3, openSlots: 1, unplanned: 2 });
});

test('what does not go out is counted apart, where it would count', () => {
  const numbers = numbersOf(
    `${TWO}posts: [{ status: cancelled }, { date: mon, status: on_hold }, { date: mon, channel: a, category: branded, status: cancelled }]`,
  );
  expect(numbers).toMatchObject({ posts: 0, cancelled: 1, onHold: 0, rules: [] });
});

test.each(['9999-12-31', 'fri', '{ from: 9999-12-30, to: "9999-12-31 12:00" }', '{ from: thu, to: fri }'])(
  'the last days of the calendar can be on hold: %s',
  (hold) => {
    const post = '{ title: Sale, category: branded }';
    const numbers = numbersOf(
      `from: 9999-12-30\nto: 9999-12-31\ntargets: { posts_per_day: 0-9 }\nhold: ${hold}\nposts: { thu: ${post}, fri: ${post} }`,
    );
    expect(numbers).toMatchObject({ onHold: hold.includes('from') ? 2 : 1, rules: ['hold'] });
  },
);

test('in a suspended post nothing is missing, and it is still said that a scheduler would send it', () => {
  const numbers = numbersOf(
    `${TWO}hold: { from: 2026-11-23, to: 2026-11-23 }\nposts: { mon: [{ title: Sale, status: scheduled }, { category: nope, title: B }] }`,
  );
  expect(numbers.rules.sort()).toEqual(['category', 'hold', 'hold']);
});

test.each([
  [
    'channels beat the plan, key by key',
    'targets: { posts_per_day: 1-5, reserve: 0 }\nchannels: { a: { posts_per_day: 2-4 }, b: { reserve: 3 }, c: }',
    [
      [2, 4, 0],
      [1, 5, 3],
      [1, 5, 0],
    ],
  ],
  [
    'an invalid target never falls back',
    'targets: { posts_per_day: 1-5, reserve: 0 }\nchannels: { a: { posts_per_day: x }, b: { reserve: x } }',
    [undefined, [1, 5, null]],
  ],
  [
    'nothing after a key is as if it were left out',
    'targets: { posts_per_day: 1-5, reserve: }\nchannels: { a: { posts_per_day: } }',
    [[1, 5, 1]],
  ],
])('%s', (_, head, expected) => {
  const { plans } = checkPlan(`week: 2026-W48\n${head}\nposts:\n`);
  const first = plans[0]?.channels.map(({ days: [day] }) => day && [day.min, day.max, day.reserve]);
  expect(first).toEqual(expected);
});

test('names are compared in NFC, and letter case counts', () => {
  const text = (channel: string) =>
    `week: 2026-W48\nchannels: [caf\u00e9]\ntargets: { posts_per_day: 0-9 }\nposts: { mon: [{ channel: ${channel}, category: branded }] }`;
  expect(checkPlan(text('cafe\u0301')).findings).toEqual([]);
  expect(checkPlan(text('Caf\u00e9')).findings.map(({ rule }) => rule)).toEqual(['channel']);
});
