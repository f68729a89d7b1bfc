import { brief, counted, quoted } from '../../text/words.ts';
import { type Edit, lineStart } from '../edits.ts';
import type { Guess } from './guess.ts';
import { linesOf } from './lines.ts';
import { POST_KEYS } from './meant-fields.ts';

const INDENTED =
  /(?<=^|[\r\n])([ \t\u00a0]*)(- +)?(["']?[^\s"':#{}[\],&*!|>%@`-][^\r\n:"']*["']?:(?=\s|$))?/g;

const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Returns a count as a word, such as `four`, or `no` for 0. A count above twelve stays in digits. */
export function inWords(count: number): string {
  return NUMBERS[count] ?? String(count);
}

/** Returns a number of spaces in words: `four spaces`, `one space`, `no spaces`. */
export function spaces(count: number): string {
  return `${inWords(count)} ${count === 1 ? 'space' : 'spaces'}`;
}

/** The end of a sentence about a line that is true of other lines below it as well. */
function andBelow(others: number): string {
  return others === 0 ? '' : `, and ${counted(others, 'line')} below it too`;
}

/**
 * Yields at most one suggested fix: to begin lines with spaces if they are indented with tabs or no-break spaces.
 *
 * @param text - the text of a stretch (a key with its value, or a list item)
 * @param column - the column (from 0) in which the stretch should begin
 */
export function* untabbedLines(text: string, column: number): Iterable<Guess> {
  const lines = [...text.matchAll(INDENTED)].flatMap(({ index, 1: indentation = '' }) => {
    if (!/[\t\u00a0]/.test(indentation)) return [];
    return [{ start: index, end: index + indentation.length }];
  });
  const [first] = lines;
  if (first === undefined) return;
  const keyColumn = firstKeyColumn(text, column);
  const columnOf = (start: number) => (start === 0 ? column : keyColumn);
  const more = andBelow(lines.length - 1);
  yield {
    kind: 'tab',
    range: { start: first.start, end: first.start + 1 },
    message: tabMessage(text.slice(first.start, first.end), columnOf(first.start)) + more,
    mend: lines.map(({ start, end }) => ({ start, end, text: ' '.repeat(columnOf(start)) })),
  };
}

/**
 * Returns the message about a line that is indented with a tab or a no-break space. The message says how many spaces
 * the line should begin with.
 *
 * @param indentation - the indentation of the line, as written
 * @param column - the column (from 0) in which the line should begin
 */
export function tabMessage(indentation: string, column: number): string {
  const sign = indentation.includes('\t') ? 'tab' : 'no-break space';
  return `there is a ${sign} at the start of this line; begin the line with exactly ${spaces(column)}`;
}

/** The column (from 0) of a post's first key, on lines of its own or in braces, once the post begins in `column`. */
function firstKeyColumn(text: string, column: number): number {
  const [, item = ''] = /^[ \t\u00a0]*((?:-[ \t]+)?\{?[ \t]*)/.exec(text) ?? [];
  return column + (item === '' ? 2 : item.length);
}

/**
 * Yields at most three suggested fixes: to move a key directly under the first key of its stretch. The keys nearest to
 * the failure come first.
 *
 * @param text - the text of a stretch (a key with its value, or a list item)
 * @param failure - the offset at which the parser stopped
 */
export function* alignedLines(text: string, failure: number): Iterable<Guess> {
  const keys = [...text.matchAll(INDENTED)].flatMap(
    ({ index, 1: indentation = '', 2: dash = '', 3: key }) => {
      if (key === undefined) return [];
      const width = indentation.length;
      return [{ index, width, column: width + dash.length, name: key.slice(0, -1), isItem: dash !== '' }];
    },
  );
  const [first] = keys;
  if (first === undefined) return;
  const wrong = keys.filter(({ column, isItem }) => !isItem && column !== first.column);
  const nearest = wrong.sort((a, b) => Math.abs(a.index - failure) - Math.abs(b.index - failure)).slice(0, 3);
  for (const { index, width, name } of nearest) {
    yield {
      kind: 'indentation',
      range: { start: index + width, end: index + width + 1 },
      message: `this line begins with ${spaces(width)}; begin it with ${first.column === 0 ? spaces(0) : inWords(first.column)}, so that ${quoted(name)} is right under ${quoted(first.name)}`,
      mend: [{ start: index, end: index + width, text: ' '.repeat(first.column) }],
    };
  }
}

/**
 * Yields at most one suggested fix: to put a dash before the repeated key, if it is the first key of a post, on a line
 * of its own, so that a new post begins there.
 *
 * @param text - the text of a stretch (a key with its value, or a list item)
 * @param repeated - the offset of the repeated key
 */
export function* missingDash(text: string, repeated: number): Iterable<Guess> {
  const start = lineStart(text, repeated);
  const [, first] = /^ *- +([^\s:]+):/.exec(text) ?? [];
  const isFirst = first !== undefined && text.startsWith(`${first}:`, repeated);
  const dash = repeated - 2;
  if (!isFirst || dash < start || text.slice(start, repeated).trim() !== '') return;
  yield {
    kind: 'missing dash',
    range: { start: repeated, end: repeated + 1 },
    message: `${quoted(first)} appears twice in this post, so a new post probably begins here; begin this line with ${spaces(dash - start)} and "- ${brief(first)}:"`,
    mend: [{ start: dash, end: repeated, text: '- ' }],
  };
}

/**
 * Yields at most one suggested fix: to remove the dashes before the later keys of a post, if there are any.
 *
 * @param text - the text of a stretch (a key with its value, or a list item)
 */
export function* strayDashes(text: string): Iterable<Guess> {
  const [, before] = /^( *- +)[^\s:{-]/.exec(text) ?? [];
  if (before === undefined) return;
  const column = before.length;
  const dashes = [...text.matchAll(/(?<=[\r\n])( *)(- +)(?=[a-z_]+:(?:\s|$))/g)].filter(
    ({ 1: indentation = '' }) => indentation.length === column,
  );
  const [first] = dashes;
  if (first === undefined) return;
  const start = first.index + column;
  const others = dashes.length - 1;
  const more =
    others === 0
      ? ''
      : `, and ${others === 1 ? 'the dash' : 'the dashes'} of ${counted(others, 'line')} below it too`;
  yield {
    kind: 'extra dash',
    range: { start, end: start + 1 },
    message: `this line continues the post above it, so it needs no dash; delete the dash${more}`,
    mend: dashes.map(({ index, 2: dash = '' }) => {
      return { start: index + column, end: index + column + dash.length, text: '' };
    }),
  };
}

/**
 * Yields at most one suggested fix: to indent lines inside brackets or braces that begin too far left.
 *
 * @param text - the text of a stretch (a key with its value, or a list item)
 * @param column - the column (from 0) in which the stretch should begin
 */
export function* wrappedLines(text: string, column: number): Iterable<Guess> {
  if (!/^ *(?:- +)?(?:[a-z_]+: +)?[{[]/.test(text)) return;
  const lines = [...text.matchAll(/(?<=\n|\r(?!\n))( *)(?=[^\s#])/g)].filter(
    ({ 1: indentation = '' }) => indentation.length <= column,
  );
  const [first] = lines;
  if (first === undefined) return;
  const start = first.index + first[0].length;
  const more = andBelow(lines.length - 1);
  yield {
    kind: 'indentation',
    range: { start, end: start + 1 },
    message: `this line is inside brackets that open above it; begin it with ${spaces(column + 2)}${more}`,
    mend: lines.map(({ index, 0: indentation }) => {
      return { start: index, end: index + indentation.length, text: ' '.repeat(column + 2) };
    }),
  };
}

/**
 * Yields at most one suggested fix: to indent the lines of a `|` or `>` text that do not begin further right than its
 * key.
 *
 * @param text - the text of a stretch (a key with its value, or a list item)
 */
export function* unindentedText(text: string): Iterable<Guess> {
  const header = /(?<=^|[\r\n])( *(?:- +)?)([a-z_]+): +[|>][-+]? *(?=[\r\n])/.exec(text);
  if (header === null) return;
  const [whole, { length: column } = '', key = ''] = header;
  const from = header.index + whole.length;
  const isEnd = new RegExp(`^(?:- |(?:${POST_KEYS.join('|')}):(?:\\s|$))`);
  const edits: Edit[] = [];
  for (const { start, indent, hasTab, content } of linesOf(text.slice(from))) {
    if (content === '') continue;
    if (hasTab || (indent <= column && isEnd.test(content))) break;
    if (indent > column) continue;
    edits.push({ start: from + start, end: from + start + indent, text: ' '.repeat(column + INDENTATION) });
  }
  const [first] = edits;
  if (first === undefined) return;
  const more = andBelow(edits.length - 1);
  yield {
    kind: 'indentation',
    range: { start: first.end, end: first.end + 1 },
    message: `this line belongs to ${quoted(key)} above it; begin it with ${spaces(column + INDENTATION)}, two more than ${quoted(key)}${more}`,
    mend: edits,
  };
}

/** How many spaces further right than its key a block text should begin. */
const INDENTATION = 2;
