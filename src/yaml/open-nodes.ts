import type { Entry, Node } from './node.ts';

/** A list or mapping that has not ended yet. `size` is the number of values in it so far, `depth` its levels. */
export interface Open {
  readonly kind: 'list' | 'mapping';
  readonly flow: boolean;
  readonly start: number;
  readonly anchor: string | null;
  readonly items: Node[];
  readonly entries: Map<string, Entry>;
  readonly merged: Map<string, Entry>;
  readonly oddKeys: Node[];
  key: Node | null;
  keyIsMerge: boolean;
  size: number;
  depth: number;
}

/** What an anchor stands for; the node is null while it is not complete. */
export interface Anchor {
  readonly node: Node | null;
  readonly size: number;
  readonly depth: number;
}
