import type { CheckedFile } from '../findings/checked-file.ts';

/** The width and the colours of the place where a report will be shown. */
export interface View {
  /** The most columns that a line should take. */
  readonly columns: number;
  /**
   * Which colours may be used, as the library chalk numbers them: 0 for none, 1 for 16 colours, 2 for 256, 3 for all.
   */
  readonly colorLevel: 0 | 1 | 2 | 3;
}

/** How a report on checked files is to be shown. */
export interface ReportView extends View {
  /**
   * Returns the path of a file from the root of its repository, written with `/`; services need it to show findings
   * beside changed lines. The file is given by its name in reports. Standard input (`-`) is returned unchanged.
   */
  readonly inRepository: (file: string) => string;
  /** Whether the user asked only for errors, so that a report for people may leave out plans without errors. */
  readonly isQuiet?: boolean;
}

/**
 * A pure function that turns checked files into a report. The report comes in pieces, so that it need not be in memory
 * as one string.
 */
export type Formatter = (files: readonly CheckedFile[], view: ReportView) => Iterable<string>;
