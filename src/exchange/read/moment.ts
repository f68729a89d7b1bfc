import { type Day, instantAt, wallClockIn } from '../../dates.ts';
import { quoted } from '../../text/words.ts';
import { UnreadableSchedule } from '../rows.ts';
import { readDate, readTime, type WrittenTime } from './date-cell.ts';
import type { DatedRow } from './sheet-days.ts';
import { type Zone, type ZonesAsked, zoneNamed } from './zone-words.ts';

/** The day and time at which the post of a row goes out, in the local time of the plan's zone. */
export interface Moment {
  readonly date: Day;
  /** The time of day as `HH:MM`; null if the row has no readable time. */
  readonly time: string | null;
  /**
   * A remark that the time cannot be read, to follow the number of the row's line; null if there is no such problem.
   */
  readonly note: string | null;
}

/** The settings for reading the times of a sheet. */
export interface SheetClock {
  /** The zone of the plan, an IANA name; null if the plan names none. */
  readonly timezone: string | null;
  /** The time zones that words in the sheet stand for, as the user says. */
  readonly asked: ZonesAsked;
  /** The words in the header that seem to name the time zone of the column of dates and of the column of times. */
  readonly inHeader: ReadonlyMap<'date' | 'time', string>;
  /** Whether times in the column of dates count. False if all these times are midnight, so that nobody chose them. */
  readonly hasTimesInDates: boolean;
}

const MINUTE = 60_000;

/**
 * Returns when the post of a row goes out, in the local time of the plan. The zone of the row's time is the one named
 * right after the time; otherwise that in the column of zones, then that in the header, then the zone of the plan.
 *
 * @throws {UnreadableSchedule} if the name of the zone is unknown or may mean several zones, or if the time has a zone
 * but the plan names none
 */
export function momentOf({ row, cell, rest, isIso, day, line }: DatedRow, clock: SheetClock): Moment {
  const timeCell = withoutDate(row.cell('time'));
  const isInDate = timeCell === '';
  const text = isInDate ? (clock.hasTimesInDates ? rest : '') : timeCell;
  if (text === '') return { date: day, time: null, note: null };
  const shown = isInDate ? cell : timeCell;
  const written = readTime(text, isInDate && isIso);
  const itsZone = written === null ? null : zoneAt(written, line, clock);
  if (written === null || (itsZone === null && written.zone !== null)) {
    const what = isInDate ? 'has no time that can be read' : 'is not a time';
    return {
      date: day,
      time: null,
      note: `${quoted(shown)} ${what}, so the post counts without one; write one like 09:00`,
    };
  }
  const { time } = written;
  const zone = itsZone ?? zoneOfSheet(row.cell('timezone'), isInDate ? 'date' : 'time', line, clock);
  const { timezone } = clock;
  if (zone === null || (typeof zone === 'string' && zone.toLowerCase() === timezone?.toLowerCase()))
    return { date: day, time, note: null };
  if (timezone === null) {
    const what = written.offset === null ? 'a time in a time zone' : 'a time with an offset from UTC';
    throw new UnreadableSchedule(
      `has ${what}, ${quoted(shown)} (line ${line}), but nothing says in which time zone the plan is; write one into the plan or the config, such as timezone: Europe/Kyiv, or give cmplan import one with --timezone`,
    );
  }
  const instant =
    typeof zone === 'string' ? instantAt(zone, day, time) : Date.parse(`${day}T${time}Z`) - zone * MINUTE;
  return { ...wallClockIn(timezone, instant), note: null };
}

/** A cell for a time without a date before the time, which some tools repeat. */
function withoutDate(cell: string): string {
  return readDate(cell)?.rest || cell;
}

/** The zone that stands right behind a time. */
function zoneAt({ offset, zone }: WrittenTime, line: number, clock: SheetClock): Zone | null {
  return offset ?? (zone === null ? null : zoneNamed(zone, clock.asked, clock.timezone, `line ${line}`));
}

/** Words in a header that say how times are written. */
const NOTATION = /^[ADHMPSY]+$|^LOCAL$/;
const ABBREVIATION = /^[A-Z]{3,5}$/;

/** The zone of a time without one, from the column of zones or from the header. */
function zoneOfSheet(zoneCell: string, role: 'date' | 'time', line: number, clock: SheetClock): Zone | null {
  const { asked, timezone, inHeader } = clock;
  const header = inHeader.get(role) ?? inHeader.get('date') ?? '';
  const [word, where] = zoneCell === '' ? [header, 'in the header'] : [zoneCell, `line ${line}`];
  const zone = zoneNamed(word, asked, timezone, where);
  if (zone !== null || word === '') return zone;
  if (zoneCell === '' && (!ABBREVIATION.test(word) || NOTATION.test(word))) return null;
  throw new UnreadableSchedule(
    `has times in ${quoted(word)} (${where}), which is not a time zone that cmplan knows; say which one it is, such as --zone ${quoted(`${word}=Europe/Kyiv`)}`,
  );
}
