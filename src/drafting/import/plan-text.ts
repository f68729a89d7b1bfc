import { analyse } from '../../analysis/analyse.ts';
import { timeKey } from '../../analysis/timeline.ts';
import { DAYS_IN_WEEK, type Day, dayCount, weekdayOf } from '../../dates.ts';
import { slotEdits } from '../../editing/put-posts.ts';
import type { PlanTerms } from '../../plan/plan-settings.ts';
import { readPlan } from '../../plan/read-plan.ts';
import { groupsOf } from '../../text/groups.ts';
import { byText } from '../../text/words.ts';
import { edited } from '../../yaml/edits.ts';
import { readText } from '../../yaml/source.ts';
import { DayFiller } from '../fill-days.ts';
import { type HeadWishes, headOf, type Span } from './plan-head.ts';
import type { PostEntry } from './post-entries.ts';
import { postWriter } from './post-lines.ts';

/** A post to write into a plan, with the day and the time (`HH:MM`; null if it has none) at which it goes out. */
export interface DatedPost {
  readonly date: Day;
  readonly time: string | null;
  readonly entries: readonly PostEntry[];
}

/** The contents of a plan to write. */
interface PlanContents {
  readonly span: Span;
  readonly from: Day;
  readonly to: Day;
  readonly posts: readonly DatedPost[];
  readonly backlog: readonly (readonly PostEntry[])[];
}

/**
 * Returns the text of a plan. A comment on each day, even one without posts, says how many more posts may go out. The
 * posts of a day are in the order in which they go out; posts with the same time keep their order, and posts without a
 * time come last.
 */
export function planText(
  { span, from, to, posts, backlog }: PlanContents,
  wishes: HeadWishes,
  terms: PlanTerms,
): string {
  const usesDates = dayCount(from, to) > DAYS_IN_WEEK;
  const ordered = [...posts].sort((a, b) => byText(a.date, b.date) || byText(timeKey(a), timeKey(b)));
  const write = postWriter(ordered.map(({ entries }) => entries));
  const days = [...groupsOf(ordered, ({ date }) => [date])].flatMap(([day, its]) => [
    `  ${usesDates ? day : weekdayOf(day)}:`,
    ...its.map(({ entries }) => write(entries, '    ')),
  ]);
  const head = headOf(span, wishes, terms);
  const dated = withRoom(head + days.map((line) => `${line}\n`).join(''), terms);
  if (backlog.length === 0) return dated;
  const writeIdea = postWriter(backlog);
  return `${dated}backlog:\n${backlog.map((entries) => `${writeIdea(entries, '  ')}\n`).join('')}`;
}

/** Adds the days without posts to a plan, and to each day a comment on the room that is left on it. */
function withRoom(text: string, terms: PlanTerms): string {
  const { root } = readText(text);
  const plan = root === null ? null : readPlan(root, terms, () => {});
  if (root?.kind !== 'mapping' || plan === null || plan.channels.length === 0) return text;
  const { channels } = analyse(plan);
  const days = plan.channels.flatMap((channel, index) => {
    const numbers = channels[index];
    if (numbers === undefined) return [];
    const filler = new DayFiller({ plan, channel, numbers, changes: new Map(), index, perDay: null });
    return numbers.days.map((day) => filler.repeat(day, 0));
  });
  return edited(text, slotEdits(text, root, plan, [], days));
}
