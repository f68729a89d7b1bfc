/** A half-open range of offsets into the text, in UTF-16 units: `start` belongs to it, `end` does not. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * A value of a YAML file and where it stands.
 *
 * The range leaves anchors and tags out. A block collection reaches from its first key or dash to the end of its
 * last value, a flow collection from bracket to bracket. A node that came through an alias (`aliased`) has the
 * place of the alias, and so has everything in it.
 */
export type Node = ScalarNode | ListNode | MappingNode;

interface Placed extends Range {
  readonly aliased: boolean;
}

/** A single value. `text` is what is written (unquoted, unescaped), `value` what YAML 1.2 (core) makes of it. */
export interface ScalarNode extends Placed {
  readonly kind: 'scalar';
  readonly text: string;
  /** Whether it is written without quotes, `|` or `>`. */
  readonly isPlain: boolean;
  readonly value: string | number | boolean | null;
}

/** A list, in block or flow style. */
export interface ListNode extends Placed {
  readonly kind: 'list';
  /** Whether it stands in brackets. */
  readonly isFlow: boolean;
  readonly items: readonly Node[];
}

/** A mapping. What a merge (`<<`) brought stands behind the entries written in the mapping itself. */
export interface MappingNode extends Placed {
  readonly kind: 'mapping';
  /** Whether it stands in braces. */
  readonly isFlow: boolean;
  /** By the key as written; a key that is itself a list or a mapping is in `oddKeys`. */
  readonly entries: ReadonlyMap<string, Entry>;
  readonly oddKeys: readonly Node[];
}

/** One `key: value` of a mapping. */
export interface Entry {
  readonly key: ScalarNode;
  readonly value: Node;
  /** Whether a colon stands behind the key; without one its value is null. */
  readonly hasColon: boolean;
}

/** A way from the root of a file to a value: the keys as written, and the indexes (from 0) of list items. */
export type Path = readonly (string | number)[];

/**
 * What a finding points at: the value at `path`, its key, or of the mapping at `path` the first key, or the first one
 * that is itself a list or a mapping.
 */
export interface Place {
  readonly path: Path;
  readonly at: 'value' | 'key' | 'first-key' | 'odd-key';
}

/** Whether a key is anyone's own, and ignored. */
export function isOwnKey(key: string): boolean {
  return key.startsWith('x-');
}

/** Whether nothing stands after the key: such a key counts as left out. */
export function isNull(node: Node): boolean {
  return node.kind === 'scalar' && node.value === null;
}

/**
 * The node as a plain JavaScript value; of numbers the finite ones, the others as they are written. Keys with nothing after them, and those that are
 * anyone's own, are left out; mappings have no prototype, so that
 * no key of a plan can reach one.
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
