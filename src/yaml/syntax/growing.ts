import type { Line } from './lines.ts';
import { POST_KEYS } from './meant-fields.ts';

/** The entries of one block mapping, or the items of one block list. */
export interface Level {
  readonly holds: 'keys' | 'items';
  /** The level of the key to which this level belongs; null for the level of the whole text. */
  readonly parent: Level | null;
  /** The column (from 0) in which the first entry begins. Lines further right continue an entry. */
  readonly column: number;
}

/** A stretch whose end has not been reached yet. */
export interface Growing {
  readonly level: Level;
  readonly line: Line;
  isHead: boolean;
  lacksPosts: boolean;
  /** The last line so far. */
  last: Line;
  /** The keys of a post that is on lines of its own, in order. */
  readonly names: string[];
  end: number;
}

/** Whether a line continues the braces of the line above, which ends inside them with a comma or a bracket. */
export function isInOpenBraces(line: Line, { line: first, last, level }: Growing): boolean {
  if (line.isDay || !last.isOpenAtEnd || !/[{[]/.test(first.content)) return false;
  if (line.opening === 'words' || line.opening === 'closing') return true;
  return line.opening === 'key' && (line.closesAtEnd || (level.holds === 'items' && isOfPost(line)));
}

/** Whether words follow a key whose contents belong on the lines below: `posts: x`, or a day. */
export function isHeadWithWords(line: Line, { line: head, level }: Growing): boolean {
  const isBelow = line.indent > level.column;
  if (!head.hasWholeValue || line.indent < level.column) return false;
  if (level.parent === null) return head.key === 'posts' && line.isDay && isBelow;
  return head.isDay && (line.opening === 'dash' || (isBelow && (line.opening === 'brace' || isOfPost(line))));
}

/** Whether a line belongs to the post above because it is directly under the post's first key, in any column. */
export function isUnderFirstKey({ opening, indent, isDay }: Line, { line }: Growing): boolean {
  const isUnder = line.opening === 'dash' && line.key !== null && indent === line.keyColumn;
  return isUnder && (opening === 'key' || opening === 'words') && !isDay;
}

/** Whether a key may belong to the post above, which is on lines of its own and does not have the key yet. */
export function goesOnWith({ key }: Line, { level, line, names }: Growing): boolean {
  const isDashAlone = /^-\s*$/.test(line.content);
  const isPost = level.holds === 'items' && line.opening !== 'brace' && (names.length > 0 || isDashAlone);
  return isPost && key !== null && !names.includes(key);
}

/** Whether a line begins with a key that a post may have. */
export function isOfPost({ key }: Line): boolean {
  return key !== null && POST_KEYS.includes(key);
}
