import { isUtf8 } from 'node:buffer';
import { type Comment, commentsIn } from './comments.ts';
import { compose } from './compose.ts';
import type { Node } from './node.ts';
import { Lines, type PlacedSentence } from './places.ts';
import { problemsIn } from './syntax/find-mistakes.ts';
import { controlCharacterIn, type Failure, isFailure } from './syntax/stretch-reading.ts';
import { type SyntaxProblem, YamlProblem } from './syntax-problems.ts';

/** A file may have this many bytes (10 MiB). */
export const MOST_BYTES = 10 * 1024 ** 2;

/** A YAML text and what it holds, or why it holds nothing. What takes a walk over the text is made once, when it is asked for. */
export class Source {
  /** Without the byte-order mark; offsets count in it. */
  readonly text: string;
  /** Null for a text without a value (empty, or comments alone), and where there are problems. */
  readonly root: Node | null;
  /** Where and why the text is not YAML, in order and at most 20; empty where it is. */
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

  /** The comments, in order; of a text that can be read. */
  get comments(): readonly Comment[] {
    this.ownComments ??= commentsIn(this.text);
    return this.ownComments;
  }
}

/**
 * Reads a YAML text: one document, YAML 1.2 core with merge keys.
 *
 * Never throws for what stands in the file: a text that cannot be read has `problems`.
 *
 * @param bytes - the file as it is on disk
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

/** Reads a YAML text that is at hand as one. */
export function readText(text: string): Source {
  return readSource(new TextEncoder().encode(text));
}

/** So many problems of one text are told where no report lists them. */
const MOST_SENTENCES = 5;

/** Where and why a text is not YAML, the first five problems; none where it is. */
export function syntaxSentences({ lines, problems }: Source, file: string): readonly PlacedSentence[] {
  return problems.slice(0, MOST_SENTENCES).map(({ range, message }) => {
    const { line, column } = lines.position(range);
    return { file, line, column, message };
  });
}

function unreadable(text: string, failure: Failure): Source {
  return new Source(text, null, problemsIn(text, failure));
}

/** Decoding puts U+FFFD where bytes are wrong; the first one that the file does not itself hold is the place. */
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
