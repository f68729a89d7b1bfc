import type { CheckedFile } from '../findings/checked-file.ts';

/** The width and the colours of the place where a report is shown. */
export interface View {
  /** The most columns that a line should take. */
  readonly columns: number;
  /** The number of colours: 0 for none, 1 for 16, 2 for 256, 3 for all, as the library chalk numbers them. */
  readonly colorLevel: 0 | 1 | 2 | 3;
}

/** The settings for showing a report on checked files. */
export interface ReportView extends View {
  /**
   * Returns the path of a file from the root of its repository, with `/`. Services need it to show findings beside
   * changed lines. It is given the name of the file in reports. Standard input (`-`) stays the same.
   */
  readonly inRepository: (file: string) => string;
  /** Whether the user wants only errors, so that a report for people can leave out plans without errors. */
  readonly isQuiet?: boolean;
}

/** Makes a report on checked files, in pieces, so that it need not be in memory as one text. A pure function. */
export type Formatter = (files: readonly CheckedFile[], view: ReportView) => Iterable<string>;
