import type { Edit } from '../yaml/edits.ts';
import { type MappingNode, plainValue } from '../yaml/node.ts';

/** An edit with the first of its lines alone: as good as the whole for seeing whether it stands in the right place. */
export function shortened({ start, end, text }: Edit): Edit {
  const [line = ''] = /^(?:\r\n|\n|\r)[^\r\n]*|^[^\r\n]*(?:\r\n|\n|\r)?/.exec(text) ?? [];
  return { start, end, text: line };
}

/**
 * Whether a plan into which slots were put has every post that it had before, word for word and on its day: what a template
 * is written like can be stranger than anybody thinks of.
 */
export function keepsPosts(before: MappingNode, after: MappingNode | null): boolean {
  if (after === null) return false;
  const left = new Map<string, number>();
  for (const post of postsOf(after)) left.set(post, (left.get(post) ?? 0) + 1);
  return postsOf(before).every((post) => {
    const count = left.get(post) ?? 0;
    left.set(post, count - 1);
    return count > 0;
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
