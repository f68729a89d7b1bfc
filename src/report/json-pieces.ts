import { visibleJson } from '../text/escape.ts';

/** A value to write as JSON. Lists may be iterables that create their entries as they are needed. */
type Json = string | number | boolean | null | undefined | Iterable<unknown> | object;

/**
 * Yields a value as JSON, in pieces, because the whole may be too long for one string. Together, the pieces are what
 * `JSON.stringify` returns with an indentation of two spaces, plus a line break. Invisible characters are escaped, so
 * that the JSON is safe to print to a terminal.
 */
export function* jsonPieces(value: Json): Generator<string> {
  for (const piece of piecesOf(value, '\n')) yield visibleJson(piece);
  yield '\n';
}

/**
 * Yields the pieces of one value.
 *
 * @param lineBreak - a line break followed by the indentation of the line on which the value begins
 */
function* piecesOf(value: unknown, lineBreak: string): Generator<string> {
  if (!isContainer(value) || isSmall(value)) {
    yield JSON.stringify(value, null, 2).replaceAll('\n', lineBreak);
    return;
  }
  const inside = `${lineBreak}  `;
  const isList = isIterable(value);
  let isFirst = true;
  for (const [key, entry] of isList ? unnamed(value) : Object.entries(value)) {
    if (entry === undefined) continue;
    const before = isFirst ? (isList ? '[' : '{') : ',';
    yield before + inside + (key === null ? '' : `${JSON.stringify(key)}: `);
    yield* piecesOf(entry, inside);
    isFirst = false;
  }
  yield isFirst ? (isList ? '[]' : '{}') : lineBreak + (isList ? ']' : '}');
}

function* unnamed(list: Iterable<unknown>): Generator<readonly [key: null, entry: unknown]> {
  for (const entry of list) yield [null, entry ?? null];
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isIterable(value: object): value is Iterable<unknown> {
  return Symbol.iterator in value;
}

/** The most values, nested ones included, that are written in one piece. */
const MOST_AT_ONCE = 200;

/**
 * Whether a mapping or a list is small enough to write in one piece, and has no iterables that create their entries.
 */
function isSmall(value: object): boolean {
  let values = 0;
  const isWithin = (container: object): boolean => {
    if (isIterable(container) && !Array.isArray(container)) return false;
    return Object.values(container).every((entry) => {
      return ++values <= MOST_AT_ONCE && (!isContainer(entry) || isWithin(entry));
    });
  };
  return isWithin(value);
}
