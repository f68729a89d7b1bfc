import type { CheckedFile } from '../findings/checked-file.ts';

/** The width and the colours that a report may use. */
export interface View {
  /** The width in columns that lines should not exceed (most characters take one column); `Infinity` for no limit. */
  readonly columns: number;
  /**
   * The colours that may be used, as a level of the library chalk: 0 for no colours, 1 for 16, 2 for 256, 3 for
   * millions.
   */
  readonly colorLevel: 0 | 1 | 2 | 3;
}

/** Everything that affects how a report on checked files looks. */
export interface ReportView extends View {
  /**
   * Returns the path of `file` relative to the root of its repository, with `/` between folders. GitHub and GitLab need
   * this path to show findings next to changed lines. Returns `-` (standard input) unchanged.
   *
   * @param file - the name of a checked file, as in the findings
   */
  readonly inRepository: (file: string) => string;
  /**
   * Whether only errors should be reported (`--quiet`). Human-readable reports may then leave out plans without errors.
   */
  readonly isQuiet?: boolean;
}

/**
 * A function without side effects that makes the report on checked files. Returns the report in pieces, because the
 * whole may be too long for one string.
 */
export type Formatter = (files: readonly CheckedFile[], view: ReportView) => Iterable<string>;
