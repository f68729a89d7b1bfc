import { isDay } from '../dates.ts';
import { counted, quoted } from '../words.ts';
import { daysOf } from './days.ts';
import type { Header, Role } from './header.ts';
import type { Schedule, ScheduledRow, ScheduleTerms, SkippedLine } from './model.ts';
import { momentOf } from './moment.ts';
import { isBlank, openSheet, type Sheet } from './opening.ts';
import { type Row, scheduledRow } from './row.ts';
import { textOfFile } from './text.ts';

/**
 * Reads a sheet: a CSV, or the same with semicolons or tabs, that has a header with a column of dates.
 *
 * @throws UnreadableSchedule where it cannot be taken for one, or needs terms to be read by
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
    else skipped.push({ line, reason: `${quoted(dateCell.cell)} is beyond the calendar` });
    if (moment.note !== null) notes.push({ line, reason: moment.note });
  }
  return { rows, skipped: [...skipped, ...undated].sort((a, b) => a.line - b.line), notes };
}

const DELIMITER_NAMES: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab' };

/** The rows that fit the header and have something in their date cell; the others are skipped. */
function rowsWithDate({ header, delimiter, records }: Sheet, skipped: SkippedLine[]): readonly Row[] {
  const columns = new Map(header.map((role, column) => [role, column]));
  return records.flatMap(({ line, cells }) => {
    const row: Row = { line, cell: (role) => cells[columns.get(role) ?? -1]?.trim() ?? '' };
    const reason = isBlank(cells)
      ? 'is blank'
      : cells.length !== header.length
        ? raggedness(cells.length, header.length, delimiter)
        : row.cell('date') === ''
          ? 'has no date, so it is an idea'
          : null;
    if (reason === null) return [row];
    skipped.push({ line, reason });
    return [];
  });
}

function raggedness(cells: number, columns: number, delimiter: string): string {
  const name = DELIMITER_NAMES[delimiter] ?? quoted(delimiter);
  const advice = cells > columns ? `; put a text with a ${name} in it in double quotes` : '';
  return `has ${counted(cells, 'cell')} where the header has ${columns}${advice}`;
}

/** What a post consists of. */
const CONTENTS: readonly Role[] = ['title', 'text', 'media'];

/** Whether a row has nothing of a post in a sheet that has columns for it. */
function isEmptySlot({ cell }: Row, header: Header): boolean {
  return CONTENTS.some((role) => header.includes(role)) && CONTENTS.every((role) => cell(role) === '');
}
