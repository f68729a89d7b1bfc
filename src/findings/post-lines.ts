import type { Node, Range } from '../yaml/node.ts';
import type { Source } from '../yaml/source.ts';
import type { Finding } from './finding.ts';

/** Successive lines of a plan, as the numbers of the first and the last of them; both count from 1 and are included. */
interface LineSpan {
  readonly first: number;
  readonly last: number;
  /** Whether these lines have a structural mistake, which keeps other rules from checking them completely. */
  readonly isUnchecked: boolean;
}

/**
 * Finds all lines of the post that a line belongs to. If the key of a day has a structural mistake, all posts of that
 * day count as one.
 */
export class PostLines {
  /** Whether `isUnchecked` is true for any post. */
  readonly isAnyUnchecked: boolean;
  /**
   * The lines of the post that each line belongs to, by line number. A line that several posts share counts for the
   * last.
   */
  private readonly spans = new Map<number, LineSpan>();

  /** @param mistakes - the findings of the structural rules in the same file */
  constructor({ lines, root }: Source, mistakes: readonly Finding[]) {
    const wrong = new Set(mistakes.map(({ line }) => line));
    const posts = root?.kind === 'mapping' ? root.entries.get('posts')?.value : undefined;
    let isAnyUnchecked = false;
    for (const part of partsOf(posts, (key) => wrong.has(lines.position(key).line))) {
      const { line: first, endLine: last } = lines.position(part);
      const all = Array.from({ length: last - first + 1 }, (_, index) => first + index);
      const isUnchecked = all.some((line) => wrong.has(line));
      for (const line of all) this.spans.set(line, { first, last, isUnchecked });
      isAnyUnchecked ||= isUnchecked;
    }
    this.isAnyUnchecked = isAnyUnchecked;
  }

  /** Returns the lines of the post that a line belongs to or, for a line outside all posts, only that line. */
  around(line: number): LineSpan {
    return this.spans.get(line) ?? { first: line, last: line, isUnchecked: false };
  }
}

function partsOf(posts: Node | undefined, isWrong: (key: Range) => boolean): readonly Range[] {
  if (posts === undefined || posts.kind === 'scalar') return [];
  if (posts.kind === 'list') return posts.items;
  return [...posts.entries.values()].flatMap(({ key, value }): readonly Range[] => {
    if (isWrong(key)) return [{ start: key.start, end: value.end }];
    return value.kind === 'list' ? value.items : [value];
  });
}
