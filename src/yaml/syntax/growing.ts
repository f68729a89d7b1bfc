import type { Line } from './lines.ts';
import { POST_KEYS } from './meant-fields.ts';

/** One block mapping or block list of a text, whose entries or items should all begin in the same column. */
export interface Level {
  /** `keys` for a mapping, `items` for a list. */
  readonly holds: 'keys' | 'items';
  /** The level of the key whose value this level is; null for the value that is the whole text. */
  readonly parent: Level | null;
  /** The column (from 0) in which the first entry should begin. A line that begins further right continues an entry. */
  readonly column: number;
}

/** A stretch (a key with its value, or a list item) whose end is not known yet, while a text is read line by line. */
export interface Growing {
  /** The level that the stretch is an entry of. */
  readonly level: Level;
  /** The first line of the stretch. */
  readonly line: Line;
  isHead: boolean;
  lacksPosts: boolean;
  /** The last line of the stretch so far. */
  last: Line;
  /** The keys with which the lines of the stretch so far begin, in order. */
  readonly names: string[];
  end: number;
}

/**
 * Whether a line continues the brackets or braces of the stretch above it. They count as open if the line above ends
 * with a comma, an opening bracket or an opening brace.
 */
export function isInOpenBraces(line: Line, { line: first, last, level }: Growing): boolean {
  if (line.isDay || !last.isOpenAtEnd || !/[{[]/.test(first.content)) return false;
  if (line.opening === 'words' || line.opening === 'closing') return true;
  return line.opening === 'key' && (line.closesAtEnd || (level.holds === 'items' && isOfPost(line)));
}

/**
 * Whether a line begins the contents of the key above it (`posts` or a day), although words follow the colon of that
 * key. Such words are a mistake.
 */
export function isHeadWithWords(line: Line, { line: head, level }: Growing): boolean {
  const isBelow = line.indent > level.column;
  if (!head.hasWholeValue || line.indent < level.column) return false;
  if (level.parent === null) return head.key === 'posts' && line.isDay && isBelow;
  return head.isDay && (line.opening === 'dash' || (isBelow && (line.opening === 'brace' || isOfPost(line))));
}

/**
 * Whether a line belongs to the post above it because the line begins directly under the first key of that post. The
 * post itself may begin in a wrong column.
 */
export function isUnderFirstKey({ opening, indent, isDay }: Line, { line }: Growing): boolean {
  const isUnder = line.opening === 'dash' && line.key !== null && indent === line.keyColumn;
  return isUnder && (opening === 'key' || opening === 'words') && !isDay;
}

/**
 * Whether a line may continue the post above it: the keys of that post are on lines of their own, and the line begins
 * with a key that the post does not have yet.
 */
export function goesOnWith({ key }: Line, { level, line, names }: Growing): boolean {
  const isDashAlone = /^-\s*$/.test(line.content);
  const isPost = level.holds === 'items' && line.opening !== 'brace' && (names.length > 0 || isDashAlone);
  return isPost && key !== null && !names.includes(key);
}

/** Whether a line begins with a key that a post may have. */
export function isOfPost({ key }: Line): boolean {
  return key !== null && POST_KEYS.includes(key);
}
