import { type Day, wallClockIn } from '../../dates.ts';
import { quoted } from '../../text/words.ts';
import { UnreadableSchedule } from '../rows.ts';
import { readTime } from './date-cell.ts';
import type { DateCell } from './date-order.ts';

/** When a post goes out, by the clock on the wall of the plan's zone. */
export interface Moment {
  readonly date: Day;
  /** `HH:MM`; null where the row says none, or none that can be read. */
  readonly time: string | null;
  /** What somebody may wonder about; null where there is nothing. */
  readonly note: string | null;
}

const MINUTE = 60_000;

/**
 * The moment that a row names.
 *
 * @param day - what its date cell is in the order that holds
 * @param timeCell - which beats a time in the date cell; empty where the row has none
 * @param timezone - an IANA name; null where the plan has none
 * @throws UnreadableSchedule where there is an offset from UTC and no zone
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
