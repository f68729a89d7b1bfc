import { visible } from '../text/escape.ts';

/** A value as YAML can state it on one line. */
export type WrittenValue =
  | string
  | number
  | null
  | readonly string[]
  | { readonly [name: string]: WrittenValue };

/** Text that YAML takes for what it is. */
const PLAIN = /^(?:[\p{L}\d][\p{L}\p{M}\d_/%-]*(?: [\p{L}\p{M}\d_/%-]+)*)$/u;
/** Text that some YAML reader, if not the one of cmplan, takes for something else. */
const OTHER_THAN_TEXT = /^(?:true|false|null|yes|no|on|off|y|n|[\d._]+(?:e\d+)?|0[xo][\da-f]+)$/i;

/** A text or a number as YAML, which can also stand in brackets and braces; in quotes where it has to. */
export function written(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const isPlain = PLAIN.test(value) && !OTHER_THAN_TEXT.test(value);
  return isPlain ? value : inQuotes(value);
}

function inQuotes(text: string): string {
  return visible(JSON.stringify(text));
}

/** So many UTF-16 units has the longest post that a network takes (Telegram). */
const LONGEST_POST = 4096;

/** Words of a plan in double quotes as YAML has them, for people to copy: whole, but for what is longer than any post. */
export function toCopy(words: string): string {
  return inQuotes(words.length > LONGEST_POST ? `${words.slice(0, LONGEST_POST)}…` : words);
}

/** A value as YAML on one line, lists in brackets and mappings in braces; nothing at all for null. */
export function inFlow(value: WrittenValue): string {
  if (value === null) return '';
  if (typeof value !== 'object') return written(value);
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  const entries = Object.entries(value).map(([name, each]) => `${written(name)}: ${inFlow(each)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
