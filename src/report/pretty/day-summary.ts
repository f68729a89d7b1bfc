import type { DayAnalysis } from '../../analysis/verdict.ts';
import { type Day, dayCount, spokenDay } from '../../dates.ts';
import type { DaysOnHold } from '../../findings/checked-file.ts';
import { listed } from '../../text/words.ts';
import { spokenSpan } from './period-line.ts';

/** The most days, or runs of days, that are named. If there are more, they are only counted. */
const MOST_NAMED_DAYS = 2;

/**
 * Returns one sentence that sums up all days of a channel: `6 to 8 posts a day; room for 4 to 6 more each day (reserve:
 * 2)`.
 */
export function daySummary(days: readonly DayAnalysis[], daysOnHold: DaysOnHold): string {
  return [postsOf(days), roomOf(days), ...holdOf(daysOnHold)].join('; ');
}

function holdOf(daysOnHold: DaysOnHold): readonly string[] {
  const [first, ...others] = daysOnHold.keys();
  if (first === undefined) return [];
  if (others.length < MOST_NAMED_DAYS) {
    const days = Array.from(
      daysOnHold,
      ([day, how]) => `${how === 'part' ? 'part of ' : ''}${spokenDay(day)}`,
    );
    return [`on hold: ${listed(days, 'and')}`];
  }
  const runs = runsOf([first, ...others]);
  const named =
    runs.length <= MOST_NAMED_DAYS
      ? runs.map(spokenSpan).join(', and ')
      : `${daysOnHold.size} days between ${spokenDay(first)} and ${spokenDay(others.at(-1) ?? first)}`;
  return [`on hold: ${named}${[...daysOnHold.values()].includes('part') ? ' (in part)' : ''}`];
}

/** Successive days, from the first to the last, both included. */
interface Run {
  readonly from: Day;
  readonly to: Day;
}

function runsOf(days: readonly Day[]): readonly Run[] {
  const runs: Run[] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last === undefined || dayCount(last.to, day) > 2) runs.push({ from: day, to: day });
    else runs[runs.length - 1] = { from: last.from, to: day };
  }
  return runs;
}

function postsOf(days: readonly DayAnalysis[]): string {
  const counts = days.map(({ planned, unplanned }) => planned + unplanned).filter((count) => count > 0);
  if (counts.length === 0) return 'no posts';
  const noun = Math.max(...counts) === 1 ? 'post' : 'posts';
  const posts = `${amount(counts)} ${noun}`;
  const empty = days.filter(({ planned, unplanned }) => planned + unplanned === 0);
  if (empty.length === 0) return `${posts} a day`;
  if (empty.length <= MOST_NAMED_DAYS && counts.length > 1) {
    const names = empty.map(({ date }) => spokenDay(date));
    return `${posts} a day, none on ${listed(names, 'and')}`;
  }
  return `${posts}${counts.length > 1 ? ' a day' : ''} on ${counts.length} of ${days.length} days`;
}

function roomOf(days: readonly DayAnalysis[]): string {
  const rooms = days.map(({ room }) => room);
  if (Math.max(...rooms) === 0) return 'no room for more';
  const kept = days.map(({ reserve }) => reserve ?? 0);
  const reserve = Math.max(...kept) === 0 ? '' : ` (reserve: ${amount(kept)})`;
  return `room for ${amount(rooms)} more each day${reserve}`;
}

/** Returns the range of the numbers in words: `5`, `up to 5`, `4 or 5`, or `4 to 8`. */
function amount(numbers: readonly number[]): string {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  if (least === most) return String(most);
  if (least === 0) return `up to ${most}`;
  return `${least} ${most - least === 1 ? 'or' : 'to'} ${most}`;
}
