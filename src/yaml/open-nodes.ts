import type { Entry, Node } from './node.ts';

/** A list or a mapping that has begun but not yet ended, while a text is parsed. */
export interface Open {
  readonly kind: 'list' | 'mapping';
  readonly flow: boolean;
  readonly start: number;
  readonly anchor: string | null;
  /** The items so far; empty for a mapping. */
  readonly items: Node[];
  /** The mapping's own entries so far; empty for a list. */
  readonly entries: Map<string, Entry>;
  /** The entries merged into the mapping with `<<` so far; empty for a list. */
  readonly merged: Map<string, Entry>;
  readonly oddKeys: Node[];
  /** The key that still waits for its value; null if there is none. */
  key: Node | null;
  /** Whether `key` is `<<`, so that its value is to be merged. */
  keyIsMerge: boolean;
  /**
   * The number of values so far, with every alias written out. The list or mapping counts as one itself, and a long
   * text counts as several.
   */
  size: number;
  /** The number of nested levels so far; 1 for a list or mapping that contains only scalars. */
  depth: number;
}

/** A value that has an anchor (`&name`). `node` is null until the value ends; `size` and `depth` are as in `Open`. */
export interface Anchor {
  readonly node: Node | null;
  readonly size: number;
  readonly depth: number;
}
