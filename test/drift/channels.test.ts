import { describe, expect, test } from 'vitest';
import { UnreadableSchedule } from '../../src/exchange/rows.ts';
import { NO_POLICY } from '../../src/policy/team-policy.ts';
import { compared } from './compared.ts';

const plan = (channels: string, posts = '') => `week: 2026-W48\n${channels}posts:\n  mon:\n${posts}`;
const TWO = plan(
  'channels: [facebook, telegram]\n',
  '    - { channels: [facebook, telegram], category: functional, title: Soup }\n',
);
const ONE = plan('channels: facebook\n', '    - { category: functional, title: Soup }\n');
const NAMELESS = plan('', '    - { category: functional, title: Soup }\n');

const verdicts = (...args: Parameters<typeof compared>) =>
  compared(...args).posts.map(({ channel, verdict }) => `${channel}: ${verdict}`);

describe('the channel of a row', () => {
  test('is named, letter case aside where that leaves no doubt', () => {
    expect(verdicts(TWO, [{ title: 'Soup', channels: ['Facebook', 'telegram'] }])).toEqual([
      'facebook: on_plan',
      'telegram: on_plan',
    ]);
  });

  test('is told for the first thousand that are mistyped', () => {
    const rows = Array.from({ length: 1100 }, () => ({ title: 'Soup', channels: ['facebok'] }));
    const { skipped } = compared(TWO, [{ title: 'Soup', channels: ['facebook'] }, ...rows]);
    expect(skipped).toHaveLength(1100);
    expect(skipped.filter(({ reason }) => reason.includes('did you mean'))).toHaveLength(1000);
  });

  test('is the only one that there is', () => {
    expect(verdicts(ONE, [{ title: 'Soup' }])).toEqual(['facebook: on_plan']);
    expect(verdicts(NAMELESS, [{ title: 'Soup', channels: ['instagram'] }])).toEqual(['default: on_plan']);
  });

  test('is the one that the file is said to be for', () => {
    expect(verdicts(TWO, [{ title: 'Soup' }], { channel: 'telegram' })).toContain('telegram: on_plan');
    const own = [{ title: 'Soup', channels: ['@shop'] }];
    expect(verdicts(TWO, own, { channel: 'telegram' })).toContain('telegram: on_plan');
    const mixed = [
      { title: 'Soup', channels: ['telegram'] },
      { title: 'Soup', channels: ['facebook'] },
    ];
    const { posts, skipped } = compared(NAMELESS, mixed, { channel: 'facebook' });
    expect(posts.map(({ scheduled }) => scheduled?.line)).toEqual([3]);
    expect(skipped).toEqual([{ line: 2, reason: 'is for telegram, not for facebook' }]);
  });

  test('is one of the same network, unless the plan has two of that network', () => {
    const x = plan(
      'channels: [x, Telegram news]\n',
      '    - { channel: x, category: functional, title: Soup }\n',
    );
    expect(verdicts(x, [{ title: 'Soup', channels: ['X / Twitter'] }])).toEqual(['x: on_plan']);
    expect(verdicts(TWO, [{ title: 'Soup', channels: ['FB', 'ТГ'] }])).toEqual([
      'facebook: on_plan',
      'telegram: on_plan',
    ]);
    expect(
      verdicts(NAMELESS, [{ title: 'Soup', channels: ['IG', 'Insta'] }], { channel: 'instagram' }),
    ).toEqual(['default: on_plan']);
    const both = plan(
      'channels: [ig, insta]\n',
      '    - { channel: ig, category: functional, title: Soup }\n',
    );
    expect(verdicts(both, [{ title: 'Soup', channels: ['IG'] }])).toEqual(['ig: on_plan']);
    expect(() => verdicts(both, [{ title: 'Soup', channels: ['Instagram'] }])).toThrow(
      'line 2 "Instagram" is not a channel of the plan, which has ig and insta',
    );
  });

  test('leaves the other channels unknown, where the file is said to be for one', () => {
    const covers = { from: '2026-11-23', to: '2026-11-29' };
    expect(verdicts(TWO, [{ title: 'Tea' }], { channel: 'telegram' })).toEqual([
      'facebook: unknown',
      'telegram: gave_way',
      'telegram: added',
    ]);
    expect(verdicts(NAMELESS, [], { channel: 'telegram', covers })).toEqual(['default: dropped']);
  });

  test('is not of the plan: the row is left out', () => {
    const rows = [
      { title: 'Soup', channels: ['facebok'] },
      { title: 'Soup', channels: ['vk', 'telegram'] },
      { title: 'Soup' },
    ];
    expect(compared(TWO, rows).skipped).toEqual([
      {
        line: 2,
        reason: '"facebok" is not a channel of the plan; did you mean "facebook"?',
        words: ['Soup', ''],
      },
      { line: 3, reason: '"vk" is not a channel of the plan, which has facebook and telegram' },
      {
        line: 4,
        reason: 'names no channel, but the plan has facebook and telegram',
        words: ['Soup', ''],
      },
    ]);
  });

  test('cannot be told', () => {
    expect(() => compared(TWO, [{ title: 'Soup' }])).toThrow(
      new UnreadableSchedule(
        'names no channel, but the plan has facebook and telegram; add --channel facebook if the file is for that one, or give it a column "channel"',
      ),
    );
    const rows = [
      { title: 'Soup', channels: ['facebook'] },
      { title: 'Soup', channels: ['telegram'] },
    ];
    expect(() => compared(NAMELESS, rows)).toThrow(
      new UnreadableSchedule(
        'is for facebook and telegram, but the plan names no channel; add --channel facebook if the plan is for that one',
      ),
    );
  });
});

describe('the category of a row', () => {
  const policy = {
    ...NO_POLICY,
    aliases: new Map([['весела', 'emotional']]),
    formats: new Map([
      ['quiz', 'emotional'],
      ['joke', null],
    ]),
  };
  const categoryOf = (row: { category?: string; labels?: readonly string[] }) =>
    compared(ONE, [{ title: 'Soup', ...row }], { policy }).posts[0]?.scheduled?.category;

  test.each([
    [{ category: 'branded' }, 'branded'],
    [{ category: 'Весела' }, 'emotional'],
    [{ category: 'Quiz' }, 'emotional'],
    [{ category: 'how-to' }, 'functional'],
    [{ labels: ['autumn', 'весела', 'branded'] }, 'emotional'],
    [{ category: 'unknown', labels: ['branded'] }, 'branded'],
    [{ labels: ['joke'] }, null],
    [{}, null],
  ])('%j', (row, category) => {
    expect(categoryOf(row)).toBe(category);
  });

  test('that is none is said, with the line', () => {
    const { notes } = compared(ONE, [{ title: 'Soup', category: 'brandet' }, { category: 'zzz' }]);
    expect(notes).toEqual([
      { line: 2, reason: '"brandet" is not a category of the plan; did you mean "branded"?' },
      {
        line: 3,
        reason:
          '"zzz" is not a category of the plan; the post counts under its planned category, if it has one; if this is another name of a category, add it to aliases in cmplan.config.yaml, such as branded: [zzz]',
      },
    ]);
  });
});

test('a file of which no post is of a channel of the plan is refused', () => {
  const rows = [
    { title: 'Soup', channels: ['Одноклассники'] },
    { title: 'Tea', channels: ['Одноклассники'] },
  ];
  const sentence =
    'has no post of the plan\'s channels: line 2 "Одноклассники" is not a channel of the plan, which has facebook, and 1 more line like it';
  expect(() => compared(ONE, rows)).toThrow(new UnreadableSchedule(sentence));
  const other = ONE.replace('facebook', 'vk');
  expect(() => compared(ONE, other)).toThrow(
    /^has no post of the plan's channels: line 5 "vk" is not a channel/,
  );
});

test('a file without posts says nothing, but where somebody says what days it covers', () => {
  expect(compared(ONE, []).counts.unknown).toBe(1);
  const covers = { from: '2026-11-23', to: '2026-11-29' };
  expect(compared(ONE, [], { covers }).counts.dropped).toBe(1);
});

test('a plan in another zone is brought to the clock of this one', () => {
  const plan = (zone: string, time: string) =>
    `week: 2026-W48\ntimezone: ${zone}\nposts:\n  tue:\n    - { time: "${time}", category: functional, title: Soup }\n`;
  const { posts } = compared(
    plan('Europe/Kyiv', '04:00'),
    plan('America/New_York', '21:00').replace('tue', 'mon'),
  );
  expect(posts.map(({ verdict, scheduled }) => [verdict, scheduled?.date, scheduled?.time])).toEqual([
    ['on_plan', '2026-11-24', '04:00'],
  ]);
});
