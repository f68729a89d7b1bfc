/** A text without the conflicts that git left in it. */
export interface Resolved {
  /** The text with spaces in place of the marks and of every side but the first, so that offsets do not change. */
  readonly text: string;
  /** The offsets of the `<<<<<<<` lines. */
  readonly conflicts: readonly number[];
}

/** Returns a text with only the first side of each merge conflict in it. */
export function firstSides(text: string): Resolved {
  const lastEnd = text.lastIndexOf('\n>>>>>>> ');
  if (lastEnd === -1) return { text, conflicts: [] };
  const conflicts: number[] = [];
  const pieces: string[] = [];
  let position = 0;
  let isInOtherSide = false;
  for (const { 0: line, index } of text.matchAll(MARK)) {
    const mark = line.charAt(0);
    const isBeginning = mark === '<' && index < lastEnd;
    if (isBeginning) conflicts.push(index);
    if (!isBeginning && (mark === '<' || conflicts.length === 0)) continue;
    const before = text.slice(position, index);
    pieces.push(isInOtherSide ? blanked(before) : before, ' '.repeat(line.length));
    position = index + line.length;
    isInOtherSide = mark === '=' || mark === '|';
  }
  const rest = text.slice(position);
  return { text: [...pieces, isInOtherSide ? blanked(rest) : rest].join(''), conflicts };
}

/** The lines by which git marks a conflict. */
const MARK = /(?<![^\r\n])(?:(?:<{7}|>{7}|\|{7}) [^\r\n]*|={7}(?![^\r\n]))/g;

/** The text with a space for each character, but for the line breaks. */
function blanked(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
