import { type Day, instantAt, isDay, isTimeZone, timeOf, wallClockIn } from '../../dates.ts';
import { quoted } from '../../text/words.ts';
import { UnreadableSchedule } from '../rows.ts';

/** A time of a calendar by the clock on the wall of the plan's zone. */
export interface CalendarTime {
  readonly date: Day;
  /** `HH:MM`; null for a whole day. */
  readonly time: string | null;
}

/** A day, and mostly a time, UTC where a Z stands behind it. */
const WRITTEN = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d):\d\d(Z)?)?$/;

/** Reads a time; a sentence where it is none. */
export type CalendarClock = (written: Written, line: number) => CalendarTime | string;

/** A time as a calendar has it. */
export interface Written {
  /** As jCal writes it. */
  readonly text: string;
  /** The name of the zone that it is in; null for none, or for UTC. */
  readonly zone: string | null;
}

/**
 * Brings the times of a calendar to the clock of the plan.
 *
 * @param timezone - of the plan; null for none
 * @returns a reader that throws UnreadableSchedule for a time in a zone that there is not, or where the plan has none
 */
export function calendarClock(timezone: string | null): CalendarClock {
  const known = new Map<string, boolean>();
  const isKnown = (zone: string) => {
    if (!known.has(zone)) known.set(zone, isTimeZone(zone));
    return known.get(zone) === true;
  };
  return ({ text, zone }, line) => {
    const [, date = '', clock, utc] = WRITTEN.exec(text) ?? [];
    if (!isDay(date)) return 'has no date that can be read';
    if (clock === undefined) return { date, time: null };
    const time = timeOf(clock);
    if (time === null) return 'has no time that can be read';
    const itsZone = utc === undefined ? zone : 'UTC';
    if (itsZone === null || itsZone === timezone) return { date, time };
    if (timezone === null) throw new UnreadableSchedule(zoneNeeded(itsZone, line));
    if (!isKnown(itsZone)) throw new UnreadableSchedule(zoneUnknown(itsZone, line));
    const shown = wallClockIn(timezone, instantAt(itsZone, date, time));
    return isDay(shown.date) ? shown : 'is outside the calendar';
  };
}

function zoneNeeded(zone: string, line: number): string {
  return `has a time in the zone ${quoted(zone)} (line ${line}), but the plan names no time zone; add one at the top of the plan, such as timezone: Europe/Kyiv, or in the config`;
}

function zoneUnknown(zone: string, line: number): string {
  return `has a time in ${quoted(zone)} (line ${line}), which is not a time zone; export it with one such as Europe/Kyiv, or in UTC, or as CSV`;
}

/** A time as text, which sorts. */
export function keyOf({ date, time }: CalendarTime): string {
  return time === null ? date : `${date} ${time}`;
}
