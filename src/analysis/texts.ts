import type { Post } from '../plan/model.ts';
import { folded } from '../words.ts';

/**
 * Numbers the texts of posts: two posts have the same number where their texts are the same but for letter case and
 * white space. A post without words has none.
 */
export function numberTexts(posts: readonly Post[]): ReadonlyMap<Post, number> {
  // A long text that came through aliases into many posts is folded once.
  const byText = new Map<string, string>();
  const numbers = new Map<string, number>();
  return new Map(
    posts.flatMap((post) => {
      if (post.text === null) return [];
      const text = byText.get(post.text) ?? folded(post.text);
      byText.set(post.text, text);
      if (text === '') return [];
      const number = numbers.get(text) ?? numbers.size;
      numbers.set(text, number);
      return [[post, number] as const];
    }),
  );
}
