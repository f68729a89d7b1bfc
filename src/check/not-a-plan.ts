import { isHeaderLine } from '../exchange/read/header.ts';
import { beginsAsCalendar } from '../exchange/read/read-schedule.ts';
import { disguiseOf, isWorkbook } from '../exchange/read/sheet-text.ts';
import { brief } from '../text/words.ts';

const SHEET_NAME = /\.(?:csv|tsv|tab)$/i;
const CALENDAR_NAME = /\.ics$/i;
const WORKBOOK_NAME = /\.(?:xlsx?|xlsm|ods|numbers)$/i;
/** How many characters at the beginning of a file are searched for the header of a sheet. */
const LONGEST_LINE = 2000;

/**
 * Returns a message for a user who gives a sheet, a workbook, a calendar or the like instead of a plan: what the file
 * is, and what to do with it. Returns `null` if the file may be a plan, even one with mistakes. Only the name and the
 * beginning of the file are examined.
 *
 * @param text - the contents as text, as far as they can be decoded
 * @param bytes - the unchanged contents
 * @param name - the name of the file
 */
export function insteadOfPlan(text: string, bytes: Uint8Array, name: string): string | null {
  const isPlan = 'a plan is written in YAML';
  const compare = `to compare it with a plan, run: cmplan drift PLAN --schedule ${brief(name)}`;
  const disguise = disguiseOf(bytes);
  if (disguise !== null || isWorkbook(bytes) || WORKBOOK_NAME.test(name)) {
    const workbook = isWorkbook(bytes) ? 'an Excel workbook' : 'a workbook';
    const { noun, advice } = disguise ?? { noun: workbook, advice: 'open it and save the sheet as CSV' };
    const csv = brief(name.replace(/\.[a-z]+$/i, '')).concat('.csv');
    return `this file is ${noun}, but ${isPlan}; to compare what is in it with a plan, ${advice}, then run: cmplan drift PLAN --schedule ${csv}`;
  }
  if (CALENDAR_NAME.test(name) || beginsAsCalendar(bytes))
    return `this file is a calendar, but ${isPlan}; ${compare}`;
  const [line = ''] = text
    .slice(0, LONGEST_LINE)
    .trimStart()
    .split(/[\r\n]/, 1);
  return SHEET_NAME.test(name) || isHeaderLine(line)
    ? `this file is a sheet, but ${isPlan}; ${compare}`
    : null;
}
