import type { Day } from '../../dates.ts';
import type { Schedule, ScheduledIdea, ScheduledRow, SkippedLine } from '../../exchange/rows.ts';
import type { PlanTerms } from '../../plan/plan-settings.ts';
import type { Division } from './divisions.ts';
import { leftOutLines, unwantedLines } from './left-out.ts';
import type { OwnKeys } from './own-keys.ts';
import type { HeadWishes } from './plan-head.ts';
import { type DatedPost, planText } from './plan-text.ts';
import { PostEntries, type PostEntry } from './post-entries.ts';
import type { SheetNames } from './sheet-names.ts';
import { type Portion, portionsOf, type WantedDays } from './spans.ts';

/** Everything apart from the sheet that decides which plans are made of it. */
export interface ImportTerms extends PlanTerms {
  readonly names: SheetNames;
  readonly keys: OwnKeys;
  /** What the head of each plan has beside its period. */
  readonly head: HeadWishes;
  /** How to divide the posts among plans; null if the user did not say. */
  readonly by: Division | null;
  readonly wanted: WantedDays;
  /** The days of the plan of a sheet that has ideas alone. */
  readonly week: Portion<never>;
}

/** A plan made of a sheet. */
export interface ImportedPlan {
  /** The name of the plan, such as `2026-W48`. */
  readonly name: string;
  readonly text: string;
  readonly posts: number;
  readonly slots: number;
  readonly ideas: number;
}

/** How many rows of a sheet have become what. */
export interface ImportCounts {
  /** The number of rows that are not blank. */
  readonly rows: number;
  /** The number of rows that have become posts. */
  readonly postRows: number;
  /** The number of posts, which is greater than that of their rows if a row stands for several. */
  readonly posts: number;
  readonly slots: number;
  readonly ideas: number;
}

/** What has become of a sheet. */
export interface Imported {
  readonly plans: readonly ImportedPlan[];
  readonly counts: ImportCounts;
  /** The lines that have become nothing, each with the reason. */
  readonly leftOut: readonly SkippedLine[];
}

/** A row with a day, and whether it is an open slot. */
interface DatedRow {
  readonly row: ScheduledRow;
  readonly date: Day;
  readonly isSlot: boolean;
}

/**
 * Makes plans of a sheet (docs/specification.md, section 9): a row with a day becomes a post or, if it has no words, an
 * open slot; an idea goes into the backlog of the first plan. Every other line is listed.
 *
 * @throws {UnreadableSchedule} if the days of the posts do not fit into plans, or it is not clear in which zone a time is
 */
export function importPlans(schedule: Schedule, terms: ImportTerms): Imported {
  const { ideas } = schedule;
  const slots = schedule.slots();
  const unwanted = unwantedLines([...schedule.rows, ...slots], terms.wanted);
  const isWanted = ({ date }: ScheduledRow) =>
    (terms.wanted.from ?? date) <= date && date <= (terms.wanted.to ?? date);
  const rows = schedule.rows.filter(isWanted);
  const dated = [
    ...rows.map((row): DatedRow => ({ row, date: row.date, isSlot: false })),
    ...slots.filter(isWanted).map((row): DatedRow => ({ row, date: row.date, isSlot: true })),
  ];
  const divided = portionsOf(dated, terms.by, terms.wanted);
  const portions = divided.length === 0 && ideas.length > 0 ? [terms.week] : divided;
  const entries = new PostEntries(terms.keys, terms.names.channels);
  const plans = portions.map((portion, index) => planOf(portion, index === 0 ? ideas : [], entries, terms));
  const leftOut = [...leftOutLines(schedule, slots), ...unwanted].sort((a, b) => a.line - b.line);
  const sum = (count: (plan: ImportedPlan) => number) =>
    plans.reduce((total, plan) => total + count(plan), 0);
  const counts = {
    postRows: rowCount(rows),
    posts: sum(({ posts }) => posts),
    slots: dated.length - rows.length,
    ideas: ideas.length,
  };
  const rowsInAll = counts.postRows + counts.slots + counts.ideas + leftOut.length;
  return { plans, counts: { ...counts, rows: rowsInAll }, leftOut };
}

function planOf(
  { name, span, from, to, rows }: Portion<DatedRow>,
  ideas: readonly ScheduledIdea[],
  entries: PostEntries,
  terms: ImportTerms,
): ImportedPlan {
  let slots = 0;
  const posts = rows.flatMap(({ row, date, isSlot }) => {
    const its = terms.names.placed(row);
    if (isSlot) slots += its.length;
    return its.map((placed): DatedPost => {
      const own = entries.ofRow(row, placed);
      return { date, time: row.time, entries: isSlot || own.length === 0 ? [...own, UNWRITTEN] : own };
    });
  });
  const backlog = ideas.flatMap((row) =>
    terms.names.placed(row).map((placed) => entries.ofIdea(row, placed)),
  );
  const text = planText({ span, from, to, posts, backlog }, terms.head, terms);
  return { name, text, posts: posts.length - slots, slots, ideas: backlog.length };
}

/** The title of an open slot, which somebody has yet to write. */
const UNWRITTEN: PostEntry = ['title', ''];

/** The number of rows from which posts were read: a row may stand for several posts, which then share its cells. */
function rowCount(rows: readonly ScheduledRow[]): number {
  const isCalendar = rows.every(({ cells }) => cells.length === 0);
  return isCalendar ? rows.length : new Set(rows.map(({ cells }) => cells)).size;
}
