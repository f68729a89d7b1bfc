import stringWidth from 'string-width';
import { visible } from '../escape.ts';

/** Text of the plan made harmless, and cut (with an ellipsis) to that many columns. */
export function fitted(text: string, columns: number): string {
  const harmless = visible(text);
  if (stringWidth(harmless) <= columns) return harmless;
  let cut = '';
  for (const { segment } of new Intl.Segmenter().segment(harmless)) {
    if (stringWidth(cut + segment) >= columns) break;
    cut += segment;
  }
  return `${cut}…`;
}

/** The text with spaces behind it, up to that many columns. */
export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - stringWidth(text)));
}

/** The text with spaces before it, up to that many columns. */
export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - stringWidth(text))) + text;
}

/** How many columns the widest of the texts takes. */
export function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => stringWidth(text)));
}

/** The text broken at spaces into lines of at most that many columns; a longer word keeps a line to itself. */
export function wrapped(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && stringWidth(longer) > columns) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
