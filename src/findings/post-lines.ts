import type { Node, Range } from '../yaml/node.ts';
import type { Source } from '../yaml/source.ts';
import type { Finding } from './finding.ts';

/** A stretch of lines in a plan: the numbers of its first and its last line, from 1, both included. */
export interface LineSpan {
  readonly first: number;
  readonly last: number;
  /** Whether a structural mistake is in these lines, so that other rules could not check all of them. */
  readonly isUnchecked: boolean;
}

/**
 * Finds the lines of the post to which a line belongs. If the key of a day has a structural mistake, all posts of the
 * day count as one.
 */
export class PostLines {
  /** Whether any post is unchecked. */
  readonly isAnyUnchecked: boolean;
  /** For each line, the span that it belongs to. If several posts share a line, it is the span of the last. */
  private readonly spans = new Map<number, LineSpan>();

  /** @param mistakes - the findings of the structural rules */
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

  /** The lines of the post to which a line belongs; for a line outside all posts, that line alone. */
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
