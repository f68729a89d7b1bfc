import type { ChalkInstance } from 'chalk';
import type { DayAnalysis } from '../../analysis/verdict.ts';
import { DAYS_IN_WEEK } from '../../dates.ts';
import type { DaysOnHold } from '../../findings/checked-file.ts';
import {
  type DayRow,
  dateText,
  inRows,
  inWeeks,
  monthsOf,
  rowsOf,
  type Slot,
  weekdayText,
} from '../weeks.ts';
import { padEnd, padStart } from './layout.ts';

const LABEL_WIDTH = 'unplanned'.length;
const CELL_WIDTH = 5;
const WEEK_GAP = 3;
/** The width of one week in the grid, in columns, including the labels to its left. */
export const WEEK_WIDTH = LABEL_WIDTH + DAYS_IN_WEEK * CELL_WIDTH;
const TWO_WEEKS_WIDTH = WEEK_WIDTH + WEEK_GAP + DAYS_IN_WEEK * CELL_WIDTH;

/**
 * Returns the days of a channel as a grid, with a column for each day. The rows show which days are on hold, the
 * planned posts (with ↑ for too many and ↓ for too few), the unplanned posts, the room for more posts, and the reserve.
 * Rows with nothing to show are left out.
 *
 * A period of more than a week is arranged by weekday, as in a calendar, with one week beside the other if two fit. If
 * not even one week fits, each row has as many days as fit.
 */
export function dayGrid(
  days: readonly DayAnalysis[],
  daysOnHold: DaysOnHold,
  columns: number,
  chalk: ChalkInstance,
): readonly string[] {
  const isCalendar = days.length > DAYS_IN_WEEK && columns >= WEEK_WIDTH;
  const weeksInRow = columns >= TWO_WEEKS_WIDTH ? 2 : 1;
  const rows = isCalendar ? inWeeks(days, weeksInRow) : inRows(days, daysIn(columns));
  return rows.flatMap((row, index) => {
    const line = (label: string, cell: (slot: Slot, at: number) => string) =>
      padEnd(label, LABEL_WIDTH) + row.map((slot, at) => gapBefore(at) + cell(slot, at)).join('');
    return [
      ...(index > 0 ? [''] : []),
      ...(index === 0 || !isCalendar
        ? [chalk.dim(line('', (slot, at) => padStart(weekdayText(slot, at), CELL_WIDTH)))]
        : []),
      chalk.dim(line(monthsOf(row), (slot) => padStart(dateText(slot), CELL_WIDTH))),
      ...rowsOf(row, days, daysOnHold, short).map(({ label, cell }) => {
        const said = line(label, (slot) => {
          const text = padStart(slot === null ? '' : cell(slot), CELL_WIDTH);
          return slot === null ? text : painted(text, label, slot, chalk);
        });
        return label === 'on hold' ? chalk.magenta(said) : label === 'reserve' ? chalk.dim(said) : said;
      }),
    ];
  });
}

/** Returns how many days fit into a row that is not arranged by weekday: 1 to 7. */
function daysIn(columns: number): number {
  const fitting = Math.floor((columns - LABEL_WIDTH) / CELL_WIDTH);
  return Math.max(1, Math.min(DAYS_IN_WEEK, fitting));
}

function gapBefore(index: number): string {
  return index === DAYS_IN_WEEK ? ' '.repeat(WEEK_GAP) : '';
}

/** Returns a number in the form that fits into its cell: `999+` above 999, and `-99…` below -99. */
function short(count: number): string {
  return count > 999 ? '999+' : count < -99 ? '-99…' : String(count);
}

function painted(
  cell: string,
  label: DayRow['label'],
  { verdict, room }: DayAnalysis,
  chalk: ChalkInstance,
): string {
  if (label === 'planned' && verdict !== 'on_track') return chalk.yellow(cell);
  if (label !== 'room' || room === 0) return cell;
  return room < 0 ? chalk.red(cell) : chalk.green(cell);
}
