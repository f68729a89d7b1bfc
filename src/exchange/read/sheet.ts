import { isDay } from '../../dates.ts';
import { counted, quoted } from '../../text/words.ts';
import type { Schedule, ScheduledRow, ScheduleTerms, SkippedLine } from '../rows.ts';
import { CONTENTS, type Header } from './header.ts';
import { momentOf } from './moment.ts';
import { isBlank, openSheet, type Sheet } from './opening.ts';
import { daysOf } from './sheet-days.ts';
import { noteOnStatus, type Row, scheduledRow } from './sheet-row.ts';
import { textOfFile } from './sheet-text.ts';

/**
 * Reads a sheet: a CSV file whose header names a date column. Semicolons or tabs may stand in place of commas.
 *
 * @throws {UnreadableSchedule} if the file is not such a sheet, or needs a setting that is not given
 */
export function readSheet(bytes: Uint8Array, { timezone, dateOrder }: ScheduleTerms): Schedule {
  const sheet = openSheet(textOfFile(bytes));
  const skipped = [...sheet.above];
  const notes: SkippedLine[] = [];
  const rows: ScheduledRow[] = [];
  const { dated, undated } = daysOf(rowsWithDate(sheet, skipped), dateOrder);
  for (const dateCell of dated) {
    const { row, line } = dateCell;
    if (isEmptySlot(row, sheet.header)) {
      skipped.push({ line, reason: 'has neither a title nor a text' });
      continue;
    }
    const moment = momentOf(dateCell, dateCell.day, row.cell('time'), timezone);
    if (moment.date === dateCell.day || isDay(moment.date)) rows.push(scheduledRow(row, moment));
    else skipped.push({ line, reason: `${quoted(dateCell.cell)} is outside the calendar` });
    const reasons = [moment.note, noteOnStatus(row.cell('status'))].filter((reason) => reason !== null);
    notes.push(...reasons.map((reason) => ({ line, reason })));
  }
  return {
    columns: sheet.columns,
    rows,
    skipped: [...skipped, ...undated].sort((a, b) => a.line - b.line),
    notes,
  };
}

const DELIMITER_NAMES: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab' };

/** The rows with as many cells as the header and something in the date cell. The others are added to `skipped`. */
function rowsWithDate({ header, delimiter, records }: Sheet, skipped: SkippedLine[]): readonly Row[] {
  const columns = new Map(header.map((role, column) => [role, column]));
  return records.flatMap(({ line, cells: written }) => {
    const cells = withoutSurplus(written, header.length);
    const row: Row = { line, cell: (role) => cells[columns.get(role) ?? -1]?.trim() ?? '', cells };
    const reason = isBlank(cells)
      ? 'is blank'
      : cells.length !== header.length
        ? raggedness(cells.length, header.length, delimiter)
        : row.cell('date') === ''
          ? withoutDate(row)
          : null;
    if (reason === null) return [row];
    skipped.push({ line, reason });
    return [];
  });
}

/** A row's cells without empty ones beyond the header: some programs end each line with surplus delimiters. */
function withoutSurplus(cells: readonly string[], columns: number): readonly string[] {
  return isBlank(cells.slice(columns)) ? cells.slice(0, columns) : cells;
}

/** Why a row without a date is skipped. In a sheet with merged cells, only the first row of a day has the date. */
function withoutDate({ cell }: Row): string {
  if (cell('time') === '') return 'has no date, so it is an idea';
  return 'has a time but no date; write the date in every row';
}

function raggedness(cells: number, columns: number, delimiter: string): string {
  const name = DELIMITER_NAMES[delimiter] ?? quoted(delimiter);
  const advice = cells > columns ? `; put a text with a ${name} in it in double quotes` : '';
  return `has ${counted(cells, 'cell')} where the header has ${columns}${advice}`;
}

/** Whether a row has none of the contents of a post, although the sheet has columns for them. */
function isEmptySlot({ cell }: Row, header: Header): boolean {
  return CONTENTS.some((role) => header.includes(role)) && CONTENTS.every((role) => cell(role) === '');
}
