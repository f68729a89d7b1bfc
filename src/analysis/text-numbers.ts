import type { Post } from '../plan/plan.ts';
import { folded } from '../text/words.ts';

const LONGEST_CHUNK = 10_000;

/** Gives each text a number. Two texts get the same number when they differ at most in letter case and white space. */
export class TextNumbers {
  private readonly byFolded = new Map<string, number>();
  private readonly chunks = new Map<string, number>();
  /** A long text that aliases put into many posts is folded only once. */
  private readonly byText = new Map<string, number | null>();

  /** The number of a text; the first text gets 0. Null if the text is null or blank. */
  of(text: string | null): number | null {
    if (text === null) return null;
    const key = this.keyOf(text);
    const known = this.byText.get(key);
    if (known !== undefined) return known;
    const words = this.keyOf(folded(text));
    const number = words === '' ? null : (this.byFolded.get(words) ?? this.byFolded.size);
    if (number !== null) this.byFolded.set(words, number);
    this.byText.set(key, number);
    return number;
  }

  /** A key for a text; a short one for a long text, because V8 hashes texts above 16,383 units by their length alone. */
  private keyOf(text: string): string {
    if (text.length <= LONGEST_CHUNK) return text;
    let beginning = 0;
    for (let start = 0; start < text.length; start += LONGEST_CHUNK) {
      const chunk = `${beginning} ${text.slice(start, start + LONGEST_CHUNK)}`;
      beginning = this.chunks.get(chunk) ?? this.chunks.size + 1;
      this.chunks.set(chunk, beginning);
    }
    return `\0${beginning}`;
  }
}

/**
 * Gives each post a number that stands for its text or, if `key` says so, its title. Two posts get the same number when
 * these differ at most in letter case and white space. A post whose text or title is missing or blank is left out.
 */
export function numberTexts(posts: readonly Post[], key: 'text' | 'title'): ReadonlyMap<Post, number> {
  const numbers = new TextNumbers();
  const byPost = new Map<Post, number>();
  for (const post of posts) {
    const number = numbers.of(post[key]);
    if (number !== null) byPost.set(post, number);
  }
  return byPost;
}
