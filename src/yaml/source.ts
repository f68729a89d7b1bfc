import { isUtf8 } from 'node:buffer';
import { type Comment, commentsIn } from './comments.ts';
import { compose } from './compose.ts';
import type { Node } from './node.ts';
import { Lines, type PlacedSentence } from './places.ts';
import { problemsIn } from './syntax/find-mistakes.ts';
import { controlCharacterIn, type Failure, isFailure } from './syntax/stretch-reading.ts';
import { type SyntaxProblem, YamlProblem } from './syntax-problems.ts';

/** The most bytes that a file may have (10 MiB). */
export const MOST_BYTES = 10 * 1024 ** 2;

/**
 * A YAML text with its contents, or with the reasons why it cannot be read. Whatever requires a search through the
 * whole text is computed once, on first use.
 */
export class Source {
  /** The text without the byte-order mark. All offsets refer to it. */
  readonly text: string;
  /** Null for a text without a value (empty, or only comments) and for a text with problems. */
  readonly root: Node | null;
  /** The places at which the text is not YAML, with reasons, in order and at most 20; empty if the text is YAML. */
  readonly problems: readonly SyntaxProblem[];
  private ownLines: Lines | undefined;
  private ownComments: readonly Comment[] | undefined;

  constructor(text: string, root: Node | null, problems: readonly SyntaxProblem[] = []) {
    this.text = text;
    this.root = root;
    this.problems = problems;
  }

  /** Turns offsets of the text into lines and columns. */
  get lines(): Lines {
    this.ownLines ??= new Lines(this.text);
    return this.ownLines;
  }

  /** The comments, in order. The text must be readable. */
  get comments(): readonly Comment[] {
    this.ownComments ??= commentsIn(this.text);
    return this.ownComments;
  }
}

/**
 * Reads a YAML text: one document, YAML 1.2 core with merge keys.
 *
 * Never throws because of the file's contents: a text that cannot be read has `problems`.
 *
 * @param bytes - the unchanged contents of the file
 */
export function readSource(bytes: Uint8Array): Source {
  if (bytes.length > MOST_BYTES) return unreadable('', new YamlProblem(0, 'too large'));
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoded = buffer.toString('utf8');
  const text = decoded.startsWith('\uFEFF') ? decoded.slice(1) : decoded;
  try {
    if (!isUtf8(bytes))
      throw new YamlProblem(firstWrongByte(text, buffer, decoded.length - text.length), 'not utf-8');
    const control = controlCharacterIn(text);
    if (control !== null) throw control;
    return new Source(text, compose(text));
  } catch (error) {
    if (!isFailure(error)) throw error;
    return unreadable(text, error);
  }
}

/** Reads a YAML text in the same way as `readSource` reads a file. */
export function readText(text: string): Source {
  return readSource(new TextEncoder().encode(text));
}

/** The most problems of one text that are listed outside reports. */
const MOST_SENTENCES = 5;

/** The places at which a text is not YAML, with reasons: at most the first five, and none if it is YAML. */
export function syntaxSentences({ lines, problems }: Source, file: string): readonly PlacedSentence[] {
  return problems.slice(0, MOST_SENTENCES).map(({ range, message }) => {
    const { line, column } = lines.position(range);
    return { file, line, column, message };
  });
}

function unreadable(text: string, failure: Failure): Source {
  return new Source(text, null, problemsIn(text, failure));
}

/**
 * The offset of the first wrong byte. Decoding puts U+FFFD in its place, but the file may contain that character too.
 */
function firstWrongByte(text: string, buffer: Buffer, markLength: number): number {
  let bytesBefore = Buffer.byteLength('\uFEFF'.repeat(markLength));
  let from = 0;
  for (;;) {
    const index = text.indexOf('\uFFFD', from);
    bytesBefore += Buffer.byteLength(text.slice(from, index));
    if (buffer.toString('hex', bytesBefore, bytesBefore + 3) !== 'efbfbd') return index;
    bytesBefore += 3;
    from = index + 1;
  }
}
