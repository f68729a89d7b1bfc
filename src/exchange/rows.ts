import type { Day } from '../dates.ts';
import type { Status } from '../plan/plan.ts';
import type { ColumnNames } from '../policy/sheet-columns.ts';

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
  /** Other names that may stand for the post's category, likelier ones first: labels, the name of the format, tags. */
  readonly labels: readonly string[];
  /** The contents of the row's format cell; null if the row has none. */
  readonly format: string | null;
  readonly title: string | null;
  /** The text to be published; null if the row has no text. */
  readonly text: string | null;
  readonly id: string | null;
  /** What the row has for the keys of the same names in a plan, as written; null if it has nothing. */
  readonly owner: string | null;
  readonly link: string | null;
  readonly notes: string | null;
  /** The media and the tags of the row, as written; empty if it has none. */
  readonly media: readonly string[];
  readonly tags: readonly string[];
  /** The row's own word for its status; null if it has none. */
  readonly statusWord: string | null;
  /** The status that the row's own word for it stands for; null if the row has no such word, or an unknown one. */
  readonly status: Status | null;
  /** Whether the row says that the post is a spontaneous idea. */
  readonly unplanned: boolean;
  /**
   * Whether the post will go out or has gone out. False only for a status such as `cancelled` or `on hold`, and for a
   * row that a column of its own marks as a draft.
   */
  readonly goesOut: boolean;
  /** Whether the post has already gone out. True only for a status such as `published`. */
  readonly isOut: boolean;
  /** All cells of the row, unchanged, one for each of the schedule's `columns`; empty for a calendar. */
  readonly cells: readonly string[];
  /** The index, from 0, of the cell from which each part of the post was read; empty for a calendar. */
  readonly columns: ReadonlyMap<string, number>;
}

/** An idea for a post, without a day. */
export type ScheduledIdea = Omit<ScheduledRow, 'date' | 'time'>;

/** A line of a file with a remark on it, such as why the line does not count as a post. */
export interface SkippedLine {
  /** The number of the line, from 1. */
  readonly line: number;
  /** The remark, in words that can follow the number of the line. */
  readonly reason: string;
  /** What the cells of the line say, if the line may have been meant as a post; otherwise missing. */
  readonly words?: readonly string[];
}

/** The contents of a sheet or a calendar that says what is scheduled. */
export interface Schedule {
  /** The names of all columns, unchanged, including those that cmplan does not read; empty for a calendar. */
  readonly columns: readonly string[];
  /** The line of the header, from 1; 1 for a calendar. */
  readonly headerLine: number;
  /** The columns that have something in them but are not read. */
  readonly unread: readonly UnreadColumn[];
  /** The names of channels that whole columns stand for, as written. */
  readonly columnChannels: readonly string[];
  /** The posts in the order of the file. */
  readonly rows: readonly ScheduledRow[];
  /**
   * Returns the rows with a day that have no words yet, but say at least a time, a channel, a category or a format. They
   * are among the `skipped` lines, too. Throws an `UnreadableSchedule` if it is not clear in which zone a time is.
   */
  readonly slots: () => readonly ScheduledRow[];
  /** The rows without a day that have words. They are among the `skipped` lines, too. */
  readonly ideas: readonly ScheduledIdea[];
  /** The lines that are not counted as posts. */
  readonly skipped: readonly SkippedLine[];
  /** Remarks on rows that count as posts, such as a row whose time cannot be read. */
  readonly notes: readonly SkippedLine[];
}

/** A column of a sheet that is not read. */
export interface UnreadColumn {
  /** The name of the column, unchanged but for white space around it. */
  readonly name: string;
  /** The index of the column, from 0. */
  readonly column: number;
  /** The name of the column that is read instead of this one; null if cmplan does not know what this one is for. */
  readonly instead: string | null;
  /** Whether this column is read where the other one is empty. */
  readonly isFallback: boolean;
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
  /** The names of the formats that the team knows, in lower case. */
  readonly formats: ReadonlySet<string>;
  /** The zone, by its IANA name, that each word stands for in this file, by the word in lower case. */
  readonly zones: ReadonlyMap<string, string>;
  /** What columns contain, as the user says of this file. Each of the columns must be there. */
  readonly columns: ColumnNames;
  /** What columns with certain names contain, as the team says of all its files. */
  readonly columnNames: ColumnNames;
  /** The day of the first post, for a file that numbers its days or weeks; null if the user did not say. */
  readonly start: Day | null;
  /** The year of dates that have none; null if the user did not say. */
  readonly year: number | null;
  /** A day near those of the posts, for the examples in messages. */
  readonly around: Day;
  /** The name of the sheet of a workbook, or of the list of a JSON file; null if the user did not say. */
  readonly sheet: string | null;
  /** The encoding of a text, such as `windows-1251`; null if the user did not say. */
  readonly encoding: string | null;
}

/** The settings for a file about which nothing is known but the file itself. */
export const NO_SETTINGS: ScheduleTerms = {
  timezone: null,
  dateOrder: null,
  channels: [],
  formats: new Set(),
  zones: new Map(),
  columns: [],
  columnNames: [],
  start: null,
  year: null,
  around: '2026-11-23',
  sheet: null,
  encoding: null,
};

/**
 * The error for a file that cannot be read as a schedule. Its message is a predicate such as `is empty`, to follow the
 * name of the file.
 */
export class UnreadableSchedule extends Error {}
