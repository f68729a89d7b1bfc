import type { Range } from '../node.ts';

/**
 * The keys that a post may have. In a text that cannot be parsed, each of these words counts as a key if a colon
 * follows it.
 */
export const POST_KEYS: readonly string[] = [
  'time',
  'channel',
  'channels',
  'category',
  'format',
  'title',
  'text',
  'status',
  'unplanned',
  'date',
  'id',
  'link',
  'media',
  'owner',
  'tags',
  'notes',
];

/** The keys that a plan may have. */
export const PLAN_KEYS: readonly string[] = [
  'week',
  'from',
  'to',
  'timezone',
  'channels',
  'targets',
  'hold',
  'posts',
  'backlog',
  'title',
  'notes',
];

/** The keys that a hold or a set of targets may have. */
export const INNER_KEYS: readonly string[] = [
  'from',
  'to',
  'reason',
  'mix',
  'tolerance',
  'limit',
  'mix_over',
  'posts_per_day',
  'reserve',
  'days_off',
  'max_streak',
  'min_gap',
  'hours',
];

/**
 * A key and its value as the author meant them, in a text that may be invalid YAML. The range covers only the value.
 */
export interface Field extends Range {
  readonly key: string;
  /** The offset at which the key begins. */
  readonly keyStart: number;
  /** The value as written, without white space around it and without a comma after it. */
  readonly value: string;
  /** Whether the key is inside braces, so that its value need not end with the line. */
  readonly isInBraces: boolean;
}

const KEY = /([\p{L}_][\p{L}\p{M}\p{N}_-]{0,60})["']?[ \t]*:(?=[ \t\r\n]|$)/gu;
const IN_FRONT = /(?:^|[\r\n])[ \t]*(?:-[ \t]+)?\{?[ \t]*["']?$|[{,][ \t\r\n]*["']?$/;
/** How many characters before a word are searched for what makes it a key: a line break, a brace or a comma. */
const LONGEST_GAP = 100;

/**
 * Returns the keys that the author of a stretch meant to write, each with its value.
 *
 * @param text - the text of a stretch (a key with its value, or a list item)
 */
export function fieldsIn(text: string): readonly Field[] {
  const keys = keysIn(text);
  const opening = text.search(/\{/);
  const closing = text.lastIndexOf('}');
  return keys.map(({ key, start, end }, index) => {
    const next = keys[index + 1]?.start ?? text.length;
    const isInBraces = opening !== -1 && opening < start && (closing < opening || closing > start);
    const ending = isInBraces ? endInBraces(text, end, next, closing) : endOfLine(text, end, next);
    const written = text.slice(end, ending);
    const valueStart = end + written.search(/\S|$/);
    const whole = written.trim();
    const value = whole.endsWith(',') ? whole.slice(0, -1).trimEnd() : whole;
    return { key, keyStart: start, start: valueStart, end: valueStart + value.length, value, isInBraces };
  });
}

function keysIn(text: string): readonly { key: string; start: number; end: number }[] {
  const known = /^\s*-/.test(text) ? POST_KEYS : [...POST_KEYS, ...INNER_KEYS];
  return [...text.matchAll(KEY)].flatMap((match) => {
    const [whole, key = ''] = match;
    const before = text.slice(Math.max(0, match.index - LONGEST_GAP), match.index);
    const isKey = IN_FRONT.test(before) || (known.includes(key) && /[\s{,"'\]}]$/.test(before));
    if (!isKey) return [];
    const start = match.index - (/["']$/.test(before) && /["']/.test(whole) ? 1 : 0);
    return [{ key, start, end: match.index + whole.length }];
  });
}

function endInBraces(text: string, from: number, next: number, closing: number): number {
  if (next < text.length) return next;
  return closing > from ? closing : endOfLine(text, from, next);
}

function endOfLine(text: string, from: number, next: number): number {
  const lineBreak = text.slice(from, next).search(/[\r\n]/);
  return lineBreak === -1 ? next : from + lineBreak;
}
