import type * as z from 'zod/mini';
import { brief, composed, listed, nearest, quoted } from '../text/words.ts';
import type { MappingNode, Node, Path } from './node.ts';
import { isNull, isOwnKey, plainValue } from './node.ts';
import { reportPieces, TEXT_WITH_COMMA } from './pieces.ts';
import { type Report, wrong, wrongAt } from './structural-problem.ts';

/** A kind of mapping with a fixed set of keys. */
export interface Kind {
  /** What each key may hold. */
  readonly schema: z.ZodMiniObject;
  /** What messages call it: "a post". */
  readonly noun: string;
  /** One as people write it, for messages. */
  readonly example: string;
  /** Keys that people write here and that are called otherwise, or belong elsewhere: what is meant, and what to do. */
  readonly elsewhere?: (key: string) => Elsewhere | undefined;
  /** Keys that may not be set here, each with the reason as a message gives it. */
  readonly refused?: ReadonlyMap<string, string>;
  /** The keys whose values the caller reads by itself. */
  readonly readByCaller?: readonly string[];
}

/** What is meant by a key that belongs elsewhere, as far as it is a key here, and what to do. */
export interface Elsewhere {
  readonly meant?: string;
  readonly advice: string;
}

/** What a mapping with a fixed set of keys holds. */
export interface Fields {
  /** The values that are as they should be, and lists as far as they are, by key. Those with nothing are left out. */
  readonly nodes: ReadonlyMap<string, Node>;
  /** What the schema made of those values. */
  readonly values: ReadonlyMap<string, unknown>;
  /** The keys that have had their finding: those whose value is wrong, and those that a mistyped key was meant for. */
  readonly unreadable: ReadonlySet<string>;
  /** Anyone's own keys, which begin with `x-`, with what stands there. */
  readonly own: ReadonlyMap<string, Node>;
}

const NO_OWN_KEYS: ReadonlyMap<string, Node> = new Map();

/** What a mapping that is not there holds. */
export const NO_FIELDS: Fields = {
  nodes: new Map(),
  values: new Map(),
  unreadable: new Set(),
  own: NO_OWN_KEYS,
};

/** Reads a mapping with a fixed set of keys; reports unknown keys and wrong values, one finding each. */
export function readFields(node: Node, path: Path, kind: Kind, report: Report): Fields {
  const { shape } = kind.schema;
  if (node.kind !== 'mapping') {
    report(wrong(path, `${shown(node)} is not ${kind.noun}; write it as ${kind.example}`));
    return { ...NO_FIELDS, unreadable: new Set(Object.keys(shape)) };
  }
  const nodes = new Map<string, Node>();
  const values = new Map<string, unknown>();
  const unreadable = new Set<string>();
  let own: Map<string, Node> | undefined;
  reportOddKeys(node, path, report);
  for (const key of reportPieces(node, path, report, shape)) unreadable.add(key);
  for (const [key, { value, hasColon }] of node.entries) {
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
    const read = readValue(value, path, key, shape[key] as z.ZodMiniType, report);
    if (read === null) unreadable.add(key);
    else values.set(key, read.data);
    if (read !== null || value.kind === 'list') nodes.set(key, value);
  }
  return { nodes, values, unreadable, own: own ?? NO_OWN_KEYS };
}

/**
 * What the schema makes of a value; null where it is wrong, which has been reported.
 *
 * @param above - the way to the mapping that has the key
 */
function readValue(
  value: Node,
  above: Path,
  key: string,
  schema: z.ZodMiniType,
  report: Report,
): { readonly data: unknown } | null {
  // Nearly all values are single and right; nothing more is made for them.
  const asScalar = value.kind === 'scalar' ? schema.safeParse(plainValue(value)) : null;
  if (asScalar?.success) return { data: asScalar.data };
  const path = [...above, key];
  if (value.kind === 'mapping' && value.entries.has('__proto__')) {
    report(wrong([...path, '__proto__'], '"__proto__" cannot be a name here; choose another', 'key'));
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
    report(wrongAt(key, path, `${shown(value)} is text because it is in quotes; write it without them`));
  } else {
    for (const issue of result.error.issues) reportIssue(value, path, key, issue, report);
  }
  return null;
}

/** Whether a number or a true or false was only put in quotes. */
function wouldFitUnquoted(node: Node, schema: z.ZodMiniType): boolean {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return false;
  if (node.text === 'true' || node.text === 'false') return schema.safeParse(node.text === 'true').success;
  return node.text.trim() !== '' && schema.safeParse(Number(node.text)).success;
}

const ODD_KEY = 'a key here is a list or a mapping; write a name before the colon';

/** Reports the keys that are themselves lists or mappings. */
export function reportOddKeys(node: MappingNode, path: Path, report: Report): void {
  if (node.oddKeys.length > 0) report(wrong(path, ODD_KEY, 'odd-key'));
}

/** The first mapping in a value with a key that schemas do not see as it is: a list, a mapping, or without a colon. */
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

/** What a schema was given, as text: nothing for a list or a mapping, which has none. */
export function writtenText(input: unknown): string {
  return typeof input === 'object' ? '' : String(input);
}

/** A value as a message names it. */
export function shown(node: Node): string {
  if (node.kind === 'list') return 'a list';
  if (node.kind === 'mapping') return 'a mapping';
  return isNull(node) ? 'nothing' : quoted(node.text);
}

/** A name may have this many UTF-16 units. */
export const LONGEST_NAME = 200;

/** The text as it is written, in Unicode NFC, which is how names are compared. */
export function nameOf(text: string): string {
  return composed(text);
}

const NO_TEXTS: readonly string[] = [];

/** The texts of a value that is one text or a list of texts; what is no text in a list is left out. */
export function textsOf(node: Node | undefined): readonly string[] {
  if (node === undefined) return NO_TEXTS;
  return (node.kind === 'list' ? node.items : [node]).flatMap((item) =>
    item.kind === 'scalar' && !isNull(item) ? [item.text] : [],
  );
}

/** The text of a value, or null where there is none. */
export function textOf(node: Node | undefined): string | null {
  return node?.kind === 'scalar' ? node.text : null;
}

/** @returns the key that was meant, as far as one is near and not there already */
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
      : `its keys are ${listed(known, 'and')}${node.isFlow ? `; ${TEXT_WITH_COMMA}` : ''}`);
  report(wrong([...path, key], `${quoted(key)} is not a key of ${kind.noun}; ${advice}`, 'key'));
  return meant !== undefined && node.entries.has(meant) ? undefined : meant;
}

/** Puts the key and the value, as written, before the predicate of the schema; before a sentence the key alone. */
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

/** Whether a way to read a union fits the value itself and fails only at something in it. */
function liesInside(issues: readonly z.core.$ZodIssue[]): boolean {
  return issues.every((issue) => issue.path.length > 0);
}

function valueAt(node: Node, key: string): Node | undefined {
  return node.kind === 'mapping' ? node.entries.get(key)?.value : undefined;
}
