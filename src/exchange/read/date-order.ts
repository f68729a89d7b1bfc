import type { Day } from '../../dates.ts';
import { quoted } from '../../text/words.ts';
import { type DateOrder, UnreadableSchedule } from '../rows.ts';
import type { WrittenDate } from './date-cell.ts';

/** A cell that begins with a date, and the line (from 1) of its row. */
export interface DateCell {
  readonly line: number;
  /** The whole cell, unchanged. */
  readonly cell: string;
  readonly date: WrittenDate;
}

/** For each form of a date, whether the day or the month comes first. */
type Orders = Readonly<Record<WrittenDate['form'], DateOrder>>;

const MONTHS = 12;
const LONGEST_MONTH = 31;

/**
 * Returns, for each form of dates (`WrittenDate.form`), whether the day or the month comes first. All dates of one form
 * in a file are taken to have the same order.
 *
 * @param asked - the order that the user asked for, which applies to the forms `dots` and `open`; null if the user did
 * not say
 * @throws {UnreadableSchedule} if the user did not say, and the dates contradict each other or are ambiguous
 */
export function ordersOf(cells: readonly DateCell[], asked: DateOrder | null): Orders {
  const ofForm = (form: WrittenDate['form']) => cells.filter(({ date }) => date.form === form);
  return {
    dmy: 'dmy',
    mdy: 'mdy',
    dots: asked ?? orderIn(ofForm('dots')) ?? 'dmy',
    open: asked ?? orderIn(ofForm('open')) ?? equalOrAsked(ofForm('open')),
  };
}

/** The order that dates with a day above 12 show; null if there are no such dates. Throws if they show both orders. */
function orderIn(cells: readonly DateCell[]): DateOrder | null {
  const dayFirst = cells.find(({ date: { numbers } }) => isDayAndMonth(numbers[0], numbers[1]));
  const monthFirst = cells.find(({ date: { numbers } }) => isDayAndMonth(numbers[1], numbers[0]));
  if (dayFirst !== undefined && monthFirst !== undefined) {
    throw new UnreadableSchedule(
      `has dates in two orders: ${placed(dayFirst)} has the day first, ${placed(monthFirst)} the month; write them all in one order, or say which one is right with --date-order dmy or --date-order mdy`,
    );
  }
  if (dayFirst !== undefined) return 'dmy';
  return monthFirst === undefined ? null : 'mdy';
}

function isDayAndMonth(day: number, month: number): boolean {
  return day > MONTHS && day <= LONGEST_MONTH && month <= MONTHS;
}

/** The order for dates like 11/11/2026, which mean the same in both orders. Throws if any date is ambiguous. */
function equalOrAsked(cells: readonly DateCell[]): DateOrder {
  const open = cells.find(
    ({ date: { numbers } }) => numbers[0] !== numbers[1] && Math.max(...numbers) <= MONTHS,
  );
  if (open === undefined) return 'dmy';
  const meant = (order: DateOrder) => `--date-order ${order} for ${dayIn(open.date, order)}`;
  throw new UnreadableSchedule(
    `does not show whether ${placed(open)} has the day or the month first; add ${meant('dmy')}, or ${meant('mdy')}`,
  );
}

/**
 * Returns a date as `YYYY-MM-DD`, with its two numbers read in `order`. Does not check that the date exists: the result
 * can be `2026-02-30`. A date without a year gets the year 0000.
 */
export function dayIn({ year, numbers }: WrittenDate, order: DateOrder): Day {
  const [month, day] = order === 'mdy' ? numbers : [numbers[1], numbers[0]];
  return [
    String(year ?? 0).padStart(4, '0'),
    ...[month, day].map((number) => String(number).padStart(2, '0')),
  ].join('-');
}

/**
 * Returns a clause that says why a date does not exist, such as `2026-02-30 does not exist`.
 *
 * @param order - whether the first number of the date was read as the day or as the month
 * @param asked - the order that the user asked for; null if the user did not say
 */
export function whyNoDay({ cell, date }: DateCell, order: DateOrder, asked: DateOrder | null): string {
  const month = date.numbers[order === 'mdy' ? 0 : 1];
  if (month >= 1 && month <= MONTHS) return `${dayIn(date, order)} does not exist`;
  const because =
    asked === null || (date.form !== 'open' && date.form !== 'dots')
      ? ''
      : `, because --date-order ${asked} puts the ${asked === 'dmy' ? 'day' : 'month'} first`;
  return `${quoted(cell.trim())} has ${month} for the month${because}`;
}

function placed({ cell, line }: DateCell): string {
  return `${quoted(cell.trim())} (line ${line})`;
}
