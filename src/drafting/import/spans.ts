import { addDays, DAYS_IN_WEEK, type Day, dayCount, daysInMonthOf, mondayOf, weekOf } from '../../dates.ts';
import { UnreadableSchedule } from '../../exchange/rows.ts';
import { notAWeek } from '../../plan/period.ts';
import { remembered } from '../../remembered.ts';
import { groupsOf } from '../../text/groups.ts';
import { byText } from '../../text/words.ts';
import type { Division } from './divisions.ts';
import type { Span } from './plan-head.ts';

/** The first and the last day for which the user wants plans (`--from`, `--to`), both included; null for no limit. */
export interface WantedDays {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** The days of one plan, with what goes out on them. */
export interface Portion<Dated> {
  /** The name of the plan, such as `2026-W48` or `2026-12`. */
  readonly name: string;
  readonly span: Span;
  readonly from: Day;
  readonly to: Day;
  readonly rows: readonly Dated[];
}

/** Up to so many plans a sheet is divided by weeks, if the user does not say otherwise. */
const MOST_WEEKS = 14;
/** The most plans that are made of one sheet. */
const MOST_PLANS = 366;
/** The most days of a plan. */
const MOST_DAYS = 366;

/**
 * Divides rows among plans. A plan covers a whole week or month, less the days that are not wanted; there is none for a
 * week or month without rows. For `all`, one plan covers all wanted days: without a limit, from the first row to the
 * last.
 *
 * @param by - how to divide the rows; null for weeks or, if that would make more than 14 plans, months
 * @returns the plans in ascending order of days
 * @throws {UnreadableSchedule} if there would be too many plans, or a plan with too many days
 */
export function portionsOf<Dated extends { readonly date: Day }>(
  rows: readonly Dated[],
  by: Division | null,
  wanted: WantedDays,
): readonly Portion<Dated>[] {
  const weeks = new Map<Day, string>();
  const nameOfWeek = (day: Day) => remembered(weeks, day, () => weekOf(day));
  const division =
    by ?? (new Set(rows.map(({ date }) => nameOfWeek(date))).size > MOST_WEEKS ? 'month' : 'week');
  const keyOf = { week: nameOfWeek, month: (day: Day) => day.slice(0, '2026-12'.length), all: () => 'all' };
  const groups = [...groupsOf(rows, ({ date }) => [keyOf[division](date)])];
  if (groups.length > MOST_PLANS) {
    throw new UnreadableSchedule(
      `has posts in ${groups.length} ${division}s, but at most ${MOST_PLANS} plans are made at once; add --from and --to${division === 'week' ? ', or --by month' : ''}`,
    );
  }
  const portions = groups.map(([key, its]) => portionOf(key, its, division, wanted));
  return portions.sort((a, b) => byText(a.from, b.from));
}

function portionOf<Dated extends { readonly date: Day }>(
  key: string,
  rows: readonly Dated[],
  division: Division,
  wanted: WantedDays,
): Portion<Dated> {
  const days = rows.map(({ date }) => date);
  const first = days.reduce((a, b) => (a < b ? a : b));
  const last = days.reduce((a, b) => (a > b ? a : b));
  const [start, end] = wholeSpan(key, division) ?? [wanted.from ?? first, wanted.to ?? last];
  const from = wanted.from !== null && wanted.from > start ? wanted.from : start;
  const to = wanted.to !== null && wanted.to < end ? wanted.to : end;
  const count = dayCount(from, to);
  if (count > MOST_DAYS) {
    throw new UnreadableSchedule(
      `has posts from ${from} to ${to}, which are ${count} days, but a plan has at most ${MOST_DAYS}; leave out --by all, or add --from and --to`,
    );
  }
  const isWeek = division === 'week' && notAWeek(key) === null && from === start && to === end;
  return {
    name: division === 'all' ? `${from}--${to}` : key,
    span: isWeek ? { week: key } : { from, to },
    from,
    to,
    rows,
  };
}

/** The first and the last day of a week or a month; null for one that reaches beyond the calendar, and for all days. */
function wholeSpan(key: string, division: Division): readonly [Day, Day] | null {
  if (division === 'month') return [`${key}-01`, `${key}-${daysInMonthOf(`${key}-01`)}`];
  if (division === 'all' || notAWeek(key) !== null) return null;
  const monday = mondayOf(key);
  return [monday, addDays(monday, DAYS_IN_WEEK - 1)];
}
