import type { Day } from '../dates.ts';

/** One post found in a sheet or an export from a scheduler. */
export interface ScheduledRow {
  /** The line on which the post begins in its file, from 1. */
  readonly line: number;
  /** The day on which the post goes out, in the local time of the plan's zone. */
  readonly date: Day;
  /** The local time as `HH:MM`; null if the row has none. */
  readonly time: string | null;
  /** The names of its channels, in their written form; empty if the row has none. */
  readonly channels: readonly string[];
  /** The contents of its category cell, unchanged; null if there are none. */
  readonly category: string | null;
  /** Other names that may mean its category, the likelier ones first: labels, tags, its format. */
  readonly labels: readonly string[];
  readonly title: string | null;
  /** The words that go out. */
  readonly text: string | null;
  readonly id: string | null;
  /** Whether its status lets it go out. */
  readonly goesOut: boolean;
  /** Whether its status says that it has already gone out. */
  readonly isOut: boolean;
  /** All cells in their written form, one for each column of the schedule; empty for a calendar. */
  readonly cells: readonly string[];
}

/** A line of a file that is not counted as a post, and the reason. */
export interface SkippedLine {
  /** The number of the line, from 1. */
  readonly line: number;
  readonly reason: string;
}

/** The contents of a file that says what is scheduled. */
export interface Schedule {
  /** The names of all columns in their written form, including columns that are not read; empty for a calendar. */
  readonly columns: readonly string[];
  /** The posts in the order of the file. */
  readonly rows: readonly ScheduledRow[];
  readonly skipped: readonly SkippedLine[];
  /** Remarks on rows that count, such as a time that cannot be read, each with its line. */
  readonly notes: readonly SkippedLine[];
}

/** The two orders of a date: `dmy` has the day first (23/11/2026), `mdy` the month (11/23/2026). */
export const DATE_ORDERS = ['dmy', 'mdy'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** The settings for reading a schedule. */
export interface ScheduleTerms {
  /**
   * The IANA name of the plan's zone. Null for local time, to which a time with an offset or a zone cannot be
   * converted.
   */
  readonly timezone: string | null;
  /** The order of day and month in dates that leave it open; null if the user did not say. */
  readonly dateOrder: DateOrder | null;
}

/**
 * The error for a file that cannot be read as a schedule. The message is a predicate, to follow the name of the file.
 */
export class UnreadableSchedule extends Error {}
