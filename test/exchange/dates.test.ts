import { describe, expect, test } from 'vitest';
import { refusalOf, sheetOf } from './reading.ts';

const ofCell = (cell: string, terms = {}) => {
  const { rows, skipped, notes } = sheetOf(`date\ttitle\n${cell}\tA\n2026-01-01 10:00\tB\n`, terms);
  return rows.map(({ date, time }) => `${date} ${time}`)[0] ?? [...skipped, ...notes][0]?.reason;
};

const SAME_DAY = [
  '2026-11-23',
  '2026/11/23',
  '2026.11.23',
  '  2026-11-23\u00a0',
  '23.11.2026',
  '23.11.26',
  '23.11.2026 г.',
  '23/11/2026',
  '23/11/26',
  '23-11-2026',
  '11/23/2026',
  '11-23-2026',
  '11.23.2026',
  '23 November 2026',
  '23 november 2026',
  '23 nov. 2026',
  '23rd Nov 2026',
  '23-Nov-2026',
  '23-Nov-26',
  '23. Nov 2026',
  'Nov 23, 2026',
  'November 23rd, 2026',
  'Nov 23 2026',
  '23 ноября 2026',
  '23 ноября 2026 г.',
  '23 ноября 2026 года',
  '23 НОЯ 2026',
  '23 листопада 2026',
  '23 листопада 2026 р.',
  '23 листопада 2026 року',
  'Mon, 23.11.2026',
  'Monday 23 November 2026',
  'Mon. 2026-11-23',
  'пн 23.11.2026',
  'Пн, 23.11.2026',
  'понедельник, 23 ноября 2026',
  'понеділок, 23 листопада 2026 р.',
];

test.each(SAME_DAY)('%s is a day', (cell) => {
  expect(ofCell(cell)).toBe('2026-11-23 null');
});

test.each([
  ['2026-1-2', '2026-01-02'],
  ['1.2.2026', '2026-02-01'],
  ['29.02.2028', '2028-02-29'],
  ['Sept 3, 2026', '2026-09-03'],
  ["п'ятниця, 27.11.2026", '2026-11-27'],
  ['п’ятниця 27.11.2026', '2026-11-27'],
  ['сер 26, 2026', '2026-08-26'],
  ['сер 26.08.2026', '2026-08-26'],
])('%s is %s', (cell, day) => {
  expect(ofCell(cell)).toBe(`${day} null`);
});

const MONTHS = [
  ['Jan', 'January', 'января', 'январь', 'січня', 'січень'],
  ['Feb', 'February', 'февраля', 'февраль', 'лютого', 'лютий'],
  ['Mar', 'March', 'марта', 'март', 'березня', 'березень'],
  ['Apr', 'April', 'апреля', 'апрель', 'квітня', 'квітень'],
  ['May', 'May', 'мая', 'май', 'травня', 'травень'],
  ['Jun', 'June', 'июня', 'июнь', 'червня', 'червень'],
  ['Jul', 'July', 'июля', 'июль', 'липня', 'липень'],
  ['Aug', 'August', 'августа', 'август', 'серпня', 'серпень'],
  ['Sep', 'September', 'сентября', 'сентябрь', 'вересня', 'вересень'],
  ['Oct', 'October', 'октября', 'октябрь', 'жовтня', 'жовтень'],
  ['Nov', 'November', 'ноября', 'ноябрь', 'листопада', 'листопад'],
  ['Dec', 'December', 'декабря', 'декабрь', 'грудня', 'грудень'],
];

test.each(MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)))(
  '%s is month %i, in full and by three letters',
  (name, month) => {
    const day = `2026-${String(month).padStart(2, '0')}-05 null`;
    expect(ofCell(`5 ${name} 2026`)).toBe(day);
    expect(ofCell(`5 ${name.slice(0, 3)} 2026`)).toBe(day);
  },
);

test.each([
  ['2026-11-23 09:00', '09:00'],
  ['2026-11-23T09:00', '09:00'],
  ['2026-11-23, 09:00', '09:00'],
  ['2026-11-23,09:00', '09:00'],
  ['2026-11-23 09:00:59', '09:00'],
  ['2026-11-23T09:00:00.123', '09:00'],
  ['2026-11-23 9:05 AM', '09:05'],
  ['2026-11-23 9:05:00 pm', '21:05'],
  ['2026-11-23 9 PM', '21:00'],
  ['2026-11-23 12:00\u202fAM', '00:00'],
  ['11/23/2026 9:00 AM', '09:00'],
  ['23.11.2026 14.30', '14:30'],
  ['Nov 23, 2026 at 9:00 AM', '09:00'],
  ['November 23, 2026 9:00 AM', '09:00'],
  ['23 ноября 2026 г., 14:30', '14:30'],
  ['23 ноября 2026 в 14:30', '14:30'],
  ['23 листопада 2026 р. о 14:30', '14:30'],
])('%s has the time %s', (cell, time) => {
  expect(ofCell(cell)).toBe(`2026-11-23 ${time}`);
});

test.each([
  ['2026-11-23T09:00:00+02:00', '2026-11-23 09:00'],
  ['2026-11-23T09:00+02', '2026-11-23 09:00'],
  ['2026-11-23T09:00+0200', '2026-11-23 09:00'],
  ['2026-11-23T23:30Z', '2026-11-24 01:30'],
  ['2026-11-23 23:30 UTC', '2026-11-24 01:30'],
  ['2026-11-23 23:30 GMT', '2026-11-24 01:30'],
  ['2026-11-23 9:00 AM UTC', '2026-11-23 11:00'],
  ['2026-11-23 09:00 UTC+3', '2026-11-23 08:00'],
  ['2026-11-23T20:00:00-05:30', '2026-11-24 03:30'],
  ['2026-11-23 20:00:00 -0530', '2026-11-24 03:30'],
  ['2026-07-01T09:00Z', '2026-07-01 12:00'],
  ['2026-11-23T00:30+14:00', '2026-11-22 12:30'],
])('%s is %s in Kyiv', (cell, moment) => {
  expect(ofCell(cell, { timezone: 'Europe/Kyiv' })).toBe(moment);
});

describe('a cell without a date of the calendar', () => {
  const withAnother = (cell: string) =>
    sheetOf(`date\ttitle\n2026-11-23\tA\n${cell}\tB\n`).skipped[0]?.reason;

  test.each([
    ['2026-02-30', '2026-02-30 does not exist'],
    ['30.02.2026', '2026-02-30 does not exist'],
    ['29 Feb 2027', '2027-02-29 does not exist'],
    ['2026-11-00', '2026-11-00 does not exist'],
    ['2026-13-01', '"2026-13-01" has 13 for the month'],
    ['2026-00-10', '"2026-00-10" has 0 for the month'],
    ['45/46/2026', '"45/46/2026" has 46 for the month'],
    ['Legend: red = urgent', '"Legend: red = urgent" is not a date'],
    ['23.11', '"23.11" has no year; add --year 2026 if that is the year'],
    ['23 November', '"23 November" has no year; add --year 2026 if that is the year'],
    [
      '46349',
      '"46349" is Excel\'s number for a day, probably 2026-11-23; format the column as a date, and export the sheet again',
    ],
    ['20261123', '"20261123" is not a date'],
    ['23.11.202', '"23.11.202" is not a date'],
    ['23.11/2026', '"23.11/2026" is not a date'],
    ['2026-11-23x', '"2026-11-23x" is not a date'],
    ['23 Movember 2026', '"23 Movember 2026" is not a date'],
    ['23 no 2026', '"23 no 2026" is not a date'],
    ['Someday 2026-11-23', '"Someday 2026-11-23" is not a date'],
    ['26/11/2', '"26/11/2" is not a date'],
    ['11-23-26', '"11-23-26" is not a date'],
    [`2026-11-23${' 1'.repeat(50)}`, `"2026-11-23${' 1'.repeat(25)}…" is not a date`],
  ])('%s', (cell, reason) => {
    expect(withAnother(cell)).toBe(reason);
  });
});

describe('which number is the day', () => {
  const daysOf = (cells: readonly string[], terms = {}) =>
    sheetOf(`date\ttitle\n${cells.map((cell) => `${cell}\tA\n`).join('')}`, terms).rows.map(
      ({ date }) => date,
    );

  test.each([
    ['a first number above 12', ['03/04/2026', '23/11/2026'], ['2026-04-03', '2026-11-23']],
    ['a second number above 12', ['03/04/2026', '11/23/2026'], ['2026-03-04', '2026-11-23']],
    ['hyphens and slashes together', ['03-04-2026', '11/23/2026'], ['2026-03-04', '2026-11-23']],
    ['dots by themselves', ['03.04.2026', '11/23/2026'], ['2026-04-03', '2026-11-23']],
    ['dots with the month first', ['03.04.2026', '11.23.2026'], ['2026-03-04', '2026-11-23']],
    ['equal numbers alone', ['11/11/2026', '1/1/26'], ['2026-11-11', '2026-01-01']],
    ['a number that is no day', ['11/11/2026', '11/32/2026'], ['2026-11-11']],
  ])('%s', (_, cells, days) => {
    expect(daysOf(cells)).toEqual(days);
  });

  test('what is asked for holds', () => {
    expect(daysOf(['03/04/2026'], { dateOrder: 'dmy' })).toEqual(['2026-04-03']);
    expect(daysOf(['03/04/2026'], { dateOrder: 'mdy' })).toEqual(['2026-03-04']);
    expect(daysOf(['03.04.2026'], { dateOrder: 'mdy' })).toEqual(['2026-03-04']);
    expect(daysOf(['2026-03-04', '4 Mar 2026'], { dateOrder: 'mdy' })).toEqual(['2026-03-04', '2026-03-04']);
  });

  test('what contradicts it is skipped', () => {
    const { rows, skipped } = sheetOf('date,title\n23/11/2026,A\n03/04/2026,B\n', { dateOrder: 'mdy' });
    expect(rows.map(({ date }) => date)).toEqual(['2026-03-04']);
    expect(skipped).toMatchObject([
      { line: 2, reason: '"23/11/2026" has 23 for the month, because --date-order mdy puts the month first' },
    ]);
    expect(sheetOf('date,title\n11/23/2026,A\n03/04/2026,B\n', { dateOrder: 'dmy' }).skipped[0]?.reason).toBe(
      '"11/23/2026" has 23 for the month, because --date-order dmy puts the day first',
    );
    expect(refusalOf('date,title\n23/11/2026,A\n', { dateOrder: 'mdy' })).toBe(
      'has no date that can be read: "23/11/2026" has 23 for the month, because --date-order mdy puts the month first (line 2); write dates as 2026-11-23',
    );
  });

  test('is asked for where the dates leave it open', () => {
    expect(refusalOf('date,title\n11/11/2026,A\n03/04/2026,B\n')).toBe(
      'does not show whether "03/04/2026" (line 3) has the day or the month first; add --date-order dmy for 2026-04-03, or --date-order mdy for 2026-03-04',
    );
  });

  test('is asked for where they contradict each other', () => {
    expect(refusalOf('date,title\n03/04/2026,A\n23/11/2026,B\n11/24/2026,C\n')).toBe(
      'has dates in two orders: "23/11/2026" (line 3) has the day first, "11/24/2026" (line 4) the month; write them all in one order, or say which one is right with --date-order dmy or --date-order mdy',
    );
  });
});

describe('a time in its own column', () => {
  const timeOf = (date: string, time: string, terms = {}) => {
    const { rows, notes } = sheetOf(`time\tdate\ttitle\n${time}\t${date}\tA\n`, terms);
    return [rows[0]?.date, rows[0]?.time, ...notes.map(({ line, reason }) => `${line}: ${reason}`)];
  };

  test.each([
    ['09:00', '09:00'],
    ['9:00 AM', '09:00'],
    ['14.30', '14:30'],
    ['1830', '18:30'],
    ['9:00:00', '09:00'],
    ['9:00:00 PM', '21:00'],
    [' 9 ', '09:00'],
  ])('%s', (cell, time) => {
    expect(timeOf('2026-11-23', cell)).toEqual(['2026-11-23', time]);
  });

  test('beats one beside the date', () => {
    expect(timeOf('2026-11-23 00:00:00', '09:00')).toEqual(['2026-11-23', '09:00']);
    expect(timeOf('2026-11-23T00:00Z', '09:00')).toEqual(['2026-11-23', '09:00']);
    expect(timeOf('2026-11-23 08:00', '')).toEqual(['2026-11-23', '08:00']);
  });

  test('may have an offset', () => {
    expect(timeOf('2026-11-23', '23:30Z', { timezone: 'Europe/Kyiv' })).toEqual(['2026-11-24', '01:30']);
  });

  test.each([
    'morning',
    '25:00',
    '9:60',
    '09:00-10:00',
    '9-10',
    '09:00+25:00',
    '09:00+01:60',
    '+02:00',
    '13 PM',
  ])('%s is none', (cell) => {
    expect(timeOf('2026-11-23', cell)).toEqual([
      '2026-11-23',
      null,
      `2: "${cell}" is not a time, so the post counts without one; write one like 09:00`,
    ]);
  });

  test.each(['2026-11-23 Morning', '2026-11-23 25:00', '2026-11-23T09:00+25:00', '2026-11-23 09:00-10:00'])(
    'nor is what stands behind the date in %s',
    (cell) => {
      expect(timeOf(cell, '')).toEqual([
        '2026-11-23',
        null,
        `2: "${cell}" has no time that can be read, so the post counts without one; write one like 09:00`,
      ]);
    },
  );
});

test('a time with an offset needs the zone of the plan', () => {
  expect(refusalOf('date,title\n2026-11-23,A\n2026-11-23T09:00:00+02:00,B\n')).toBe(
    'has a time with an offset from UTC, "2026-11-23T09:00:00+02:00" (line 3), but nothing says in which time zone the plan is; write one into the plan or the config, such as timezone: Europe/Kyiv, or give cmplan import one with --timezone',
  );
});

test('a day beyond the calendar', () => {
  const { rows, skipped } = sheetOf('date,title\n9999-12-31T23:59Z,A\n', { timezone: 'Europe/Kyiv' });
  expect(rows).toEqual([]);
  expect(skipped).toEqual([{ line: 2, reason: '"9999-12-31T23:59Z" is outside the calendar' }]);
});
