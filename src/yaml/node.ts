/** A range of offsets into the text, in UTF-16 units. `start` is included, `end` is not. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * A value in a YAML file, with its place.
 *
 * The range leaves out anchors and tags. A block collection goes from its first key or dash to the end of its last
 * value; a flow collection goes from bracket to bracket. A node that replaces an alias (`aliased`) has the place of the
 * alias. The nodes inside it keep the places in the anchor, but `rangeOf` gives the place of the alias for them too.
 */
export type Node = ScalarNode | ListNode | MappingNode;

interface Placed extends Range {
  readonly aliased: boolean;
}

/** A single value: `text` is the written text without quotes and escapes, `value` its meaning in YAML 1.2 (core). */
export interface ScalarNode extends Placed {
  readonly kind: 'scalar';
  readonly text: string;
  /** Whether the value is written without quotes, `|` or `>`. */
  readonly isPlain: boolean;
  readonly value: string | number | boolean | null;
}

/** A list, in block or flow style. */
export interface ListNode extends Placed {
  readonly kind: 'list';
  /** Whether the list is written in brackets. */
  readonly isFlow: boolean;
  readonly items: readonly Node[];
}

/** A mapping. Entries from a merge (`<<`) come after those written in the mapping itself. */
export interface MappingNode extends Placed {
  readonly kind: 'mapping';
  /** Whether the mapping is written in braces. */
  readonly isFlow: boolean;
  /** The entries by key, in its written form. Keys that are themselves lists or mappings are in `oddKeys`. */
  readonly entries: ReadonlyMap<string, Entry>;
  readonly oddKeys: readonly Node[];
}

/** One `key: value` of a mapping. */
export interface Entry {
  readonly key: ScalarNode;
  readonly value: Node;
  /** Whether the key has a colon. If not, the value is null. */
  readonly hasColon: boolean;
}

/** The path from the root of a file to a value: keys in their written form, and indexes (from 0) of list items. */
export type Path = readonly (string | number)[];

/**
 * The place of a finding: the value at `path`, its key, the first key of the mapping at `path`, or the first key in
 * that mapping that is itself a list or a mapping.
 */
export interface Place {
  readonly path: Path;
  readonly at: 'value' | 'key' | 'first-key' | 'odd-key';
}

/** Whether a key begins with `x-`. Anyone may add such keys; cmplan ignores them. */
export function isOwnKey(key: string): boolean {
  return key.startsWith('x-');
}

/** Whether a value is null: nothing after the key, `~` or `null`. A key with a null value counts as missing. */
export function isNull(node: Node): boolean {
  return node.kind === 'scalar' && node.value === null;
}

/**
 * A node as a plain JavaScript value. Numbers that are not finite become text. Keys with a null value and keys that
 * begin with `x-` are left out. Objects have no prototype, so no key of a plan can reach one.
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
