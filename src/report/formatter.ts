import type { CheckedFile } from '../findings/checked-file.ts';

/** The width and the colours that a report may use. */
export interface View {
  /** The most columns that a line should take. */
  readonly columns: number;
  /**
   * Which colours may be used, numbered as in the library chalk: 0 for none, 1 for 16 colours, 2 for 256, 3 for
   * millions.
   */
  readonly colorLevel: 0 | 1 | 2 | 3;
}

/** The settings for showing a report on checked files. */
export interface ReportView extends View {
  /**
   * Returns the path from the root of the repository, with `/` between folders, for the name of a file in reports.
   * Services need this path to show findings next to changed lines. Standard input (`-`) is returned unchanged.
   */
  readonly inRepository: (file: string) => string;
  /** Whether the user wants to see only errors. Reports for people may then leave out plans without errors. */
  readonly isQuiet?: boolean;
}

/**
 * A function that turns checked files into a report, without side effects. It returns the report in pieces, because the
 * whole may be too long for one string.
 */
export type Formatter = (files: readonly CheckedFile[], view: ReportView) => Iterable<string>;
