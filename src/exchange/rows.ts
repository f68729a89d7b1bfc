import type { Day } from '../dates.ts';

/** One post found in a sheet or an export from a scheduler. */
export interface ScheduledRow {
  /** The line on which the post begins in its file, from 1. */
  readonly line: number;
  /** The day on which the post goes out, in the local time of the plan's zone. */
  readonly date: Day;
  /** The local time as `HH:MM`; null if the row has no time. */
  readonly time: string | null;
  /** The names of the channels that the post is for, as written in the row; empty if the row names none. */
  readonly channels: readonly string[];
  /** The contents of the row's category cell; null if the cell is empty or missing. */
  readonly category: string | null;
  /** Other names that may stand for the post's category, likelier ones first: labels, tags, the name of the format. */
  readonly labels: readonly string[];
  readonly title: string | null;
  /** The text to be published; null if the row has no text. */
  readonly text: string | null;
  readonly id: string | null;
  /** Whether the post will go out or has gone out. False only for a status such as `cancelled` or `on hold`. */
  readonly goesOut: boolean;
  /** Whether the post has already gone out. True only for a status such as `published`. */
  readonly isOut: boolean;
  /** All cells of the row, unchanged, one for each of the schedule's `columns`; empty for a calendar. */
  readonly cells: readonly string[];
}

/** A line of a file with a remark on it, such as why the line does not count as a post. */
export interface SkippedLine {
  /** The number of the line, from 1. */
  readonly line: number;
  /** The remark, in words that can follow the number of the line. */
  readonly reason: string;
}

/** The contents of a sheet or a calendar that says what is scheduled. */
export interface Schedule {
  /** The names of all columns, unchanged, including those that cmplan does not read; empty for a calendar. */
  readonly columns: readonly string[];
  /** The posts in the order of the file. */
  readonly rows: readonly ScheduledRow[];
  /** The lines that are not counted as posts. */
  readonly skipped: readonly SkippedLine[];
  /** Remarks on rows that count as posts, such as a row whose time cannot be read. */
  readonly notes: readonly SkippedLine[];
}

/** The two orders of day and month in a date: `dmy` has the day first (23/11/2026), `mdy` the month (11/23/2026). */
export const DATE_ORDERS = ['dmy', 'mdy'] as const;
/** Whether the day (`dmy`) or the month (`mdy`) comes first in a date. */
export type DateOrder = (typeof DATE_ORDERS)[number];

/** The settings for reading a schedule. */
export interface ScheduleTerms {
  /**
   * The IANA name of the plan's zone. Null if the plan uses local time, to which times with an offset or a zone cannot
   * be converted.
   */
  readonly timezone: string | null;
  /** The names of the plan's channels; empty if the plan names none. */
  readonly channels: readonly string[];
  /** The order of day and month in ambiguous dates; null if the user did not say. */
  readonly dateOrder: DateOrder | null;
}

/**
 * The error for a file that cannot be read as a schedule. Its message is a predicate such as `is empty`, to follow the
 * name of the file.
 */
export class UnreadableSchedule extends Error {}
