import type { CheckedFile } from '../findings/checked-file.ts';

/** How the reader of a report sees it. */
export interface View {
  /** The width to keep to. */
  readonly columns: number;
  /** As chalk counts: 0 none, 1 sixteen, 2 256, 3 all. */
  readonly colorLevel: 0 | 1 | 2 | 3;
}

/** How the reader of a report of checked files sees it. */
export interface ReportView extends View {
  /**
   * A file from the root of the repository that it is in, with `/`: services that show findings beside the lines of a
   * change name files so. Takes it as reports name it; `-`, standard input, stays as it is.
   */
  readonly inRepository: (file: string) => string;
  /** Whether only errors are asked for, so that people need not see the plans without any. */
  readonly isQuiet?: boolean;
}

/** Makes a report of checked files, in pieces, so that it need never be there as one text: a pure function. */
export type Formatter = (files: readonly CheckedFile[], view: ReportView) => Iterable<string>;
