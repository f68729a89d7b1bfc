import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayCount,
  daysBetween,
  isDay,
  isTimeZone,
  mondayOf,
  timeOf,
  weekdayNamed,
  weekdayOf,
  weekOf,
  weeksInYear,
} from '../src/dates.ts';
import { BIN } from './cli/run.ts';

const day = fc
  .integer({ min: Date.UTC(1970, 0, 1) / 864e5, max: Date.UTC(2199, 11, 31) / 864e5 })
  .map((days) => new Date(days * 864e5).toISOString().slice(0, 10));

test('days agree with arithmetic on numbers of days', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -400, max: 400 }), (from, amount) => {
      const to = addDays(from, amount);
      expect(Date.parse(to) - Date.parse(from)).toBe(amount * 864e5);
      expect(dayCount(from, to)).toBe(amount + 1);
      expect(daysBetween(from, to)).toHaveLength(Math.max(0, amount + 1));
      expect(weekdayOf(from)).toBe(
        ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][new Date(from).getUTCDay()],
      );
    }),
  );
});

test('a week begins with its Monday, in the year of its Thursday', () => {
  fc.assert(
    fc.property(day, (given) => {
      const week = weekOf(given);
      const monday = mondayOf(week);
      expect(weekdayOf(monday)).toBe('mon');
      expect(dayCount(monday, given)).toBeGreaterThanOrEqual(1);
      expect(dayCount(monday, given)).toBeLessThanOrEqual(7);
      expect(week.slice(0, 4)).toBe(addDays(monday, 3).slice(0, 4));
    }),
  );
  expect([2020, 2025, 2026, 2027].map(weeksInYear)).toEqual([53, 52, 53, 52]);
  expect(['0000-W01', '0050-W01', '2026-W53', '9999-W51'].map(mondayOf)).toEqual([
    '0000-01-03',
    '0050-01-03',
    '2026-12-28',
    '9999-12-20',
  ]);
});

test.each([
  ['2026-02-28', true],
  ['2026-02-29', false],
  ['2026-02-30', false],
  ['2026-04-31', false],
  ['2028-02-29', true],
  ['2100-02-29', false],
  ['0000-02-29', true],
  ['9999-12-31', true],
  ['2026-13-01', false],
  ['2026-00-01', false],
  ['2026-1-01', false],
  ['2026-11-24T00:00', false],
])('%s is a day: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected);
});

test.each([
  ['00:00', '00:00'],
  ['9:05', '09:05'],
  ['23:59', '23:59'],
  ['24:00', null],
  ['09:60', null],
  ['9:5', null],
  ['09:00 ', null],
])('%j is the time %s', (text, expected) => {
  expect(timeOf(text)).toBe(expected);
});

test('weekdays have two names, in any letter case', () => {
  expect(['mon', 'MON', 'Monday', 'mOnDaY', 'mo', 'montag', ''].map(weekdayNamed)).toEqual([
    'mon',
    'mon',
    'mon',
    'mon',
    null,
    null,
    null,
  ]);
});

test('a zone has a name and is no offset', () => {
  const zones = [
    'Europe/Kyiv',
    'Europe/Kiev',
    'UTC',
    'Etc/GMT+3',
    '+02:00',
    'GMT+2',
    'Europe/Kyev',
    '',
    'Mars/Phobos',
    // The library that tells offsets keeps its formatters in a plain object.
    'constructor',
  ];
  const isZone = [true, true, true, true, false, false, false, false, false, false];
  expect(zones.map(isTimeZone)).toEqual(isZone);
});

describe.each(['America/Sao_Paulo', 'Asia/Beirut', 'Pacific/Apia', 'Africa/Cairo'])(
  'on a machine in %s, where midnights and days are missing',
  (zone) => {
    test('a plan has the same days', () => {
      const plan = 'from: 2011-12-25\nto: 2012-01-05\nposts:\n';
      const { stdout } = spawnSync(process.execPath, [BIN, 'check', '-', '-f', 'json'], {
        input: plan,
        encoding: 'utf8',
        env: { ...process.env, TZ: zone },
      });
      const days = JSON.parse(stdout).plans[0].channels[0].days.map(({ date }: { date: string }) => date);
      expect(days).toEqual(daysBetween('2011-12-25', '2012-01-05'));
      expect(days).toContain('2011-12-30');
    });
  },
);
