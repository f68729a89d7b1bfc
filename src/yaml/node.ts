/** A part of a text, from offset `start` up to, but not including, offset `end`. Offsets are in UTF-16 units from 0. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * A value in a YAML file (a scalar, a list or a mapping) with its range in the text.
 *
 * The range leaves out anchors and tags. A list or mapping in block style goes from its first key or dash to the end of
 * its last value; one in flow style goes from bracket to bracket.
 *
 * For an alias (`*name`), the node is a copy of the value with the anchor (`&name`). In the copy, `aliased` is true,
 * and the range is that of the alias. The nodes inside the copy keep the ranges that they have at the anchor, but
 * `rangeOf` returns the range of the alias for them too.
 */
export type Node = ScalarNode | ListNode | MappingNode;

interface Placed extends Range {
  readonly aliased: boolean;
}

/** A scalar: a single value, such as a text or a number. */
export interface ScalarNode extends Placed {
  readonly kind: 'scalar';
  /** The value as written, but without quotes and with its escapes resolved. */
  readonly text: string;
  /** Whether the value is written without quotes, `|` or `>`. */
  readonly isPlain: boolean;
  /**
   * The value that YAML 1.2 (core schema) gives the text: a number for `5`, a boolean for `true`, a string for `"5"`.
   */
  readonly value: string | number | boolean | null;
}

/** A list, in block style (with dashes) or in flow style (in brackets). */
export interface ListNode extends Placed {
  readonly kind: 'list';
  /** Whether the list is written in brackets. */
  readonly isFlow: boolean;
  readonly items: readonly Node[];
}

/** A mapping. Its own entries come before those that are merged into it with `<<`. */
export interface MappingNode extends Placed {
  readonly kind: 'mapping';
  /** Whether the mapping is written in braces. */
  readonly isFlow: boolean;
  /** The entries by the text of their keys. Entries whose key is itself a list or a mapping are left out. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** The keys that are themselves lists or mappings. */
  readonly oddKeys: readonly Node[];
}

/** One `key: value` of a mapping. */
export interface Entry {
  readonly key: ScalarNode;
  readonly value: Node;
  /** Whether a colon follows the key. If not, as for `b` in `{ a: 1, b }`, the value is null. */
  readonly hasColon: boolean;
}

/**
 * The steps from the root of a file to a value: the keys of mappings and the indexes (from 0) of list items, as in
 * `['posts', 'mon', 2]`.
 */
export type Path = readonly (string | number)[];

/**
 * What a finding points to at `path`: the value, or the key of the value. In a mapping, it can also be the first key
 * (`first-key`), or the first key that is itself a list or a mapping (`odd-key`).
 */
export interface Place {
  readonly path: Path;
  readonly at: 'value' | 'key' | 'first-key' | 'odd-key';
}

/** Whether a key begins with `x-`. Users may add such keys for themselves, and cmplan ignores them. */
export function isOwnKey(key: string): boolean {
  return key.startsWith('x-');
}

/** Whether a value is null: `~`, `null`, or nothing after the key. A key with such a value counts as missing. */
export function isNull(node: Node): boolean {
  return node.kind === 'scalar' && node.value === null;
}

/**
 * Returns a node as a plain JavaScript value. A number that is not finite (`.inf`) becomes its text. Keys with a null
 * value, and keys that begin with `x-`, are left out. Objects have no prototype, so a key `__proto__` does no harm.
 */
export function plainValue(node: Node): unknown {
  if (node.kind === 'scalar') return isFiniteOrText(node.value) ? node.value : node.text;
  if (node.kind === 'list') return node.items.map(plainValue);
  const object: Record<string, unknown> = Object.create(null);
  for (const [name, { value }] of node.entries) {
    if (!isNull(value) && !isOwnKey(name)) object[name] = plainValue(value);
  }
  return object;
}

function isFiniteOrText(value: ScalarNode['value']): boolean {
  return typeof value !== 'number' || Number.isFinite(value);
}

const MOST_ENTRIES = 1000;

/** Whether a value contains more than 1,000 scalars, or a list or mapping with more than 1,000 entries. */
export function isLarge(value: Node): boolean {
  let count = 0;
  const isMore = (node: Node): boolean => {
    if (node.kind === 'scalar') return ++count > MOST_ENTRIES;
    const inner =
      node.kind === 'list' ? node.items : Array.from(node.entries.values(), (entry) => entry.value);
    return inner.length > MOST_ENTRIES || inner.some(isMore);
  };
  return isMore(value);
}
