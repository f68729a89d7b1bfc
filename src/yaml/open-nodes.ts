import type { Entry, Node } from './node.ts';

/** A list or a mapping that has begun but not yet ended, while a text is parsed. */
export interface Open {
  readonly kind: 'list' | 'mapping';
  readonly flow: boolean;
  readonly start: number;
  readonly anchor: string | null;
  /** The items so far, if it is a list. */
  readonly items: Node[];
  /** Its own entries so far, if it is a mapping. */
  readonly entries: Map<string, Entry>;
  /** The entries merged into it with `<<` so far, if it is a mapping. */
  readonly merged: Map<string, Entry>;
  readonly oddKeys: Node[];
  /** The key that still waits for its value; null if there is none. */
  key: Node | null;
  /** Whether that key is `<<`, so that its value is to be merged. */
  keyIsMerge: boolean;
  /**
   * The number of values so far, including itself, with every alias written out. A long text counts for more than one.
   */
  size: number;
  /** The number of nested levels so far, from 1 for a list or mapping that contains only single values. */
  depth: number;
}

/** The value with an anchor (`&name`). `node` is null until the value ends; `size` and `depth` are as in `Open`. */
export interface Anchor {
  readonly node: Node | null;
  readonly size: number;
  readonly depth: number;
}
