import type { CheckedFile } from '../findings/result.ts';

/** How the reader of a report sees it. */
export interface View {
  /** The width to keep to. */
  readonly columns: number;
  /** As chalk counts: 0 none, 1 sixteen, 2 256, 3 all. */
  readonly colorLevel: 0 | 1 | 2 | 3;
}

/** Makes a report of checked files: a pure function. */
export type Formatter = (files: readonly CheckedFile[], view: View) => string;
