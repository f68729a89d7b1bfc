import { visible } from '../text/escape.ts';

/** A value that can be written as YAML on one line. */
export type WrittenValue =
  | string
  | number
  | null
  | readonly string[]
  | { readonly [name: string]: WrittenValue };

/** Matches a text that needs no quotes in YAML. */
const PLAIN = /^(?:[\p{L}\d][\p{L}\p{M}\d_/%-]*(?: [\p{L}\p{M}\d_/%-]+)*)$/u;
/** Matches a text such as `yes` or `1e3`, which some YAML parser would read as something other than text. */
const OTHER_THAN_TEXT = /^(?:true|false|null|yes|no|on|off|y|n|[\d._]+(?:e-?\d+)?|0[xo][\da-f]+)$/i;

/**
 * Returns a text or a number as YAML on one line, which may also be put into brackets or braces. A text has quotes only
 * if it needs them.
 */
export function written(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const isPlain = PLAIN.test(value) && !OTHER_THAN_TEXT.test(value);
  return isPlain ? value : inQuotes(value);
}

function inQuotes(text: string): string {
  return visible(JSON.stringify(text));
}

/** The length in UTF-16 units of the longest post that any network accepts (Telegram). */
const LONGEST_POST = 4096;

/**
 * Returns words as a YAML string in double quotes, for the user to copy into a plan. Words of more than 4,096
 * characters, the longest post that any network accepts, are cut and end with `…`.
 */
export function toCopy(words: string): string {
  return inQuotes(words.length > LONGEST_POST ? `${words.slice(0, LONGEST_POST)}…` : words);
}

/**
 * Returns a value as YAML on one line, with lists in brackets and mappings in braces. `null` becomes an empty string.
 */
export function inFlow(value: WrittenValue): string {
  if (value === null) return '';
  if (typeof value !== 'object') return written(value);
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  const entries = Object.entries(value).map(([name, each]) => `${written(name)}: ${inFlow(each)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
