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
 * A YAML text with its parsed contents, or with the reasons why it cannot be read. `lines` and `comments` are computed
 * on first use.
 */
export class Source {
  /**
   * The text without its byte-order mark; empty if the file is too large. All offsets count from the start of this
   * text.
   */
  readonly text: string;
  /** The parsed value. `null` for a text without any value (empty, or only comments), and for a text with problems. */
  readonly root: Node | null;
  /** The problems that keep the text from being read, in order, at most 20; empty if the text can be read. */
  readonly problems: readonly SyntaxProblem[];
  private ownLines: Lines | undefined;
  private ownComments: readonly Comment[] | undefined;

  constructor(text: string, root: Node | null, problems: readonly SyntaxProblem[] = []) {
    this.text = text;
    this.root = root;
    this.problems = problems;
  }

  /** The lines of the text, to find the line and the column of an offset. */
  get lines(): Lines {
    this.ownLines ??= new Lines(this.text);
    return this.ownLines;
  }

  /** The comments in the text, in order. May throw if the text has problems. */
  get comments(): readonly Comment[] {
    this.ownComments ??= commentsIn(this.text);
    return this.ownComments;
  }
}

/**
 * Parses the contents of a file with one YAML 1.2 document (core schema and merge keys). Never throws because of the
 * contents: if they cannot be read, the result has `problems`.
 *
 * @param bytes - the contents of the file, unchanged
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

/** Parses a YAML text. Never throws because of the contents: if the text cannot be read, the result has `problems`. */
export function readText(text: string): Source {
  return readSource(new TextEncoder().encode(text));
}

/** The most problems of one text that are listed outside a report. */
const MOST_SENTENCES = 5;

/**
 * Returns one sentence for each of the first five problems that keep a text from being read. Empty if the text can be
 * read.
 *
 * @param file - the name of the file to put into the sentences
 */
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
 * The offset in `text` of the first byte that is not UTF-8. Decoding turned it into U+FFFD, but a U+FFFD may also come
 * from the file itself, so the bytes are compared. `markLength` is 1 if a byte-order mark was removed, otherwise 0.
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
