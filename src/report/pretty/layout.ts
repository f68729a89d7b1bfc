import measured from 'fast-string-truncated-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { visible } from '../../text/escape.ts';
import { composed } from '../../text/words.ts';

/** How many columns the lines below the name of a file are indented by. */
export const INDENT_WIDTH = 2;

const ELLIPSIS = '…';

/**
 * Matches what people see as one character, exactly enough for cutting. A segmenter takes longer to load than the
 * report.
 */
const CHARACTER = /(?:\p{RI}\p{RI}|.)(?:[\p{M}\p{Emoji_Modifier}\u200c]|\u200d.)*/gsu;

/** Returns how many columns a string takes on a terminal. */
export function widthOf(text: string): number {
  // The letters of a Hangul syllable and the Persian non-joiner would otherwise be counted one by one.
  return measured(composed(text).replaceAll('\u200c', '')).width;
}

/**
 * Returns text from a plan, made safe to print and shortened to at most this many columns; if it is too long, an
 * ellipsis replaces its end.
 */
export function fitted(text: string, columns: number): string {
  const harmless = visible(text);
  if (widthOf(harmless) <= columns) return harmless;
  let cut = '';
  let room = columns - 1;
  for (const [character] of harmless.matchAll(CHARACTER)) {
    room -= widthOf(character);
    if (room < 0) break;
    cut += character;
  }
  return cut + ELLIPSIS;
}

/**
 * Returns text from a plan, made safe to print and shortened to at most this many columns; if it is too long, an
 * ellipsis replaces its beginning.
 */
export function endFitted(text: string, columns: number): string {
  const harmless = visible(text);
  if (widthOf(harmless) <= columns) return harmless;
  const characters = Array.from(harmless.matchAll(CHARACTER), ([character]) => character);
  let first = characters.length;
  let room = columns - 1;
  while (first > 0) {
    room -= widthOf(characters[first - 1] ?? '');
    if (room < 0) break;
    first--;
  }
  return ELLIPSIS + characters.slice(first).join('');
}

/** Returns the string with spaces added at its end until it takes this many columns; unchanged if it is wider. */
export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)));
}

/** Returns the string with spaces added before it until it takes this many columns; unchanged if it is wider. */
export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - widthOf(text))) + text;
}

/** Returns how many columns the widest of the strings takes; 0 if there are none. */
export function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, widthOf(text)), 0);
}

/**
 * Breaks a string at spaces into lines of at most this many columns. A number and the `%` after it stay together.
 *
 * @param hard - whether to break words that are longer than a line; if not, the line of such a word is too long
 */
export function wrapped(text: string, columns: number, hard = true): readonly string[] {
  if (widthOf(text) <= columns) return [text];
  const bound = text.replace(/(?<=\d) %/g, '\u00a0%');
  const lines = wrapAnsi(bound, Math.max(1, columns), { hard }).split('\n');
  return lines.map((line) => line.replaceAll('\u00a0%', ' %'));
}

/** Returns the lines with this many spaces before each. An empty line stays empty. */
export function indented(lines: readonly string[], columns: number): readonly string[] {
  const indent = ' '.repeat(columns);
  return lines.map((line) => (line === '' ? '' : indent + line));
}

/** Puts two blocks of lines side by side. The right block begins in the column with this number, counted from 0. */
export function beside(left: readonly string[], right: readonly string[], column: number): readonly string[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => {
    const [before = '', behind = ''] = [left[index], right[index]];
    return behind === '' ? before : padEnd(before, column) + behind;
  });
}
