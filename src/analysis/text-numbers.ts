import type { Post } from '../plan/plan.ts';
import { folded } from '../text/words.ts';

/** Numbers texts: two have the same number where they are the same but for letter case and white space. */
export class TextNumbers {
  private readonly byFolded = new Map<string, number>();
  /** A long text that came through aliases into many posts is folded once. */
  private readonly byText = new Map<string, number | null>();

  /** The number of a text, from 0; null where there are no words. */
  of(text: string | null): number | null {
    if (text === null) return null;
    const known = this.byText.get(text);
    if (known !== undefined) return known;
    const words = folded(text);
    const number = words === '' ? null : (this.byFolded.get(words) ?? this.byFolded.size);
    if (number !== null) this.byFolded.set(words, number);
    this.byText.set(text, number);
    return number;
  }
}

/** The numbers of the texts of posts, or of their titles, without the posts that have no words there. */
export function numberTexts(posts: readonly Post[], key: 'text' | 'title'): ReadonlyMap<Post, number> {
  const numbers = new TextNumbers();
  const byPost = new Map<Post, number>();
  for (const post of posts) {
    const number = numbers.of(post[key]);
    if (number !== null) byPost.set(post, number);
  }
  return byPost;
}
