import type { Source } from '../yaml/source.ts';

/** A plan from which new plans are made. */
export interface Template {
  /** The name of the template in messages. */
  readonly name: string;
  readonly source: Source;
}
