import measured from 'fast-string-truncated-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { visible } from '../../text/escape.ts';
import { composed } from '../../text/words.ts';

/** The number of columns by which the lines below the name of a file are indented. */
export const INDENT_WIDTH = 2;

const ELLIPSIS = '…';

/**
 * Matches what people see as one character, precisely enough for cutting text. The precise way, a segmenter, takes
 * longer to load than a report takes to make.
 */
const CHARACTER = /(?:\p{RI}\p{RI}|.)(?:[\p{M}\p{Emoji_Modifier}\u200c]|\u200d.)*/gsu;

/**
 * Returns the width of a text on a terminal, in columns. A wide character takes two columns, and a combining mark none.
 */
export function widthOf(text: string): number {
  // The letters of a Hangul syllable and the Persian non-joiner would otherwise be counted one by one.
  return measured(composed(text).replaceAll('\u200c', '')).width;
}

/**
 * Returns text from a plan, safe to print, and at most `columns` wide. If the text is too long, an ellipsis replaces
 * its end.
 */
export function fitted(text: string, columns: number): string {
  const harmless = visible(text);
  if (widthOf(harmless) <= columns) return harmless;
  return beginning(charactersOf(harmless), columns - 1).join('') + ELLIPSIS;
}

/**
 * Returns text from a plan, safe to print, and at most `columns` wide. If the text is too long, an ellipsis replaces
 * its beginning.
 */
export function endFitted(text: string, columns: number): string {
  const harmless = visible(text);
  if (widthOf(harmless) <= columns) return harmless;
  const ending = beginning(charactersOf(harmless).toReversed(), columns - 1).toReversed();
  return ELLIPSIS + ending.join('');
}

function charactersOf(text: string): readonly string[] {
  return Array.from(text.matchAll(CHARACTER), ([character]) => character);
}

/** Returns as many of the first characters as fit into this many columns. */
function beginning(characters: readonly string[], columns: number): readonly string[] {
  let room = columns;
  const end = characters.findIndex((character) => {
    room -= widthOf(character);
    return room < 0;
  });
  return end === -1 ? characters : characters.slice(0, end);
}

/** Returns a text with spaces at its end, so that its width is `columns`. A wider text is returned unchanged. */
export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)));
}

/** Returns a text with spaces before it, so that its width is `columns`. A wider text is returned unchanged. */
export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - widthOf(text))) + text;
}

/** Returns the width, in columns, of the widest text; 0 if there are no texts. */
export function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, widthOf(text)), 0);
}

/**
 * Returns a text as lines at most `columns` wide, broken at spaces. A number and the `%` after it stay together.
 *
 * @param hard - whether to break a word that is wider than a line; if false, its line becomes too wide
 */
export function wrapped(text: string, columns: number, hard = true): readonly string[] {
  if (widthOf(text) <= columns) return [text];
  const bound = text.replace(/(?<=\d) %/g, '\u00a0%');
  const lines = wrapAnsi(bound, Math.max(1, columns), { hard }).split('\n');
  return lines.map((line) => line.replaceAll('\u00a0%', ' %'));
}

/** Returns the lines with `columns` spaces before each. Empty lines stay empty. */
export function indented(lines: readonly string[], columns: number): readonly string[] {
  const indent = ' '.repeat(columns);
  return lines.map((line) => (line === '' ? '' : indent + line));
}

/** Returns two blocks of lines side by side. The right block begins at the index `column`, counted from 0. */
export function beside(left: readonly string[], right: readonly string[], column: number): readonly string[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => {
    const [before = '', behind = ''] = [left[index], right[index]];
    return behind === '' ? before : padEnd(before, column) + behind;
  });
}
