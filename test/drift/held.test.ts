import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ScheduledRow } from '../../src/exchange/rows.ts';
import { compared, told } from './compared.ts';

const HEAD = 'week: 2026-W48\ntargets: { posts_per_day: 0-9 }\n';
const SALE = { date: '2026-11-26', time: '14:00', title: 'Black Friday' } as const;
const OUT: Partial<ScheduledRow> = { ...SALE, isOut: true };

/** A week in which Thursday from noon on is on hold. */
const held = (posts: string) =>
  `${HEAD}hold: { from: thu 12:00, to: thu, reason: a storm }\nposts:\n${posts}`;
const thursday = (fields: string) => held(`  thu: [{ time: "14:00", category: branded, ${fields} }]\n`);

const daily = (status: string) =>
  `${HEAD}posts:\n${['mon', 'wed', 'thu', 'fri'].map((day) => `  ${day}: { time: "9:00", category: emotional, title: Good morning${day === 'thu' ? `, status: ${status}` : ''} }\n`).join('')}`;
const morning = (day: number) => ({ date: `2026-11-${day}`, time: '09:00', title: 'Good morning' });

const CASES: Readonly<
  Record<string, readonly [plan: string, rows: readonly Partial<ScheduledRow>[], ...verdicts: string[]]>
> = {
  'what a hold suspends': [thursday('title: Black Friday'), [SALE], 'held: Black Friday 26 14:00 > 26 14:00'],
  'what is cancelled': [
    `${HEAD}posts:\n  thu: { time: "14:00", category: branded, title: Black Friday, status: cancelled }\n`,
    [SALE],
    'held: Black Friday 26 14:00 > 26 14:00',
  ],
  'what is on hold by its status, whatever its letter case': [
    `${HEAD}posts:\n  thu: { time: "14:00", category: branded, title: BLACK  friday, status: on_hold }\n`,
    [SALE],
    'held: BLACK  friday 26 14:00 > 26 14:00',
  ],
  'an open slot that a hold suspends, by its id': [
    thursday('id: p7'),
    [{ ...SALE, id: 'p7' }],
    'held: Black Friday 26 14:00 > 26 14:00',
  ],
  'what was moved away from the hold, while the plan still has it there': [
    thursday('title: Black Friday'),
    [{ ...SALE, date: '2026-11-28' }],
    'held: Black Friday 26 14:00 > 28 14:00',
  ],
  'what is put inside a hold': [
    held('  tue: { time: "14:00", category: branded, title: Black Friday }\n'),
    [SALE],
    'held: Black Friday 24 14:00 > 26 14:00',
  ],
  'what is put on a day on hold without a time': [
    held('  tue: { category: branded, title: Black Friday }\n'),
    [{ ...SALE, time: null }],
    'held: Black Friday 24 > 26',
  ],
  'not what stays before the hold begins, be it without a time': [
    held('  thu: { time: "11:00", category: branded, title: Black Friday }\n'),
    [{ ...SALE, time: null }],
    'on_plan: Black Friday 26 11:00 > 26',
  ],
  'never by its place': [
    thursday('title: Black Friday'),
    [{ ...SALE, title: 'Soup' }],
    'added: Soup - > 26 14:00',
  ],
  'by words that are alike, as any other post': [
    thursday('title: Black Friday in all our shops'),
    [{ ...SALE, title: 'Black Friday in all of our shops!' }],
    'held: Black Friday in all our shops 26 14:00 > 26 14:00',
  ],
  'not by words that are alike but for a number': [
    thursday('title: Black Friday in all our shops 1'),
    [{ ...SALE, title: 'Black Friday in all our shops 2' }],
    'added: Black Friday in all our shops 2 - > 26 14:00',
  ],
  'the row at its own day and time, though others have the same words': [
    daily('on_hold'),
    [25, 26, 27].map(morning),
    'held: Good morning 26 09:00 > 26 09:00',
    'unknown: Good morning 23 09:00 > -',
    'on_plan: Good morning 25 09:00 > 25 09:00',
    'on_plan: Good morning 27 09:00 > 27 09:00',
  ],
  'not the only row with its words, where that stands at the place of another': [
    daily('on_hold'),
    [23, 25].map(morning),
    'on_plan: Good morning 23 09:00 > 23 09:00',
    'on_plan: Good morning 25 09:00 > 25 09:00',
    'unknown: Good morning 27 09:00 > -',
  ],
  'what is kept back, and not its twin of the day that went out or is said in the crisis': [
    held(
      '  thu:\n    - { time: "9:00", category: branded, title: A, status: published }\n    - { time: "15:00", category: branded, title: A }\n    - { time: "10:00", category: branded, title: B, format: crisis-statement }\n    - { time: "16:00", category: branded, title: B }\n    - { time: "11:00", title: C, unplanned: true }\n    - { time: "17:00", category: branded, title: C }\n',
    ),
    ['A', 'B', 'C'].map((title, index) => ({ ...SALE, title, time: `${15 + index}:00` })),
    'held: A 26 15:00 > 26 15:00',
    'held: B 26 16:00 > 26 16:00',
    'held: C 26 17:00 > 26 17:00',
    'dropped: A 26 09:00 > -',
    'dropped: B 26 10:00 > -',
    'open: C 26 11:00 > -',
  ],
  'the one with its id, though another has its words': [
    held(
      '  mon: { time: "10:00", category: branded, title: Quiz, id: q1 }\n  thu: { time: "14:00", category: branded, title: Other, id: q2 }\n',
    ),
    [{ date: '2026-11-23', time: '10:00', title: 'Quiz', id: 'q2' }],
    'held: Other 26 14:00 > 23 10:00',
    'dropped: Quiz 23 10:00 > -',
  ],
  'every row that has the words': [
    thursday('title: Black Friday'),
    [SALE, { ...SALE, time: '15:00' }, { ...SALE, date: '2026-11-28' }],
    'held: Black Friday 26 14:00 > 26 14:00',
    'held: Black Friday 26 14:00 > 26 15:00',
    'held: Black Friday 26 14:00 > 28 14:00',
  ],
  'before another post that now has its place': [
    held(
      '  thu:\n    - { time: "14:00", category: branded, title: Black Friday }\n    - { time: "14:00", title: What we do, unplanned: true }\n',
    ),
    [SALE, { ...SALE, title: 'What we do' }],
    'held: Black Friday 26 14:00 > 26 14:00',
    'on_plan: What we do 26 14:00 > 26 14:00',
  ],
  'before another post whose place it would fill': [
    held(
      '  thu:\n    - { time: "14:00", category: branded, title: Black Friday }\n    - { time: "14:00", title: What we do, unplanned: true }\n',
    ),
    [SALE],
    'held: Black Friday 26 14:00 > 26 14:00',
    'open: What we do 26 14:00 > -',
  ],
  'after what goes out under the same words': [
    held(
      '  tue: { time: "9:00", category: emotional, title: Good morning }\n  thu: { time: "14:00", category: emotional, title: Good morning }\n',
    ),
    [{ date: '2026-11-24', time: '09:00', title: 'Good morning' }],
    'on_plan: Good morning 24 09:00 > 24 09:00',
  ],
  'not what is out already: it is added': [
    thursday('title: Black Friday'),
    [OUT],
    'added: Black Friday - > 26 14:00',
  ],
  'not what does not go out': [thursday('title: Black Friday'), [{ ...SALE, goesOut: false }]],
  'not what is unplanned, published, or said in the crisis': [
    held(
      '  thu:\n    - { time: "14:00", title: A, unplanned: true }\n    - { time: "15:00", category: branded, title: B, status: published }\n    - { time: "16:00", category: branded, title: C, format: crisis-statement }\n',
    ),
    ['A', 'B', 'C'].map((title, index) => ({ ...SALE, title, time: `${14 + index}:00` })),
    'on_plan: A 26 14:00 > 26 14:00',
    'on_plan: B 26 15:00 > 26 15:00',
    'on_plan: C 26 16:00 > 26 16:00',
  ],
  'not the next one of its kind, beyond the plan': [
    thursday('title: Quiz'),
    ['2026-12-03', '2026-12-10'].map((date) => ({ date, time: '14:00', title: 'Quiz' })),
  ],
};

describe('held is', () => {
  test.each(Object.entries(CASES))('%s', (_, [plan, rows, ...verdicts]) => {
    expect(told(compared(plan, rows))).toEqual(verdicts);
  });
});

test('held posts come first, and count in no mix and no drift', () => {
  const plan = held(
    '  mon: { time: "9:00", category: branded, title: Menu }\n  thu: { time: "14:00", category: branded, title: Black Friday }\n',
  );
  const rows = [
    { date: '2026-11-23', time: '09:00', title: 'Menu' },
    { ...SALE, category: 'branded' },
  ];
  const { posts, counts, drift, measured, channels } = compared(plan, rows);
  expect(posts.map(({ verdict }) => verdict)).toEqual(['held', 'on_plan']);
  expect(counts).toMatchObject({ held: 1, on_plan: 1, added: 0 });
  expect([Number(drift), measured]).toEqual([0, 1]);
  expect(channels[0]?.mix?.counted).toBe(1);
  expect(channels[0]?.mixWithAdded?.counted).toBe(1);
  expect(channels[0]?.planned.get('branded')).toBe(1);
});

test('a held post makes no day too full, and no other post gives way to it', () => {
  const plan = `week: 2026-W48\ntargets: { posts_per_day: 1 }\nposts:\n  thu:\n    - { time: "14:00", category: branded, title: Black Friday, status: cancelled }\n    - { time: "15:00", category: branded, title: Menu }\n`;
  expect(told(compared(plan, [SALE, { ...SALE, time: '16:00', title: 'Snow' }]))).toEqual([
    'held: Black Friday 26 14:00 > 26 14:00',
    'gave_way: Menu 26 15:00 > -',
    'added: Snow - > 26 16:00',
  ]);
});

test('what nobody planned is told of where it falls into a hold, and not where it is out', () => {
  const rows = [
    { ...SALE, title: 'A' },
    { ...SALE, title: 'B', time: '11:00' },
    { ...SALE, title: 'C', isOut: true },
  ];
  const during = compared(held(''), rows).posts.map(({ scheduled, isDuringHold }) => [
    scheduled?.title,
    isDuringHold,
  ]);
  expect(during).toEqual([
    ['B', false],
    ['A', true],
    ['C', false],
  ]);
});

test('another plan says what is scheduled, its own holds included', () => {
  const other = (fields: string, hold = '') =>
    `${HEAD}${hold}posts:\n  thu: { time: "14:00", category: branded, title: Black Friday, ${fields} }\n`;
  const verdicts = (text: string) =>
    compared(thursday('title: Black Friday'), text).posts.map(({ verdict }) => verdict);
  expect(verdicts(other('status: scheduled'))).toEqual(['held']);
  expect(verdicts(other('status: published'))).toEqual(['added']);
  expect(verdicts(other('status: scheduled', 'hold: thu\n'))).toEqual([]);
});

test('of posts with words of their own those are held that do not go out, wherever they are scheduled', () => {
  const post = fc.record({
    day: fc.integer({ min: 23, max: 29 }),
    hour: fc.integer({ min: 0, max: 23 }),
    status: fc.constantFrom('draft', 'scheduled', 'on_hold', 'cancelled'),
    unplanned: fc.boolean(),
    row: fc.option(
      fc.record({
        day: fc.integer({ min: 23, max: 29 }),
        hour: fc.integer({ min: 0, max: 23 }),
        isOut: fc.boolean(),
      }),
    ),
  });
  const hold = fc.tuple(
    fc.integer({ min: 23, max: 29 }),
    fc.integer({ min: 0, max: 23 }),
    fc.integer({ min: 1, max: 60 }),
  );
  const two = (number: number) => String(number).padStart(2, '0');
  fc.assert(
    fc.property(fc.array(post, { maxLength: 12 }), hold, (posts, [day, hour, length]) => {
      const [from, until] = [24 * day + hour, Math.min(24 * day + hour + length, 24 * 30 - 1)];
      const isInside = (at: { day: number; hour: number }) => {
        const position = 24 * at.day + at.hour;
        return from <= position && position < until;
      };
      const moment = (position: number) =>
        `2026-11-${two(Math.floor(position / 24))}T${two(position % 24)}:00`;
      fc.pre(until > from && until < 24 * 30);
      const lines = posts.map(
        (each, index) =>
          `  - { date: 2026-11-${each.day}, time: "${two(each.hour)}:00", category: branded, title: T${index}x, status: ${each.status}, unplanned: ${each.unplanned} }`,
      );
      const text = `${HEAD}hold: { from: ${moment(from)}, to: ${moment(until)} }\nposts:\n${lines.join('\n')}\n`;
      const rows = posts.flatMap(({ row }, index) =>
        row === null
          ? []
          : [
              {
                date: `2026-11-${row.day}`,
                time: `${two(row.hour)}:00`,
                title: `T${index}x`,
                isOut: row.isOut,
              },
            ],
      );
      const expected = posts.flatMap((each, index) => {
        if (each.row === null || each.row.isOut) return [];
        const isBack = each.status === 'on_hold' || each.status === 'cancelled';
        const isSuspended = !each.unplanned && isInside(each);
        const isPutInside = !each.unplanned && isInside(each.row);
        return isBack || isSuspended || isPutInside ? [`T${index}x`] : [];
      });
      const { posts: judged } = compared(text, rows);
      const found = judged
        .filter(({ verdict }) => verdict === 'held')
        .map(({ scheduled }) => scheduled?.title);
      expect(found.sort()).toEqual(expected.sort());
    }),
    { numRuns: 500 },
  );
});
