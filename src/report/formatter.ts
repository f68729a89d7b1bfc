import type { CheckedFile } from '../findings/checked-file.ts';

/** The width and the colours that a report may use. */
export interface View {
  /** The most columns (characters of normal width) that a line should take; `Infinity` for no limit. */
  readonly columns: number;
  /**
   * The colours that may be used, numbered as in the library chalk: 0 for none, 1 for 16 colours, 2 for 256, 3 for
   * millions.
   */
  readonly colorLevel: 0 | 1 | 2 | 3;
}

/** Everything that affects how a report on checked files looks. */
export interface ReportView extends View {
  /**
   * Returns the path of a file from the root of its repository, with `/` between folders, for the name of the file in
   * reports. Services need this path to show findings next to changed lines. Returns `-` (standard input) unchanged.
   */
  readonly inRepository: (file: string) => string;
  /**
   * Whether the user wants to see only errors (`--quiet`). Reports for people may then leave out plans without errors.
   */
  readonly isQuiet?: boolean;
}

/**
 * A function without side effects that turns checked files into a report. Returns the report in pieces, because the
 * whole may be too long for one string.
 */
export type Formatter = (files: readonly CheckedFile[], view: ReportView) => Iterable<string>;
