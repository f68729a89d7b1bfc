import { EVENT_ID } from 'js-yaml';
import { eventsOf } from './events.ts';
import type { Range } from './node.ts';

/** Matches a line that is blank or has only a comment. */
export const BLANK_OR_COMMENT = /^\s*(?:#|$)/;

/** A comment, from its `#` to the end of its line. */
export interface Comment extends Range {
  readonly text: string;
}

/**
 * Returns the comments in a YAML text, in order. A `#` inside a quoted or a multi-line value does not begin a comment.
 *
 * @param text - must be readable as YAML
 */
export function commentsIn(text: string): readonly Comment[] {
  const ends = endsOfScalars(text);
  const comments: Comment[] = [];
  const comment = /(?<![^\s])#[^\n\r]*/g;
  for (let match = comment.exec(text); match !== null; match = comment.exec(text)) {
    const end = ends(match.index);
    if (end === null) comments.push({ start: match.index, end: comment.lastIndex, text: match[0] });
    else comment.lastIndex = end;
  }
  return comments;
}

/**
 * Returns a function that finds the scalar around an offset and gives the offset of its end; null outside all scalars.
 * The offsets must not decrease from call to call.
 */
function endsOfScalars(text: string): (offset: number) => number | null {
  const scalars = eventsOf(text).filter((event) => event.type === EVENT_ID.SCALAR);
  let index = 0;
  return (offset) => {
    while ((scalars[index]?.valueEnd ?? offset + 1) <= offset) index++;
    const scalar = scalars[index];
    return scalar !== undefined && scalar.valueStart <= offset ? scalar.valueEnd : null;
  };
}
