import { visibleJson } from '../text/escape.ts';

/** What JSON can state; a list may also be one whose entries are made when they are asked for. */
type Json = string | number | boolean | null | undefined | Iterable<unknown> | object;

/**
 * JSON as `JSON.stringify` with two spaces writes it, and a break at the end, in pieces: a list that is large need never be there as
 * one text. What would not be seen is escaped, so that it is harmless in a terminal too.
 */
export function* jsonPieces(value: Json): Generator<string> {
  for (const piece of piecesOf(value, '\n')) yield visibleJson(piece);
  yield '\n';
}

/** @param lineBreak - with the indentation of the line that the value begins on */
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

/** So many values may be written as one text. */
const MOST_AT_ONCE = 200;

/** Whether a mapping or list is there already, and holds so little that it may be written as one text. */
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
