import { isHeaderLine } from '../exchange/read/header.ts';
import { beginsAsCalendar } from '../exchange/read/read-schedule.ts';
import { disguiseOf, isWorkbook } from '../exchange/read/sheet-text.ts';

/** How many characters at the beginning of a file are searched for the header of a sheet. */
const LONGEST_LINE = 2000;

/**
 * Returns a message for a file that has the name of a plan, but is another kind of file, such as a sheet, a workbook or
 * a calendar. The message says what the file is, and what to do with it. Returns `null` if the file may be a plan, even
 * one with mistakes.
 *
 * @param text - the contents of the file as text, as far as they can be decoded
 * @param bytes - the contents of the file, unchanged
 */
export function insteadOfPlan(text: string, bytes: Uint8Array): string | null {
  const disguise = disguiseOf(bytes);
  if (disguise !== null) return message(disguise.noun, disguise.advice);
  if (isWorkbook(bytes)) return message('an Excel workbook or another archive', named('.xlsx'));
  if (beginsAsCalendar(bytes)) return message('a calendar', named('.ics'));
  const [line = ''] = text
    .slice(0, LONGEST_LINE)
    .trimStart()
    .split(/[\r\n]/, 1);
  return isHeaderLine(line) ? message('a sheet', named('.csv')) : null;
}

function message(noun: string, advice: string): string {
  return `this file is ${noun}, but its name is that of a plan, which is written in YAML; ${advice}`;
}

function named(ending: string): string {
  return `to have it read, give it a name that ends with ${ending}, or name it so with --stdin-filename`;
}
