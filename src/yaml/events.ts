import { EVENT_ID, type Event, parseEvents, YAMLException } from 'js-yaml';
import { YamlProblem } from './syntax-problems.ts';

/** The maximum depth to which lists and mappings may be nested. */
export const DEEPEST = 100;
/**
 * The depth at which the parser stops, so that the stack does not overflow. It is more than `DEEPEST`, because the
 * parser counts other things than lists and mappings too; cmplan itself makes sure of `DEEPEST`.
 */
const READER_DEPTH = 2 * DEEPEST + 2;

/**
 * The maximum number of values in a file. Keys count too, and an alias (`*name`) counts as all the values that it
 * repeats.
 */
export const MOST_VALUES = 1_000_000;
/** The most values that the parser may begin: twice `MOST_VALUES`, because it begins a value at most twice. */
const MOST_BEGINNINGS = 2 * MOST_VALUES;
/** No shorter text can hold `MOST_VALUES` values: even `[:,:,]` has only three values in every two characters. */
const SHORTEST_FULL = MOST_VALUES / 2;

/**
 * Replaces a function of js-yaml that lists every line break of the text to make an excerpt, which cmplan does not use.
 * With ten million line breaks, that takes a second.
 */
YAMLException.throwAt = (buffer, position, message) => {
  throw new YAMLException(message, { name: '', buffer, position, line: 0, column: 0, snippet: null });
};

/**
 * Returns the events into which js-yaml parses a text, in order, with their offsets in the text.
 *
 * @throws {YAMLException} at the first place that is not valid YAML
 * @throws {YamlProblem} if there are far more than `MOST_VALUES` values
 */
export function eventsOf(text: string): readonly Event[] {
  const maxDepth = text.length < SHORTEST_FULL ? READER_DEPTH : depthThatCounts();
  return parseEvents(withoutVersion(text), { maxDepth });
}

/**
 * Returns a maximum depth that is an object in place of a number, and that throws when too many values have begun: the
 * parser reads it once for each value. Nothing else of cmplan runs during parsing, and ten megabytes of commas would
 * otherwise fill gigabytes.
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

/** Matches a line before the document: a comment, an empty line or a directive. */
const LINE_BEFORE = /(?:[ \t]*(?:#[^\n\r]*)?|%(?:TAG|YAML\b)[^\n\r]*)(?:\r\n?|\n|$)/y;

/** Returns the text with the % of each %YAML directive, which has no effect, replaced by # to make it a comment. */
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

/**
 * Returns the offset of the `---` at which the second document in a text begins. If the second document has no `---`,
 * because the first one ends with `...`, returns the offset of its first value.
 *
 * @param events - the events into which the text was parsed
 * @param position - the offset at which the last value of the first document ends
 */
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
 * Returns the offset after the last of the successive matches of `pattern` that begin at offset `from`; `from` itself
 * if there is no match. Unlike a repetition inside the pattern, this function needs no stack space.
 *
 * @param pattern - a sticky regular expression that never matches an empty string
 */
export function endOf(text: string, pattern: RegExp, from: number): number {
  let position = from;
  for (;;) {
    pattern.lastIndex = position;
    if (!pattern.test(text)) return position;
    position = pattern.lastIndex;
  }
}
