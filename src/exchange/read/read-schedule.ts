import type { Schedule, ScheduleTerms } from '../rows.ts';
import { isWorkbook, textOfFile } from './sheet-text.ts';

/**
 * Reads the bytes of a file as a schedule.
 *
 * @throws {UnreadableSchedule} if the file cannot be read, or needs a setting that is not given
 */
type ReadSchedule = (bytes: Uint8Array, terms: ScheduleTerms) => Schedule;

/**
 * Returns the function that reads a file from a spreadsheet or a scheduler. The file is read as a workbook, a calendar
 * or JSON if it begins like one, otherwise as CSV. Loads only the parser that is needed.
 *
 * @param name - the name of the file; a file named `.ics` is always read as a calendar
 * @param beginning - the bytes of the file, or at least the first 200 of them
 */
export async function scheduleReader(name: string, beginning: Uint8Array): Promise<ReadSchedule> {
  if (/\.ics$/i.test(name) || beginsAsCalendar(beginning))
    return (await import('./icalendar.ts')).readCalendar;
  const { readSheet, readTable } = await import('./sheet.ts');
  const isBook = isWorkbook(beginning);
  if (!isBook && !beginsAsJson(beginning)) return readSheet;
  const { openJson, openWorkbook } = await import('./other-tables.ts');
  return (bytes, terms) => {
    const { sheet, encoding } = terms;
    const names = [...terms.columns, ...terms.columnNames];
    return readTable(
      isBook ? openWorkbook(bytes, sheet, names) : openJson(textOfFile(bytes, encoding), sheet, names),
      terms,
    );
  };
}

const LONGEST_BEGINNING = 100;

/** Whether a file begins like a calendar, in UTF-8 (with or without a byte-order mark) or in UTF-16. */
export function beginsAsCalendar(bytes: Uint8Array): boolean {
  return /^BEGIN:VCALENDAR/i.test(beginningOf(bytes));
}

/** Whether a file begins like a JSON list or object. No CSV file begins like that. */
export function beginsAsJson(bytes: Uint8Array): boolean {
  return /^(?:\[\s*[[{\]]|\{\s*["}])/.test(beginningOf(bytes));
}

function beginningOf(bytes: Uint8Array): string {
  const beginning = String.fromCharCode(...bytes.subarray(0, LONGEST_BEGINNING)).replaceAll('\0', '');
  return beginning.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*/, '');
}
