import type { Schedule, ScheduleTerms } from '../rows.ts';
import { isWorkbook, textOfFile } from './sheet-text.ts';

/**
/**
 * Reads the bytes of a file as a schedule.
 *
 * @throws {UnreadableSchedule} if the file cannot be read, or needs a setting that is not given
 */
type ReadSchedule = (bytes: Uint8Array, terms: ScheduleTerms) => Schedule;

/**
 * Returns the function that reads a file that was exported from a sheet or a scheduler: as a workbook, a calendar or
 * JSON if the file begins like one, otherwise as CSV. Each parser is loaded only when it is needed.
 *
 * @param name - the name of the file
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

/** Whether a file begins like JSON with a list or an object. No sheet has a column with such a name. */
export function beginsAsJson(bytes: Uint8Array): boolean {
  return /^(?:\[\s*[[{\]]|\{\s*["}])/.test(beginningOf(bytes));
}

function beginningOf(bytes: Uint8Array): string {
  const beginning = String.fromCharCode(...bytes.subarray(0, LONGEST_BEGINNING)).replaceAll('\0', '');
  return beginning.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*/, '');
}
