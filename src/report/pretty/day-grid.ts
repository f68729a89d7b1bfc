import type { ChalkInstance } from 'chalk';
import type { DayAnalysis } from '../../analysis/verdict.ts';
import { spokenDay, WEEKDAY_NAMES, WEEKDAYS, weekdayOf } from '../../dates.ts';
import { padEnd, padStart } from './layout.ts';

const LABEL_WIDTH = 'unplanned'.length;
const CELL_WIDTH = 5;
const WEEK_GAP = 3;
/** The most days of a grid that is one row of this width. */
export const DAYS_IN_WEEK = 7;

/** The columns that a week takes. */
export const WEEK_WIDTH = LABEL_WIDTH + DAYS_IN_WEEK * CELL_WIDTH;

/** A day of a row, or null for one before the period begins. */
type Slot = DayAnalysis | null;

/**
 * The days in rows of a week (or two, where they fit): what is planned (with ↑ over and ↓ under the bounds), what is
 * unplanned if anything is, how much room is left, and how much of it is the reserve. Weekdays stand below each other as in a calendar; a terminal that
 * cannot hold a week gets its days in rows as they fit.
 */
export function dayGrid(
  days: readonly DayAnalysis[],
  columns: number,
  chalk: ChalkInstance,
): readonly string[] {
  const isCalendar = days.length > DAYS_IN_WEEK && columns >= WEEK_WIDTH;
  const rows = isCalendar ? inWeeks(days, columns) : inRows(days, columns);
  const hasUnplanned = days.some(({ unplanned }) => unplanned > 0);
  const hasReserve = days.some(({ reserve }) => reserve !== null && reserve > 0);
  return rows.flatMap((row, index) => {
    const line = (label: string, cell: (day: Slot, index: number) => string) =>
      padEnd(label, LABEL_WIDTH) + row.map((slot, at) => gapBefore(at) + cell(slot, at)).join('');
    return [
      ...(index > 0 ? [''] : []),
      ...(index === 0 || !isCalendar ? [chalk.dim(line('', weekdayCell))] : []),
      chalk.dim(line(monthsOf(row), dateCell)),
      line('planned', (slot) => plannedCell(slot, chalk)),
      ...(hasUnplanned ? [line('unplanned', unplannedCell)] : []),
      line('room', (slot) => roomCell(slot, chalk)),
      ...(hasReserve ? [chalk.dim(line('reserve', reserveCell))] : []),
    ];
  });
}

/** Rows of whole weeks from Monday to Sunday. */
function inWeeks(days: readonly DayAnalysis[], columns: number): readonly (readonly Slot[])[] {
  const twoWeeks = WEEK_WIDTH + WEEK_GAP + DAYS_IN_WEEK * CELL_WIDTH;
  const perRow = DAYS_IN_WEEK * (columns >= twoWeeks ? 2 : 1);
  const before = WEEKDAYS.indexOf(weekdayOf(days[0]?.date ?? ''));
  return inChunks([...Array<null>(before).fill(null), ...days], perRow);
}

function inRows(days: readonly DayAnalysis[], columns: number): readonly (readonly Slot[])[] {
  const fitting = Math.floor((columns - LABEL_WIDTH) / CELL_WIDTH);
  return inChunks(days, Math.max(1, Math.min(DAYS_IN_WEEK, fitting)));
}

function inChunks(slots: readonly Slot[], length: number): readonly (readonly Slot[])[] {
  const count = Math.ceil(slots.length / length);
  return Array.from({ length: count }, (_, index) => slots.slice(index * length, (index + 1) * length));
}

function gapBefore(index: number): string {
  return index === DAYS_IN_WEEK ? ' '.repeat(WEEK_GAP) : '';
}

/** `Nov`, or `Nov-Dec` where the row goes over the end of a month. */
function monthsOf(row: readonly Slot[]): string {
  const days = row.filter((slot) => slot !== null);
  const months = [days[0], days.at(-1)].map((day) => spokenDay(day?.date ?? '').slice(-3));
  return [...new Set(months)].join('-');
}

function weekdayCell(slot: Slot, index: number): string {
  const name = slot === null ? WEEKDAY_NAMES[index % DAYS_IN_WEEK] : spokenDay(slot.date);
  return padStart(name?.slice(0, 3) ?? '', CELL_WIDTH);
}

function dateCell(slot: Slot): string {
  return padStart(slot === null ? '' : String(Number(slot.date.slice(-2))), CELL_WIDTH);
}

/** More than any day has would not fit into its cell. */
function short(count: number): string {
  return count > 999 ? '999+' : count < -99 ? '-99…' : String(count);
}

function plannedCell(slot: Slot, chalk: ChalkInstance): string {
  if (slot === null) return padStart('', CELL_WIDTH);
  const { planned, verdict } = slot;
  const mark = verdict === 'over' ? '↑' : verdict === 'under' ? '↓' : '';
  const cell = padStart(`${short(planned)}${mark}`, CELL_WIDTH);
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
