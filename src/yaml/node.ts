/** A part of a text, as offsets in UTF-16 units. The character at `start` belongs to it, the one at `end` does not. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * A value in a YAML file: a single value, a list or a mapping, with its place.
 *
 * Anchors and tags do not belong to the place. A block collection goes from its first key or dash to the end of its
 * last value; a flow collection goes from bracket to bracket. A node that stands for an alias (`aliased`) has the place
 * of the alias. The nodes inside it keep their places inside the anchor, but `rangeOf` gives the place of the alias for
 * them too.
 */
export type Node = ScalarNode | ListNode | MappingNode;

interface Placed extends Range {
  readonly aliased: boolean;
}

/** A single value, such as a text or a number. */
export interface ScalarNode extends Placed {
  readonly kind: 'scalar';
  /** The value as written, but without quotes and with its escapes resolved. */
  readonly text: string;
  /** Whether the value is written without quotes, `|` or `>`. */
  readonly isPlain: boolean;
  /** What the value means in YAML 1.2 (core). */
  readonly value: string | number | boolean | null;
}

/** A list, in block or flow style. */
export interface ListNode extends Placed {
  readonly kind: 'list';
  /** Whether the list is written in brackets. */
  readonly isFlow: boolean;
  readonly items: readonly Node[];
}

/** A mapping. Entries that are merged into it (`<<`) come after those that are written in it. */
export interface MappingNode extends Placed {
  readonly kind: 'mapping';
  /** Whether the mapping is written in braces. */
  readonly isFlow: boolean;
  /** The entries by key, as the key is written. An entry whose key is itself a list or a mapping is not among them. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** The keys that are themselves lists or mappings. */
  readonly oddKeys: readonly Node[];
}

/** One `key: value` of a mapping. */
export interface Entry {
  readonly key: ScalarNode;
  readonly value: Node;
  /** Whether there is a colon after the key. If not, the value is null. */
  readonly hasColon: boolean;
}

/** The way from the root of a file to a value: keys as written, and the indexes (from 0) of list items. */
export type Path = readonly (string | number)[];

/**
 * Where a finding points: to the value at `path`, to the key of that value, or, in the mapping at `path`, to the first
 * key or to the first key that is itself a list or a mapping.
 */
export interface Place {
  readonly path: Path;
  readonly at: 'value' | 'key' | 'first-key' | 'odd-key';
}

/** Whether a key begins with `x-`. Anyone may add such keys, and cmplan ignores them. */
export function isOwnKey(key: string): boolean {
  return key.startsWith('x-');
}

/** Whether a value is null: `~`, `null`, or nothing after the key. A key with such a value counts as missing. */
export function isNull(node: Node): boolean {
  return node.kind === 'scalar' && node.value === null;
}

/**
 * Returns a node as a plain JavaScript value. A number that is not finite becomes text. Keys with a null value, and
 * keys that begin with `x-`, are left out. Objects have no prototype, so that no key of a plan can reach one.
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
