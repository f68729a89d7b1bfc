import { type Day, instantAt, isDay, isTimeZone, timeOf, wallClockIn } from '../../dates.ts';
import { quoted } from '../../text/words.ts';
import { UnreadableSchedule } from '../rows.ts';

/** A day or a time from a calendar, converted to the local time of the plan. */
export interface CalendarTime {
  readonly date: Day;
  /** The time of day as `HH:MM`; null if the entry is for the whole day. */
  readonly time: string | null;
}

/** Matches a day, usually with a time; a Z after the time means UTC. */
const WRITTEN = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d):\d\d(Z)?)?$/;

/**
 * A function that converts a time in a calendar to the local time of the plan. For a time that cannot be read, the
 * function returns what is wrong, such as `has no date that can be read`. `line` is the number (from 1) of the line
 * that has the time.
 */
export type CalendarClock = (written: Written, line: number) => CalendarTime | string;

/** A time in a calendar, before it is converted. */
export interface Written {
  /** The time in the notation of jCal, such as `2026-11-23T09:00:00`; only the date for a whole day. */
  readonly text: string;
  /** The name of the time's zone; null if the calendar names none. */
  readonly zone: string | null;
}

/**
 * Returns a function that converts times of a calendar to the local time of the plan. The function throws an
 * `UnreadableSchedule` for a time in an unknown zone. If the plan names no zone, it also throws for a time in UTC or in
 * any zone.
 *
 * @param timezone - the zone of the plan; null if the plan names none
 */
export function calendarClock(timezone: string | null): CalendarClock {
  return ({ text, zone }, line) => {
    const [, date = '', clock, utc] = WRITTEN.exec(text) ?? [];
    if (!isDay(date)) return 'has no date that can be read';
    if (clock === undefined) return { date, time: null };
    const time = timeOf(clock);
    if (time === null) return 'has no time that can be read';
    const itsZone = utc === undefined ? zone : 'UTC';
    if (itsZone === null || itsZone === timezone) return { date, time };
    if (timezone === null) throw new UnreadableSchedule(zoneNeeded(itsZone, line));
    if (!isTimeZone(itsZone)) throw new UnreadableSchedule(zoneUnknown(itsZone, line));
    const shown = wallClockIn(timezone, instantAt(itsZone, date, time));
    return isDay(shown.date) ? shown : 'is outside the calendar';
  };
}

function zoneNeeded(zone: string, line: number): string {
  return `has a time in the zone ${quoted(zone)} (line ${line}), but the plan names no time zone; add one at the top of the plan, such as timezone: Europe/Kyiv, or in the config`;
}

function zoneUnknown(zone: string, line: number): string {
  return `has a time in ${quoted(zone)} (line ${line}), which is not a time zone; export it with a time zone such as Europe/Kyiv, in UTC, or as CSV`;
}

/** Returns the day of a time as the calendar writes it, in the time's own zone. */
export function dayOf({ text }: Written): Day {
  return text.slice(0, '2026-11-23'.length);
}

/**
 * The sort key of a time, for sorting as strings. Equal times have equal keys; a whole day sorts before the times of
 * that day.
 */
export function keyOf({ date, time }: CalendarTime): string {
  return time === null ? date : `${date} ${time}`;
}
