import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test, vi } from 'vitest';
import { addDays, daysBetween, weekdayOf } from '../../src/dates.ts';
import { readCalendar } from '../../src/exchange/read/icalendar.ts';
import { scheduleReader } from '../../src/exchange/read/read-schedule.ts';
import { type ScheduleTerms, UnreadableSchedule } from '../../src/exchange/rows.ts';
import { bareRow, NO_TERMS, sheetOf } from './reading.ts';

const IN_KYIV = { ...NO_TERMS, timezone: 'Europe/Kyiv' };
const calendar = (...events: readonly string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.map((event) => `BEGIN:VEVENT\n${event}\nEND:VEVENT`),
    'END:VCALENDAR',
    '',
  ]
    .join('\n')
    .replaceAll('\n', '\r\n');
const read = (text: string, terms = IN_KYIV) => readCalendar(Buffer.from(text), terms);
const timesOf = (...events: readonly string[]) =>
  read(calendar(...events)).rows.map(({ date, time }) => `${date} ${time}`);
const refusalOf = (text: string, terms = { ...NO_TERMS }) => {
  try {
    readCalendar(Buffer.from(text), terms);
    return 'was read';
  } catch (error) {
    if (error instanceof UnreadableSchedule) return error.message;
    throw error;
  }
};

test('an event', () => {
  const text = calendar(
    'UID:1\nDTSTART:20261123T090000Z\nSUMMARY:Soup\\, hot\nDESCRIPTION:a\\nb folded\n  text\nCATEGORIES:fun,light\nCATEGORIES:y\nSTATUS:CANCELLED\nBEGIN:VALARM\nDESCRIPTION:no\nEND:VALARM',
    'DTSTART;VALUE=DATE:20261124\nSUMMARY;LANGUAGE=en:A day',
  );
  expect(read(text)).toMatchObject({
    columns: [],
    rows: [
      {
        ...bareRow(3, '2026-11-23'),
        time: '11:00',
        labels: ['fun', 'light', 'y'],
        title: 'Soup, hot',
        text: 'a\nb folded text',
        id: '1',
        goesOut: false,
      },
      { ...bareRow(16, '2026-11-24'), title: 'A day' },
    ],
    skipped: [],
    notes: [],
  });
});

test.each([
  ['DTSTART:20261123T090000', '2026-11-23 09:00'],
  ['DTSTART:20261123T230000Z', '2026-11-24 01:00'],
  ['DTSTART;TZID=Europe/Kyiv:20261123T090000', '2026-11-23 09:00'],
  ['DTSTART;TZID=America/New_York:20261123T200000', '2026-11-24 03:00'],
  ['DTSTART;TZID="America/New_York":20260701T200000', '2026-07-02 03:00'],
  ['dtstart;value=date:20261123', '2026-11-23 null'],
])('%s is %s', (start, time) => {
  expect(timesOf(`${start}\nSUMMARY:A`)).toEqual([time]);
});

test('a time that a zone shows twice or never', () => {
  expect(timesOf('DTSTART;TZID=America/New_York:20261101T013000\nSUMMARY:A')).toEqual(['2026-11-01 07:30']);
  expect(timesOf('DTSTART;TZID=America/New_York:20260308T023000\nSUMMARY:A')).toEqual(['2026-03-08 08:30']);
});

test('entries that stand for no post', () => {
  const text = calendar(
    'SUMMARY:Idea',
    'DTSTART:20261123T090000',
    'DTSTART:soon\nSUMMARY:A',
    'DTSTART:20260230T090000\nSUMMARY:A',
    'DTSTART:20261123T990000\nSUMMARY:A',
    'DTSTART:20261123T090000\nSUMMARY:A\nRRULE:FREQ=NEVER',
    'DTSTART:99991231T235900Z\nSUMMARY:A',
  ).replace('END:VCALENDAR', 'BEGIN:VTODO\r\nSUMMARY:Task\r\nEND:VTODO\r\nEND:VCALENDAR');
  const { rows, skipped } = read(text);
  expect(rows).toEqual([]);
  expect(skipped).toEqual([
    { line: 3, reason: 'has no date, so it is an idea' },
    { line: 6, reason: 'has neither a title nor a text' },
    { line: 9, reason: 'has no date that can be read' },
    { line: 13, reason: 'has no date that can be read' },
    { line: 17, reason: 'has no time that can be read' },
    { line: 21, reason: 'has something in it that is not iCalendar' },
    { line: 26, reason: 'is outside the calendar' },
    { line: 30, reason: 'has no date, so it is an idea' },
  ]);
});

describe('the channel of an event', () => {
  const said = (lines: string, channels: readonly string[] = []) => {
    const [row] = read(calendar(`DTSTART:20261123T090000\n${lines}`), { ...IN_KYIV, channels }).rows;
    return { channels: row?.channels, labels: row?.labels, title: row?.title };
  };

  test('is a category that names a channel of the plan or a network', () => {
    expect(said('SUMMARY:A\nCATEGORIES:Fun,IG,shop NEWS\nCATEGORIES:Вконтакте', ['Shop  news'])).toEqual({
      channels: ['IG', 'shop NEWS', 'Вконтакте'],
      labels: ['Fun'],
      title: 'A',
    });
  });

  test.each([
    ['LinkedIn: We are hiring', 'LinkedIn', 'We are hiring'],
    ['ФБ : Хліб: свіжий', 'ФБ', 'Хліб: свіжий'],
    ['shop news:A', 'shop news', 'A'],
    ['Recipe: Bread', null, 'Recipe: Bread'],
    ['LinkedIn:', null, 'LinkedIn:'],
    [': A', null, ': A'],
    ['Our LinkedIn: A', null, 'Our LinkedIn: A'],
  ])('is in the title %s', (title, channel, rest) => {
    expect(said(`SUMMARY:${title}`, ['Shop news'])).toEqual({
      channels: channel === null ? [] : [channel],
      labels: [],
      title: rest,
    });
  });

  test('is in the title only where no category names another one', () => {
    expect(said('SUMMARY:Telegram: how we use it\nCATEGORIES:Instagram')).toEqual({
      channels: ['Instagram'],
      labels: [],
      title: 'Telegram: how we use it',
    });
    expect(said('SUMMARY:IG: Bread\nCATEGORIES:Instagram')).toEqual({
      channels: ['Instagram'],
      labels: [],
      title: 'Bread',
    });
  });
});

test('a task is for its start, else for when it is due, and may be done or cancelled', () => {
  const text = calendar(
    'DUE:20261123T090000\nSUMMARY:A\nSTATUS:COMPLETED',
    'DUE;TZID=America/New_York:20261123T200000\nSUMMARY:B\nSTATUS:CANCELLED\nRRULE:FREQ=DAILY;COUNT=2',
    'DTSTART:20261123T120000\nDUE:20261125T120000\nSUMMARY:C\nSTATUS:NEEDS-ACTION',
  ).replaceAll('VEVENT', 'VTODO');
  expect(read(text).rows).toEqual([
    { ...bareRow(3, '2026-11-23'), time: '09:00', title: 'A', isOut: true },
    { ...bareRow(8, '2026-11-24'), time: '03:00', title: 'B', goesOut: false },
    { ...bareRow(8, '2026-11-25'), time: '03:00', title: 'B', goesOut: false },
    { ...bareRow(14, '2026-11-23'), time: '12:00', title: 'C' },
  ]);
  expect(read(calendar('DUE:20261123T090000\nSUMMARY:A')).skipped).toEqual([
    { line: 3, reason: 'has no date, so it is an idea' },
  ]);
});

test.each([
  ['DTSTART:20261123T090000Z', 'UTC'],
  ['DTSTART;TZID=Europe/Kyiv:20261123T090000', 'Europe/Kyiv'],
])('%s needs the zone of the plan', (start, zone) => {
  expect(refusalOf(calendar(`${start}\nSUMMARY:A`))).toBe(
    `has a time in the zone "${zone}" (line 3), but nothing says in which time zone the plan is; write one into the plan or the config, such as timezone: Europe/Kyiv, or give cmplan import one with --timezone`,
  );
  expect(refusalOf(calendar('DTSTART:20261123T090000\nSUMMARY:A'))).toBe('was read');
});

test('a zone that there is not', () => {
  const text = calendar('DTSTART;TZID=W. Europe Standard Time:20261123T090000\nSUMMARY:A');
  expect(refusalOf(text, IN_KYIV)).toBe(
    'has a time in "W. Europe Standard Time" (line 3), which is not a time zone; export it with a time zone such as Europe/Kyiv, in UTC, or as CSV',
  );
});

test('a calendar that breaks off between two entries', () => {
  const whole = calendar('DTSTART:20261123\nSUMMARY:A');
  expect(refusalOf(whole.replace(/END:VCALENDAR\s*$/, ''))).toBe(
    'is cut off: its last line is not END:VCALENDAR; export it again',
  );
});

test.each([
  ['another entry', 'BEGIN:VEVENT\nDTSTART:20261124\nSUMMARY:B\nEND:VEVENT'],
  ['the end of another kind', 'END:VTODO'],
  ['the end of the calendar', ''],
])('an entry in which stands %s', (_, inside) => {
  const text = `BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261123\nSUMMARY:A\n${inside}\nEND:VCALENDAR\n`;
  expect(refusalOf(text)).toBe('is cut off: what begins on line 2 has no end; export it again');
});

test('what is no calendar', () => {
  expect(refusalOf('date,title\n')).toBe(
    'is not a calendar, because it has no line BEGIN:VCALENDAR; export it again as iCalendar',
  );
  expect(refusalOf('')).toBe('is empty');
  const whole = calendar('DTSTART:20261123T090000\nSUMMARY:A', 'DTSTART:20261124T090000\nSUMMARY:B');
  expect(refusalOf(whole.slice(0, whole.lastIndexOf('END:VEVENT')))).toBe(
    'is cut off: what begins on line 7 has no end; export it again',
  );
});

test('what is too much', () => {
  const many = (count: number, event: string) =>
    calendar(...Array.from({ length: count }, () => `DTSTART:20261123T090000\nSUMMARY:A\n${event}`));
  expect(refusalOf(many(5001, 'RRULE:FREQ=DAILY'))).toBe(
    'has more than 5,000 posts that repeat; export only the weeks of the plan',
  );
  expect(refusalOf(many(300, 'RRULE:FREQ=DAILY'))).toBe(
    'has more than 50,000 times of posts that repeat; export only the weeks of the plan',
  );
  expect(read(many(5000, 'RRULE:FREQ=DAILY;UNTIL=20260101T000000Z')).rows.length).toBe(0);
  expect(refusalOf(many(100, `RRULE:FREQ=MONTHLY;BYDAY=${Array(300).fill('1MO').join(',')}`))).toBe(
    'has more than 20,000 days in its repeat rules; export only the weeks of the plan',
  );
  const parse = vi.spyOn(ICAL, 'parse');
  for (const event of ['EXDATE:20261123T090000', 'EXDATE;TZID=Europe/Kyiv:']) {
    expect(refusalOf(many(1, `${event}${',20261123T090000'.repeat(20_000)}`))).toBe(
      'has more than 20,000 days on which posts do not repeat; export only the weeks of the plan',
    );
  }
  expect(refusalOf(many(10, `RDATE:20261123T090000${',20261123T090000'.repeat(10_000)}`))).toBe(
    'has more than 20,000 days on which posts repeat; export only the weeks of the plan',
  );
  expect(parse).not.toHaveBeenCalled();
  parse.mockRestore();
});

describe('a post that repeats', () => {
  test('but for days left out and others that stand in', () => {
    const start = 'UID:a\nDTSTART;TZID=Europe/Kyiv:20261123T220000\nSUMMARY:A';
    const moved =
      'UID:a\nRECURRENCE-ID;TZID=Europe/Kyiv:20261126T220000\nDTSTART:20261126T100000Z\nSUMMARY:B';
    const other = 'UID:b\nRECURRENCE-ID:20261127T200000Z\nDTSTART:20261127T100000Z\nSUMMARY:C';
    const rule =
      'RRULE:FREQ=DAILY;UNTIL=20261129T215959Z\nEXDATE:20261124T200000Z\nEXDATE;VALUE=DATE:20261125';
    expect(timesOf(`${start}\n${rule}`, moved, other)).toEqual([
      '2026-11-23 22:00',
      '2026-11-27 22:00',
      '2026-11-28 22:00',
      '2026-11-29 22:00',
      '2026-11-26 12:00',
      '2026-11-27 12:00',
    ]);
  });

  test('keeps its time on the clock of its zone', () => {
    expect(
      timesOf('DTSTART;TZID=America/New_York:20261030T090000\nSUMMARY:A\nRRULE:FREQ=WEEKLY;COUNT=2'),
    ).toEqual(['2026-10-30 15:00', '2026-11-06 16:00']);
  });

  test('to the end of a day', () => {
    expect(timesOf('DTSTART;VALUE=DATE:20261123\nSUMMARY:A\nRRULE:FREQ=DAILY;UNTIL=20261124')).toHaveLength(
      2,
    );
    expect(timesOf('DTSTART:20261123T090000\nSUMMARY:A\nRRULE:FREQ=DAILY;UNTIL=20261124')).toHaveLength(2);
  });

  test('to a day of its own zone, and but for such days', () => {
    // In Kyiv both are already on the next day.
    const start = 'DTSTART;TZID=America/New_York:20261130T200000\nSUMMARY:A\nRRULE:FREQ=DAILY';
    expect(timesOf(`${start};UNTIL=20261202\nEXDATE;VALUE=DATE:20261201`)).toEqual([
      '2026-12-01 03:00',
      '2026-12-03 03:00',
    ]);
    const utc = 'DTSTART:20261130T230000Z\nSUMMARY:A\nRRULE:FREQ=DAILY;UNTIL=20261201';
    expect(timesOf(utc)).toEqual(['2026-12-01 01:00', '2026-12-02 01:00']);
    const moved = 'UID:a\nRECURRENCE-ID;VALUE=DATE:20261201\nDTSTART:20261215T100000Z\nSUMMARY:B';
    expect(timesOf(`UID:a\n${start};COUNT=2`, moved)).toEqual(['2026-12-01 03:00', '2026-12-15 12:00']);
  });

  test('on days that are named, each once', () => {
    const start = 'UID:a\nDTSTART;TZID=Europe/Kyiv:20261130T090000\nSUMMARY:A';
    expect(
      timesOf(
        `${start}\nRDATE;TZID=Europe/Kyiv:20261202T120000,20261201T120000,20261130T090000\nRDATE:20261202T100000Z,20261203T100000Z`,
      ),
    ).toEqual(['2026-11-30 09:00', '2026-12-02 12:00', '2026-12-01 12:00', '2026-12-03 12:00']);
    expect(timesOf(`${start}\nRRULE:FREQ=DAILY;COUNT=2\nRDATE:20261201T070000Z,20261201T080000Z`)).toEqual([
      '2026-11-30 09:00',
      '2026-12-01 09:00',
      '2026-12-01 10:00',
    ]);
  });

  test('on a whole day that is named at its own time, and for a period when that begins', () => {
    const start = 'DTSTART;TZID=America/New_York:20261130T200000\nSUMMARY:A';
    expect(timesOf(`${start}\nRDATE;VALUE=DATE:20261204`)).toEqual(['2026-12-01 03:00', '2026-12-05 03:00']);
    const periods = '20261204T090000/PT1H,20261205T090000Z/20261205T100000Z';
    expect(timesOf(`${start}\nRDATE;VALUE=PERIOD;TZID=America/New_York:${periods}`)).toEqual([
      '2026-12-01 03:00',
      '2026-12-04 16:00',
      '2026-12-05 11:00',
    ]);
    expect(timesOf('DTSTART;VALUE=DATE:20261130\nSUMMARY:A\nRDATE;VALUE=DATE:20261204')).toEqual([
      '2026-11-30 null',
      '2026-12-04 null',
    ]);
  });

  test('on days that are named but for those left out or replaced', () => {
    const start =
      'UID:a\nDTSTART:20261130T090000\nSUMMARY:A\nRDATE:20261201T090000,20261202T090000,20261203T090000';
    const moved = 'UID:a\nRECURRENCE-ID:20261202T090000\nDTSTART:20261202T180000\nSUMMARY:B';
    expect(timesOf(`${start}\nEXDATE:20261203T090000\nEXDATE;VALUE=DATE:20261130`, moved)).toEqual([
      '2026-12-01 09:00',
      '2026-12-02 18:00',
    ]);
  });

  test('on a day that cannot be read, which is said', () => {
    const { rows, notes } = read(
      calendar('DTSTART:20261130T090000\nSUMMARY:A\nRDATE:20261301,20261201T090000'),
    );
    expect(rows.map(({ date }) => date)).toEqual(['2026-11-30', '2026-12-01']);
    expect(notes).toEqual([
      {
        line: 3,
        reason:
          'repeats on a date (RDATE) that cannot be read, so the post of that date is left out; add it as a separate event',
      },
    ]);
  });

  test('for a year and a day at most', () => {
    const { rows } = read(calendar('DTSTART:20261123T090000\nSUMMARY:A\nRRULE:FREQ=DAILY'));
    expect(rows).toHaveLength(367);
    expect(rows.at(-1)?.date).toBe(addDays('2026-11-23', 366));
    expect(timesOf('DTSTART:20261123T090000\nSUMMARY:A\nRRULE:FREQ=DAILY;INTERVAL=999999999')).toHaveLength(
      1,
    );
  });

  test.each([
    'FREQ=SECONDLY',
    'FREQ=MINUTELY;BYMONTH=1',
    'FREQ=HOURLY',
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY;INTERVAL=7;BYDAY=TU',
    'FREQ=DAILY;BYDAY=1MO',
    'FREQ=MONTHLY;INTERVAL=48;BYMONTHDAY=31',
    'FREQ=MONTHLY;BYDAY=5MO',
    'FREQ=MONTHLY;BYMONTHDAY=-1',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=WEEKLY;BYHOUR=9,18',
    'FREQ=DAILY\nRRULE:FREQ=WEEKLY',
    'COUNT=2',
  ])('by %s counts once', (rule) => {
    const { rows, notes } = read(calendar(`DTSTART:20261123T090000\nSUMMARY:A\nRRULE:${rule}`));
    expect(rows).toHaveLength(1);
    expect(notes).toEqual([
      {
        line: 3,
        reason:
          'repeats by a rule that cmplan cannot read, so it counts only once; add its other posts as separate events',
      },
    ]);
  });
});

const DAY_NAMES = { mon: 'MO', tue: 'TU', wed: 'WE', thu: 'TH', fri: 'FR', sat: 'SA', sun: 'SU' };
const dayName = (day: string) => DAY_NAMES[weekdayOf(day)];
const weekdays = fc.subarray(Object.values(DAY_NAMES), { minLength: 1 });

/** Rules, each with what days have to fulfil. */
const rule = fc.oneof(
  fc.integer({ min: 1, max: 40 }).map((n) => ({
    rule: `FREQ=DAILY;INTERVAL=${n}`,
    fits: (_: string, index: number) => index % n === 0,
  })),
  weekdays.map((days) => ({
    rule: `FREQ=DAILY;BYDAY=${days.join()}`,
    fits: (day: string) => days.includes(dayName(day)),
  })),
  weekdays.map((days) => ({
    rule: `FREQ=WEEKLY;BYDAY=${days.join()}`,
    fits: (day: string) => days.includes(dayName(day)),
  })),
  fc.integer({ min: 1, max: 12 }).map((n) => ({
    rule: `FREQ=WEEKLY;INTERVAL=${n}`,
    fits: (_: string, index: number) => index % (7 * n) === 0,
  })),
  fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 4 }).map((days) => ({
    rule: `FREQ=MONTHLY;BYMONTHDAY=${days.join()}`,
    fits: (day: string) => days.includes(Number(day.slice(8))),
  })),
  fc.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom(...Object.values(DAY_NAMES))).map(([n, name]) => ({
    rule: `FREQ=MONTHLY;BYDAY=${n}${name}`,
    fits: (day: string) => dayName(day) === name && Math.ceil(Number(day.slice(8)) / 7) === n,
  })),
  fc.constantFrom(...Object.values(DAY_NAMES)).map((name) => ({
    rule: `FREQ=MONTHLY;BYDAY=-1${name}`,
    fits: (day: string) => dayName(day) === name && addDays(day, 7).slice(0, 7) !== day.slice(0, 7),
  })),
);

test('the days of a rule are those that fulfil it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 800 }), rule, (offset, { rule: written, fits }) => {
      const from = addDays('2026-01-01', offset);
      // The standard leaves open what a first day means that does not fulfil the rule.
      const start = daysBetween(from, addDays(from, 62)).find(fits) ?? from;
      const days = daysBetween(start, addDays(start, 366)).filter(fits);
      const event = `DTSTART:${start.replaceAll('-', '')}T090000\nSUMMARY:A\nRRULE:${written}`;
      expect(timesOf(event)).toEqual(days.map((day) => `${day} 09:00`));
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 200) },
  );
});

test('a head of millions of parameters takes no stack, and is none', () => {
  const event = `DTSTART:20261123T090000\nSUMMARY;A=${','.repeat(5_000_000)}:B\nSUMMARY:A`;
  expect(read(calendar(event)).rows).toEqual([{ ...bareRow(3, '2026-11-23'), time: '09:00', title: 'A' }]);
});

const PIECES = [
  ...[
    'BEGIN:VCALENDAR\n',
    'BEGIN:VEVENT\n',
    'END:VEVENT\n',
    'BEGIN:VTODO\n',
    'END:VTODO\n',
    'END:\n',
    'BEGIN:\n',
  ],
  ...[
    'DTSTART:20261123T090000Z\n',
    'DTSTART;VALUE=DATE:20261123\n',
    'DTSTART;VALUE=PERIOD:1/2\n',
    'DTSTART:\n',
    'SUMMARY:A\n',
  ],
  ...[
    'RRULE:FREQ=DAILY\n',
    'RRULE:FREQ=MONTHLY;BYDAY=-4SU;INTERVAL=7\n',
    'RRULE:\n',
    'RRULE:FREQ=WEEKLY;WKST=SU;BYDAY=SU,MO;INTERVAL=52\n',
  ],
  ...[
    'EXDATE:x\n',
    'RECURRENCE-ID;RANGE=THISANDFUTURE:20261123\n',
    'UID:\n',
    'CATEGORIES:,;\n',
    'DTSTART;TZID=__proto__:20261123T090000\n',
  ],
  ...[
    'RDATE:20261124T090000,20261125T090000Z\n',
    'RDATE;VALUE=PERIOD:20261124T090000/PT1H,/\n',
    'RDATE;VALUE=DATE:20261124,x\n',
    'EXDATE;VALUE=DATE:20261124\n',
    'DUE:20261123T090000\n',
    'CATEGORIES:IG,fun\n',
    'SUMMARY:x: A: B\n',
    'X-WR-TIMEZONE:Z\n',
  ],
  ...[
    'BEGIN:VTIMEZONE\nTZID:Z\n',
    'END:VTIMEZONE\n',
    'BEGIN:STANDARD\n',
    'END:STANDARD\n',
    'TZOFFSETFROM:+0200\n',
    'TZOFFSETTO:-9900\n',
    'TZOFFSETTO:x\n',
    'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29,-31;BYDAY=SU\n',
    'DTSTART;TZID=Z:20261123T090000\n',
    'DTSTART;TZID=/Z/UTC:20261123T090000\n',
  ],
  ...[
    'SUMMARY;VALUE=BINARY:x\n',
    'SUMMARY;VALUE=constructor:x\n',
    'RRULE;VALUE=TEXT:x\n',
    ' x',
    ':',
    ';',
    '"',
    '\n',
    '=',
    'VALUE=',
    '\t',
    'a',
    '\\',
    ',',
  ],
];

test('nothing is thrown but why a calendar cannot be read', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }),
      fc.constantFrom(null, 'Europe/Kyiv'),
      (pieces, timezone) => {
        refusalOf(`BEGIN:VCALENDAR\nBEGIN:VEVENT\n${pieces.join('')}`, { ...NO_TERMS, timezone });
      },
    ),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 2000) },
  );
});

test('a calendar is known by its name or by how it begins', async () => {
  const text = calendar('DTSTART:20261123T090000\nSUMMARY:A');
  const { rows } = read(text);
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
  const readAs = async (name: string, bytes: Buffer, terms: ScheduleTerms = IN_KYIV) =>
    (await scheduleReader(name, bytes))(bytes, terms);
  for (const bytes of [
    Buffer.from(text),
    Buffer.from(`\ufeff\n${text}`),
    utf16,
    Buffer.from(utf16).swap16(),
  ]) {
    expect((await readAs('x.txt', bytes)).rows).toHaveLength(1);
  }
  expect((await readAs('x.ICS', Buffer.from(`X:\n${text}`))).rows).toHaveLength(1);
  expect((await readAs('x', Buffer.from(text))).rows).toEqual(rows);
  const sheet = 'date,title\n2026-11-23,BEGIN:VCALENDAR\n';
  expect((await readAs('x', Buffer.from(sheet), NO_TERMS)).rows).toEqual(sheetOf(sheet).rows);
});
