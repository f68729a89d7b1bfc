import type { Post } from '../plan/plan.ts';
import { folded } from '../text/words.ts';

/**
 * Numbers the texts of posts, or their titles: two posts have the same number where these are the same but for letter case
 * and white space. A post without words there has none.
 */
export function numberTexts(posts: readonly Post[], key: 'text' | 'title'): ReadonlyMap<Post, number> {
  // A long text that came through aliases into many posts is folded once.
  const byText = new Map<string, string>();
  const numbers = new Map<string, number>();
  return new Map(
    posts.flatMap((post) => {
      const written = post[key];
      if (written === null) return [];
      const text = byText.get(written) ?? folded(written);
      byText.set(written, text);
      if (text === '') return [];
      const number = numbers.get(text) ?? numbers.size;
      numbers.set(text, number);
      return [[post, number] as const];
    }),
  );
}
