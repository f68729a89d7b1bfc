import { addDays, type Day, dayCount, LAST_DAY } from '../dates.ts';
import type { MixOver } from '../policy/targets.ts';
import { remembered } from '../remembered.ts';

/** The first and the last day of a plan, both included. */
export interface Dates {
  readonly from: Day;
  readonly to: Day;
}

const MONTHS_IN_QUARTER = 3;

/**
 * Whether two plans are counted together under the target `mix_over` (docs/specification.md, section 8). They are if
 * both belong to the same month, quarter or year, or if both begin on or after the day that `mixOver` names. Always
 * `false` if `mixOver` is `none`.
 */
export function areInOneSpan(a: Dates, b: Dates, mixOver: MixOver): boolean {
  const span = spanOf(a, mixOver);
  return span !== null && span === spanOf(b, mixOver);
}

/**
 * Returns the name of the span (the period over which plans are counted together) to which a plan belongs, such as
 * `2026-Q4`; `null` if it belongs to none. Under one `mixOver`, two plans have the same name if and only if they belong
 * to the same span.
 */
export function spanOf(plan: Dates, mixOver: MixOver): string | null {
  if (mixOver === 'none') return null;
  if ('since' in mixOver) return plan.from >= mixOver.since ? mixOver.since : null;
  const middle = middleDayOf(plan);
  const year = middle.slice(0, 'YYYY'.length);
  if (mixOver.unit === 'year') return year;
  const month = Number(middle.slice('YYYY-'.length, 'YYYY-MM'.length));
  return mixOver.unit === 'month' ? `${year}-${month}` : `${year}-Q${Math.ceil(month / MONTHS_IN_QUARTER)}`;
}

/** The middle days of the periods asked about so far: each plan is compared with all others of its team. */
const knownMiddles = new Map<string, Day>();

/**
 * Returns the day that decides to which month, quarter or year a plan belongs: its middle day, or the earlier of the
 * two in the middle. A week thus belongs where its Thursday is, as in ISO 8601.
 */
function middleDayOf({ from, to }: Dates): Day {
  return remembered(knownMiddles, from + to, () => addDays(from, Math.floor((dayCount(from, to) - 1) / 2)));
}

/**
 * Returns the dates of a plan of the same length that begins on the day after `to`; `null` if it would end after
 * `LAST_DAY`.
 */
export function nextAfter({ from, to }: Dates): Dates | null {
  const length = dayCount(from, to);
  if (dayCount(to, LAST_DAY) <= length) return null;
  return { from: addDays(to, 1), to: addDays(to, length) };
}
