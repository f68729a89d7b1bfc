import type { Schedule, ScheduleTerms } from '../rows.ts';

/**
 * Reads the bytes of a file as a schedule.
 *
 * @throws {UnreadableSchedule} if the file is not a readable calendar or sheet, or needs a setting that is not given
 */
type ReadSchedule = (bytes: Uint8Array, terms: ScheduleTerms) => Schedule;

/**
 * Returns the function that reads a file that was exported from a sheet or a scheduler: as a calendar if its name ends
 * with `.ics` or its text begins like a calendar, otherwise as a sheet. Each parser is loaded only when it is needed.
 *
 * @param name - the name of the file
 */
export async function scheduleReader(name: string, bytes: Uint8Array): Promise<ReadSchedule> {
  return /\.ics$/i.test(name) || beginsAsCalendar(bytes)
    ? (await import('./icalendar.ts')).readCalendar
    : (await import('./sheet.ts')).readSheet;
}

const LONGEST_BEGINNING = 100;

/** Whether a file begins like a calendar, in UTF-8 (with or without a byte-order mark) or in UTF-16. */
export function beginsAsCalendar(bytes: Uint8Array): boolean {
  const beginning = String.fromCharCode(...bytes.subarray(0, LONGEST_BEGINNING)).replaceAll('\0', '');
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*BEGIN:VCALENDAR/i.test(beginning);
}
