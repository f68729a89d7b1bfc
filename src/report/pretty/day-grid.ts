import type { ChalkInstance } from 'chalk';
import type { DayAnalysis } from '../../analysis/verdict.ts';
import { spokenDay } from '../../dates.ts';
import { padEnd, padStart } from './layout.ts';

const LABELS = ['planned', 'unplanned', 'room'];
const LABEL_WIDTH = 'unplanned'.length;
const CELL_WIDTH = 5;
const DAYS_IN_ROW = 7;

/**
 * The days in rows of a week each: what is planned (with ↑ over and ↓ under the bounds), what is unplanned, and how
 * much room is left. A row that the terminal cannot hold is broken into two.
 */
export function dayGrid(
  days: readonly DayAnalysis[],
  columns: number,
  chalk: ChalkInstance,
): readonly string[] {
  const perRow = Math.max(1, Math.min(DAYS_IN_ROW, Math.floor((columns - LABEL_WIDTH) / CELL_WIDTH)));
  return inRows(days, perRow).flatMap((row, index) => {
    const cells = row.map((day) => cellsOf(day, chalk));
    const [, , month = ''] = spokenDay(row[0]?.date ?? '').split(' ');
    const lines = ['', month, ...LABELS].map((label, line) => {
      const texts = cells.map((cell) => cell[line] ?? '').join('');
      const text = `${padEnd(label, LABEL_WIDTH)}${texts}`.trimEnd();
      return line < 2 ? chalk.dim(text) : text;
    });
    return index === 0 ? lines : ['', ...lines];
  });
}

/** Rows that begin with Mondays, the first one aside, so that the weeks of a month stand below each other. */
function inRows(days: readonly DayAnalysis[], perRow: number): readonly (readonly DayAnalysis[])[] {
  const rows: DayAnalysis[][] = [];
  for (const day of days) {
    const row = rows.at(-1);
    const startsWeek = perRow === DAYS_IN_ROW && spokenDay(day.date).startsWith('Mon');
    if (row === undefined || startsWeek || row.length === perRow) rows.push([day]);
    else row.push(day);
  }
  return rows;
}

function cellsOf(
  { date, planned, unplanned, room, verdict }: DayAnalysis,
  chalk: ChalkInstance,
): readonly string[] {
  const [weekday = '', day = ''] = spokenDay(date).split(' ');
  const mark = verdict === 'over' ? '↑' : verdict === 'under' ? '↓' : '';
  const cell = (text: string) => padStart(text, CELL_WIDTH);
  const paint = verdict === 'on_track' ? (text: string) => text : chalk.yellow;
  return [
    cell(weekday),
    cell(day),
    paint(cell(`${planned}${mark}`)),
    cell(unplanned === 0 ? '·' : String(unplanned)),
    room < 0 ? chalk.red(cell(String(room))) : chalk.green(cell(String(room))),
  ];
}
