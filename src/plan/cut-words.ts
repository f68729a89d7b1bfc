import { isOwnKey, type MappingNode, type Node, type Range, type ScalarNode } from '../source/node.ts';
import type { Source } from '../source/read.ts';

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
}

/** What a hashtag begins with; a plan without it need not be searched. */
const HASHTAG = /[ \t]#[\p{L}\p{Nd}_]/u;
/** A hashtag right behind a value, or behind the colon of a key without one; not what people and programs leave as a note. */
const BEHIND =
  /(?:[ \t]*:)?[ \t]+(#(?!cmplan[-_]|(?:todo|fixme)(?![\p{L}\p{Nd}_]))[\p{L}\p{Nd}_][^\n\r]*)/iuy;
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
  for (const { key, value, next } of valuesIn(root)) {
    BEHIND.lastIndex = value.end;
    const comment = BEHIND.exec(text)?.[1];
    if (comment === undefined) continue;
    const end = BEHIND.lastIndex;
    const start = end - comment.length;
    const swallowed = before(comment, next === null ? [NOTE] : [NOTE, next]);
    const words = [value.text, swallowed].filter((part) => part !== '').join(' ');
    found.set(start, { comment: { start, end }, key, words, isAll: value.text === '' });
  }
  return [...found.values()];
}

/** A text in a post that is written without quotes. */
interface PlainValue {
  readonly key: CutWords['key'];
  readonly value: ScalarNode;
  /** Where a line behind it goes on with something else; null where it does not. */
  readonly next: RegExp | null;
}

function* valuesIn(root: MappingNode): Iterable<PlainValue> {
  const posts = daysIn(root.entries.get('posts')?.value).flatMap(postsIn);
  for (const post of [...posts, ...postsIn(root.entries.get('backlog')?.value)]) {
    for (const key of KEYS) {
      const { value, hasColon } = post.entries.get(key) ?? {};
      if (value === undefined || !hasColon) continue;
      const isList = value.kind === 'list';
      const next = isList && value.isFlow ? NEXT_IN_BRACKETS : post.isFlow ? NEXT_IN_BRACES : null;
      for (const each of isList ? value.items : [value]) {
        if (each.kind === 'scalar' && each.isPlain && !each.aliased) yield { key, value: each, next };
      }
    }
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
