import { type Day, isDay } from '../../dates.ts';
import { quoted } from '../../text/words.ts';
import { type DateOrder, type SkippedLine, UnreadableSchedule } from '../rows.ts';
import { readDate } from './date-cell.ts';
import { type DateCell, dayIn, ordersOf, whyNoDay } from './date-order.ts';
import type { Row } from './sheet-row.ts';

/** A row of a sheet, its date cell, and the day that the cell stands for. */
interface DatedRow extends DateCell {
  readonly row: Row;
  readonly day: Day;
}

/**
 * Finds the day of each row.
 *
 * @param asked - the order of day and month that the user asked for; null if the user did not say
 * @returns the rows that have a day and, for every other row, the reason why it has none, in the order of the sheet
 * @throws {UnreadableSchedule} if the dates contradict each other or are ambiguous, or if none of them can be read
 */
export function daysOf(
  rows: readonly Row[],
  asked: DateOrder | null,
): { readonly dated: readonly DatedRow[]; readonly undated: readonly SkippedLine[] } {
  const undated: SkippedLine[] = [];
  const cells = rows.flatMap((row) => {
    const { line } = row;
    const cell = row.cell('date');
    const date = readDate(cell);
    if (date !== null) return [{ row, line, cell, date }];
    undated.push({ line, reason: `${quoted(cell)} is not a date` });
    return [];
  });
  const orders = ordersOf(cells, asked);
  // Many posts share a day, so each day is checked once.
  const days = new Map<Day, boolean>();
  const dated = cells.flatMap((cell) => {
    const order = orders[cell.date.form];
    const day = dayIn(cell.date, order);
    if (!days.has(day)) days.set(day, isDay(day));
    if (days.get(day)) return [{ ...cell, day }];
    undated.push({ line: cell.line, reason: whyNoDay(cell, order, asked) });
    return [];
  });
  const [first] = undated.sort((a, b) => a.line - b.line);
  if (dated.length === 0 && first !== undefined) {
    throw new UnreadableSchedule(
      `has no date that can be read: ${first.reason} (line ${first.line}); write dates as 2026-11-23`,
    );
  }
  return { dated, undated };
}
