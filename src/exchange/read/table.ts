import type { SkippedLine } from '../rows.ts';

/** A row of cells in a file: a record of a CSV, a row of a workbook, or an object of a JSON file. */
export interface TableRecord {
  /** The line on which the record begins, from 1; in a workbook, the number of the row. */
  readonly line: number;
  /** The contents of the cells; empty for an empty line. */
  readonly cells: readonly string[];
}

/** The most rows of a table: many more than a year of posts has. */
export const MOST_ROWS = 100_000;

/** The predicate about a table with more than `MOST_ROWS` rows. */
export const TOO_LONG = 'has more than 100,000 rows; export only the weeks of the plan';

/** A table whose header was found, before anything is known about its columns. */
export interface Table {
  /** The cells of the header, unchanged. */
  readonly header: readonly string[];
  /** The line of the header, from 1; in a workbook, the number of the row. */
  readonly headerLine: number;
  /** The rows below the header. */
  readonly records: readonly TableRecord[];
  /**
   * The character between two cells of a CSV file, in which a row with too few or too many cells is probably a mistake.
   * Null for other files, whose rows need not have all cells.
   */
  readonly delimiter: string | null;
  /** The lines that are not rows of the table, such as those above the header, each with the reason. */
  readonly skipped: readonly SkippedLine[];
  /** Remarks on cells, such as a formula without a value, each with the line of the cell. */
  readonly notes: readonly SkippedLine[];
  /** Remarks on the file as a whole, such as `only its sheet "May" is read`. Each can follow the name of the file. */
  readonly remarks: readonly string[];
}
