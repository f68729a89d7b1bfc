import { lineEnd, lineStart } from '../edits.ts';
import { explainReason, type SyntaxProblem, YamlProblem } from '../syntax-problems.ts';
import { type Failure, offsetOf } from './stretch-reading.ts';

/** Only this many characters of a line are searched for what is wrong in it. */
const LONGEST_LOOK = 200;

/**
 * Returns the problem that made the parser stop, with a message for the user but without edits that correct it.
 *
 * @param failure - the error with which the parser stopped
 * @param offset - where in `text` to report the problem; by default, where the parser stopped
 */
export function explained(
  text: string,
  failure: Failure,
  offset = offsetOf(failure, text.length),
): SyntaxProblem {
  const at = (start: number) => ({ start, end: Math.min(start + 1, text.length) });
  if (failure instanceof YamlProblem) {
    return { kind: failure.kind, range: at(offset), message: failure.message, mend: null };
  }
  const start = lineStart(text, offset);
  const aboveStart = lineStart(text, Math.max(0, start - (text.endsWith('\r\n', start) ? 2 : 1)));
  const { message, isAbove } = explainReason(failure.reason, {
    above: text.slice(aboveStart, Math.min(start, aboveStart + LONGEST_LOOK)),
    before: text.slice(Math.max(start, offset - LONGEST_LOOK), offset),
    after: text.slice(offset, Math.min(lineEnd(text, offset), offset + LONGEST_LOOK)),
  });
  return { kind: 'not YAML', range: at(isAbove ? firstSign(text, aboveStart) : offset), message, mend: null };
}

/** The offset of the first character, apart from white space, in the line that begins at an offset. */
function firstSign(text: string, start: number): number {
  return start + text.slice(start, start + LONGEST_LOOK).search(/[^ \t]|$/);
}
