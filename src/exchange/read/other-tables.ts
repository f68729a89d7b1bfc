import type { ColumnNames } from '../../policy/sheet-columns.ts';
import { folded, listedNames, quoted } from '../../text/words.ts';
import { UnreadableSchedule } from '../rows.ts';
import { headerAmong, headerScore, isBlank, whyNoHeader } from './header.ts';
import { readJsonRecords } from './json-records.ts';
import type { Table, TableRecord } from './table.ts';
import { readWorkbook, type WorkbookSheet } from './workbook.ts';

/** The number of rows at the top of a sheet that show whether the sheet has the posts. */
const FEW_ROWS = 10;

/**
 * Returns the table in one sheet of a workbook.
 *
 * @param name - the name of the sheet to read; null for the visible sheet that has the likeliest header among its first
 * ten rows
 * @param names - the columns that the user or the team names, with what they contain
 * @throws {UnreadableSchedule} if the file is not a workbook, has no such sheet or hides it, or if the sheet has no
 * header or cannot be read
 */
export function openWorkbook(bytes: Uint8Array, name: string | null, names: ColumnNames): Table {
  const sheets = readWorkbook(bytes);
  const score = scoreBy(names);
  const sheet = name === null ? likeliestSheet(sheets, score) : sheetNamed(name, sheets);
  if (sheet.problem !== null) throw new UnreadableSchedule(sheet.problem);
  const others = sheets.filter((each) => each !== sheet && !each.isHidden && score(each) > 0);
  const remarks = name !== null || others.length === 0 ? [] : [onOthers(sheet, others)];
  return { ...tableOf(sheet, names), remarks };
}

/** The remark that only one sheet of several is read. */
function onOthers(sheet: WorkbookSheet, others: readonly WorkbookSheet[]): string {
  const [first] = others;
  const names = listedNames(
    others.map((each) => each.name),
    'and',
  );
  const option = /\s/.test(first?.name ?? '') ? quoted(first?.name ?? '') : first?.name;
  return `only its sheet ${quoted(sheet.name)} is read, although ${names} ${others.length === 1 ? 'looks like a calendar' : 'look like calendars'}, too; to read another one, add --sheet ${option}`;
}

/**
 * Returns the table in a JSON text: a list of objects, each of them a row, with the names of their values as the
 * header.
 *
 * @param name - the name of the list to read; null if the text has only one list of objects
 * @param names - the columns that the user or the team names, with what they contain
 * @throws {UnreadableSchedule} if the text is not JSON, has no such list, or has no column of dates
 */
export function openJson(text: string, name: string | null, names: ColumnNames): Table {
  const { records, notes } = readJsonRecords(text, name);
  const [header, ...rows] = records;
  if (header === undefined || headerScore(header.cells, names) === 0)
    throw new UnreadableSchedule(whyNoHeader(records));
  return {
    header: header.cells,
    headerLine: header.line,
    records: rows,
    delimiter: null,
    skipped: [],
    notes,
    remarks: [],
  };
}

function tableOf({ name, records, notes }: WorkbookSheet, names: ColumnNames): Table {
  const header = headerAmong<TableRecord>(records, names);
  if (header === undefined)
    throw new UnreadableSchedule(`in its sheet ${quoted(name)} ${whyNoHeader(records)}`);
  const above = records.slice(0, records.indexOf(header)).filter(({ cells }) => !isBlank(cells));
  return {
    header: header.cells,
    headerLine: header.line,
    records: records.slice(records.indexOf(header) + 1),
    delimiter: null,
    skipped: above.map(({ line }) => ({ line, reason: 'is above the header' })),
    notes,
    remarks: [],
  };
}

/** Returns a function that says how much one of the first ten rows of a sheet looks like a header. */
function scoreBy(names: ColumnNames): (sheet: WorkbookSheet) => number {
  return ({ records }) =>
    Math.max(0, ...records.slice(0, FEW_ROWS).map(({ cells }) => headerScore(cells, names)));
}

function likeliestSheet(
  sheets: readonly WorkbookSheet[],
  score: (sheet: WorkbookSheet) => number,
): WorkbookSheet {
  const shown = sheets.filter(({ isHidden }) => !isHidden);
  const [best] = [...shown].sort((a, b) => score(b) - score(a));
  if (best !== undefined) return best;
  throw new UnreadableSchedule(
    'has no sheet that is not hidden; show the sheet with the posts, and save the file again',
  );
}

function sheetNamed(name: string, sheets: readonly WorkbookSheet[]): WorkbookSheet {
  const found =
    sheets.find((sheet) => sheet.name === name) ??
    sheets.find((sheet) => folded(sheet.name) === folded(name));
  if (found?.isHidden)
    throw new UnreadableSchedule(`hides its sheet ${quoted(name)}; show it, and save the file again`);
  if (found !== undefined) return found;
  const names = sheets.filter(({ isHidden }) => !isHidden).map((sheet) => sheet.name);
  throw new UnreadableSchedule(`has no sheet ${quoted(name)}; its sheets are ${listedNames(names, 'and')}`);
}
