import type { Line } from './lines.ts';
import { POST_KEYS } from './meant-fields.ts';

/** The entries of one mapping in lines of its own, or the items of one such list. */
export interface Level {
  readonly holds: 'keys' | 'items';
  /** The level of the key that it belongs to; null for the whole text. */
  readonly parent: Level | null;
  /** The column (from 0) in which its first entry begins; what begins further right goes on from an entry of it. */
  readonly column: number;
}

/** A stretch whose end has not been reached. */
export interface Growing {
  readonly level: Level;
  readonly line: Line;
  isHead: boolean;
  lacksPosts: boolean;
  /** Its last line so far. */
  last: Line;
  /** The keys of a post that is written in lines of its own, in order. */
  readonly names: string[];
  end: number;
}

/** Whether a line goes on in the braces of the one above, which ends with a comma in them. */
export function isInOpenBraces(line: Line, { line: first, last, level }: Growing): boolean {
  if (line.isDay || !last.isOpenAtEnd || !/[{[]/.test(first.content)) return false;
  if (line.opening === 'words' || line.opening === 'closing') return true;
  return line.opening === 'key' && (line.closesAtEnd || (level.holds === 'items' && isOfPost(line)));
}

/** Whether words stand behind a key that has what belongs to it below: `posts: x`, or a day. */
export function isHeadWithWords(line: Line, { line: head, level }: Growing): boolean {
  const isBelow = line.indent > level.column;
  if (!head.hasWholeValue || line.indent < level.column) return false;
  if (level.parent === null) return head.key === 'posts' && line.isDay && isBelow;
  return head.isDay && (line.opening === 'dash' || (isBelow && (line.opening === 'brace' || isOfPost(line))));
}

/** Whether a line goes on with the post above it because it is right under its first key, wherever that begins. */
export function isUnderFirstKey({ opening, indent, isDay }: Line, { line }: Growing): boolean {
  const isUnder = line.opening === 'dash' && line.key !== null && indent === line.keyColumn;
  return isUnder && (opening === 'key' || opening === 'words') && !isDay;
}

/** Whether a key of a post may be one of the post above it, which is in lines of its own and does not have it yet. */
export function goesOnWith({ key }: Line, { level, line, names }: Growing): boolean {
  const isDashAlone = /^-\s*$/.test(line.content);
  const isPost = level.holds === 'items' && line.opening !== 'brace' && (names.length > 0 || isDashAlone);
  return isPost && key !== null && !names.includes(key);
}

/** Whether a line begins with a key that a post has, and no day. */
export function isOfPost({ key }: Line): boolean {
  return key !== null && POST_KEYS.includes(key);
}
