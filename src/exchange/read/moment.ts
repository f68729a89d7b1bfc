import { type Day, wallClockIn } from '../../dates.ts';
import { quoted } from '../../text/words.ts';
import { UnreadableSchedule } from '../rows.ts';
import { readTime } from './date-cell.ts';
import type { DateCell } from './date-order.ts';

/** The day and time at which the post of a row goes out, in the local time of the plan's zone. */
export interface Moment {
  readonly date: Day;
  /** The time of day as `HH:MM`; null if the row has no readable time. */
  readonly time: string | null;
  /** A remark that the time cannot be read; null if there is nothing to remark. */
  readonly note: string | null;
}

const MINUTE = 60_000;

/**
 * Returns the day and time at which the post of a row goes out. A time with an offset from UTC is converted to the zone
 * of the plan.
 *
 * @param day - the day that the date cell stands for
 * @param timeCell - the row's time cell, which overrides a time in the date cell; empty if the row has none
 * @param timezone - the zone of the plan, an IANA name; null if the plan names none
 * @throws {UnreadableSchedule} if the time has an offset from UTC and the plan names no zone
 */
export function momentOf(dateCell: DateCell, day: Day, timeCell: string, timezone: string | null): Moment {
  const { date, cell, line } = dateCell;
  const [text, isIso, shown] = timeCell === '' ? [date.rest, date.isIso, cell] : [timeCell, false, timeCell];
  if (text === '') return { date: day, time: null, note: null };
  const written = readTime(text, isIso);
  if (written === null) {
    const what = timeCell === '' ? 'has no time that can be read' : 'is not a time';
    return {
      date: day,
      time: null,
      note: `${quoted(shown)} ${what}, so the post counts without one; write one like 09:00`,
    };
  }
  const { time, offset } = written;
  if (offset === null) return { date: day, time, note: null };
  if (timezone === null) {
    throw new UnreadableSchedule(
      `has a time with an offset from UTC, ${quoted(shown)} (line ${line}), but the plan names no time zone; add one at the top of the plan, such as timezone: Europe/Kyiv, or in the config`,
    );
  }
  return { ...wallClockIn(timezone, Date.parse(`${day}T${time}Z`) - offset * MINUTE), note: null };
}
