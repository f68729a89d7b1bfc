import type { Edit } from '../yaml/edits.ts';
import { type MappingNode, plainValue } from '../yaml/node.ts';

/**
 * Returns an edit with only the first line of its text. That line is enough for a check of where the text goes, and the
 * check takes less time.
 */
export function shortened({ start, end, text }: Edit): Edit {
  const [line = ''] = /^(?:\r\n|\n|\r)[^\r\n]*|^[^\r\n]*(?:\r\n|\n|\r)?/.exec(text) ?? [];
  return { start, end, text: line };
}

/**
 * Whether a plan still has all its posts after slots were inserted: in the same order, with the same values and under
 * the same days. This is a safeguard against templates written in unforeseen ways.
 *
 * @param before - the plan without the slots
 * @param after - the plan with the slots; null if its text is no longer a mapping, in which case the result is false
 */
export function keepsPosts(before: MappingNode, after: MappingNode | null): boolean {
  if (after === null) return false;
  const posts = postsOf(after);
  let next = 0;
  return postsOf(before).every((post) => {
    while (next < posts.length && posts[next] !== post) next++;
    return next++ < posts.length;
  });
}

function postsOf(root: MappingNode): readonly string[] {
  const posts = root.entries.get('posts')?.value;
  if (posts?.kind === 'list') return posts.items.map((post) => JSON.stringify(plainValue(post)));
  if (posts?.kind !== 'mapping') return [];
  return [...posts.entries].flatMap(([day, { value }]) => {
    const ofDay = value.kind === 'list' ? value.items : value.kind === 'mapping' ? [value] : [];
    return ofDay.map((post) => `${day} ${JSON.stringify(plainValue(post))}`);
  });
}
