import { describe, expect, test } from 'vitest';
import { checkText } from '../plans.ts';

const messagesOf = (hold: string, period = 'week: 2026-W48') => {
  const text = `${period}\ntargets: { posts_per_day: 0-9 }\nhold: ${hold}\nposts:\n`;
  return checkText(text).findings.map(({ message }) => message);
};

describe('a hold with one of its ends gets the other from it', () => {
  test.each([
    ['{ from: thu }', 'to', 'thu'],
    ['{ from: thu 12:00 }', 'to', 'thu'],
    ['{ from: 2026-11-26T12:00, to: }', 'to', '2026-11-26'],
    ['{ to: fri }', 'from', 'fri'],
    ['{ to: fri 12:00 }', 'from', 'fri'],
    ['{ to: fri 00:00 }', 'from', '2026-11-23'],
  ])('%s', (hold, key, day) => {
    const other = key === 'to' ? 'from' : 'to';
    expect(messagesOf(hold)).toEqual([`"${key}" is missing; add it beside "${other}", as in ${key}: ${day}`]);
    expect(messagesOf(hold.replace(/(, to:)? }/, `, ${key}: ${day} }`))).toEqual([]);
  });

  test('or from the plan, where it has none that is of the plan', () => {
    const november = 'from: 2026-11-01\nto: 2026-11-30';
    expect(messagesOf('{ from: thu }', november)).toContain(
      '"to" is missing; add it beside "from", as in to: 2026-11-30',
    );
    expect(messagesOf('{ from: moon }')).toContain(
      '"to" is missing; add it beside "from", as in to: 2026-11-29',
    );
    expect(messagesOf('{ from: thu }', 'week: someday')).toContain('"to" is missing; add it beside "from"');
  });
});

test.each([
  ['{ day: thu, reason: rain }', 'write hold: thu, or, to keep the reason, from: thu and to: thu'],
  ['{ day: 2026-11-26 }', 'write hold: 2026-11-26, or from: 2026-11-26 and to: 2026-11-26'],
  ['[{ date: thu }]', 'write just thu, or from: thu and to: thu'],
  ['[{ day: someday }]', 'write just thu, or from: thu and to: thu'],
  ['{ when: thu }', 'the keys of a hold are from, to and reason'],
])('a hold with another key than from and to has one mistake: %s', (hold, advice) => {
  const messages = messagesOf(hold);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain(`is not a key of a hold; ${advice}`);
});

test.each(['{}', '{ reason: rain }', '{ from: , to: , reason: rain }'])(
  'a hold without days has one mistake: %s',
  (hold) => {
    expect(messagesOf(hold)).toEqual([
      'this hold has no days; write "from" and "to", as in { from: thu 12:00, to: 2026-11-27 }',
    ]);
  },
);

describe('several days in one text are shown as they should be written', () => {
  const several: readonly (readonly [text: string, meant: string])[] = [
    ['thu, fri', '[thu, fri]'],
    ['Wed and 2026-11-26', '[Wed, 2026-11-26]'],
    ['mon; tue & wed + thu', '[mon, tue, wed, thu]'],
    ['thu-fri', '{ from: thu, to: fri }'],
    ['Thursday \u2013 Friday', '{ from: Thursday, to: Friday }'],
    ['thu to fri', '{ from: thu, to: fri }'],
    ['2026-11-26..2026-11-27', '{ from: 2026-11-26, to: 2026-11-27 }'],
    ['2026-11-26-2026-11-27', '{ from: 2026-11-26, to: 2026-11-27 }'],
    ['2026-11-26/2026-11-27', '{ from: 2026-11-26, to: 2026-11-27 }'],
    ['thu 12:00 - 2026-11-27T18:00', '{ from: thu 12:00, to: 2026-11-27T18:00 }'],
  ];

  test.each(several)('%s', (text, meant) => {
    expect(messagesOf(text)).toEqual([`hold: "${text}" names several days; did you mean ${meant}?`]);
    expect(messagesOf(meant)).toEqual([]);
  });

  test('in a list each behind a dash of its own', () => {
    expect(messagesOf('\n  - mon\n  - thu, fri, sat')).toEqual([
      'hold: "thu, fri, sat" names several days; write each day after its own dash: - thu, - fri and - sat',
    ]);
  });

  test.each(['thu, moon', 'thu-', '- thu', 'thu..moon', '1-2', `thu${', fri'.repeat(100)}`])(
    'but for what is no days: %s',
    (text) => {
      const [message = ''] = messagesOf(JSON.stringify(text));
      expect(message).toMatch(/^hold: ".*" is not a day; /);
    },
  );
});

test('the reason of a hold is said without the space around it', () => {
  const text = 'week: 2026-W48\ntargets: { posts_per_day: 0-9 }\nhold:\n  from: thu\n  to: fri\n';
  const post = 'posts: { thu: { category: branded, title: Sale } }\n';
  const saying = (reason: string) => checkText(`${text}  reason: ${reason}\n${post}`).findings[0]?.message;
  expect(saying('|\n    one\n    two\n')).toMatch(/^this hold \(one two\) keeps back 1 post;/);
  expect(saying('" "')).toMatch(/^this hold keeps back 1 post;/);
});
