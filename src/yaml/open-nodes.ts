import type { Entry, Node } from './node.ts';

/** A list or a mapping that has begun and not yet ended, while a text is parsed. */
export interface Open {
  readonly kind: 'list' | 'mapping';
  readonly flow: boolean;
  readonly start: number;
  readonly anchor: string | null;
  /** The items so far, if it is a list. */
  readonly items: Node[];
  /** The entries so far that are written in it, if it is a mapping. */
  readonly entries: Map<string, Entry>;
  /** The entries so far that are merged into it, if it is a mapping. */
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
  /** The number of levels that it has so far. */
  depth: number;
}

/** What an anchor stands for. The node is null as long as it has not ended; `size` and `depth` are as in `Open`. */
export interface Anchor {
  readonly node: Node | null;
  readonly size: number;
  readonly depth: number;
}
