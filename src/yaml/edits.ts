import type { Entry, MappingNode, Node } from './node.ts';

/** A change of a text: what stands from `start` up to `end` (offsets, the end exclusive) gives way to other text. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with changes that do not overlap; all else stays as it is. Insertions at one place keep their order. */
export function edited(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let position = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    parts.push(text.slice(position, edit.start), edit.text);
    position = Math.max(position, edit.end);
  }
  return parts.join('') + text.slice(position);
}

/** How the lines of a text end. */
export function lineBreakOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** The offset at which the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  return start + text.slice(start, offset).lastIndexOf('\r') + 1;
}

/** The offset at which the line of an offset ends, before its break. */
export function lineEnd(text: string, offset: number): number {
  const lineBreak = /[\r\n]/g;
  lineBreak.lastIndex = offset;
  return lineBreak.exec(text)?.index ?? text.length;
}

/** The columns from the beginning of the line to an offset. */
export function indentOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** Where a value begins that has been left out: behind the colon of its key. */
function behindColon(text: string, { key }: Entry): number {
  return text.indexOf(':', key.end) + 1;
}

/** Whether nothing stands there: such a value has no place of its own. */
export function isLeftOut(node: Node): boolean {
  return node.start >= node.end || (node.kind === 'scalar' && node.value === null && node.text === '');
}

/** Sets the value of a key that is there, in place of what stands behind its colon. */
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

/** Where a value ends: with the colon of its last key, where nothing stands behind that. */
export function endOfValue(text: string, node: Node): number {
  if (node.kind !== 'mapping' || node.isFlow || node.aliased) return node.end;
  const last = ownEntries(node).at(-1);
  if (last === undefined) return node.end;
  return isLeftOut(last.value) ? behindColon(text, last) : endOfValue(text, last.value);
}

/** The entries of a mapping that stand in it, not those that it merges. */
export function ownEntries({ entries, start, end }: MappingNode): readonly Entry[] {
  return [...entries.values()].filter(({ key }) => start <= key.start && key.end <= end);
}

/** The offset before the spaces that stand in front of another, on its line. */
function beforeSpaces(text: string, offset: number): number {
  let start = offset;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
  return start;
}

/**
 * Adds a key to a mapping that has some, in a line of its own or between its braces.
 *
 * @param after - the keys behind the last of which it is to stand; else it stands before all
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

/** Where an entry in lines of its own ends, a comment behind it included: at the end of its last line. */
export function endOfEntry(text: string, { key, value }: Entry): number {
  return isLeftOut(value) ? endOfLines(text, key.end) : endOfNode(text, value);
}

/** A text in lines of its own whose empty lines at the end belong to it. */
const KEEPS_LINES = /[|>](?:\d\+|\+\d?)[ \t]*(?:#.*)?$/m;

/** The end of the last line of a value in lines of its own. */
export function endOfNode(text: string, { start, end }: Node): number {
  if (!KEEPS_LINES.test(text.slice(start, end))) return endOfLines(text, end);
  const blank = /[ \t\r\n]*/y;
  blank.lastIndex = end;
  blank.test(text);
  return endOfLines(text, Math.max(end, lineStart(text, blank.lastIndex)));
}

/** The end of the last line of what ends at an offset. */
export function endOfLines(text: string, end: number): number {
  // A block scalar ends behind the break of its last line.
  if (text.endsWith('\r\n', end)) return end - 2;
  return /[\r\n]/.test(text[end - 1] ?? '') ? end - 1 : lineEnd(text, end);
}
