import { BLANK_OR_COMMENT } from '../yaml/comments.ts';
import { type Position, rangeOf } from '../yaml/places.ts';
import type { Source } from '../yaml/source.ts';

/** The directives that suppress findings. Every valid suppression comment begins with one of them. */
export const DIRECTIVES = ['cmplan-disable-next-line', 'cmplan-disable-line', 'cmplan-disable-file'] as const;
type Directive = (typeof DIRECTIVES)[number];

/** Where a comment suppresses findings: on one line, given by its number (from 1), or in the whole file. */
export type Cover = number | 'file';

/** A comment that suppresses findings: `# cmplan-disable-line RULE[, RULE] [-- reason]`. */
export interface Suppression {
  /** The place of the comment. */
  readonly position: Position;
  /** The directive as written. A misspelt directive is not among `DIRECTIVES`. */
  readonly directive: string;
  /** The rules that the comment names, as written. They need not exist. */
  readonly rules: readonly string[];
  /** Whether `rules` is incomplete, because the comment is too long or names too many rules. */
  readonly isCut: boolean;
  /** Whether the comment is about the next line (`cmplan-disable-next-line`). */
  readonly isAbove: boolean;
  /**
   * Where the comment suppresses findings; `null` if its directive is unknown, or has no effect in the place of the
   * comment.
   */
  readonly covers: Cover | null;
  /**
   * The number, from 1, of the first line with contents: a line that is neither blank nor only a comment. The search
   * begins on the comment's own line or, if `isAbove` is `true`, on the next line.
   */
  readonly near: number;
}

/** Matches the beginning of every suppression. A plan without a match need not be searched for comments. */
const MARK = /cmplan[-_]/i;
/**
 * Matches a comment that begins with a directive, even one that is misspelt or borrowed from other linters, such as
 * `cmplan-ignore`.
 */
const SUPPRESSION = /^#+[ \t\u00a0]*(cmplan[-_](?:disable|enable|ignore|suppress)[\w-]*)[ \t\u00a0:]*/i;
/** Matches the beginning of a reason. Word processors turn two hyphens into one long dash. */
const REASON = /--|[\u2013\u2014]/;
const QUOTES = /^["'`]|["'`]$/g;
/** Matches what people write between rules: a comma, a full-width comma, or a semicolon. */
const COMMA = /[,;\uff0c]/;

/** The most characters of a comment that are read. Rules named after them are not suppressed. */
const LONGEST_COMMENT = 10_000;
/** The most rules of a comment that are read. Rules named after them are not suppressed. */
const MOST_RULES = 100;

/**
 * Returns the suppression comments of a plan in the order of the file, including comments with a misspelt directive.
 */
export function suppressionsIn(source: Source): readonly Suppression[] {
  const { text, root } = source;
  if (!MARK.test(text)) return [];
  const content = linesWithContent(text);
  const firstKey = root === null ? text.length : rangeOf(root, { path: [], at: 'first-key' }).start;
  return source.comments.flatMap((comment) => {
    const [beginning = '', directive] = SUPPRESSION.exec(comment.text) ?? [];
    if (directive === undefined) return [];
    const position = source.lines.position(comment);
    const looked = comment.text.slice(beginning.length, LONGEST_COMMENT);
    const [words = ''] = looked.split(REASON, 1);
    const names = words.split(COMMA, MOST_RULES + 1);
    const isCut = names.length > MOST_RULES || (words === looked && comment.text.length > LONGEST_COMMENT);
    const rules = names
      .slice(0, MOST_RULES)
      .map((name) => name.trim().replace(QUOTES, ''))
      .filter((name) => name !== '');
    const isOnTop = comment.start < firstKey;
    const isAbove = directive === 'cmplan-disable-next-line';
    const covers = coverOf(directive, position, isOnTop);
    const from = isAbove ? position.line + 1 : position.line;
    return [{ position, directive, rules, covers, isCut, isAbove, near: content[from] ?? from }];
  });
}

/**
 * Returns where a directive suppresses findings; null if it is unknown, or has no effect in this place.
 *
 * @param isOnTop - whether the comment is above the first key of the file
 */
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

/**
 * Returns, for each line number from 1 on, the number of the first line from there on that is neither empty nor only a
 * comment. If there is none, that is the number after the last line.
 */
function linesWithContent(text: string): readonly number[] {
  const lines = text.split(/\r\n|\n|\r/);
  const next: number[] = Array(lines.length + 2).fill(lines.length + 1);
  for (let line = lines.length; line > 0; line--) {
    next[line] = BLANK_OR_COMMENT.test(lines[line - 1] ?? '') ? (next[line + 1] ?? line) : line;
  }
  return next;
}
