import type { Schedule, ScheduleTerms } from '../rows.ts';

/**
 * Reads a file that was exported from a sheet or a scheduler: as a calendar if its name ends with `.ics` or its text
 * begins like a calendar, otherwise as a sheet. Each parser is loaded only when it is needed.
 *
 * @param name - the name of the file
 * @throws {UnreadableSchedule} if the file is not a readable calendar or sheet, or needs a setting that is not given
 */
export async function readSchedule(name: string, bytes: Uint8Array, terms: ScheduleTerms): Promise<Schedule> {
  if (/\.ics$/i.test(name) || beginsAsCalendar(bytes)) {
    const { readCalendar } = await import('./icalendar.ts');
    return readCalendar(bytes, terms);
  }
  const { readSheet } = await import('./sheet.ts');
  return readSheet(bytes, terms);
}

const LONGEST_BEGINNING = 100;

/** Whether a file begins like a calendar, in UTF-8 (with or without a byte-order mark) or in UTF-16. */
export function beginsAsCalendar(bytes: Uint8Array): boolean {
  const beginning = String.fromCharCode(...bytes.subarray(0, LONGEST_BEGINNING)).replaceAll('\0', '');
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*BEGIN:VCALENDAR/i.test(beginning);
}
