import { EVENT_ID } from 'js-yaml';
import { eventsOf } from './events.ts';
import type { Range } from './node.ts';

/** A line with nothing in it, or a comment alone. */
export const BLANK_OR_COMMENT = /^\s*(?:#|$)/;

/** A comment, from its # to the end of its line. */
export interface Comment extends Range {
  readonly text: string;
}

/**
 * The comments of a YAML text. A # inside of a text in quotes or of a text on several lines begins none.
 *
 * @param text - one that can be read
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

/** Looks up where the scalar ends that an offset is in, for offsets that grow; null outside of all scalars. */
function endsOfScalars(text: string): (offset: number) => number | null {
  const scalars = eventsOf(text).filter((event) => event.type === EVENT_ID.SCALAR);
  let index = 0;
  return (offset) => {
    while ((scalars[index]?.valueEnd ?? offset + 1) <= offset) index++;
    const scalar = scalars[index];
    return scalar !== undefined && scalar.valueStart <= offset ? scalar.valueEnd : null;
  };
}
