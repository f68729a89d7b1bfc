import { BLANK_OR_COMMENT } from '../yaml/comments.ts';
import { type Position, rangeOf } from '../yaml/places.ts';
import type { Source } from '../yaml/source.ts';

/** The directives that suppress findings. A suppression comment begins with one of them. */
export const DIRECTIVES = ['cmplan-disable-next-line', 'cmplan-disable-line', 'cmplan-disable-file'] as const;
type Directive = (typeof DIRECTIVES)[number];

/** Where a comment suppresses findings: on the line with this number, from 1, or in the whole file. */
export type Cover = number | 'file';

/** A comment that suppresses findings: `# cmplan-disable-line RULE[, RULE] [-- reason]`. */
export interface Suppression {
  /** The place of the comment. */
  readonly position: Position;
  /** The directive as it is written, so it may be mistyped. See `DIRECTIVES`. */
  readonly directive: string;
  /** The names of the rules, as they are written. */
  readonly rules: readonly string[];
  /** Whether the comment is too long or names too many rules, so that `rules` may not have all of them. */
  readonly isCut: boolean;
  /** Whether the comment is meant for the next line. */
  readonly isAbove: boolean;
  /**
   * The line on which findings are suppressed, or the whole file; null if the directive is unknown or has no effect
   * here.
   */
  readonly covers: Cover | null;
  /** The line of the comment or, if it stands alone, the next line with something other than a comment; from 1. */
  readonly near: number;
}

/** Matches the beginning of every suppression. A plan without a match need not be searched for comments. */
const MARK = /cmplan[-_]/i;
/** Matches a comment that begins like a directive, even if it is mistyped or another linter's. */
const SUPPRESSION = /^#+[ \t\u00a0]*(cmplan[-_](?:disable|enable|ignore|suppress)[\w-]*)[ \t\u00a0:]*/i;
/** Matches the beginning of the reason. Word processors turn two hyphens into one long dash. */
const REASON = /--|[\u2013\u2014]/;
const QUOTES = /^["'`]|["'`]$/g;
/** Matches a comma, including those of other keyboards, and a semicolon. */
const COMMA = /[,;\uff0c]/;

/** The most characters of a comment, and the most rules in it, that are looked at: what is not, is not suppressed. */
const LONGEST_COMMENT = 10_000;
const MOST_RULES = 100;

/** The comments in a plan that suppress findings, or are meant to, in the order of the file. */
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

/**
 * For each line from 1 on, the first line from there on that is neither empty nor only a comment. If there is none, the
 * number after the last line.
 */
function linesWithContent(text: string): readonly number[] {
  const lines = text.split(/\r\n|\n|\r/);
  const next: number[] = Array(lines.length + 2).fill(lines.length + 1);
  for (let line = lines.length; line > 0; line--) {
    next[line] = BLANK_OR_COMMENT.test(lines[line - 1] ?? '') ? (next[line + 1] ?? line) : line;
  }
  return next;
}
