import { EVENT_ID, type Event, parseEvents, YAMLException } from 'js-yaml';
import { YamlProblem } from './syntax-problems.ts';

/** Collections may stand in one another this deep; one level more is an error. */
export const DEEPEST = 100;
/** The reader counts more than collections, and aliases not at all; it only has to stop before the stack ends. */
const READER_DEPTH = 2 * DEEPEST + 2;

/** With every alias written out, a file may hold this many values; keys count too. */
export const MOST_VALUES = 1_000_000;
/** The reader begins no value more often than twice. */
const MOST_BEGINNINGS = 2 * MOST_VALUES;
/** A shorter text cannot hold as many values: `[:,:,]` has three for two signs. */
const SHORTEST_FULL = MOST_VALUES / 2;

/** The reader's own lists every line break of the text, for an excerpt that nobody here reads: ten million take a second. */
YAMLException.throwAt = (buffer, position, message) => {
  throw new YAMLException(message, { name: '', buffer, position, line: 0, column: 0, snippet: null });
};

/**
 * What stands in a YAML text, one thing after the other; offsets count in the text.
 *
 * @throws {YAMLException} at the first place that is not YAML
 * @throws {YamlProblem} where there are far more values than a file may hold
 */
export function eventsOf(text: string): readonly Event[] {
  const maxDepth = text.length < SHORTEST_FULL ? READER_DEPTH : depthThatCounts();
  return parseEvents(withoutVersion(text), { maxDepth });
}

/**
 * The depth of the reader, which looks at it for every value that it begins: nothing else of ours is asked while it reads,
 * and ten megabytes of commas would take gigabytes until it is done.
 */
function depthThatCounts(): number {
  let beginnings = 0;
  const depth = {
    valueOf() {
      if (++beginnings > MOST_BEGINNINGS) throw new YamlProblem(0, 'too full');
      return READER_DEPTH;
    },
  };
  return depth as unknown as number;
}

/** A line before the document: a comment, an empty line or a directive. */
const LINE_BEFORE = /(?:[ \t]*(?:#[^\n\r]*)?|%(?:TAG|YAML\b)[^\n\r]*)(?:\r\n?|\n|$)/y;

/** A %YAML directive changes nothing: it becomes a comment of the same length. */
function withoutVersion(text: string): string {
  const versions: number[] = [];
  let position = 0;
  while (position < text.length) {
    LINE_BEFORE.lastIndex = position;
    if (!LINE_BEFORE.test(text)) break;
    if (text.startsWith('%YAML', position)) versions.push(position);
    position = LINE_BEFORE.lastIndex;
  }
  if (versions.length === 0) return text;
  const parts = versions.map((start, index) => text.slice((versions[index - 1] ?? -1) + 1, start));
  return [...parts, text.slice((versions.at(-1) ?? -1) + 1)].join('#');
}

/** The `---` before the second document, or its first value where three dots ended the first; at least `position`. */
export function secondDocument(text: string, events: readonly Event[], position: number): number {
  const [first, second] = events.flatMap((event, index) => (event.type === EVENT_ID.DOCUMENT ? [index] : []));
  const marker = /^---(?=\s|$)/gm;
  marker.lastIndex = position;
  const opened = events[first ?? 0];
  const isOpenedEmpty = position === 0 && opened?.type === EVENT_ID.DOCUMENT && opened.explicitStart;
  if (isOpenedEmpty) marker.exec(text);
  const found = marker.exec(text);
  if (found !== null) return found.index;
  const value = events[(second ?? 0) + 1];
  if (value !== undefined && 'start' in value) return value.start;
  return value !== undefined && 'valueStart' in value ? Math.max(value.valueStart, 0) : position;
}

/**
 * The first offset from `from` on at which a sticky pattern, which matches one character or more, does not match. Repeating it
 * inside the pattern would take a stack.
 */
export function endOf(text: string, pattern: RegExp, from: number): number {
  let position = from;
  for (;;) {
    pattern.lastIndex = position;
    if (!pattern.test(text)) return position;
    position = pattern.lastIndex;
  }
}
