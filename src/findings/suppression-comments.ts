import { BLANK_OR_COMMENT } from '../yaml/comments.ts';
import { type Position, rangeOf } from '../yaml/places.ts';
import type { Source } from '../yaml/source.ts';

/** What a suppression can cover, as its comment names it. */
export const DIRECTIVES = ['cmplan-disable-next-line', 'cmplan-disable-line', 'cmplan-disable-file'] as const;
type Directive = (typeof DIRECTIVES)[number];

/** A line by its number, from 1, or the whole file. */
export type Cover = number | 'file';

/** A comment that says of rules that they are not to speak: `# cmplan-disable-line RULE[, RULE] [-- reason]`. */
export interface Suppression {
  /** Of the comment. */
  readonly position: Position;
  /** As it is written: one of the directives, unless it is mistyped. */
  readonly directive: string;
  /** As they are written. */
  readonly rules: readonly string[];
  /** Whether it speaks of the next line. */
  readonly isAbove: boolean;
  /** Findings that start there are suppressed; null where its directive says nothing. */
  readonly covers: Cover | null;
  /** The line that it stands behind, or the first one below it with something else than comments; from 1. */
  readonly near: number;
}

/** The beginning of every suppression; a plan without it need not be searched for comments. */
const MARK = /cmplan[-_]/i;
/** What begins like a directive is meant as one, be it mistyped or another linter's word. */
const SUPPRESSION = /^#+[ \t\u00a0]*(cmplan[-_](?:disable|enable|ignore|suppress)[\w-]*)[ \t\u00a0:]*/i;
/** Word processors make one long dash of two. */
const REASON = /--|[\u2013\u2014]/;
const QUOTES = /^["'`]|["'`]$/g;
/** Some keyboards have another comma. */
const COMMA = /[,;\uff0c]/;

/** The suppressions of a plan, in the order of their comments. */
export function suppressionsIn(source: Source): readonly Suppression[] {
  const { text, root } = source;
  if (!MARK.test(text)) return [];
  const content = linesWithContent(text);
  const firstKey = root === null ? text.length : rangeOf(root, { path: [], at: 'first-key' }).start;
  return source.comments.flatMap((comment) => {
    const [beginning = '', directive] = SUPPRESSION.exec(comment.text) ?? [];
    if (directive === undefined) return [];
    const position = source.lines.position(comment);
    const [words = ''] = comment.text.slice(beginning.length).split(REASON, 1);
    const rules = words
      .split(COMMA)
      .map((name) => name.trim().replace(QUOTES, ''))
      .filter((name) => name !== '');
    const isOnTop = comment.start < firstKey;
    const isAbove = directive === 'cmplan-disable-next-line';
    const covers = coverOf(directive, position, isOnTop);
    const from = isAbove ? position.line + 1 : position.line;
    return [{ position, directive, rules, covers, isAbove, near: content[from] ?? from }];
  });
}

/** @param isOnTop - whether the comment is above the first key */
function coverOf(directive: string, { line }: Position, isOnTop: boolean): Suppression['covers'] {
  switch (directive as Directive) {
    case 'cmplan-disable-next-line':
      return line + 1;
    case 'cmplan-disable-line':
      return line;
    case 'cmplan-disable-file':
      return isOnTop ? 'file' : null;
    default:
      return null;
  }
}

/** For each line, from 1, the first one from there on with something else than comments; the one behind the last where there is none. */
function linesWithContent(text: string): readonly number[] {
  const lines = text.split(/\r\n|\n|\r/);
  const next: number[] = Array(lines.length + 2).fill(lines.length + 1);
  for (let line = lines.length; line > 0; line--) {
    next[line] = BLANK_OR_COMMENT.test(lines[line - 1] ?? '') ? (next[line + 1] ?? line) : line;
  }
  return next;
}
