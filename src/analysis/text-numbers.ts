import type { Post } from '../plan/plan.ts';
import { folded } from '../text/words.ts';

/** Gives numbers to texts. Two texts have the same number if they differ at most in letter case and white space. */
export class TextNumbers {
  private readonly byFolded = new Map<string, number>();
  /** The number of each text. A long text that aliases put into many posts is folded only once. */
  private readonly byText = new Map<string, number | null>();

  /** The number of a text, starting at 0. Null if the text is null or has no words. */
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

/** The number of each post's text, or of its title. Posts without words there are left out. */
export function numberTexts(posts: readonly Post[], key: 'text' | 'title'): ReadonlyMap<Post, number> {
  const numbers = new TextNumbers();
  const byPost = new Map<Post, number>();
  for (const post of posts) {
    const number = numbers.of(post[key]);
    if (number !== null) byPost.set(post, number);
  }
  return byPost;
}
