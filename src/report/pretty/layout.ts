import measured from 'fast-string-truncated-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { visible } from '../../text/escape.ts';

/** The number of columns by which the lines below the name of a file are indented. */
export const INDENT_WIDTH = 2;

const ELLIPSIS = '…';

/**
 * Matches what people see as one character, exactly enough for cutting. A segmenter takes longer to load than the
 * report.
 */
const CHARACTER = /(?:\p{RI}\p{RI}|.)(?:[\p{M}\p{Emoji_Modifier}\u200c]|\u200d.)*/gsu;

/** The number of columns that a text takes on a terminal. */
export function widthOf(text: string): number {
  // The letters of a Hangul syllable and the Persian non-joiner would otherwise be counted one by one.
  return measured(text.normalize().replaceAll('\u200c', '')).width;
}

/** Text of the plan, made safe, and cut at the end to at most this many columns, including an ellipsis. */
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

/** Text of the plan, made safe, and cut at the beginning to at most this many columns, including an ellipsis. */
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

/** The text, followed by spaces up to this many columns. */
export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)));
}

/** The text, after spaces up to this many columns. */
export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - widthOf(text))) + text;
}

/** The number of columns of the widest text; 0 if there are no texts. */
export function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, widthOf(text)), 0);
}

/**
 * The text in lines of at most this many columns, broken at spaces. `42 %` is not broken.
 *
 * @param hard - whether to break a word that is longer than a line
 */
export function wrapped(text: string, columns: number, hard = true): readonly string[] {
  if (widthOf(text) <= columns) return [text];
  const bound = text.replace(/(?<=\d) %/g, '\u00a0%');
  const lines = wrapAnsi(bound, Math.max(1, columns), { hard }).split('\n');
  return lines.map((line) => line.replaceAll('\u00a0%', ' %'));
}

/** The lines with spaces in front of them. An empty line stays empty. */
export function indented(lines: readonly string[], columns: number): readonly string[] {
  const indent = ' '.repeat(columns);
  return lines.map((line) => (line === '' ? '' : indent + line));
}

/** Two blocks of lines side by side. The second block begins at `column`. */
export function beside(left: readonly string[], right: readonly string[], column: number): readonly string[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => {
    const [before = '', behind = ''] = [left[index], right[index]];
    return behind === '' ? before : padEnd(before, column) + behind;
  });
}
