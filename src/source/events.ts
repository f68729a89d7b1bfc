import { type Event, parseEvents } from 'js-yaml';

/** Collections may stand in one another this deep; one level more is an error. */
export const DEEPEST = 100;
/** The reader counts more than collections, and aliases not at all; it only has to stop before the stack ends. */
const READER_DEPTH = 2 * DEEPEST + 2;

/**
 * What stands in a YAML text, one thing after the other; offsets count in the text.
 *
 * @throws {YAMLException} at the first place that is not YAML
 */
export function eventsOf(text: string): readonly Event[] {
  return parseEvents(withoutVersion(text), { maxDepth: READER_DEPTH });
}

/** A comment, an empty line or another directive: what may stand before a %YAML directive. */
const BEFORE_VERSION = /[ \t]*(?:#[^\n\r]*)?(?:\r\n?|\n)|%TAG[^\n\r]*(?:\r\n?|\n)/y;

/** A %YAML directive changes nothing: it becomes a comment of the same length. */
function withoutVersion(text: string): string {
  let position = 0;
  let without = text;
  for (;;) {
    if (/%YAML\b/y.test(without.slice(position, position + 6))) {
      without = `${without.slice(0, position)}#${without.slice(position + 1)}`;
    }
    BEFORE_VERSION.lastIndex = position;
    if (!BEFORE_VERSION.test(without)) return without;
    position = BEFORE_VERSION.lastIndex;
  }
}
