import type { Day } from '../../dates.ts';
import {
  type Schedule,
  type ScheduledIdea,
  type ScheduledRow,
  type SkippedLine,
  UnreadableSchedule,
} from '../../exchange/rows.ts';
import type { PlanTerms } from '../../plan/plan-settings.ts';
import { MOST_BYTES } from '../../yaml/source.ts';
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
  /** The time zone, channels and mix to write at the top of each plan. */
  readonly head: HeadWishes;
}

/** How the rows of a sheet are divided among plans. */
export interface DivisionTerms {
  /** How to divide the posts; null if the user did not say. */
  readonly by: Division | null;
  readonly wanted: WantedDays;
  /** The plan to make for the ideas if there is no post or slot on a wanted day. */
  readonly week: Portion<never>;
}

/** The rows of a sheet, divided among plans. */
export interface DividedSheet {
  readonly schedule: Schedule;
  /** The days and the rows of each plan, in ascending order of days. */
  readonly portions: readonly Portion<DatedRow>[];
  readonly leftOut: readonly SkippedLine[];
}

/** A plan made of a sheet. */
export interface ImportedPlan {
  /** The name of the plan, such as `2026-W48`. */
  readonly name: string;
  readonly text: string;
  readonly posts: number;
  /** The number of the posts that need a category but have none. */
  readonly uncategorised: number;
  readonly slots: number;
  readonly ideas: number;
}

/** How many rows of a sheet have become what. */
export interface ImportCounts {
  /** The number of rows that are not blank. */
  readonly rows: number;
  /** The number of rows that have become posts. */
  readonly postRows: number;
  /** The number of posts; greater than `postRows` if some rows become several posts. */
  readonly posts: number;
  /** The number of the posts that need a category but have none. */
  readonly uncategorised: number;
  readonly slots: number;
  readonly ideas: number;
}

/** The plans made of a sheet, and what became of its rows. */
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
 * Divides the posts and open slots of a sheet among plans by their days (docs/specification.md, section 5). Those
 * outside the wanted days go to `leftOut`, and so does every line that is neither a post, a slot nor an idea, unless it
 * is blank.
 *
 * @param slots - the open slots of the schedule
 * @throws {UnreadableSchedule} if the days of the posts do not fit into plans
 */
export function dividedSheet(
  schedule: Schedule,
  slots: readonly ScheduledRow[],
  { by, wanted, week }: DivisionTerms,
): DividedSheet {
  const unwanted = unwantedLines([...schedule.rows, ...slots], wanted);
  const isWanted = ({ date }: ScheduledRow) => (wanted.from ?? date) <= date && date <= (wanted.to ?? date);
  const dated = [
    ...schedule.rows.map((row): DatedRow => ({ row, date: row.date, isSlot: false })),
    ...slots.map((row): DatedRow => ({ row, date: row.date, isSlot: true })),
  ];
  const divided = portionsOf(
    dated.filter(({ row }) => isWanted(row)),
    by,
    wanted,
  );
  const leftOut = [...leftOutLines(schedule, slots), ...unwanted].sort((a, b) => a.line - b.line);
  const portions = divided.length === 0 && schedule.ideas.length > 0 ? [week] : divided;
  return { schedule, portions, leftOut };
}

/**
 * Makes a plan of each portion of a sheet, and counts what the rows have become. All ideas go into the backlog of the
 * first plan.
 *
 * @throws {UnreadableSchedule} if a plan would have more than `MOST_BYTES` bytes
 */
export function importPlans({ schedule, portions, leftOut }: DividedSheet, terms: ImportTerms): Imported {
  const { ideas } = schedule;
  const entries = new PostEntries(terms.keys, terms.names.channels);
  const plans = portions.map((portion, index) => planOf(portion, index === 0 ? ideas : [], entries, terms));
  const dated = portions.flatMap(({ rows }) => rows);
  const posts = dated.filter(({ isSlot }) => !isSlot);
  const counts = {
    postRows: rowCount(posts.map(({ row }) => row)),
    posts: plans.reduce((sum, plan) => sum + plan.posts, 0),
    uncategorised: plans.reduce((sum, plan) => sum + plan.uncategorised, 0),
    slots: dated.length - posts.length,
    ideas: ideas.length,
  };
  const rows = counts.postRows + counts.slots + counts.ideas + leftOut.length;
  return { plans, counts: { ...counts, rows }, leftOut };
}

function planOf(
  { name, span, from, to, rows }: Portion<DatedRow>,
  ideas: readonly ScheduledIdea[],
  entries: PostEntries,
  terms: ImportTerms,
): ImportedPlan {
  let slots = 0;
  let uncategorised = 0;
  let letters = 0;
  // A cell of the sheet may be written into many posts: without this check, their text could fill the memory.
  const fitting = (its: readonly PostEntry[]) => {
    letters += lettersOf(its);
    if (letters > MOST_BYTES) throw tooLarge(name);
    return its;
  };
  const posts = rows.flatMap(({ row, date, isSlot }) => {
    const its = terms.names.placed(row);
    if (isSlot) slots += its.length;
    return its.map((placed): DatedPost => {
      if (!isSlot && placed.category === null && row.goesOut && !row.unplanned) uncategorised++;
      const own = entries.ofRow(row, placed);
      const all = isSlot || own.length === 0 ? [...own, UNWRITTEN] : own;
      return { date, time: row.time, entries: fitting(all) };
    });
  });
  const backlog = ideas.flatMap((row) =>
    terms.names.placed(row).map((placed) => fitting(entries.ofIdea(row, placed))),
  );
  const text = planText({ span, from, to, posts, backlog }, terms.head, terms);
  if (Buffer.byteLength(text) > MOST_BYTES) throw tooLarge(name);
  return { name, text, posts: posts.length - slots, uncategorised, slots, ideas: backlog.length };
}

/** The least number of bytes that a post takes up in a plan. */
function lettersOf(post: readonly PostEntry[]): number {
  return post.reduce((sum, [key, value]) => {
    const values = value === true ? [] : [value].flat();
    return values.reduce((total, each) => total + each.length, sum + key.length);
  }, 0);
}

function tooLarge(name: string): UnreadableSchedule {
  return new UnreadableSchedule(
    `has so much that the plan ${name} would be larger than 10 MB, and could not be checked; make smaller plans with --by week, choose days with --from and --to, or leave columns out with --drop`,
  );
}

/** The title of an open slot, which somebody has yet to write. */
const UNWRITTEN: PostEntry = ['title', ''];

/** The number of rows from which posts were read: a row may stand for several posts, which then share its cells. */
function rowCount(rows: readonly ScheduledRow[]): number {
  const isCalendar = rows.every(({ cells }) => cells.length === 0);
  return isCalendar ? rows.length : new Set(rows.map(({ cells }) => cells)).size;
}
