import measured from 'fast-string-truncated-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { visible } from '../escape.ts';

const ELLIPSIS = '…';

/** How many columns of a terminal the text takes. */
function widthOf(text: string): number {
  return measured(text).width;
}

/** Text of the plan made harmless, and cut (with an ellipsis) to that many columns. */
export function fitted(text: string, columns: number): string {
  const harmless = visible(text);
  if (widthOf(harmless) <= columns) return harmless;
  let cut = '';
  for (const { segment } of new Intl.Segmenter().segment(harmless)) {
    if (widthOf(cut + segment + ELLIPSIS) > columns) break;
    cut += segment;
  }
  return cut + ELLIPSIS;
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

/** The text broken into lines of at most that many columns, at spaces as far as words are not longer than a line. */
export function wrapped(text: string, columns: number): readonly string[] {
  return wrapAnsi(text, Math.max(1, columns), { hard: true }).split('\n');
}
