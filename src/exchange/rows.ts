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
  /** Other words that may name the post's category, the likelier ones first: labels, the format, tags. */
  readonly labels: readonly string[];
  /** The contents of the row's format cell; null if the row has none. */
  readonly format: string | null;
  /** The title; null if the row has none. */
  readonly title: string | null;
  /** The text to be published; null if the row has no text. */
  readonly text: string | null;
  /** The id of the post; null if the row has none, or one that is longer than a plan allows. */
  readonly id: string | null;
  /** The person who is responsible for the post, as written; null if the row names nobody. */
  readonly owner: string | null;
  /** The link of the post, as written; null if the row has none. */
  readonly link: string | null;
  /** The notes on the post, as written; null if the row has none. */
  readonly notes: string | null;
  /** The names or addresses of the post's pictures and videos, as written; empty if the row has none. */
  readonly media: readonly string[];
  /** The tags of the post, as written; empty if the row has none. */
  readonly tags: readonly string[];
  /** The row's own word for the status of its post; null if the row has none. */
  readonly statusWord: string | null;
  /** The status of the post in the words of a plan; null if the row has no status, or one that cmplan does not know. */
  readonly status: Status | null;
  /** Whether the row marks the post as spontaneous, like the key `unplanned` of a plan. */
  readonly unplanned: boolean;
  /**
   * Whether the post will go out or has gone out. False only if the status is one such as `cancelled` or `on hold`, or
   * if a column for drafts says that the post is a draft.
   */
  readonly goesOut: boolean;
  /** Whether the post has already gone out. True only for a status such as `published`. */
  readonly isOut: boolean;
  /** The cells of the row as written, in the order of the schedule's `columns`, perhaps fewer; empty for a calendar. */
  readonly cells: readonly string[];
  /**
   * Where the parts of the post are in `cells`: the index of the cell, from 0, by what the cell contains, such as
   * `title`. If a channel has a column of its own, a key such as `channel Facebook` leads to that column. Empty for a
   * calendar.
   */
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
  /** The cells of the line that are not blank, if the line may have been meant as a post; otherwise missing. */
  readonly words?: readonly string[];
  /**
   * What keeps a line that was meant as a post from being read as one: an unreadable `date`, or too few or too many
   * `cells`. Missing for every other line.
   */
  readonly fault?: 'date' | 'cells';
}

/** The contents of a sheet or a calendar that says what is scheduled. */
export interface Schedule {
  /** The names of all columns, unchanged, including those that cmplan does not read; empty for a calendar. */
  readonly columns: readonly string[];
  /** The line of the header, from 1; 1 for a calendar. */
  readonly headerLine: number;
  /** The columns that have contents but are not read, or are read only in some rows. */
  readonly unread: readonly UnreadColumn[];
  /** Remarks on the file as a whole, such as `only its sheet "May" is read`. Each can follow the name of the file. */
  readonly remarks: readonly string[];
  /** The names, as written, of channels that have columns of their own, such as `Facebook` with TRUE and FALSE. */
  readonly columnChannels: readonly string[];
  /** The posts in the order of the file. */
  readonly rows: readonly ScheduledRow[];
  /**
   * Returns the open slots: rows with a day that have neither a title nor a text yet, but say at least a time, a
   * channel, a category or a format. These rows are among the `skipped` lines, too. Throws an `UnreadableSchedule` if
   * the time zone of a row is unclear.
   */
  readonly slots: () => readonly ScheduledRow[];
  /**
   * The ideas: rows that have contents but no day, and rows whose status is one such as `backlog`. They are among the
   * `skipped` lines, too.
   */
  readonly ideas: readonly ScheduledIdea[];
  /** The lines that are not counted as posts. */
  readonly skipped: readonly SkippedLine[];
  /** Remarks on rows that count as posts, such as a row whose time cannot be read. */
  readonly notes: readonly SkippedLine[];
}

/** A column of a sheet that is not read, or only where another column is empty. */
export interface UnreadColumn {
  /** The name of the column, unchanged but for white space around it. */
  readonly name: string;
  /** The index of the column, from 0. */
  readonly column: number;
  /** The name of the column that is read instead; null if cmplan does not know what this column is for. */
  readonly instead: string | null;
  /** Whether this column is read in the rows in which the column `instead` is empty. */
  readonly isFallback: boolean;
}

/** The two orders of day and month in a date: `dmy` has the day first (23/11/2026), `mdy` the month (11/23/2026). */
export const DATE_ORDERS = ['dmy', 'mdy'] as const;
/** Whether the day (`dmy`) or the month (`mdy`) comes first in a date. */
export type DateOrder = (typeof DATE_ORDERS)[number];

/** The settings for reading a schedule. */
export interface ScheduleTerms {
  /**
   * The time zone of the plan, an IANA name; null if neither the plan, its config nor an option sets one. With null, a
   * file with times that have an offset or a zone is refused, because such times cannot be converted.
   */
  readonly timezone: string | null;
  /** The names and aliases of the plan's channels; empty if the plan names no channel. */
  readonly channels: readonly string[];
  /** The order of day and month in ambiguous dates; null if the user did not say. */
  readonly dateOrder: DateOrder | null;
  /** The names of the formats that the team knows, in lower case. */
  readonly formats: ReadonlySet<string>;
  /** The time zones, by IANA name, that words in this file stand for. The keys are the words in lower case: `est`. */
  readonly zones: ReadonlyMap<string, string>;
  /** The columns that the user names for this file, with what they contain. The file must have all of them. */
  readonly columns: ColumnNames;
  /** The columns that the team names for all its files, with what they contain. A file may lack any of them. */
  readonly columnNames: ColumnNames;
  /** The first day of a file that numbers its days or weeks instead of dating them; null if the user did not say. */
  readonly start: Day | null;
  /** The year of dates that have none; null if the user did not say. */
  readonly year: number | null;
  /** A day that is probably near the days of the posts, for the examples in messages. */
  readonly around: Day;
  /** The name of the sheet of a workbook, or of the list of a JSON file; null if the user did not say. */
  readonly sheet: string | null;
  /** The encoding of a text, such as `windows-1251`; null if the user did not say. */
  readonly encoding: string | null;
}

/**
 * The error for a file that cannot be read as a schedule. Its message is a predicate such as `is empty`, to follow the
 * name of the file.
 */
export class UnreadableSchedule extends Error {}
