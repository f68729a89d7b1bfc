import measured from 'fast-string-truncated-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { visible } from '../../text/escape.ts';

/** What stands below the name of a file begins this far to the right. */
export const INDENT_WIDTH = 2;

const ELLIPSIS = '…';

/** What a reader sees as one character, near enough for a cut; a segmenter takes longer to load than the report. */
const CHARACTER = /(?:\p{RI}\p{RI}|.)(?:[\p{M}\p{Emoji_Modifier}\u200c]|\u200d.)*/gsu;

/** How many columns of a terminal the text takes. */
export function widthOf(text: string): number {
  // Letters of Hangul that make up one syllable, and the non-joiner of Persian, would be counted one by one.
  return measured(text.normalize().replaceAll('\u200c', '')).width;
}

/** Text of the plan made harmless, and cut (with an ellipsis) behind at most that many columns. */
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

/** Like `fitted`, but what is cut (for an ellipsis) is the beginning. */
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

/** The text with spaces behind it, up to that many columns. */
export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)));
}

/** The text with spaces before it, up to that many columns. */
export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - widthOf(text))) + text;
}

/** How many columns the widest of the texts takes. */
export function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, widthOf(text)), 0);
}

/**
 * The text broken into lines of at most that many columns, at spaces as far as words are not longer than a line; `42 %`
 * is one word.
 *
 * @param hard - whether a word that is longer than a line is broken, too
 */
export function wrapped(text: string, columns: number, hard = true): readonly string[] {
  if (widthOf(text) <= columns) return [text];
  const bound = text.replace(/(?<=\d) %/g, '\u00a0%');
  const lines = wrapAnsi(bound, Math.max(1, columns), { hard }).split('\n');
  return lines.map((line) => line.replaceAll('\u00a0%', ' %'));
}

/** The lines with spaces before them; an empty one stays empty. */
export function indented(lines: readonly string[], columns: number): readonly string[] {
  const indent = ' '.repeat(columns);
  return lines.map((line) => (line === '' ? '' : indent + line));
}

/** Two blocks of lines side by side, the second beginning at that column. */
export function beside(left: readonly string[], right: readonly string[], column: number): readonly string[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => {
    const [before = '', behind = ''] = [left[index], right[index]];
    return behind === '' ? before : padEnd(before, column) + behind;
  });
}
