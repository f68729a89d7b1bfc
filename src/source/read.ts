import { isUtf8 } from 'node:buffer';
import { YAMLException } from 'js-yaml';
import { compose } from './compose.ts';
import type { Node } from './node.ts';
import { Lines } from './places.ts';
import { explainReason, YamlProblem } from './problems.ts';

/** A file may have this many bytes (10 MiB). */
export const MOST_BYTES = 10 * 1024 ** 2;

/** A YAML text and what it holds, or why it holds nothing. */
export interface Source {
  /** Without the byte-order mark; offsets count in it. */
  readonly text: string;
  /** Null for a text without a value (empty, or comments alone), and where there is a problem. */
  readonly root: Node | null;
  /** Where (in UTF-16 units) and why the text is no YAML, as a sentence. */
  readonly problem: { readonly offset: number; readonly message: string } | null;
}

/** What the YAML standard does not count as printable (c-printable, YAML 1.2.2 section 5.1). */
const NOT_PRINTABLE = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/**
 * Reads a YAML text: one document, YAML 1.2 core with merge keys.
 *
 * Never throws for what stands in the file: a text that cannot be read has a `problem`.
 *
 * @param bytes - the file as it is on disk
 */
export function readSource(bytes: Uint8Array): Source {
  if (bytes.length > MOST_BYTES) return withProblem('', new YamlProblem(0, 'too large'));
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoded = buffer.toString('utf8');
  const text = decoded.startsWith('\uFEFF') ? decoded.slice(1) : decoded;
  try {
    if (!isUtf8(bytes))
      throw new YamlProblem(firstWrongByte(text, buffer, decoded.length - text.length), 'not utf-8');
    const control = NOT_PRINTABLE.exec(text);
    if (control?.[0] === '\0') throw new YamlProblem(control.index, 'not utf-8');
    if (control !== null) throw new YamlProblem(control.index, 'control character', codePoint(control[0]));
    return { text, root: compose(text), problem: null };
  } catch (error) {
    return withProblem(text, error);
  }
}

/** Reads a YAML text that is at hand as one. */
export function readText(text: string): Source {
  return readSource(new TextEncoder().encode(text));
}

/** Why and where a text is no YAML, in one line; null where it is. */
export function syntaxSentence({ text, problem }: Source, name: string): string | null {
  if (problem === null) return null;
  const { line, column } = new Lines(text).position({ start: problem.offset, end: problem.offset });
  return `${name}:${line}:${column}: ${problem.message}`;
}

function withProblem(text: string, error: unknown): Source {
  if (error instanceof YamlProblem) {
    return { text, root: null, problem: { offset: error.offset, message: error.message } };
  }
  if (!(error instanceof YAMLException)) throw error;
  const conflict = CONFLICT.exec(text);
  if (conflict !== null && CONFLICT_END.test(text))
    return withProblem(text, new YamlProblem(conflict.index, 'merge conflict'));
  const offset = Math.min(error.mark?.position ?? 0, text.length);
  const lineStart = startOfLine(text, offset);
  const aboveStart = startOfLine(text, lineStart - (text.endsWith('\r\n', lineStart) ? 2 : 1));
  const { message, isAbove } = explainReason(error.reason, {
    above: text.slice(aboveStart, Math.min(lineStart, aboveStart + LONGEST_LOOK)),
    before: text.slice(Math.max(lineStart, offset - LONGEST_LOOK), offset),
    after: /^[^\n\r]*/.exec(text.slice(offset, offset + LONGEST_LOOK))?.[0] ?? '',
  });
  return { text, root: null, problem: { offset: isAbove ? textStart(text, aboveStart) : offset, message } };
}

/** The lines between which git leaves what it could not bring together. */
const CONFLICT = /^<<<<<<< /m;
const CONFLICT_END = /^>>>>>>> /m;

/** So many characters of a line say what is wrong in it. */
const LONGEST_LOOK = 200;

function startOfLine(text: string, offset: number): number {
  if (offset <= 0) return 0;
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

function textStart(text: string, lineStart: number): number {
  return lineStart + (/^[ \t]*/.exec(text.slice(lineStart, lineStart + LONGEST_LOOK))?.[0].length ?? 0);
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

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
