import { linesOf } from './lines.ts';

/** A text without the merge conflicts that git left in it. */
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
  let isInOtherSide = false;
  for (const { start, end, content, indent } of linesOf(text)) {
    const whole = text.slice(start, end);
    const mark = indent === 0 ? (MARK.exec(content)?.[0].charAt(0) ?? '') : '';
    const isBeginning = mark === '<' && start < lastEnd;
    if (isBeginning) conflicts.push(start);
    const isMark = isBeginning || (mark !== '<' && mark !== '' && conflicts.length > 0);
    if (isMark) isInOtherSide = mark === '=' || mark === '|';
    pieces.push(isMark || isInOtherSide ? whole.replace(/[^\r\n]/g, ' ') : whole);
  }
  return { text: pieces.join(''), conflicts };
}

const MARK = /^(?:<{7} |>{7} |={7}$|\|{7} )/;
