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

/** Words of a post that end too early because YAML takes a hashtag in them for the beginning of a comment. */
export interface CutWords {
  /** The comment, from its # to the end of its line. */
  readonly comment: Range;
  /** The key of the post whose value is cut short. */
  readonly key: (typeof KEYS)[number];
  /**
   * The words that were meant: those before the comment, a space, and those in the comment. One of the two parts may be
   * empty.
   */
  readonly words: string;
  /** Whether there are no words before the comment. */
  readonly isAll: boolean;
  /** Whether the words belong in a list, as an item of it. */
  readonly isItem: boolean;
  /** The list item that is empty because all its words are in the comment; null if there is no such item. */
  readonly missing: ScalarNode | null;
}

/** Matches the beginning of a hashtag. A plan without a match need not be searched. */
const HASHTAG = /[ \t]#[\p{L}\p{Nd}_]/u;
/**
 * Matches a hashtag directly after a value, or after the colon of a key without a value. Excludes notes for people and
 * for programs.
 */
const BEHIND =
  /(?:[ \t]*:)?[ \t]+(#(?!cmplan[-_]|(?:todo|fixme)(?![\p{L}\p{Nd}_]))[\p{L}\p{Nd}_][^\n\r]*)/iuy;
const COMMA = /[ \t\r\n]*,/y;
/** Matches the beginning of a second comment inside the comment. */
const NOTE = /\s#+(?=\s|$)|\s#(?:cmplan[-_]|(?:todo|fixme)(?![\p{L}\p{Nd}_]))/iu;
/** Matches the end of words inside braces or brackets: the closing one, or the beginning of the next key or item. */
const NEXT_IN_BRACES = /[}\]]|,\s*(?:<<|["']?[\p{L}\p{Nd}_-]+["']?)\s*:(?=\s|$)/u;
const NEXT_IN_BRACKETS = /[,}\]]/;

/**
 * Returns the words that end at a hashtag, in the posts and the backlog of a plan, in reading order. Each comment
 * appears only once, even if aliases repeat it.
 */
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
  /** The words before the hashtag; empty if there are none. */
  readonly left: string;
  /** The offset at which the words end. */
  readonly end: number;
  /** The list item that consists of the words; null for a place between items; undefined outside a list. */
  readonly item: ScalarNode | null | undefined;
  /** Matches the place in the rest of the line where the words end; null if they go on to the end of the line. */
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

/** Yields the offsets in a bracketed list at which an item can begin: after the bracket and after each comma. */
function* beginningsIn({ start, items }: ListNode, text: string): Iterable<number> {
  yield start + 1;
  for (const { end } of items) {
    COMMA.lastIndex = end;
    if (COMMA.test(text)) yield COMMA.lastIndex;
  }
}

/** The nodes that contain posts: the value of each day, or the whole list of posts. */
function daysIn(posts: Node | undefined): readonly Node[] {
  if (posts?.kind !== 'mapping') return posts === undefined ? [] : [posts];
  return [...posts.entries].flatMap(([name, { value }]) => (isOwnKey(name) ? [] : [value]));
}

/** The posts of a list, or a single post. Anything that is not a mapping is left out. */
function postsIn(node: Node | undefined): readonly MappingNode[] {
  const posts = node?.kind === 'list' ? node.items : node === undefined ? [] : [node];
  return posts.filter((post) => post.kind === 'mapping');
}

/** The part of a comment before the first match of any of the patterns, without a comma that ends it in braces. */
function before(comment: string, others: readonly RegExp[]): string {
  const ends = others.map((other) => comment.search(other)).filter((index) => index >= 0);
  const own = comment.slice(0, Math.min(comment.length, ...ends)).trimEnd();
  return others.length > 1 && own.endsWith(',') ? own.slice(0, -1) : own;
}
