import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { addDays, instantAt, timeAt } from '../../src/dates.ts';
import { readCalendar } from '../../src/exchange/read/icalendar.ts';
import { CalendarZones, definitionsIn } from '../../src/exchange/read/icalendar-zones.ts';
import type { ScheduleTerms } from '../../src/exchange/rows.ts';
import { NO_TERMS } from './reading.ts';

const IN_KYIV: ScheduleTerms = { ...NO_TERMS, timezone: 'Europe/Kyiv' };

/** A part of a definition: STANDARD or DAYLIGHT, the two offsets, and other lines. */
const part = (kind: string, from: string, to: string, ...lines: readonly string[]) =>
  [`BEGIN:${kind}`, `TZOFFSETFROM:${from}`, `TZOFFSETTO:${to}`, ...lines, `END:${kind}`].join('\n');
const definition = (name: string, ...parts: readonly string[]) =>
  `BEGIN:VTIMEZONE\nTZID:${name}\n${parts.join('\n')}\nEND:VTIMEZONE\n`;
const event = (lines: string) => `BEGIN:VEVENT\n${lines}\nSUMMARY:A\nEND:VEVENT\n`;
const read = (content: string, terms = IN_KYIV) =>
  readCalendar(Buffer.from(`BEGIN:VCALENDAR\n${content}END:VCALENDAR\n`), terms);
/** When a time in the zone "Z", or another one, is in Kyiv. */
const shownIn = (content: string, time: string, zone = 'Z') =>
  read(content + event(`DTSTART;TZID="${zone}":${time}`)).rows.map((row) => `${row.date} ${row.time}`);

/** Changes of the clocks on days that are listed. */
const LISTED = [
  part('STANDARD', '+0000', '+0530', 'DTSTART:20200101T000000', 'RDATE:20261101T000000'),
  part('DAYLIGHT', '+0530', '+0000', 'DTSTART:20200601T000000', 'RDATE:20260601T000000,20261123T100000'),
];

const MICROSOFT_KYIV = definition(
  'FLE Standard Time',
  part(
    'STANDARD',
    '+0300',
    '+0200',
    'DTSTART:16010101T040000',
    'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
  ),
  part(
    'DAYLIGHT',
    '+0200',
    '+0300',
    'DTSTART:16010101T030000',
    'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3',
  ),
);
const NEW_YORK = definition(
  '(UTC-05:00) Eastern\\, US',
  part('DAYLIGHT', '-0500', '-0400', 'DTSTART:20070311T020000', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU'),
  part('STANDARD', '-0400', '-0500', 'DTSTART:20071104T020000', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU'),
);
const LORD_HOWE = definition(
  'Z',
  part(
    'STANDARD',
    '+1100',
    '+1030',
    'DTSTART:20080406T020000',
    'RRULE:FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=1,2,3,4,5,6,7;BYDAY=SU',
  ),
  part('DAYLIGHT', '+1030', '+1100', 'DTSTART:20081005T020000', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU'),
);

describe('a zone that the calendar defines', () => {
  test.each([
    ['FLE Standard Time', 'Europe/Kyiv', MICROSOFT_KYIV],
    ['(UTC-05:00) Eastern, US', 'America/New_York', NEW_YORK],
    ['Z', 'Australia/Lord_Howe', LORD_HOWE],
  ])('%s has the clocks of %s', (name, official, text) => {
    const lines = text.split('\n').map((content) => ({ line: 1, content }));
    const clock = new CalendarZones(definitionsIn(lines)).clockOf(name);
    if (typeof clock === 'string') throw new Error(clock);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8000 }), fc.integer({ min: 0, max: 47 }), (offset, half) => {
        const day = addDays('2009-01-01', offset);
        expect(clock(day, timeAt(30 * half))).toBe(instantAt(official, day, timeAt(30 * half)));
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 3000) },
    );
  });

  test('is read in a whole calendar, wherever it stands in there', () => {
    const [zone, name] = [NEW_YORK, '(UTC-05:00) Eastern, US'];
    expect(shownIn(zone, '20261123T090000', name)).toEqual(['2026-11-23 16:00']);
    expect(shownIn(zone, '20260701T090000', name)).toEqual(['2026-07-01 16:00']);
    expect(shownIn(zone, '20261030T090000', name)).toEqual(['2026-10-30 15:00']);
    const after = event(`DTSTART;TZID="${name}":20261123T090000\nRRULE:FREQ=DAILY;UNTIL=20261124T140000Z`);
    expect(read(after + zone).rows.map(({ time }) => time)).toEqual(['16:00', '16:00']);
  });

  test.each([
    // The clocks have not changed since a single day.
    ['20261123T090000', [part('STANDARD', '+0100', '+0530', 'DTSTART:19700101T000000')], '2026-11-23 05:30'],
    // Before all changes.
    ['19600101T090000', [part('STANDARD', '+0530', '+0100', 'DTSTART:19700101T000000')], '1960-01-01 06:30'],
    ['20261123T090000', [part('STANDARD', '+0530', '+0100', 'DTSTART:20300101T000000')], '2026-11-23 05:30'],
    [
      '20261123T090000',
      [part('STANDARD', '+0530', '+0100', 'DTSTART:20300101T000000', 'RRULE:FREQ=YEARLY')],
      '2026-11-23 05:30',
    ],
    // Days that are listed.
    ['20261123T090000', LISTED, '2026-11-23 05:30'],
    ['20261123T100000', LISTED, '2026-11-23 12:00'],
    // A rule that has ended, at a time in UTC and by a day.
    [
      '20261123T090000',
      [
        part(
          'STANDARD',
          '+0000',
          '+0530',
          'DTSTART:20001001T000000',
          'RRULE:FREQ=YEARLY;UNTIL=20261001T000000Z',
        ),
        part('DAYLIGHT', '+0530', '+0000', 'DTSTART:20000601T000000', 'RRULE:FREQ=YEARLY;UNTIL=20260601'),
      ],
      '2026-11-23 05:30',
    ],
    [
      '20261123T090000',
      [
        part(
          'STANDARD',
          '+0000',
          '+0530',
          'DTSTART:20001001T000000',
          'RRULE:FREQ=YEARLY;UNTIL=20260930T235959Z',
        ),
        part(
          'DAYLIGHT',
          '+0530',
          '+0000',
          'DTSTART:20000601T000000',
          'RRULE:FREQ=YEARLY;UNTIL=20260601T000000',
        ),
      ],
      '2026-11-23 11:00',
    ],
    [
      '20401123T090000',
      [part('STANDARD', '+0000', '+0530', 'DTSTART:19001001T000000', 'RRULE:FREQ=YEARLY;UNTIL=19101001')],
      '2040-11-23 05:30',
    ],
    // The last day of a month.
    [
      '20261131T090000',
      [part('STANDARD', '+0000', '+0530', 'DTSTART:20001130T000000', 'RRULE:FREQ=YEARLY;BYMONTHDAY=-1')],
      undefined,
    ],
    [
      '20261130T090000',
      [part('STANDARD', '+0000', '+0530', 'DTSTART:20001130T000000', 'RRULE:FREQ=YEARLY;BYMONTHDAY=-1')],
      '2026-11-30 05:30',
    ],
    // 29 February, which is a Sunday in 2004 and 2032 alone.
    [
      '20311123T090000',
      [
        part(
          'STANDARD',
          '+0000',
          '+0530',
          'DTSTART:20040229T000000',
          'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU',
        ),
      ],
      '2031-11-23 05:30',
    ],
  ] as const)('%s by a definition (%#)', (time, parts, shown) => {
    expect(shownIn(definition('Z', ...parts), time)).toEqual(shown === undefined ? [] : [shown]);
  });

  test.each([
    [''],
    [part('STANDARD', '+0000', 'two', 'DTSTART:20200101T000000')],
    [part('STANDARD', '+0000', '+0200', 'DTSTART:soon')],
    [part('STANDARD', '+0000', '+0200')],
    ['BEGIN:STANDARD\nDTSTART:20200101T000000\nTZOFFSETTO:+0200\nEND:STANDARD'],
    [part('STANDARD', '+0000', '+0200', 'DTSTART:20200101T000000', 'RDATE:soon')],
    ...[
      'FREQ=NEVER',
      'FREQ=DAILY',
      'FREQ=MONTHLY;BYDAY=1SU',
      'FREQ=YEARLY;COUNT=3',
      'FREQ=YEARLY;INTERVAL=2',
      'FREQ=YEARLY;BYDAY=SU',
      'FREQ=YEARLY;BYDAY=1SU;BYMONTHDAY=1',
      'FREQ=YEARLY;BYDAY=SU,MO;BYMONTHDAY=1',
      'FREQ=YEARLY;BYDAY=20SU',
      'FREQ=YEARLY;BYMONTH=3,4',
      'FREQ=YEARLY;BYMONTHDAY=3,4',
      'FREQ=YEARLY;BYYEARDAY=40',
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
      'FREQ=YEARLY;UNTIL=20191231',
      'FREQ=YEARLY\nRRULE:FREQ=YEARLY;BYMONTH=3',
    ].map((rule) => [part('STANDARD', '+0000', '+0200', 'DTSTART:20200101T000000', `RRULE:${rule}`)]),
  ])('is refused if it cannot be read (%#)', (text) => {
    expect(() => shownIn(definition('Z', text), '20261123T090000')).toThrow(
      /^has a time in "Z" \(line \d+\), a time zone that the file defines \(VTIMEZONE\) in a way that cmplan cannot read; export it with a time zone such as Europe\/Kyiv, in UTC, or as CSV$/,
    );
  });

  test('is not there where it breaks off, and of two for one name the first counts', () => {
    const fixed = (offset: string) =>
      definition('Z', part('STANDARD', offset, offset, 'DTSTART:20200101T000000'));
    expect(shownIn(fixed('+0000') + fixed('+0500'), '20261123T090000')).toEqual(['2026-11-23 11:00']);
    const open = fixed('+0000').replace('END:VTIMEZONE\n', '');
    expect(shownIn(open + fixed('+0500'), '20261123T090000')).toEqual(['2026-11-23 06:00']);
    expect(() => shownIn(open, '20261123T090000')).toThrow('which is not a time zone');
    expect(read(open + event('DTSTART:20261123T090000')).rows).toHaveLength(1);
    expect(read(event('DTSTART:20261123T090000') + open).rows).toHaveLength(1);
    expect(() => shownIn('BEGIN:VTIMEZONE\nEND:VTIMEZONE\n', '20261123T090000', '')).not.toThrow(TypeError);
  });

  test('may be long, but not without an end, where a time is in it', () => {
    const days = Array.from({ length: 5_000 }, () => '20200101T000000').join(',');
    const long = definition(
      'Z',
      part('STANDARD', '+0000', '+0000', 'DTSTART:20200101T000000', `RDATE:${days}`),
    );
    expect(read(long + event('DTSTART:20261123T090000')).rows).toHaveLength(1);
    expect(() => shownIn(long, '20261123T090000')).toThrow(
      'has more than 5,000 lines that define time zones; export it with time zones such as Europe/Kyiv, or in UTC',
    );
  });
});

test('the clocks of a defined zone are computed once a year, and for so many years in all', () => {
  const often = part('STANDARD', '+0000', '+0000', 'DTSTART:19700101T000000', 'RRULE:FREQ=YEARLY');
  const zone = definition('Z', ...Array.from({ length: 500 }, () => often));
  const inYears = (count: number, times: number) =>
    Array.from({ length: count * times }, (_, index) =>
      event(`DTSTART;TZID=Z:${2000 + (index % count)}0601T090000`),
    ).join('');
  const parse = vi.spyOn(Date, 'parse');
  read(zone + inYears(1, 1));
  const calls = parse.mock.calls.length;
  read(zone + inYears(1, 300));
  expect(parse.mock.calls.length - calls).toBeLessThan(calls + 300 * 3);
  parse.mockRestore();
  expect(read(zone + inYears(200, 2)).rows).toHaveLength(400);
  expect(() => read(zone + inYears(201, 1))).toThrow(
    'has too many time zones of its own, in too many years; export only the weeks of the plan',
  );
});

test('an IANA name wins over its definition, even behind a prefix', () => {
  const wrong = (name: string) =>
    definition(name, part('STANDARD', '+0900', '+0900', 'DTSTART:20200101T000000'));
  for (const [name, shown] of [
    ['America/New_York', '2026-11-23 16:00'],
    ['/freeassociation.sourceforge.net/America/New_York', '2026-11-23 16:00'],
    ['/x.org/2026/America/Argentina/Buenos_Aires', '2026-11-23 14:00'],
    ['/x.org/UTC', '2026-11-23 11:00'],
    ['/x.org/Nowhere', '2026-11-23 02:00'],
    ['x.org/America/New_York', '2026-11-23 02:00'],
  ] as const) {
    expect(shownIn(wrong(name), '20261123T090000', name)).toEqual([shown]);
  }
});

describe('a time without a zone', () => {
  const notesOn = (content: string, terms = IN_KYIV) => read(content, terms).notes;
  const floating = event('DTSTART:20261123T090000');

  test('is said once where the calendar is in another zone', () => {
    const other = event('DTSTART;TZID=Europe/Kyiv:20261123T090000');
    const day = event('DTSTART;VALUE=DATE:20261123');
    const utc = event('DTSTART:20261123T090000Z');
    expect(notesOn(`X-WR-TIMEZONE:America/New_York\n${other}${day}${utc}${floating}${floating}`)).toEqual([
      {
        line: 15,
        reason:
          'has a time without a zone, which counts in Europe/Kyiv, the zone of the plan, although the calendar is in "America/New_York" (X-WR-TIMEZONE); if its times are meant there, export it in UTC or with a zone for each time',
      },
    ]);
    expect(notesOn(`X-WR-TIMEZONE;VALUE=TEXT:Kyiv time\n${floating}`)).toHaveLength(1);
    expect(notesOn(`X-WR-TIMEZONE:America/New_York\n${other}${day}${utc}`)).toEqual([]);
  });

  test('is not said where it makes no difference', () => {
    for (const zone of ['Europe/Kyiv', 'Europe/Kiev', 'europe/kyiv', 'FLE Standard Time', '']) {
      expect(notesOn(`X-WR-TIMEZONE:${zone}\n${MICROSOFT_KYIV}${floating}`)).toEqual([]);
    }
    expect(notesOn(`X-WR-TIMEZONE:America/New_York\n${floating}`, NO_TERMS)).toEqual([]);
  });
});
