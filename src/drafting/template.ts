import type { Source } from '../yaml/source.ts';

/** A plan from which new plans are made. */
export interface Template {
  /** How messages name the template. */
  readonly name: string;
  readonly source: Source;
}
