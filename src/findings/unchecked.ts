import type { ListNode, MappingNode, Range } from '../source/node.ts';
import { Lines } from '../source/places.ts';
import type { Source } from '../source/read.ts';
import type { Finding } from './finding.ts';

/**
 * The lines of the posts in which something structural is wrong, from 1: other rules could not look at all of them.
 *
 * @param mistakes - the findings of the structural rules
 */
export function uncheckedLines({ text, root }: Source, mistakes: readonly Finding[]): ReadonlySet<number> {
  const unchecked = new Set<number>();
  const posts = root?.kind === 'mapping' ? root.entries.get('posts')?.value : undefined;
  if (posts === undefined || posts.kind === 'scalar' || mistakes.length === 0) return unchecked;
  const lines = new Lines(text);
  const wrong = new Set(mistakes.map(({ line }) => line));
  for (const part of partsOf(posts, (key) => wrong.has(lines.position(key).line))) {
    const { line: first, endLine: last } = lines.position(part);
    const all = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    if (all.some((line) => wrong.has(line))) for (const line of all) unchecked.add(line);
  }
  return unchecked;
}

/** The posts, each by itself; those of a day together where the day itself is wrong. */
function partsOf(posts: ListNode | MappingNode, isWrong: (key: Range) => boolean): readonly Range[] {
  if (posts.kind === 'list') return posts.items;
  return [...posts.entries.values()].flatMap(({ key, value }): readonly Range[] => {
    if (isWrong(key)) return [{ start: key.start, end: value.end }];
    return value.kind === 'list' ? value.items : [value];
  });
}
