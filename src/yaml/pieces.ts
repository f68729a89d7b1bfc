import { brief, counted, nearest, quoted } from '../text/words.ts';
import { isOwnKey, type MappingNode, type Node, type Path, type ScalarNode } from './node.ts';
import { type Report, wrong } from './structural-problem.ts';
import { toCopy } from './written-values.ts';

/** A key without a colon. It is usually a piece of a text with commas, such as `bread` in `{ title: Soup, bread }`. */
interface Piece {
  readonly key: string;
  /**
   * The whole text that the piece was cut from: the value before it and all the pieces after that value, as in
   * `Soup, bread`. Null if no unquoted text comes before the piece, or if it is not in braces.
   */
  readonly words: string | null;
  /** Whether it is the first piece after the value. */
  readonly isFirst: boolean;
}

/** Whether every key of a mapping has a colon, as nearly always. */
function isWhole({ entries }: MappingNode): boolean {
  for (const { hasColon } of entries.values()) if (!hasColon) return false;
  return true;
}

/** The keys of a mapping that have no colon, in order. */
function piecesOf({ entries, isFlow }: MappingNode): readonly Piece[] {
  const pieces: Piece[] = [];
  let before: Node | null = null;
  let keys: ScalarNode[] = [];
  const end = () => {
    const words = isFlow && isText(before) ? [before.text, ...keys.map(asWritten)].join(', ') : null;
    for (const [index, { text }] of keys.entries()) pieces.push({ key: text, words, isFirst: index === 0 });
    keys = [];
  };
  for (const { key, value, hasColon } of entries.values()) {
    if (!hasColon) keys.push(key);
    else {
      end();
      before = value;
    }
  }
  end();
  return pieces;
}

/** The text of a key, in double quotes if it was quoted: they belong to the text that the comma divided. */
function asWritten({ text, isPlain }: ScalarNode): string {
  return isPlain ? text : `"${text}"`;
}

/** Whether a node is a text without quotes. Inside braces, a comma ends such a text. */
function isText(node: Node | null): node is ScalarNode {
  return node?.kind === 'scalar' && node.isPlain && typeof node.value === 'string';
}

/**
 * A key and its value that were read as one key because the colon, or the space after it, is missing: `category
 * branded`, `time = 15:30`, `time:15:30`.
 */
interface KeyWithValue {
  readonly name: string;
  readonly value: string;
  /** Whether a colon or a quotation mark shows that the piece cannot be the continuation of a text. */
  readonly isSure: boolean;
}

/** Only this many characters of a piece are searched for a key and a value. */
const LONGEST_LOOK = 200;

/** The key and the value that a piece such as `time:15:30` contains; null if it cannot be a key with a value. */
function keyWithValue(piece: string): KeyWithValue | null {
  const match = /^([\p{L}_][\p{L}\d_-]{0,40})(:|\s{0,9}[=\uff1a]\s{0,9}|\s{1,9})(\S.*)$/su.exec(
    piece.slice(0, LONGEST_LOOK),
  );
  if (match === null) return null;
  const [, name = '', sign = '', value = ''] = match;
  return { name, value, isSure: /[:\uff1a]/.test(sign) || /^["'\u201c]/.test(value) };
}

/** Advice about words inside braces that a comma has cut off from the text before them. */
export const TEXT_WITH_COMMA =
  'if it is part of a text with a comma, put that whole text in straight quotes, as in "Five soups, one pot"';

/** The most keys without a colon that are reported one by one: a text with a million commas is one mistake. */
const MOST_PIECES = 100;

/**
 * Reports the keys of a mapping that have no colon: one problem for each of the first 100, and one for all others
 * together.
 *
 * @param shape - an object with the keys that the mapping may have; `null` if any key is allowed
 * @returns the reported keys. A misspelt key is replaced by the key that was probably meant, unless the mapping has
 * that key too
 */
export function reportPieces(
  node: MappingNode,
  path: Path,
  report: Report,
  shape: object | null = null,
): readonly string[] {
  if (isWhole(node)) return [];
  const pieces = piecesOf(node);
  const [next, ...others] = pieces.slice(MOST_PIECES);
  const told = pieces.slice(0, MOST_PIECES).map((piece) => {
    const { key } = piece;
    const known = shape === null ? null : Object.keys(shape);
    const isKey = known === null || known.includes(key) || isOwnKey(key);
    const meant = isKey ? undefined : (nearest(key, known) ?? keyMeant(key, known));
    const advice = pieceAdvice(known === null ? { ...piece, words: null } : piece, isKey, known ?? []);
    report(wrong([...path, key], advice, 'key'));
    return meant !== undefined && !node.entries.has(meant) ? meant : key;
  });
  if (next === undefined) return told;
  const rest = others.length === 0 ? 'has' : `and ${counted(others.length, 'key')} after it have`;
  const message = `${quoted(next.key)} ${rest} no colon either; fix the ones before it first`;
  report(wrong([...path, next.key], message, 'key'));
  return [...told, ...[next, ...others].map(({ key }) => key)];
}

/**
 * The known key that a piece such as `time = 15:30` begins with; undefined if there is none. The key may be misspelt if
 * a colon or a quotation mark after it shows that it is a key.
 */
function keyMeant(piece: string, known: readonly string[]): string | undefined {
  const meant = keyWithValue(piece);
  if (meant === null) return undefined;
  return meant.isSure ? nearest(meant.name, known) : known.find((key) => key === meant.name);
}

function pieceAdvice({ key, words, isFirst }: Piece, isKey: boolean, known: readonly string[]): string {
  const stated = keyWithValue(key);
  const meant = isKey ? undefined : keyMeant(key, known);
  const asStated = stated && meant && `write ${meant}: ${brief(stated.value)}`;
  if (asStated && !key.startsWith(`${meant}:`) && (stated.isSure || words === null)) {
    return `${quoted(key)} is read as a key without a value; ${asStated}`;
  }
  const name = key.slice(0, key.indexOf(':'));
  if (key.includes(':') && (words === null || nearest(name, known) !== undefined)) {
    // In braces, a colon without a space after it is part of the text.
    return key.includes(': ')
      ? `${quoted(key)} is in quotes, so it is read as one key; remove the quotes: ${brief(key)}`
      : `${quoted(key)} has no space after its colon; add one`;
  }
  const near = isKey ? undefined : nearest(key, known);
  const asKey = isKey
    ? 'add a colon and a value'
    : (asStated ?? (near && `did you mean the key ${quoted(near)}? Then write ${near}: and its value`));
  if (words === null) return `${quoted(key)} has no colon after it; ${asKey ?? TEXT_WITH_COMMA}`;
  const whole = toCopy(isFirst ? words : brief(words));
  if (asKey === undefined) {
    return `the comma cuts this text short, so ${quoted(key)} looks like another key; put the whole text in straight quotes: ${whole}`;
  }
  const ifKey = near === undefined || asStated ? `if it is a key, ${asKey}` : asKey;
  return `${quoted(key)} has no colon after it; ${ifKey}; if it is part of the text before the comma, put that whole text in straight quotes: ${whole}`;
}
