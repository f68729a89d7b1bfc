import type { Day } from '../dates.ts';

/** One post as a sheet or a scheduler has it. */
export interface ScheduledRow {
  /** Where it begins in the file, from 1. */
  readonly line: number;
  /** The day on which it goes out, by the clock on the wall of the plan's zone. */
  readonly date: Day;
  /** `HH:MM` by the same clock; null where the row says none. */
  readonly time: string | null;
  /** The names of its channels, as written; none where the row says none. */
  readonly channels: readonly string[];
  /** The name in its category cell, as written; null without one. */
  readonly category: string | null;
  /** Other names that may name its category, the likelier first: labels, tags, its format. */
  readonly labels: readonly string[];
  readonly title: string | null;
  /** The words that go out. */
  readonly text: string | null;
  readonly id: string | null;
  /** Whether its status lets it go out. */
  readonly goesOut: boolean;
  /** Whether its status says that it has gone out already. */
  readonly isOut: boolean;
  /** All that it holds, as written: a cell for each of the columns of the schedule. */
  readonly cells: readonly string[];
}

/** A line of a file that stands for no post, and why. */
export interface SkippedLine {
  /** From 1. */
  readonly line: number;
  readonly reason: string;
}

/** What a file of a scheduler holds. */
export interface Schedule {
  /** The names of its columns, as written, read or not; a calendar has none. */
  readonly columns: readonly string[];
  /** In the order of the file. */
  readonly rows: readonly ScheduledRow[];
  readonly skipped: readonly SkippedLine[];
  /** What somebody may wonder about in rows that count, such as a time that is none; with the line. */
  readonly notes: readonly SkippedLine[];
}

/** Which of two numbers in a date is the day: `dmy` is 23/11/2026, `mdy` 11/23/2026. */
export const DATE_ORDERS = ['dmy', 'mdy'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** What a schedule is read by. */
export interface ScheduleTerms {
  /** The zone whose clock the plan goes by, an IANA name; null for local time, which no time with an offset can be brought to. */
  readonly timezone: string | null;
  /** The order of dates where the file leaves it open; null where nobody says. */
  readonly dateOrder: DateOrder | null;
}

/** Why a file cannot be taken for a schedule: a sentence, to stand behind the name of the file. */
export class UnreadableSchedule extends Error {}
