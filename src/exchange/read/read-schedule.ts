import type { Schedule, ScheduleTerms } from '../rows.ts';
import { isWorkbook, textOfFile } from './sheet-text.ts';

/**
 * Reads a file that was exported from a sheet or a scheduler: as a workbook, a calendar or JSON if the file begins like
 * one, otherwise as CSV. Each parser is loaded only when it is needed.
 *
 * @param name - the name of the file
 * @throws {UnreadableSchedule} if the file cannot be read as any of these, or needs a setting that is not given
 */
export async function readSchedule(name: string, bytes: Uint8Array, terms: ScheduleTerms): Promise<Schedule> {
  if (/\.ics$/i.test(name) || beginsAsCalendar(bytes)) {
    const { readCalendar } = await import('./icalendar.ts');
    return readCalendar(bytes, terms);
  }
  const { readSheet, readTable } = await import('./sheet.ts');
  const isBook = isWorkbook(bytes);
  if (!isBook && !beginsAsJson(bytes)) return readSheet(bytes, terms);
  const { openJson, openWorkbook } = await import('./other-tables.ts');
  const table = isBook
    ? openWorkbook(bytes, terms.sheet)
    : openJson(textOfFile(bytes, terms.encoding), terms.sheet);
  return readTable(table, terms);
}

const LONGEST_BEGINNING = 100;

/** Whether a file begins like a calendar, in UTF-8 (with or without a byte-order mark) or in UTF-16. */
export function beginsAsCalendar(bytes: Uint8Array): boolean {
  return /^BEGIN:VCALENDAR/i.test(beginningOf(bytes));
}

/** Whether a file begins like JSON with a list or an object. No sheet has a column with such a name. */
export function beginsAsJson(bytes: Uint8Array): boolean {
  return /^(?:\[\s*[[{\]]|\{\s*["}])/.test(beginningOf(bytes));
}

function beginningOf(bytes: Uint8Array): string {
  const beginning = String.fromCharCode(...bytes.subarray(0, LONGEST_BEGINNING)).replaceAll('\0', '');
  return beginning.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*/, '');
}
