import type { Schedule, ScheduleTerms } from '../rows.ts';

/**
 * Reads what a sheet or a scheduler has exported: a calendar where the name ends with `.ics` or the text begins as one, else a
 * sheet. The reader is loaded when it is asked for.
 *
 * @param name - of the file
 * @throws UnreadableSchedule where the file cannot be taken for what it is, or needs terms to be read by
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

/** Whether a file is a calendar: in UTF-8 with or without a byte-order mark, or in UTF-16. */
export function beginsAsCalendar(bytes: Uint8Array): boolean {
  const beginning = String.fromCharCode(...bytes.subarray(0, LONGEST_BEGINNING)).replaceAll('\0', '');
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*BEGIN:VCALENDAR/i.test(beginning);
}
