import { type MappingNode, type Node, plainValue } from '../source/node.ts';

/**
 * Whether a plan that was filled with slots has every post that it had before, word for word and on its day, and so many
 * more: what a template is written like can be stranger than anybody thinks of.
 */
export function keepsPosts(before: MappingNode, after: Node | null, slots: number): boolean {
  if (after?.kind !== 'mapping') return false;
  const left = new Map<string, number>();
  const kept = postsOf(after);
  for (const post of kept) left.set(post, (left.get(post) ?? 0) + 1);
  const had = postsOf(before);
  for (const post of had) {
    const count = left.get(post) ?? 0;
    if (count === 0) return false;
    left.set(post, count - 1);
  }
  return kept.length === had.length + slots;
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
