import { brief, quoted } from '../text/words.ts';
import type { Edit } from './edits.ts';
import type { Range } from './node.ts';
import { POST_KEYS } from './syntax/meant-fields.ts';

/**
 * Why cmplan cannot read a text, as found while parsing it. For mistakes as their authors would describe them, see
 * `MistakeKind`.
 */
type ProblemKind =
  | 'not utf-8'
  | 'control character'
  | 'too large'
  | 'too deep'
  | 'too full'
  | 'too many values'
  | 'more than one document'
  | 'duplicate key'
  | 'long key'
  | 'unknown alias'
  | 'alias of itself'
  | 'merge of no mapping'
  | 'unknown tag'
  | 'merge conflict';

/** A kind of mistake that makes a stretch of a text (a key with its value, or a list item) unreadable. */
export type MistakeKind =
  | 'tab'
  | 'indentation'
  | 'missing dash'
  | 'missing space'
  | 'missing colon'
  | 'missing comma'
  | 'extra comma'
  | 'semicolon'
  | 'unclosed quote'
  | 'quote within quotes'
  | 'words behind quotes'
  | 'curly quotes'
  | 'backslash'
  | 'colon in text'
  | 'hash in text'
  | 'special sign'
  | 'bracket in text'
  | 'unclosed bracket'
  | 'unclosed brace'
  | 'missing opening brace'
  | 'outside braces'
  | 'extra bracket'
  | 'stray line'
  | 'stray words'
  | 'extra dash'
  | 'wrong bracket'
  | 'missing posts';

/** A problem that keeps a text from being read. Offsets count from the start of the text. */
export interface SyntaxProblem {
  /** The kind of the problem; `not YAML` for a mistake that has no kind of its own. */
  readonly kind: ProblemKind | MistakeKind | 'not YAML';
  /** The place in the text to which a report of the problem points. */
  readonly range: Range;
  /** What is wrong, and what to write instead. The message may quote the file, so each output must escape it. */
  readonly message: string;
  /** The edits that correct the problem as the message asks; `null` if no such edits are known. */
  readonly mend: readonly Edit[] | null;
}

/** Matches what looks like the name of a day: a date, or a weekday that may be misspelt. */
export const DAY =
  /^(?:\d{4}-\d\d-\d\d|(?!month$)(?:mon|tue|wed|thu|fri|sat|sun)(?:[a-z]{0,2}|[a-z]{0,6}day))$/i;

const SENTENCES: Record<ProblemKind, (detail: string) => string> = {
  'not utf-8': () =>
    'this file is not plain text in UTF-8; save it again as plain text, with the encoding UTF-8',
  'control character': (code) => `there is an invisible control character here (${code}); delete it`,
  'too large': () =>
    'this file is larger than 10 MB, more than cmplan reads; split the plan into several files',
  'too full': () =>
    'this file has more than a million values, more than cmplan reads; split the plan into several files',
  'too deep': () =>
    'lists and groups of keys are nested more than 100 levels deep here; a plan needs five at most, so remove the others',
  'too many values': () =>
    'the repeats (*) in this file add up to more than a million values; write the posts out in full',
  'more than one document': () =>
    'a second document begins here; put each plan in its own file or, if this is all one plan, delete the separator (--- or ...)',
  'duplicate key': (key) =>
    DAY.test(key)
      ? `the day ${quoted(key)} appears a second time here; move its posts to the first one, and delete this line`
      : `the key ${quoted(key)} appears a second time here; keep only one${POST_KEYS.includes(key) ? ', or begin the next post with its own dash' : ''}`,
  'long key': () => 'this key has more than 1,024 characters; write a shorter one',
  'unknown alias': (name) =>
    `*${brief(name)} repeats what is marked &${brief(name)}, but nothing above has that mark; write &${brief(name)} before the value to repeat, or, if this is text, put it in quotes`,
  'alias of itself': (name) =>
    `*${brief(name)} repeats what is marked &${brief(name)}, but is inside it, so it would repeat itself forever; write the value here instead of *${brief(name)}`,
  'merge of no mapping': () =>
    '"<<" copies a group of keys that is marked with & above; write the name of that group after it, as in <<: *name',
  'merge conflict': () =>
    'git could not merge two versions here; keep the lines of one version, and delete those of the other, along with the lines <<<<<<<, ======= and >>>>>>>',
  'unknown tag': (tag) =>
    `${brief(tag)} is read as a YAML instruction that cmplan does not know; delete it, or, if it is part of your text, put the whole text in quotes`,
};

/**
 * The error that says where and why cmplan cannot read a YAML text. `offset` is in UTF-16 units from the start of the
 * text.
 */
export class YamlProblem extends Error {
  readonly offset: number;
  readonly kind: ProblemKind;

  constructor(offset: number, kind: ProblemKind, detail = '') {
    super(SENTENCES[kind](detail));
    this.offset = offset;
    this.kind = kind;
  }
}

/** What the parser's error messages mean, in words for somebody who writes a plan. The first match counts. */
const READER_REASONS: readonly (readonly [RegExp, string])[] = [
  [/nesting exceeded/, SENTENCES['too deep']('')],
  [/tab characters/, 'this line begins with a tab; begin it with as many spaces as the lines around it'],
  [/within a (double|single) quoted/, 'a quotation mark is opened but never closed; add the closing one'],
  [
    /deficient indentation/,
    'a quotation mark or bracket above is still open on this line; close it, or begin this line with more spaces',
  ],
  [
    /within a flow collection/,
    'a bracket [ or { is opened but never closed; add the closing one where the list or the group of keys ends',
  ],
  [/missed comma/, 'a comma or a closing bracket is missing before this point; add it'],
  [/but found ','/, 'there is a comma here with nothing before it; delete it, or write the missing value'],
  [
    /escape sequence|hexadecimal/,
    'in double quotes a backslash has a special meaning; write \\\\ for a plain backslash',
  ],
  [/whitespace character is expected/, 'a space is missing after the colon of a key; add one'],
  [
    /multiline key|expected ':'/,
    'a key with a colon is missing here; write one, such as "title: Five soups"',
  ],
  [
    /bad indentation of a sequence/,
    'this line does not line up with the list that it belongs to; begin it in the same column as the other dashes',
  ],
  [/line break is expected/, 'text after | or > must begin on the next line; move it there'],
  [
    /indentation width|chomping mode/,
    'there is a wrong sign right after | or >; write only | or >, and the text on the lines below it',
  ],
  [
    /alias|anchor/,
    'a text that begins with & or * is read as a YAML instruction; put the whole text in quotes',
  ],
  [/tag/i, 'a text that begins with ! is read as a YAML instruction; put the whole text in quotes'],
  [
    /directive/i,
    'a line that begins with % is read as a YAML instruction; if it is text, put the whole text in quotes',
  ],
  [/document separator/, 'this line does not fit what is above it; check how many spaces it begins with'],
];

/**
 * The surroundings of the place where the parser stopped: the line above it, and the parts of its own line before and
 * after it. Each may be cut short.
 */
interface Stop {
  readonly above: string;
  readonly before: string;
  readonly after: string;
}

/** An error message of the parser in words for people, and where the mistake is. */
interface Explanation {
  /** What is wrong, and what to write instead. */
  readonly message: string;
  /** Whether the mistake is in the line above the place where the parser stopped. */
  readonly isAbove: boolean;
}

const KEY_ALONE = /^[ \t-]{0,100}[\w-]{1,60}$/;
const KEY_WITH_COLON = /^[ \t]*(?:- +)*["']?[^\s:]+["']?:(?:\s|$)/;
const QUOTED_TOO_SOON = /:\s+["'[{*&!|>-]/;

/** Matches a closed list or mapping, with a comma or a word after it if there is one. */
const CLOSED = /[[{].*[}\]]\s*,?\s*[^\s,]*$/;
/** Matches a closed text, list or mapping directly followed by a #. */
const NO_SPACE_BEFORE_COMMENT = /["'}\]]#/;
const CURLY_QUOTE = /:\s+[\u201c\u201d\u201e]/;

/** Matches a `title`, `text` or `notes` inside brackets, with the first character of its value. */
const TEXT_IN_BRACKETS = /[{,]\s*(title|text|notes):\s+[^\s,}]/;

/** Matches a text inside brackets that contains a #, which begins a comment in YAML. */
const COMMENT_IN_BRACKETS = /[[{][^\]}]*\s#/;

/** A sentence about the quotation mark or bracket that a line opens and does not close; null if there is none. */
function whatIsOpen(line: string): string | null {
  const outsideQuotes = line.replace(/"(?:[^"\\]|\\.)*"/g, '""');
  if (COMMENT_IN_BRACKETS.test(outsideQuotes)) {
    return 'the # in the line above begins a comment, so the bracket there is never closed; put the text with the # in quotes, as in title: "Soup #1"';
  }
  if (outsideQuotes.replaceAll('""', '').includes('"'))
    return 'a quotation mark in the line above is never closed; add the closing one';
  const isOpen = (opening: string, closing: string) =>
    outsideQuotes.split(opening).length > outsideQuotes.split(closing).length;
  if (isOpen('{', '}'))
    return 'the bracket { in the line above is never closed; add } at the end of that line';
  return isOpen('[', ']')
    ? 'the bracket [ in the line above is never closed; add ] at the end of that line'
    : null;
}

/** A sentence that says what a line lacks to be a key with its value: a space, or the colon. */
function whatIsMissing(line: string): string {
  if (/^\s*-\w[\w-]*:(?:\s|$)/.test(line)) return 'a space is missing after the dash in this line; add one';
  if (/^\s*(?:- +)?[a-z_]+:\S/i.test(line)) return 'a space is missing after the colon in this line; add one';
  return 'a colon is missing in this line; write the key, a colon, a space and the value, as in "time: 9:30"';
}

/**
 * Explains an error of the YAML parser in a sentence for the user, which says what is wrong and what to write instead.
 *
 * @param reason - the parser's error message
 */
export function explainReason(reason: string, { above, before, after }: Stop): Explanation {
  const here = (message: string): Explanation => ({ message, isAbove: false });
  const known = READER_REASONS.find(([pattern]) => pattern.test(reason))?.[1];
  const isOutOfPlace = /bad indentation|expected the node|document separator|multiline key/.test(reason);
  if (/tab characters/.test(reason) && known !== undefined) return here(known);
  if (/(?:^|[[{,\s])#\S/.test(before + after) && /comma|flow collection/.test(reason)) {
    return here('a # after a space or bracket begins a comment; put text such as "#promo" in quotes');
  }
  const [, key] = /missed comma|flow collection/.test(reason)
    ? (TEXT_IN_BRACKETS.exec(before + after) ?? [])
    : [];
  if (key !== undefined) {
    return here(
      `cmplan cannot tell where the ${key} ends; put the whole ${key} in straight double quotes, as in ${key}: "Soup: the secret", and write \\" for each quotation mark inside`,
    );
  }
  if (before.includes('\t') && /indentation|expected/.test(reason)) {
    return here('there is a tab in this line; write spaces instead');
  }
  const open = /deficient indentation/.test(reason) ? whatIsOpen(above) : null;
  if (open !== null) return here(open);
  if (isOutOfPlace && CURLY_QUOTE.test(before + after)) {
    return here('the quotation marks in this line are curly; write straight ones, as in "Five soups"');
  }
  if (isOutOfPlace && after.startsWith(':') && KEY_ALONE.test(before)) {
    const isDashed = /^\s*-\w/.test(above);
    if (above.trim() !== '' && !above.trim().startsWith('#') && (isDashed || !KEY_WITH_COLON.test(above))) {
      return { message: whatIsMissing(above), isAbove: true };
    }
    return here('this key does not line up with the keys that it belongs with; begin it in their column');
  }
  if (isOutOfPlace && after.startsWith(':')) {
    return here(
      'there is a second colon in this line; put the text after the first one in double quotes, or, if another key begins here, write it on a line of its own',
    );
  }
  if (isOutOfPlace && /^[@`%]/.test(after)) {
    return here(
      `a text that begins with ${after.charAt(0)} needs quotation marks; put the whole text in them`,
    );
  }
  if (isOutOfPlace && NO_SPACE_BEFORE_COMMENT.test(before + after)) {
    return here('the # that begins a comment needs a space before it; add one');
  }
  if (isOutOfPlace && CLOSED.test(before)) {
    return here('there is something after the closing bracket in this line; move it inside, after a comma');
  }
  if (isOutOfPlace && QUOTED_TOO_SOON.test(before)) {
    return here(
      'the text after the colon begins with a sign that has a special meaning in YAML; put the whole text in quotes',
    );
  }
  if (/bad indentation of a mapping/.test(reason)) {
    return here(
      'this line does not fit what is above it; begin it exactly under the key that it belongs with, or with "- " if it is the next item of a list',
    );
  }
  return here(
    known ??
      'cmplan cannot read this line; check the spaces at its start, and the colons and quotation marks around here',
  );
}
