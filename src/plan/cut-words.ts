import {
  isOwnKey,
  type ListNode,
  type MappingNode,
  type Node,
  type Range,
  type ScalarNode,
} from '../yaml/node.ts';
import type { Source } from '../yaml/source.ts';

/** The keys of a post whose words may contain a hashtag. */
const KEYS = ['title', 'text', 'link', 'tags', 'media'] as const;

/** Words of a post that YAML cuts off because it reads a hashtag as the beginning of a comment. */
export interface CutWords {
  /** The comment, from its # to the end of its line. */
  readonly comment: Range;
  readonly key: (typeof KEYS)[number];
  /** The words as they were meant: those before the comment, a space, and those inside the comment. */
  readonly words: string;
  /** Whether the comment swallowed all the words. */
  readonly isAll: boolean;
  /** Whether the words are, or were meant to be, an item of a list. */
  readonly isItem: boolean;
  /** The list item that is empty because of the comment, which no list may contain; null if there is no such item. */
  readonly missing: ScalarNode | null;
}

/** How a hashtag begins. A plan without a match need not be searched. */
const HASHTAG = /[ \t]#[\p{L}\p{Nd}_]/u;
/**
 * A hashtag directly after a value, or after the colon of an empty key. Notes that people and programs leave are
 * excluded.
 */
const BEHIND =
  /(?:[ \t]*:)?[ \t]+(#(?!cmplan[-_]|(?:todo|fixme)(?![\p{L}\p{Nd}_]))[\p{L}\p{Nd}_][^\n\r]*)/iuy;
const COMMA = /[ \t\r\n]*,/y;
/** Where a second comment begins inside the comment. */
const NOTE = /\s#+(?=\s|$)|\s#(?:cmplan[-_]|(?:todo|fixme)(?![\p{L}\p{Nd}_]))/iu;
/** Where the words end inside braces or brackets: at the closing one, or where the next key or item begins. */
const NEXT_IN_BRACES = /[}\]]|,\s*(?:<<|["']?[\p{L}\p{Nd}_-]+["']?)\s*:(?=\s|$)/u;
const NEXT_IN_BRACKETS = /[,}\]]/;

/** The words in the posts and the backlog of a plan that a hashtag cuts off, in reading order, each comment once. */
export function cutWordsIn({ text, root }: Source): readonly CutWords[] {
  if (root?.kind !== 'mapping' || !HASHTAG.test(text)) return [];
  // Aliases and merges repeat the same words in several posts, so they are collected by their place.
  const found = new Map<number, CutWords>();
  for (const { key, left, end: behind, item, next } of endingsIn(root, text)) {
    BEHIND.lastIndex = behind;
    const comment = BEHIND.exec(text)?.[1];
    if (comment === undefined) continue;
    const end = BEHIND.lastIndex;
    const start = end - comment.length;
    const swallowed = before(comment, next === null ? [NOTE] : [NOTE, next]);
    const words = [left, swallowed].filter((part) => part !== '').join(' ');
    const isAll = left === '';
    const missing = isAll ? (item ?? null) : null;
    found.set(start, { comment: { start, end }, key, words, isAll, isItem: item !== undefined, missing });
  }
  return [...found.values()];
}

/** A place where unquoted words of a post end, or could begin. */
interface Ending {
  readonly key: CutWords['key'];
  /** The words; empty if there are none. */
  readonly left: string;
  /** The offset at which the words end. */
  readonly end: number;
  /** The list item that the words are; null for a place between items; undefined outside a list. */
  readonly item: ScalarNode | null | undefined;
  /** Matches where the rest of the line stops being words; null if the words reach to the end of the line. */
  readonly next: RegExp | null;
}

function* endingsIn(root: MappingNode, text: string): Iterable<Ending> {
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
      for (const end of beginningsIn(value, text)) yield { key, left: '', end, item: null, next };
    }
  }
}

/** Yields the offsets in a bracketed list at which an item can begin: after the bracket, and after each comma. */
function* beginningsIn({ start, items }: ListNode, text: string): Iterable<number> {
  yield start + 1;
  for (const { end } of items) {
    COMMA.lastIndex = end;
    if (COMMA.test(text)) yield COMMA.lastIndex;
  }
}

/** The nodes that hold posts: the value of each day, or the whole list of posts. */
function daysIn(posts: Node | undefined): readonly Node[] {
  if (posts?.kind !== 'mapping') return posts === undefined ? [] : [posts];
  return [...posts.entries].flatMap(([name, { value }]) => (isOwnKey(name) ? [] : [value]));
}

/** The posts of a list, or the one post given; anything that is not a mapping is left out. */
function postsIn(node: Node | undefined): readonly MappingNode[] {
  const posts = node?.kind === 'list' ? node.items : node === undefined ? [] : [node];
  return posts.filter((post) => post.kind === 'mapping');
}

/** The part of a comment before the first match of any pattern, without the comma that ends it in braces. */
function before(comment: string, others: readonly RegExp[]): string {
  const ends = others.map((other) => comment.search(other)).filter((index) => index >= 0);
  const own = comment.slice(0, Math.min(comment.length, ...ends)).trimEnd();
  return others.length > 1 && own.endsWith(',') ? own.slice(0, -1) : own;
}
