/** A text in which only the first side of each git merge conflict is left. */
interface Resolved {
  /**
   * The text with spaces in place of the other sides and of the lines by which git marks a conflict. Offsets stay the
   * same.
   */
  readonly text: string;
  /** The offsets at which the conflicts begin, with a `<<<<<<<` line. */
  readonly conflicts: readonly number[];
}

/**
 * Finds the git merge conflicts in a text. Returns where they begin, and the text with only the first side of each.
 * Spaces replace the rest of a conflict, so that offsets stay the same.
 */
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

/** Matches the lines by which git marks a conflict, such as `<<<<<<< HEAD` and `=======`. */
const MARK = /(?<![^\r\n])(?:(?:<{7}|>{7}|\|{7}) [^\r\n]*|={7}(?![^\r\n]))/g;

/** The text with each character replaced by a space, except for line breaks. */
function blanked(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
