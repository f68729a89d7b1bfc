import { countBelow } from '../text/sorted.ts';
import type { Node, Place, Range } from './node.ts';

/**
 * A part of a text as lines and columns. Both count from 1, and a column is one UTF-16 unit. The part ends before the
 * character at `endLine` and `endColumn`.
 */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A sentence about a place in a file. */
export interface PlacedSentence {
  /** The name of the file, as reports show it. */
  readonly file: string;
  /** The number of the line, from 1. */
  readonly line: number;
  /** The number of the column, from 1, in UTF-16 units. */
  readonly column: number;
  readonly message: string;
}

/** A message to the user outside a report: a text or, if it is about a place in a file, a text with that place. */
export type Sentence = string | PlacedSentence;

/** Returns a sentence as a line to print. If the sentence has a place, the place comes first: `plan.yaml:4:7: …`. */
export function printed(sentence: Sentence): string {
  if (typeof sentence === 'string') return sentence;
  const { file, line, column, message } = sentence;
  return `${file}:${line}:${column}: ${message}`;
}

const LF = 10;
const CR = 13;

/**
 * The lines of a text, to find the line and the column of an offset. As in YAML, a line ends with LF, CR or CRLF.
 */
export class Lines {
  private readonly text: string;
  private readonly starts: number[] = [0];

  constructor(text: string) {
    this.text = text;
    // A regular expression would take a second for ten million empty lines.
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code === LF || (code === CR && text.charCodeAt(index + 1) !== LF)) this.starts.push(index + 1);
    }
  }

  /**
   * Returns a range of offsets as lines and columns. A range that begins or ends inside a CRLF is extended to include
   * it.
   */
  position({ start, end }: Range): Position {
    const [line, column] = this.at(this.isWithinBreak(start) ? start - 1 : start);
    const [endLine, endColumn] = this.at(this.isWithinBreak(end) ? end + 1 : end);
    return { line, column, endLine, endColumn };
  }

  private isWithinBreak(offset: number): boolean {
    return this.text[offset] === '\n' && this.text[offset - 1] === '\r';
  }

  /**
   * Returns the text of a line, without its line break; empty if there is no such line.
   *
   * @param line - the number of the line, from 1
   */
  lineAt(line: number): string {
    const { text, starts } = this;
    const next = starts[line];
    if (next === undefined) return text.slice(starts[line - 1] ?? text.length);
    return text.slice(starts[line - 1], next - (text.endsWith('\r\n', next) ? 2 : 1));
  }

  private at(offset: number): [line: number, column: number] {
    const line = countBelow(this.starts, offset + 1);
    return [line, offset - (this.starts[line - 1] ?? 0) + 1];
  }
}

/** The place right before the first character of a text. */
export const START: Range = { start: 0, end: 0 };

/**
 * Returns the range in the text that a place refers to. This is the range of the value or key at `place.path`, with
 * three exceptions: inside an alias, it is the range of the alias; for a missing value, the range of its key; and for a
 * path that leads nowhere, the range of the last value on the path.
 *
 * @param root - the root of the file; null for an empty file, where every place is the very beginning of the file
 */
export function rangeOf(root: Node | null, place: Place): Range {
  let node = root;
  let key: Range | null = null;
  for (const step of place.path) {
    if (node === null) break;
    if (node.aliased) return node;
    const entry = node.kind === 'mapping' ? node.entries.get(String(step)) : undefined;
    const value: Node | undefined = node.kind === 'list' ? node.items[Number(step)] : entry?.value;
    if (value === undefined) break;
    key = entry?.key ?? null;
    node = value;
  }
  if (node === null) return START;
  if (place.at === 'key') return key ?? node;
  if (node.aliased) return node;
  if (place.at === 'first-key' && node.kind === 'mapping') return firstKey(node.entries) ?? node;
  if (place.at === 'odd-key' && node.kind === 'mapping') return node.oddKeys[0] ?? node;
  if (node.start < node.end) return node;
  return key ?? (place.path.length === 0 ? START : node);
}

function firstKey(entries: ReadonlyMap<string, { readonly key: Range }>): Range | null {
  let first: Range | null = null;
  for (const { key } of entries.values()) {
    if (first === null || key.start < first.start) first = key;
  }
  return first;
}
