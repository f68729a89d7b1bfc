import type { ChalkInstance } from 'chalk';
import type { DayAnalysis } from '../../analysis/verdict.ts';
import { DAYS_IN_WEEK } from '../../dates.ts';
import type { DaysOnHold } from '../../findings/checked-file.ts';
import { ARROWS, dateText, inRows, inWeeks, monthsOf, type Slot, weekdayText } from '../weeks.ts';
import { padEnd, padStart } from './layout.ts';

const LABEL_WIDTH = 'unplanned'.length;
const CELL_WIDTH = 5;
const WEEK_GAP = 3;
/** The number of columns of a week in the grid, including the labels to its left. */
export const WEEK_WIDTH = LABEL_WIDTH + DAYS_IN_WEEK * CELL_WIDTH;

/**
 * Returns the days of a channel as a grid, with one week in each row, or two if both fit. For each day, it shows
 * whether it is on hold, the numbers of planned and unplanned posts (with ↑ above and ↓ below the bounds), the room
 * that is left, and the reserve; lines with nothing to show are left out. A period of more than a week is arranged by
 * weekday, as in a calendar. If a week does not fit, each row has as many days as do.
 */
export function dayGrid(
  days: readonly DayAnalysis[],
  daysOnHold: DaysOnHold,
  columns: number,
  chalk: ChalkInstance,
): readonly string[] {
  const isCalendar = days.length > DAYS_IN_WEEK && columns >= WEEK_WIDTH;
  const rows = isCalendar ? inWeeks(days, weeksIn(columns)) : inRows(days, daysIn(columns));
  const hasUnplanned = days.some(({ unplanned }) => unplanned > 0);
  const hasReserve = days.some(({ reserve }) => reserve !== null && reserve > 0);
  return rows.flatMap((row, index) => {
    const line = (label: string, cell: (day: Slot, index: number) => string) =>
      padEnd(label, LABEL_WIDTH) + row.map((slot, at) => gapBefore(at) + cell(slot, at)).join('');
    return [
      ...(index > 0 ? [''] : []),
      ...(index === 0 || !isCalendar ? [chalk.dim(line('', weekdayCell))] : []),
      chalk.dim(line(monthsOf(row), dateCell)),
      ...(row.some((slot) => slot !== null && daysOnHold.has(slot.date))
        ? [chalk.magenta(line('on hold', (slot) => holdCell(slot, daysOnHold)))]
        : []),
      line('planned', (slot) => plannedCell(slot, chalk)),
      ...(hasUnplanned ? [line('unplanned', unplannedCell)] : []),
      line('room', (slot) => roomCell(slot, chalk)),
      ...(hasReserve ? [chalk.dim(line('reserve', reserveCell))] : []),
    ];
  });
}

/** Returns how many weeks to show side by side: 1 or 2. */
function weeksIn(columns: number): number {
  const twoWeeks = WEEK_WIDTH + WEEK_GAP + DAYS_IN_WEEK * CELL_WIDTH;
  return columns >= twoWeeks ? 2 : 1;
}

/** Returns how many days fit into a row that is not arranged by weekday: 1 to 7. */
function daysIn(columns: number): number {
  const fitting = Math.floor((columns - LABEL_WIDTH) / CELL_WIDTH);
  return Math.max(1, Math.min(DAYS_IN_WEEK, fitting));
}

function gapBefore(index: number): string {
  return index === DAYS_IN_WEEK ? ' '.repeat(WEEK_GAP) : '';
}

function weekdayCell(slot: Slot, index: number): string {
  return padStart(weekdayText(slot, index), CELL_WIDTH);
}

function dateCell(slot: Slot): string {
  return padStart(dateText(slot), CELL_WIDTH);
}

function holdCell(slot: Slot, daysOnHold: DaysOnHold): string {
  return padStart(slot === null ? '' : (daysOnHold.get(slot.date) ?? '·'), CELL_WIDTH);
}

/** Returns a number in the form that fits into its cell: `999+` above 999, and `-99…` below -99. */
function short(count: number): string {
  return count > 999 ? '999+' : count < -99 ? '-99…' : String(count);
}

function plannedCell(slot: Slot, chalk: ChalkInstance): string {
  if (slot === null) return padStart('', CELL_WIDTH);
  const { planned, verdict } = slot;
  const cell = padStart(`${short(planned)}${ARROWS[verdict]}`, CELL_WIDTH);
  return verdict === 'on_track' ? cell : chalk.yellow(cell);
}

function unplannedCell(slot: Slot): string {
  return padStart(slot === null ? '' : slot.unplanned === 0 ? '·' : short(slot.unplanned), CELL_WIDTH);
}

function reserveCell(slot: Slot): string {
  return padStart(slot?.reserve == null ? '' : short(slot.reserve), CELL_WIDTH);
}

function roomCell(slot: Slot, chalk: ChalkInstance): string {
  if (slot === null) return padStart('', CELL_WIDTH);
  const cell = padStart(short(slot.room), CELL_WIDTH);
  return slot.room < 0 ? chalk.red(cell) : slot.room > 0 ? chalk.green(cell) : cell;
}
