import {
  isOwnKey,
  type ListNode,
  type MappingNode,
  type Node,
  type Range,
  type ScalarNode,
} from '../yaml/node.ts';
import type { Source } from '../yaml/source.ts';

/** The keys of a post whose words may hold a hashtag. */
const KEYS = ['title', 'text', 'link', 'tags', 'media'] as const;

/** Words of a post that end where YAML takes a hashtag for a comment. */
export interface CutWords {
  /** The comment, from its # to the end of its line. */
  readonly comment: Range;
  readonly key: (typeof KEYS)[number];
  /** As they were meant: what is left of them, a space, and what the comment holds of them. */
  readonly words: string;
  /** Whether nothing is left of them. */
  readonly isAll: boolean;
  /** Whether they are, or were meant as, an item of a list. */
  readonly isItem: boolean;
  /** The item of a list that is nothing now, which no list may have; null where there is none. */
  readonly missing: ScalarNode | null;
}

/** What a hashtag begins with; a plan without it need not be searched. */
const HASHTAG = /[ \t]#[\p{L}\p{Nd}_]/u;
/** A hashtag right behind a value, or behind the colon of a key without one; not what people and programs leave as a note. */
const BEHIND =
  /(?:[ \t]*:)?[ \t]+(#(?!cmplan[-_]|(?:todo|fixme)(?![\p{L}\p{Nd}_]))[\p{L}\p{Nd}_][^\n\r]*)/iuy;
const COMMA = /[ \t\r\n]*,/y;
/** Where a comment within the comment begins. */
const NOTE = /\s#+(?=\s|$)|\s#(?:cmplan[-_]|(?:todo|fixme)(?![\p{L}\p{Nd}_]))/iu;
/** Where in braces and brackets the rest of the line is something else: they end, or another key begins. */
const NEXT_IN_BRACES = /[}\]]|,\s*(?:<<|["']?[\p{L}\p{Nd}_-]+["']?)\s*:(?=\s|$)/u;
const NEXT_IN_BRACKETS = /[,}\]]/;

/** The words in the posts and the backlog of a plan that are cut at a hashtag, in the order in which they are read. */
export function cutWordsIn({ text, root }: Source): readonly CutWords[] {
  if (root?.kind !== 'mapping' || !HASHTAG.test(text)) return [];
  // What came through aliases and merges into several posts is found in each of them.
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

/** Where words in a post end that are written without quotes, or could begin. */
interface Ending {
  readonly key: CutWords['key'];
  /** The words; empty where there are none. */
  readonly left: string;
  /** The offset at which they end. */
  readonly end: number;
  /** Of a list the item that they are, or null between its items; undefined outside of one. */
  readonly item: ScalarNode | null | undefined;
  /** Where a line behind them goes on with something else; null where it does not. */
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

/** Where in brackets items can begin: behind the bracket, and behind each comma. */
function* beginningsIn({ start, items }: ListNode, text: string): Iterable<number> {
  yield start + 1;
  for (const { end } of items) {
    COMMA.lastIndex = end;
    if (COMMA.test(text)) yield COMMA.lastIndex;
  }
}

/** What holds posts: each day, or the whole list of them. */
function daysIn(posts: Node | undefined): readonly Node[] {
  if (posts?.kind !== 'mapping') return posts === undefined ? [] : [posts];
  return [...posts.entries].flatMap(([name, { value }]) => (isOwnKey(name) ? [] : [value]));
}

/** Of one post, or of a list, what can hold words. */
function postsIn(node: Node | undefined): readonly MappingNode[] {
  const posts = node?.kind === 'list' ? node.items : node === undefined ? [] : [node];
  return posts.filter((post) => post.kind === 'mapping');
}

/** What stands in a comment before the first of several things, without the comma that ends it in braces. */
function before(comment: string, others: readonly RegExp[]): string {
  const ends = others.map((other) => comment.search(other)).filter((index) => index >= 0);
  const own = comment.slice(0, Math.min(comment.length, ...ends)).trimEnd();
  return others.length > 1 && own.endsWith(',') ? own.slice(0, -1) : own;
}
