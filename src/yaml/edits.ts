import type { Entry, MappingNode, Node } from './node.ts';

/**
 * A change to a text: it replaces the characters from the offset `start` up to, but not including, the offset `end`.
 */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Applies edits to a text and returns the result. They must not overlap. Insertions at the same offset keep their
 * order.
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

/** The line break that a text uses first (CRLF, LF or CR); LF if it has none. */
export function lineBreakOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** The offset at which the line around an offset begins. */
export function lineStart(text: string, offset: number): number {
  // Not lastIndexOf, which goes back to the start of a text whose lines end with the other break.
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start;
}

/** The offset at which the line around an offset ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const lineBreak = /[\r\n]/g;
  lineBreak.lastIndex = offset;
  return lineBreak.exec(text)?.index ?? text.length;
}

/** The number of characters between the beginning of a line and an offset in it. */
export function indentOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** The offset directly after the colon of a key. */
function behindColon(text: string, { key }: Entry): number {
  return text.indexOf(':', key.end) + 1;
}

/** Whether a key has no value, with nothing written after its colon. */
export function isLeftOut(node: Node): boolean {
  return node.start >= node.end || (node.kind === 'scalar' && node.value === null && node.text === '');
}

/**
 * Returns the edit that gives a key a new value. It replaces the current value, or inserts the new one after the colon
 * if the key has no value.
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
 * The offset at which a value ends. If the last key of a block mapping has no value, it is the offset after its colon.
 */
export function endOfValue(text: string, node: Node): number {
  if (node.kind !== 'mapping' || node.isFlow || node.aliased) return node.end;
  const last = ownEntries(node).at(-1);
  if (last === undefined) return node.end;
  return isLeftOut(last.value) ? behindColon(text, last) : endOfValue(text, last.value);
}

/** The entries written in a mapping itself, without those merged into it. */
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
 * Returns the edit that adds a key to a mapping with at least one key: on a new line, or at the beginning of its
 * braces.
 *
 * @param line - the key with its value
 * @param after - the new line goes after the last of these keys; if the mapping has none of them, it goes first
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

/** The offset at which the last line of a block entry ends, including a comment at its end. */
export function endOfEntry(text: string, { key, value }: Entry): number {
  return isLeftOut(value) ? endOfLines(text, key.end) : endOfNode(text, value);
}

/** Matches the head of a block text that keeps the empty lines at its end. */
const KEEPS_LINES = /[|>](?:\d\+|\+\d?)[ \t]*(?:#.*)?$/m;

/** The offset at which the last line of a block value ends. */
export function endOfNode(text: string, { start, end }: Node): number {
  if (!KEEPS_LINES.test(text.slice(start, end))) return endOfLines(text, end);
  const blank = /[ \t\r\n]*/y;
  blank.lastIndex = end;
  blank.test(text);
  return endOfLines(text, Math.max(end, lineStart(text, blank.lastIndex)));
}

/** The offset at which the last line of something ends, given the offset at which the thing itself ends. */
export function endOfLines(text: string, end: number): number {
  // A block scalar ends after the break of its last line.
  if (text.endsWith('\r\n', end)) return end - 2;
  return /[\r\n]/.test(text[end - 1] ?? '') ? end - 1 : lineEnd(text, end);
}
