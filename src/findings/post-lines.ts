import { countBelow } from '../text/sorted.ts';
import type { Node, Range } from '../yaml/node.ts';
import type { Source } from '../yaml/source.ts';
import type { Finding } from './finding.ts';

/** Successive lines of a plan, from line `first` to line `last`, both included. Lines are numbered from 1. */
interface LineSpan {
  readonly first: number;
  readonly last: number;
  /**
   * Whether these lines have a structural mistake (such as an unknown key), which keeps other rules from checking them
   * completely.
   */
  readonly isUnchecked: boolean;
}

/**
 * Finds the lines of the post to which a line of a plan belongs. If the key of a day has a structural mistake, all
 * posts of that day count as one post.
 */
export class PostLines {
  /**
   * Whether any post has a structural mistake (such as an unknown key), which keeps other rules from checking the post
   * completely.
   */
  readonly isAnyUnchecked: boolean;
  private readonly spans: readonly LineSpan[];
  /** For each line, by its number, 1 + the index of its span; 0 for a line outside all posts. */
  private readonly spanOf: Uint32Array;

  /** @param mistakes - the findings of the structural rules (rules about the file itself) in the same file */
  constructor({ lines, root }: Source, mistakes: readonly Finding[]) {
    const wrong = [...new Set(mistakes.map(({ line }) => line))].sort((a, b) => a - b);
    const isWrong = new Set(wrong);
    const posts = root?.kind === 'mapping' ? root.entries.get('posts')?.value : undefined;
    const parts = partsOf(posts, (key) => isWrong.has(lines.position(key).line));
    this.spans = lastOfEach(parts).map((part) => {
      const { line: first, endLine: last } = lines.position(part);
      return { first, last, isUnchecked: countBelow(wrong, last + 1) > countBelow(wrong, first) };
    });
    this.isAnyUnchecked = this.spans.some(({ isUnchecked }) => isUnchecked);
    this.spanOf = new Uint32Array(this.spans.reduce((most, { last }) => Math.max(most, last + 1), 0));
    // A line that several posts share counts for the last.
    for (const [index, { first, last }] of this.spans.entries()) this.spanOf.fill(index + 1, first, last + 1);
  }

  /** Returns all lines of the post that `line` belongs to. For a line outside all posts, returns only that line. */
  around(line: number): LineSpan {
    const span = this.spans[(this.spanOf[line] ?? 0) - 1];
    return span ?? { first: line, last: line, isUnchecked: false };
  }
}

/** Leaves out all but the last of equal ranges, which aliases repeat. */
function lastOfEach(ranges: readonly Range[]): readonly Range[] {
  const byPlace = new Map<string, Range>();
  for (const range of ranges) {
    const place = `${range.start} ${range.end}`;
    byPlace.delete(place);
    byPlace.set(place, range);
  }
  return [...byPlace.values()];
}

function partsOf(posts: Node | undefined, isWrong: (key: Range) => boolean): readonly Range[] {
  if (posts === undefined || posts.kind === 'scalar') return [];
  if (posts.kind === 'list') return posts.items;
  return [...posts.entries.values()].flatMap(({ key, value }): readonly Range[] => {
    if (isWrong(key)) return [{ start: key.start, end: value.end }];
    return value.kind === 'list' ? value.items : [value];
  });
}
