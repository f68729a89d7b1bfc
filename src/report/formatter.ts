import type { CheckedFile } from '../findings/checked-file.ts';

/** How wide, and in how many colours, the reader of a report sees it. */
export interface View {
  /** The most columns that a line should take. */
  readonly columns: number;
  /** Counted as chalk does: 0 for no colours, 1 for 16, 2 for 256, 3 for all. */
  readonly colorLevel: 0 | 1 | 2 | 3;
}

/** What a report of checked files needs to know about its reader. */
export interface ReportView extends View {
  /**
   * The path of a file from the root of its repository, with `/`, as services name files that show findings beside the
   * lines of a change. Takes the name of the file in reports. Standard input (`-`) stays as it is.
   */
  readonly inRepository: (file: string) => string;
  /** Whether only errors are asked for, so that a report for people can leave out plans without errors. */
  readonly isQuiet?: boolean;
}

/**
 * Makes a report of checked files. It comes in pieces, so that it need not be in memory as one text. A pure function.
 */
export type Formatter = (files: readonly CheckedFile[], view: ReportView) => Iterable<string>;
