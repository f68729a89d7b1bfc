import type * as z from 'zod/mini';
import { brief, composed, listed, nearest, quoted } from '../text/words.ts';
import type { MappingNode, Node, Path } from './node.ts';
import { isLarge, isNull, isOwnKey, plainValue } from './node.ts';
import { reportPieces, TEXT_WITH_COMMA } from './pieces.ts';
import { type Report, wrong, wrongAt } from './structural-problem.ts';

/** A kind of mapping that has a fixed set of keys, such as a post. */
export interface Kind {
  /** The schema of the mapping, with a schema for the value of each key. */
  readonly schema: z.ZodMiniObject;
  /** What messages call the mapping, such as `a post`. */
  readonly noun: string;
  /** What messages call a key of the mapping, such as `a target`; if left out, `a key of` and the noun. */
  readonly keyNoun?: string;
  /** An example of the mapping to put into messages, as YAML. For a whole file, only its first keys. */
  readonly example: string;
  /** Returns advice about a key that has another name here or belongs somewhere else; undefined for any other key. */
  readonly elsewhere?: (key: string) => Elsewhere | undefined;
  /** The keys that must not be set here. Each has a reason, worded to follow the key in a message. */
  readonly refused?: ReadonlyMap<string, string>;
  /** The keys whose values `readFields` does not check, because its caller reads them. */
  readonly readByCaller?: readonly string[];
  /** The keys for which the schema accepts every scalar of at most `LONGEST_NAME` characters, unchanged. */
  readonly texts?: ReadonlySet<string>;
}

/** What to do about a key that has another name here or belongs somewhere else. */
export interface Elsewhere {
  /** The key of this mapping that was meant, if there is one. */
  readonly meant?: string;
  /** The part of a message that says what to write instead. */
  readonly advice: string;
}

/** What a mapping with a fixed set of keys contains, as far as it can be read. */
export interface Fields {
  /**
   * The values by key. These are left out: keys without a value, keys that must not be set, lists that are too long,
   * and invalid values other than lists. Values of the keys in `Kind.readByCaller` are included unchecked.
   */
  readonly nodes: ReadonlyMap<string, Node>;
  /** The valid values by key, as parsed by the schema, without those of the keys in `Kind.readByCaller`. */
  readonly values: ReadonlyMap<string, unknown>;
  /**
   * The keys about which a problem was reported: unknown keys, keys without a colon, and keys with an invalid value. A
   * misspelt key is replaced by the key that was probably meant, unless the mapping has that key too. If the node is
   * not a mapping, these are all keys of the schema.
   */
  readonly unreadable: ReadonlySet<string>;
  /** The values of keys that begin with `x-`, by key. Users may add such keys for themselves. */
  readonly own: ReadonlyMap<string, Node>;
}

const NO_OWN_KEYS: ReadonlyMap<string, Node> = new Map();

/** The fields of a mapping that is missing: no values, and nothing unreadable. */
export const NO_FIELDS: Fields = {
  nodes: new Map(),
  values: new Map(),
  unreadable: new Set(),
  own: NO_OWN_KEYS,
};

/**
 * Reads a mapping with a fixed set of keys. Reports each unknown key and each invalid value once. If the node is not a
 * mapping, reports that, and returns all keys of the schema as unreadable.
 */
export function readFields(node: Node, path: Path, kind: Kind, report: Report): Fields {
  const { shape } = kind.schema;
  if (node.kind !== 'mapping') {
    const what = shown(node);
    const message =
      path.length === 0
        ? `this file is ${node.kind === 'list' ? what : `only the text ${what}`}, but ${kind.noun} consists of keys and values; begin it with keys such as ${kind.example}`
        : `${what} is not ${kind.noun}; write it as ${kind.example}`;
    report(wrong(path, message));
    return { ...NO_FIELDS, unreadable: new Set(Object.keys(shape)) };
  }
  const nodes = new Map<string, Node>();
  const values = new Map<string, unknown>();
  const unreadable = new Set<string>();
  let own: Map<string, Node> | undefined;
  reportOddKeys(node, path, report);
  for (const key of reportPieces(node, path, report, shape)) unreadable.add(key);
  for (const { key: written, value, hasColon } of node.entries.values()) {
    const key = written.text;
    if (!hasColon) continue;
    if (isOwnKey(key)) {
      own ??= new Map();
      own.set(key, value);
      continue;
    }
    if (!Object.hasOwn(shape, key)) {
      unreadable.add(reportUnknownKey(node, path, key, kind, report) ?? key);
      continue;
    }
    if (isNull(value)) continue;
    const refusal = kind.refused?.get(key);
    if (refusal !== undefined) {
      report(wrong([...path, key], `${quoted(key)} ${refusal}`, 'key'));
      continue;
    }
    if (kind.readByCaller?.includes(key)) {
      nodes.set(key, value);
      continue;
    }
    const isAccepted = value.kind === 'scalar' && value.text.length <= LONGEST_NAME && kind.texts?.has(key);
    const read = isAccepted
      ? { data: plainValue(value) }
      : readValue(value, path, key, shape[key] as z.ZodMiniType, report);
    if (read === null) unreadable.add(key);
    else values.set(key, read.data);
    if (read !== null || (value.kind === 'list' && !isLarge(value))) nodes.set(key, value);
  }
  return { nodes, values, unreadable, own: own ?? NO_OWN_KEYS };
}

/**
 * Returns a value as parsed by the schema. Reports an invalid value and returns null for it.
 *
 * @param above - the path of the mapping that has the key
 */
function readValue(
  value: Node,
  above: Path,
  key: string,
  schema: z.ZodMiniType,
  report: Report,
): { readonly data: unknown } | null {
  // Nearly all values are single and right, so nothing more is created for them.
  const asScalar = value.kind === 'scalar' ? schema.safeParse(plainValue(value)) : null;
  if (asScalar?.success) return { data: asScalar.data };
  const path = [...above, key];
  if (value.kind === 'mapping' && value.entries.has('__proto__')) {
    report(wrong([...path, '__proto__'], '"__proto__" cannot be a name here; choose another', 'key'));
    return null;
  }
  if (isLarge(value)) {
    report(wrong(path, `${key}: there are more than 1,000 values here; keep only those you need`, 'key'));
    return null;
  }
  const unusual = unusualMapping(value, path);
  if (unusual !== null) {
    reportOddKeys(unusual.mapping, unusual.path, report);
    reportPieces(unusual.mapping, unusual.path, report);
    return null;
  }
  const result = asScalar ?? schema.safeParse(plainValue(value));
  if (result.success) return { data: result.data };
  if (wouldFitUnquoted(value, schema)) {
    const advice = `write ${brief(textOf(value) ?? '')} without quotes`;
    report(wrongAt(key, path, `${shown(value)} is text because it is in quotes; ${advice}`));
  } else {
    for (const issue of result.error.issues) reportIssue(value, path, key, issue, report);
  }
  return null;
}

/** Whether a value would be valid as a number or a boolean without its quotes. */
function wouldFitUnquoted(node: Node, schema: z.ZodMiniType): boolean {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return false;
  if (node.text === 'true' || node.text === 'false') return schema.safeParse(node.text === 'true').success;
  return node.text.trim() !== '' && schema.safeParse(Number(node.text)).success;
}

const ODD_KEY = 'a list or a group of keys cannot stand before a colon; write a plain name there';

/** Reports the first key of a mapping that is itself a list or a mapping, if there is such a key. */
export function reportOddKeys(node: MappingNode, path: Path, report: Report): void {
  if (node.oddKeys.length > 0) report(wrong(path, ODD_KEY, 'odd-key'));
}

/**
 * The first mapping inside a value with a key that schemas cannot see: a list or a mapping as a key, or a key without a
 * colon. Null if there is none.
 */
function unusualMapping(
  node: Node,
  path: Path,
): { readonly mapping: MappingNode; readonly path: Path } | null {
  if (node.kind === 'scalar') return null;
  const entries = node.kind === 'mapping' ? [...node.entries] : [];
  if (node.kind === 'mapping') {
    if (node.oddKeys.length > 0 || entries.some(([, { hasColon }]) => !hasColon))
      return { mapping: node, path };
  }
  const inner: Iterable<readonly [string | number, Node]> =
    node.kind === 'list'
      ? node.items.entries()
      : entries.flatMap(([key, { value }]) => (isOwnKey(key) ? [] : [[key, value] as const]));
  for (const [step, value] of inner) {
    const found = unusualMapping(value, [...path, step]);
    if (found !== null) return found;
  }
  return null;
}

/** Returns the input of a schema as a string; an empty string for a list, a mapping or `null`. */
export function writtenText(input: unknown): string {
  return typeof input === 'object' ? '' : String(input);
}

/** Returns a value as messages refer to it, such as `"soup"`, `a list` or `an empty value`. */
export function shown(node: Node): string {
  if (node.kind === 'list') return 'a list';
  if (node.kind === 'mapping') return 'a group of keys';
  return isNull(node) ? 'an empty value' : quoted(node.text);
}

/** The maximum length of a name, in UTF-16 units. */
export const LONGEST_NAME = 200;

/** Returns a name in Unicode NFC, the form in which cmplan compares names. */
export function nameOf(text: string): string {
  return composed(text);
}

/**
 * Returns the text of a scalar, or the texts of the scalars in a list. Empty values, mappings, and lists inside the
 * list are left out. Empty if `node` is `undefined` or a mapping.
 */
export function textsOf(node: Node | undefined): readonly string[] {
  if (node === undefined) return [];
  return (node.kind === 'list' ? node.items : [node]).flatMap((item) =>
    item.kind === 'scalar' && !isNull(item) ? [item.text] : [],
  );
}

/** Returns the text of a scalar, even of an empty one; `null` for a list, a mapping or `undefined`. */
export function textOf(node: Node | undefined): string | null {
  return node?.kind === 'scalar' ? node.text : null;
}

/** Reports an unknown key. Returns the key probably meant; undefined if there is none or the mapping already has it. */
function reportUnknownKey(
  node: MappingNode,
  path: Path,
  key: string,
  kind: Kind,
  report: Report,
): string | undefined {
  const known = Object.keys(kind.schema.shape);
  const elsewhere = /^-\w/.test(key)
    ? { advice: `put a space after the dash: - ${brief(key.slice(1))}` }
    : kind.elsewhere?.(key);
  const meant = elsewhere === undefined ? nearest(key, known) : elsewhere.meant;
  const advice =
    elsewhere?.advice ??
    (meant !== undefined
      ? `did you mean ${quoted(meant)}?`
      : `${kind.keyNoun === undefined ? `the keys of ${kind.noun}` : 'the names'} are ${listed(known, 'and')}${node.isFlow ? `; ${TEXT_WITH_COMMA}` : ''}`);
  report(
    wrong(
      [...path, key],
      `${quoted(key)} is not ${kind.keyNoun ?? `a key of ${kind.noun}`}; ${advice}`,
      'key',
    ),
  );
  return meant !== undefined && node.entries.has(meant) ? undefined : meant;
}

/**
 * Reports an issue that a schema found. The key goes before the issue's message and, unless the message is a whole
 * sentence, the value too: `time: "25:00" is not a time`.
 */
function reportIssue(value: Node, path: Path, key: string, issue: z.core.$ZodIssue, report: Report): void {
  const inside = issue.code === 'invalid_union' ? issue.errors.find(liesInside) : undefined;
  if (inside !== undefined) {
    for (const deeper of inside)
      reportIssue(value, path, key, { ...deeper, path: [...issue.path, ...deeper.path] }, report);
    return;
  }
  const inner = issue.path.filter((step) => typeof step !== 'symbol');
  const { at = 'value', isSentence = false } = (issue.code === 'custom' && issue.params) || {};
  let node = value;
  for (const step of inner) {
    node = (node.kind === 'list' ? node.items[Number(step)] : valueAt(node, String(step))) ?? node;
  }
  const what = at === 'key' ? quoted(String(inner.at(-1))) : shown(node);
  report(wrongAt(key, [...path, ...inner], isSentence ? issue.message : `${what} ${issue.message}`, at));
}

/** Whether an alternative of a union fits the value itself and fails only on something inside it. */
function liesInside(issues: readonly z.core.$ZodIssue[]): boolean {
  return issues.every((issue) => issue.path.length > 0);
}

function valueAt(node: Node, key: string): Node | undefined {
  return node.kind === 'mapping' ? node.entries.get(key)?.value : undefined;
}
