import { remembered } from '../remembered.ts';
import {
  isOwnKey,
  type ListNode,
  type MappingNode,
  type Node,
  type Range,
  type ScalarNode,
} from '../yaml/node.ts';
import type { Source } from '../yaml/source.ts';

/** The keys of a post whose values may contain a hashtag. */
const KEYS = ['title', 'text', 'link', 'tags', 'media'] as const;

/**
 * A value of a post that a hashtag cuts short, because YAML reads ` #` as the start of a comment. The title in
 * `title: Soup of the day #autumn`, for example, is only `Soup of the day`.
 */
export interface CutWords {
  /** The place of the comment, from its `#` to the end of the line. */
  readonly comment: Range;
  /** The key whose value is cut short. */
  readonly key: (typeof KEYS)[number];
  /**
   * The words that were probably meant, such as `Soup of the day #autumn`: those before the comment, if there are any,
   * and those in the comment.
   */
  readonly words: string;
  /** Whether all the words are in the comment, as in `title: #autumn`. */
  readonly isAll: boolean;
  /** Whether the words are, or should be, an item of a list. */
  readonly isItem: boolean;
  /**
   * The list item that is empty because all its words are in the comment, as in `- #autumn`; `null` if there is none.
   */
  readonly missing: ScalarNode | null;
}

/** Matches the beginning of a hashtag. A plan without a match need not be searched any further. */
const HASHTAG = /[ \t]#[\p{L}\p{Nd}_]/u;
/**
 * Matches a hashtag right after a value, or after the colon of a key without a value, to the end of its line. Does not
 * match notes such as `#todo`, `#fixme` and `#cmplan-disable-line`.
 */
const BEHIND =
  /(?:[ \t]*:)?[ \t]+(#(?!cmplan[-_]|(?:todo|fixme)(?![\p{L}\p{Nd}_]))[\p{L}\p{Nd}_][^\n\r]*)/iuy;
const COMMA = /[ \t\r\n]*,/y;
/** Matches the beginning of a real comment after the hashtag: a # before white space, or a note such as `#todo`. */
const NOTE = /\s#+(?=\s|$)|\s#(?:cmplan[-_]|(?:todo|fixme)(?![\p{L}\p{Nd}_]))/iu;
/** Matches the end of a value in braces: a closing brace or bracket, or a comma before the next key. */
const NEXT_IN_BRACES = /[}\]]|,\s*(?:<<|["']?[\p{L}\p{Nd}_-]+["']?)\s*:(?=\s|$)/u;
/** Matches the end of an item in brackets: a comma, or a closing brace or bracket. */
const NEXT_IN_BRACKETS = /[,}\]]/;

/**
 * Finds the values in the posts and the backlog of a plan that a hashtag cuts short. Returns each comment only once,
 * even if aliases repeat the value before it.
 */
export function cutWordsIn({ text, root }: Source): readonly CutWords[] {
  if (root?.kind !== 'mapping' || !HASHTAG.test(text)) return [];
  const found = new Map<number, CutWords>();
  // Aliases and merges repeat the same words in several posts, so each place is looked at once.
  const known = new Map<string, CutWords | null>();
  for (const ending of endingsIn(root, text)) {
    const cut = remembered(known, placeOf(ending), () => cutAt(ending, text));
    if (cut !== null) found.set(cut.comment.start, cut);
  }
  return [...found.values()];
}

/** A place where an unquoted value of a post ends, or where an item of a bracketed list could begin. */
interface Ending {
  readonly key: CutWords['key'];
  /** The words that end at this place; empty if there are none. */
  readonly left: string;
  /** The offset of the place in the file, counted from 0 in UTF-16 units. */
  readonly end: number;
  /** The list item that ends at this place; null for a place between two items; undefined outside a list. */
  readonly item: ScalarNode | null | undefined;
  /** Matches whatever ends the value inside the comment; null if the value continues to the end of the line. */
  readonly next: RegExp | null;
}

/** A name for everything about an ending that matters: endings with the same name are cut in the same way. */
function placeOf({ key, left, end, item, next }: Ending): string {
  const from = item === null ? 'between items' : item?.start;
  return [key, left === '', end, from, next?.source].join(' ');
}

function cutAt({ key, left, end: behind, item, next }: Ending, text: string): CutWords | null {
  BEHIND.lastIndex = behind;
  const comment = BEHIND.exec(text)?.[1];
  if (comment === undefined) return null;
  const end = BEHIND.lastIndex;
  const start = end - comment.length;
  const swallowed = before(comment, next === null ? [NOTE] : [NOTE, next]);
  const words = [left, swallowed].filter((part) => part !== '').join(' ');
  const isAll = left === '';
  const missing = isAll ? (item ?? null) : null;
  return { comment: { start, end }, key, words, isAll, isItem: item !== undefined, missing };
}

function* endingsIn(root: MappingNode, text: string): Iterable<Ending> {
  const commas = new Map<number, number | null>();
  const posts = daysIn(root.entries.get('posts')?.value).flatMap(postsIn);
  for (const post of [...posts, ...postsIn(root.entries.get('backlog')?.value)]) {
    for (const key of KEYS) {
      const { value, hasColon } = post.entries.get(key) ?? {};
      if (value === undefined || !hasColon) continue;
      const isList = value.kind === 'list';
      const next = isList && value.isFlow ? NEXT_IN_BRACKETS : post.isFlow ? NEXT_IN_BRACES : null;
      for (const each of isList ? value.items : [value]) {
        if (each.kind !== 'scalar' || !each.isPlain || each.aliased) continue;
        yield { key, left: each.text, end: each.end, item: isList ? each : undefined, next };
      }
      if (!isList || !value.isFlow || value.aliased) continue;
      for (const end of beginningsIn(value, text, commas)) yield { key, left: '', end, item: null, next };
    }
  }
}

/**
 * Yields the offsets at which an item of a bracketed list can begin: after the opening bracket and after each comma.
 *
 * @param commas - the offset behind the comma after each item that has been looked at, by the end of the item; null if
 * there is none
 */
function* beginningsIn(
  { start, items }: ListNode,
  text: string,
  commas: Map<number, number | null>,
): Iterable<number> {
  yield start + 1;
  for (const { end } of items) {
    const behind = remembered(commas, end, () => {
      COMMA.lastIndex = end;
      return COMMA.test(text) ? COMMA.lastIndex : null;
    });
    if (behind !== null) yield behind;
  }
}

/**
 * Returns the nodes that contain posts: the value of each day, or the value of `posts` itself if it is not a mapping.
 */
function daysIn(posts: Node | undefined): readonly Node[] {
  if (posts?.kind !== 'mapping') return posts === undefined ? [] : [posts];
  return [...posts.entries].flatMap(([name, { value }]) => (isOwnKey(name) ? [] : [value]));
}

/** Returns the posts of a list, or a single post as a list of one. Anything that is not a mapping is left out. */
function postsIn(node: Node | undefined): readonly MappingNode[] {
  const posts = node?.kind === 'list' ? node.items : node === undefined ? [] : [node];
  return posts.filter((post) => post.kind === 'mapping');
}

/**
 * Returns the part of a comment before the first match of any of the patterns. In braces or brackets, which need
 * several patterns, a comma at its end is dropped.
 */
function before(comment: string, others: readonly RegExp[]): string {
  const ends = others.map((other) => comment.search(other)).filter((index) => index >= 0);
  const own = comment.slice(0, Math.min(comment.length, ...ends)).trimEnd();
  return others.length > 1 && own.endsWith(',') ? own.slice(0, -1) : own;
}
