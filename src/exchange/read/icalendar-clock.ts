import { type Day, instantAt, isDay, timeOf, wallClockIn } from '../../dates.ts';
import { quoted } from '../../text/words.ts';
import { UnreadableSchedule } from '../rows.ts';
import type { Written } from './icalendar-properties.ts';
import type { CalendarZones } from './icalendar-zones.ts';

/** When an entry of a calendar is, in the local time of the plan. */
export interface CalendarTime {
  readonly date: Day;
  /** The time of day as `HH:MM`; null if the entry is for the whole day. */
  readonly time: string | null;
}

/** Matches a day, usually with a time; a Z after the time means UTC. */
const WRITTEN = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d):\d\d(Z)?)?$/;

/**
 * A function that converts a time in a calendar to the local time of the plan. For a time that cannot be read, the
 * function returns what is wrong, such as `has no date that can be read`.
 *
 * @param line - the number (from 1) of the line with the time, for error messages
 */
export type CalendarClock = (written: Written, line: number) => CalendarTime | string;

/**
 * Returns a function that converts times of a calendar to the local time of the plan. The function throws an
 * `UnreadableSchedule` for a time in a zone that is unknown or cannot be read, and for any time in a zone or in UTC if
 * the plan names no zone.
 *
 * @param timezone - the zone of the plan, an IANA name; null if the plan names none
 * @param zones - the zones of the calendar
 */
export function calendarClock(timezone: string | null, zones: CalendarZones): CalendarClock {
  return ({ text, zone }, line) => {
    const [, date = '', clock, utc] = WRITTEN.exec(text) ?? [];
    if (!isDay(date)) return 'has no date that can be read';
    if (clock === undefined) return { date, time: null };
    const time = timeOf(clock);
    if (time === null) return 'has no time that can be read';
    const itsZone = utc === undefined ? zone : 'UTC';
    if (itsZone === null || itsZone === timezone) return { date, time };
    if (timezone === null) throw new UnreadableSchedule(zoneNeeded(itsZone, line));
    const zoneClock = zones.clockOf(itsZone);
    if (typeof zoneClock === 'string') throw new UnreadableSchedule(WITHOUT_CLOCK[zoneClock](itsZone, line));
    const shown = wallClockIn(timezone, zoneClock(date, time));
    return isDay(shown.date) ? shown : 'is outside the calendar';
  };
}

function zoneNeeded(zone: string, line: number): string {
  return `has a time in the zone ${quoted(zone)} (line ${line}), but nothing says in which time zone the plan is; write one into the plan or the config, such as timezone: Europe/Kyiv, or give cmplan import one with --timezone`;
}

/** For each reason why a zone has no clock, a function that returns a message about a time in that zone. */
const WITHOUT_CLOCK = {
  unknown: (zone: string, line: number) =>
    `has a time in ${quoted(zone)} (line ${line}), which is not a time zone; ${IN_KNOWN_ZONE}`,
  unreadable: (zone: string, line: number) =>
    `has a time in ${quoted(zone)} (line ${line}), a time zone that the file defines (VTIMEZONE) in a way that cmplan cannot read; ${IN_KNOWN_ZONE}`,
};

const IN_KNOWN_ZONE = 'export it with a time zone such as Europe/Kyiv, in UTC, or as CSV';

/**
 * Returns a remark if it is doubtful in which zone a time is meant: the time names no zone, and would be another
 * instant in the calendar's own zone than in the zone of the plan. Such a time counts in the zone of the plan. Returns
 * null if there is no doubt.
 *
 * @param timezone - the zone of the plan, an IANA name
 * @param calendarZone - the zone that the calendar names for itself (X-WR-TIMEZONE)
 */
export function noteOnFloating(
  { text, zone }: Written,
  timezone: string,
  calendarZone: string,
  zones: CalendarZones,
): string | null {
  const [, date = '', clock, utc] = WRITTEN.exec(text) ?? [];
  const time = timeOf(clock ?? '');
  if (zone !== null || utc !== undefined || time === null || !isDay(date)) return null;
  const zoneClock = zones.clockOf(calendarZone);
  if (typeof zoneClock !== 'string' && zoneClock(date, time) === instantAt(timezone, date, time)) return null;
  return `has a time without a zone, which counts in ${timezone}, the zone of the plan, although the calendar is in ${quoted(calendarZone)} (X-WR-TIMEZONE); if its times are meant there, export it in UTC or with a zone for each time`;
}

/**
 * Returns a string by which times can be compared and sorted: equal times have equal strings, and a whole day sorts
 * before the times of that day.
 */
export function keyOf({ date, time }: CalendarTime): string {
  return time === null ? date : `${date} ${time}`;
}
