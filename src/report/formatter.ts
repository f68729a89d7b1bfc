import type { CheckedFile } from '../findings/result.ts';

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
   * The way from the root of the repository to the working folder, with `/`; empty where they are one, else it ends with
   * a slash. Services that show findings beside the lines of a change name files from that root.
   */
  readonly folder: string;
}

/** Makes a report of checked files: a pure function. */
export type Formatter = (files: readonly CheckedFile[], view: ReportView) => string;
