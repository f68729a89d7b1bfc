import { describe, expect, test } from 'vitest';
import { compared, told } from './compared.ts';

const week = (posts: string, targets = 'posts_per_day: 0-9') =>
  `week: 2026-W48\nchannels: facebook\ntargets: { ${targets} }\nposts:\n${posts}`;
const SOUP = week('  mon:\n    - { time: "09:00", category: functional, title: Five soups }\n');
const WHOLE = { covers: { from: '2026-11-23', to: '2026-11-29' } };

describe('a planned post that is there', () => {
  test.each([
    ['at its minute', { time: '09:00' }, 'on_plan: Five soups 23 09:00 > 23 09:00'],
    ['within the grace', { time: '09:15' }, 'on_plan: Five soups 23 09:00 > 23 09:15'],
    ['earlier within the grace', { time: '08:45' }, 'on_plan: Five soups 23 09:00 > 23 08:45'],
    ['beyond the grace', { time: '09:16' }, 'moved: Five soups 23 09:00 > 23 09:16'],
    ['without a time', {}, 'on_plan: Five soups 23 09:00 > 23'],
    ['on another day', { date: '2026-11-24', time: '09:00' }, 'moved: Five soups 23 09:00 > 24 09:00'],
    ['after the plan', { date: '2026-12-01' }, 'moved: Five soups 23 09:00 > 01'],
    ['before the plan', { date: '2026-11-20' }, 'moved: Five soups 23 09:00 > 20'],
    ['with its category', { category: 'functional' }, 'on_plan: Five soups 23 09:00 > 23'],
    ['by a format', { labels: ['autumn', 'how-to'] }, 'on_plan: Five soups 23 09:00 > 23'],
    ['in any letter case', { category: ' FUNCTIONAL ' }, 'on_plan: Five soups 23 09:00 > 23'],
    ['with another category', { category: 'branded' }, 'recategorised: Five soups 23 09:00 > 23'],
    ['by another format', { labels: ['joke'] }, 'recategorised: Five soups 23 09:00 > 23'],
    [
      'elsewhere and otherwise',
      { date: '2026-11-24', category: 'emotional' },
      'moved_and_recategorised: Five soups 23 09:00 > 24',
    ],
  ])('%s', (_, row, line) => {
    expect(told(compared(SOUP, [{ title: 'five  SOUPS', ...row }]))).toEqual([line]);
  });

  test('the grace can be set', () => {
    const rows = [{ title: 'Five soups', time: '09:01' }];
    expect(told(compared(SOUP, rows, { grace: 0 }))).toEqual(['moved: Five soups 23 09:00 > 23 09:01']);
    expect(told(compared(SOUP, [{ title: 'Five soups', time: '10:40' }], { grace: 100 }))).toEqual([
      'on_plan: Five soups 23 09:00 > 23 10:40',
    ]);
  });

  test('a time around midnight is on another day, however near', () => {
    const plan = week('  mon:\n    - { time: "23:58", category: functional, title: Late }\n');
    expect(told(compared(plan, [{ title: 'Late', date: '2026-11-24', time: '00:01' }]))).toEqual([
      'moved: Late 23 23:58 > 24 00:01',
    ]);
  });

  test('a caption under another time is found by likeness, where it is near', () => {
    const caption = { text: 'Today: five hearty SOUPS, and bread!', time: '11:00' };
    const plan = week('  mon:\n    - { time: "09:00", category: functional, title: Five hearty soups }\n');
    expect(told(compared(plan, [caption]))).toEqual(['moved: Five hearty soups 23 09:00 > 23 11:00']);
    expect(told(compared(plan, [{ ...caption, date: '2026-11-29' }], WHOLE))).toEqual([
      'dropped: Five hearty soups 23 09:00 > -',
      'added: Today: five hearty SOUPS, and bread! - > 29 11:00',
    ]);
  });

  test.each([
    ['Interview with the baker', 'Interview with the miller'],
    ['Our week in pictures, part 1', 'Our week in pictures, part 2'],
    ['Soup', 'Our soup of the day comes with bread, and with a smile'],
  ])('%s is not %s', (title, other) => {
    const plan = week(`  mon:\n    - { time: "09:00", category: functional, title: "${title}" }\n`);
    expect(compared(plan, [{ title: other, time: '11:00' }]).counts.moved).toBe(0);
  });
});

describe('a planned post that is not there', () => {
  test('is dropped', () => {
    expect(told(compared(SOUP, [], WHOLE))).toEqual(['dropped: Five soups 23 09:00 > -']);
  });

  test('gives way to a post that its day has instead, one for one', () => {
    const plan = week(
      '  mon:\n    - { time: "09:00", category: functional, title: Five soups }\n    - { time: "15:00", category: branded, title: Our van }\n',
    );
    const rows = [{ title: 'Power cut', time: '14:00' }];
    expect(told(compared(plan, rows))).toEqual([
      'dropped: Five soups 23 09:00 > -',
      'added: Power cut - > 23 14:00',
      'gave_way: Our van 23 15:00 > -',
    ]);
    expect(told(compared(plan, [...rows, { title: 'Snow' }]))).toEqual([
      'gave_way: Five soups 23 09:00 > -',
      'added: Power cut - > 23 14:00',
      'gave_way: Our van 23 15:00 > -',
      'added: Snow - > 23',
    ]);
  });

  test('does not give way to a post of another day or channel', () => {
    expect(told(compared(SOUP, [{ date: '2026-11-24', title: 'Snow' }], WHOLE))[0]).toMatch(/^dropped/);
    const two = SOUP.replace('facebook', '[facebook, telegram]').replace(
      '{ time',
      '{ channel: facebook, time',
    );
    expect(told(compared(two, [{ title: 'Snow', channels: ['telegram'] }]))).toEqual([
      'unknown: Five soups 23 09:00 > -',
      'added: Snow - > 23',
    ]);
    const withBoth = [
      { title: 'Snow', channels: ['telegram'] },
      { date: '2026-11-24', title: 'Rain', channels: ['facebook'] },
    ];
    expect(told(compared(two, withBoth))[0]).toBe('dropped: Five soups 23 09:00 > -');
  });

  test('is unknown where the schedule says nothing', () => {
    expect(told(compared(SOUP, [{ date: '2026-11-25', title: 'Snow' }]))).toEqual([
      'unknown: Five soups 23 09:00 > -',
      'added: Snow - > 25',
    ]);
  });

  test('is open where it is a slot that nobody filled, or a chance idea that came to nothing', () => {
    const plan = week(
      '  mon:\n    - { time: "09:00", category: functional }\n    - { title: Snow, unplanned: true }\n',
    );
    expect(told(compared(plan, [], WHOLE))).toEqual(['open:  23 09:00 > -', 'open: Snow 23 > -']);
  });

  test('that does not go out counts nowhere, on either side', () => {
    const held = SOUP.replace('title:', 'status: on_hold, title:');
    expect(told(compared(held, [{ title: 'Five soups', goesOut: false }]))).toEqual([]);
    expect(told(compared(SOUP, [{ title: 'Five soups', goesOut: false }]))).toEqual([
      'dropped: Five soups 23 09:00 > -',
    ]);
  });
});

describe('what is no drift', () => {
  test('an open slot that got filled, whatever it got filled with', () => {
    const plan = week('  mon:\n    - { time: "09:00", category: functional }\n');
    const { posts, drift } = compared(plan, [{ time: '09:00', text: 'Soup!', category: 'branded' }]);
    expect([posts[0]?.verdict, drift.n]).toEqual(['on_plan', 0n]);
  });

  test('an unplanned post of the plan that is there, wherever', () => {
    const plan = week('  mon:\n    - { time: "09:00", title: Snow, unplanned: true }\n');
    expect(told(compared(plan, [{ title: 'Snow', date: '2026-11-26' }]))).toEqual([
      'on_plan: Snow 23 09:00 > 26',
    ]);
  });

  test('added posts, be they beyond the room of the day', () => {
    const plan = week('  mon:\n    - { category: functional, title: Soup }\n', 'posts_per_day: 0-2');
    const rows = [{ title: 'Soup' }, { title: 'Snow' }];
    expect(compared(plan, rows).counts).toMatchObject({ on_plan: 1, added: 1, over_room: 0 });
    const more = compared(plan, [...rows, { title: 'Ice' }]);
    expect(more.counts).toMatchObject({ on_plan: 1, added: 0, over_room: 2 });
    expect(more.drift.n).toBe(0n);
  });
});

describe('rows that are of no post', () => {
  test('lie outside the plan', () => {
    const { posts, skipped } = compared(SOUP, [
      { title: 'Next week', date: '2026-11-30' },
      { title: 'Last week', date: '2026-11-22' },
    ]);
    expect(posts.map(({ verdict }) => verdict)).toEqual(['dropped']);
    expect(skipped).toEqual([
      { line: 2, reason: 'goes out after the plan, which ends on 2026-11-29' },
      { line: 3, reason: 'goes out before the plan, which begins on 2026-11-23' },
    ]);
  });
});

test('drift is the share of planned posts with a title on covered days, exactly', () => {
  const titles = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
  const posts = titles.map((title) => `    - { category: functional, title: Post ${title} }\n`).join('');
  const plan = week(
    `  mon:\n${posts}    - { category: branded }\n  fri:\n    - { category: branded, title: Van }\n`,
  );
  const { drift, measured } = compared(plan, [{ title: 'Post A' }, { title: 'Post B', category: 'branded' }]);
  expect(measured).toBe(7);
  expect([drift.n, drift.d]).toEqual([600n, 7n]);
});

test('the mix is that of what is scheduled, and once more with what was added', () => {
  const plan = week(
    '  mon:\n    - { category: functional, title: Soup }\n    - { category: branded, title: Van }\n    - { title: Snow, category: emotional, unplanned: true }\n',
  );
  const { channels } = compared(plan, [
    { title: 'Soup', category: 'branded' },
    { title: 'Van' },
    { title: 'Snow' },
    { title: 'Ice', category: 'emotional' },
    { title: 'Without' },
  ]);
  const counts = (mix: (typeof channels)[0]['mix'] | undefined) => mix?.categories.map(({ count }) => count);
  expect(counts(channels[0]?.mix)).toEqual([2, 0, 0]);
  expect(counts(channels[0]?.mixWithAdded)).toEqual([2, 0, 2]);
  expect([...(channels[0]?.planned ?? [])]).toEqual([
    ['functional', 1],
    ['branded', 1],
  ]);
});

describe('another plan as schedule', () => {
  test('covers its own days, and its open slots are not scheduled', () => {
    const plan = week(
      '  mon:\n    - { time: "09:00", category: functional, title: Soup }\n    - { time: "12:00", category: branded }\n',
    );
    const now = week(
      '  tue:\n    - { time: "09:00", category: functional }\n  mon:\n    - { time: "12:00", category: branded }\n',
    );
    expect(told(compared(plan, now))).toEqual(['dropped: Soup 23 09:00 > -', 'open:  23 12:00 > -']);
  });

  test('knows posts by their id', () => {
    const plan = week('  mon:\n    - { id: s1, time: "09:00", category: functional, title: Soup }\n');
    const now = week(
      '  tue:\n    - { id: s1, time: "10:00", category: functional, title: Something else }\n',
    );
    expect(told(compared(plan, now))).toEqual(['moved: Soup 23 09:00 > 24 10:00']);
  });
});

describe('which post is which', () => {
  const two = (first: string, second: string) =>
    week(`  mon:\n    - { time: "09:00", ${first} }\n    - { time: "12:00", ${second} }\n`);

  test('an id that comes twice is that of the post with the same words', () => {
    const plan = week('  mon:\n    - { time: "10:00", category: branded, title: A, id: p1 }\n');
    const rows = [
      { time: '10:00', category: 'emotional', title: 'A', id: 'p1' },
      { time: '10:00', title: 'Q', id: 'p1', date: '2026-11-26' },
    ];
    expect(told(compared(plan, rows))).toEqual([
      'recategorised: A 23 10:00 > 23 10:00',
      'added: Q - > 26 10:00',
    ]);
  });

  test('posts of one rubric are told apart by their words', () => {
    const plan = two(
      'category: branded, title: News, text: Hello',
      'category: branded, title: News, text: Bye',
    );
    const rows = [
      { time: '12:00', title: 'News', text: 'Hello' },
      { time: '09:00', title: 'News', text: 'Bye' },
    ];
    expect(compared(plan, rows).counts.moved).toBe(2);
  });

  test('a post with the same title and text comes before one with the same title', () => {
    const plan = two('category: branded, title: A1, text: B1', 'category: branded, title: A2, text: B2');
    const rows = [
      { time: '15:00', title: 'A1', text: 'B2' },
      { date: '2026-11-24', time: '18:00', title: 'A1', text: 'B1' },
    ];
    expect(told(compared(plan, rows))).toEqual([
      'moved: A1 23 09:00 > 24 18:00',
      'moved: A2 23 12:00 > 23 15:00',
    ]);
  });
});

describe('a rubric that comes back', () => {
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  const daily = week(
    days.map((day) => `  ${day}:\n    - { time: "12:30", category: functional, title: Weather }\n`).join(''),
  );
  const rowsOn = (...dates: readonly string[]) =>
    dates.map((date) => ({ date: `2026-${date}`, time: '12:30', title: 'Weather' }));

  test('does not move into the next week from days that are not covered', () => {
    const { counts, drift } = compared(
      daily,
      rowsOn('11-25', '11-26', '11-27', '11-28', '11-29', '11-30', '12-01'),
    );
    expect(counts).toMatchObject({ on_plan: 5, unknown: 2, moved: 0 });
    expect(drift.n).toBe(0n);
  });

  test('may have moved there from a day that is', () => {
    const { counts } = compared(daily, rowsOn('11-23', '11-24', '11-25', '11-26', '11-28', '11-29', '11-30'));
    expect(counts).toMatchObject({ on_plan: 6, dropped: 0, moved: 1 });
  });

  test('but a post that comes once does move there', () => {
    expect(told(compared(SOUP, [{ title: 'Five soups', date: '2026-11-30', time: '09:00' }], WHOLE))).toEqual(
      ['moved: Five soups 23 09:00 > 30 09:00'],
    );
  });
});

test('the days that a schedule covers say which of the missing posts are unknown, and nothing of what is there', () => {
  const plan = week(
    '  mon:\n    - { category: branded, title: Van }\n    - { category: branded, title: Car }\n  wed:\n    - { category: branded, title: Bus }\n',
  );
  const rows = [
    { date: '2026-11-24', title: 'Van' },
    { date: '2026-11-24', title: 'Snow' },
  ];
  const covers = { from: '2026-11-25', to: '2026-11-29' };
  const { posts, drift, channels } = compared(plan, rows, { covers });
  expect(told({ posts })).toEqual([
    'unknown: Car 23 > -',
    'moved: Van 23 > 24',
    'added: Snow - > 24',
    'dropped: Bus 25 > -',
  ]);
  expect(drift.valueOf()).toBe(100);
  expect([channels[0]?.mix?.counted, [...(channels[0]?.planned.values() ?? [])]]).toEqual([1, [2]]);
});
