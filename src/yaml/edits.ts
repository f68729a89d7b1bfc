import type { Entry, MappingNode, Node } from './node.ts';

/** A change to a text: `text` replaces the characters from offset `start` up to, but not including, offset `end`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Returns a text with edits applied, in the order of their offsets. The edits must not overlap. Edits that insert at
 * the same offset keep their order.
 */
export function edited(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let position = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    parts.push(text.slice(position, edit.start), edit.text);
    position = Math.max(position, edit.end);
  }
  return parts.join('') + text.slice(position);
}

/** Returns the first line break in a text (CRLF, LF or CR); an LF if the text has none. */
export function lineBreakOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** Returns the offset at which the line that contains an offset begins. */
export function lineStart(text: string, offset: number): number {
  // Not lastIndexOf, which goes back to the start of a text whose lines end with the other break.
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start;
}

/** Returns the offset at which the line that contains an offset ends, not counting its line break. */
export function lineEnd(text: string, offset: number): number {
  const lineBreak = /[\r\n]/g;
  lineBreak.lastIndex = offset;
  return lineBreak.exec(text)?.index ?? text.length;
}

/** Returns the column (from 0) of an offset in its line. */
export function indentOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** The offset directly after the colon of a key. */
function behindColon(text: string, { key }: Entry): number {
  return text.indexOf(':', key.end) + 1;
}

/**
 * Whether the value of an entry is left out, because nothing is written after the colon of the key.
 *
 * @param node - the value of the entry
 */
export function isLeftOut(node: Node): boolean {
  return node.start >= node.end || (node.kind === 'scalar' && node.value === null && node.text === '');
}

/**
 * Returns the edit that gives a key a new value: in place of the old value or, if there is none, after the colon.
 *
 * @param value - the new value, as YAML
 */
export function replaceValue(text: string, entry: Entry, value: string): Edit {
  const { value: node } = entry;
  if (isLeftOut(node)) {
    const at = behindColon(text, entry);
    return { start: at, end: at, text: ` ${value}` };
  }
  const colon = behindColon(text, entry);
  const between = text.slice(colon, node.start).trim();
  if (/^[[{]/.test(value) && !/^[[{]/.test(text.slice(node.start)) && /^(?:#|$)/.test(between)) {
    return {
      start: colon,
      end: endOfValue(text, node),
      text: ` ${value}${between === '' ? '' : ` ${between}`}`,
    };
  }
  const start = /^[\r\n]/.test(value) ? beforeSpaces(text, node.start) : node.start;
  return { start, end: endOfValue(text, node), text: value };
}

/**
 * Returns the offset at which a value ends. A block mapping whose last key has no value ends after the colon of that
 * key.
 */
export function endOfValue(text: string, node: Node): number {
  if (node.kind !== 'mapping' || node.isFlow || node.aliased) return node.end;
  const last = ownEntries(node).at(-1);
  if (last === undefined) return node.end;
  return isLeftOut(last.value) ? behindColon(text, last) : endOfValue(text, last.value);
}

/** Returns the entries that a mapping itself contains, without those that are merged into it with `<<`. */
export function ownEntries({ entries, start, end }: MappingNode): readonly Entry[] {
  return [...entries.values()].filter(({ key }) => start <= key.start && key.end <= end);
}

/** The offset at which the white space before an offset begins, on the same line. */
function beforeSpaces(text: string, offset: number): number {
  let start = offset;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
  return start;
}

/**
 * Returns the edit that adds a key to a mapping with at least one key: on a new line or, in a mapping in braces, right
 * after the opening brace.
 *
 * @param line - the new key with its value, as in `status: approved`
 * @param after - the keys after which to put the new line: it follows the last of them in the mapping, or comes first
 * if the mapping has none of them. Has no effect in a mapping in braces
 */
export function addEntry(
  text: string,
  mapping: MappingNode,
  line: string,
  after: readonly string[] = [],
): Edit {
  const entries = ownEntries(mapping);
  const before = entries.filter(({ key }) => after.includes(key.text)).at(-1);
  if (mapping.isFlow)
    return {
      start: mapping.start + 1,
      end: mapping.start + 1,
      text: ` ${line}${entries.length > 0 ? ',' : ' '}`,
    };
  const newLine = lineBreakOf(text);
  const indent = ' '.repeat(indentOf(text, mapping.start));
  if (before === undefined)
    return { start: mapping.start, end: mapping.start, text: line + newLine + indent };
  const end = endOfEntry(text, before);
  return { start: end, end, text: newLine + indent + line };
}

/**
 * Returns the offset at which the last line of an entry ends, after any comment on that line and before its line break.
 * The entry must be in a block mapping.
 */
export function endOfEntry(text: string, { key, value }: Entry): number {
  return isLeftOut(value) ? endOfLines(text, key.end) : endOfNode(text, value);
}

/** Matches the head (`|+` or `>+`) of a block text that keeps the empty lines at its end. */
const KEEPS_LINES = /[|>](?:\d\+|\+\d?)[ \t]*(?:#.*)?$/m;

/**
 * Returns the offset at which the last line of a block value ends, after any comment on that line and before its line
 * break.
 */
export function endOfNode(text: string, { start, end }: Node): number {
  if (!KEEPS_LINES.test(text.slice(start, end))) return endOfLines(text, end);
  const blank = /[ \t\r\n]*/y;
  blank.lastIndex = end;
  blank.test(text);
  return endOfLines(text, Math.max(end, lineStart(text, blank.lastIndex)));
}

/**
 * Returns the offset at which the last line of a key or a value ends, not counting its line break.
 *
 * @param end - the offset at which the key or the value itself ends
 */
export function endOfLines(text: string, end: number): number {
  // A block scalar ends after the break of its last line.
  if (text.endsWith('\r\n', end)) return end - 2;
  return /[\r\n]/.test(text[end - 1] ?? '') ? end - 1 : lineEnd(text, end);
}
