import type { Post } from '../plan/plan.ts';
import { folded } from '../text/words.ts';

const LONGEST_CHUNK = 10_000;

/**
 * Numbers texts so that they can be compared quickly. Two texts have the same number if they are equal, ignoring letter
 * case and differences in white space.
 */
export class TextNumbers {
  private readonly byFolded = new Map<string, number>();
  private readonly chunks = new Map<string, number>();
  /** The number of each text seen so far, so that a long text that aliases repeat in many posts is folded only once. */
  private readonly byText = new Map<string, number | null>();
  /** The last text and its number, so that even a very long text may be asked for many times in a row. */
  private last: { readonly text: string; readonly number: number | null } = { text: '', number: null };

  /** Returns the number of a text, counted from 0; `null` if the text is `null` or blank. */
  of(text: string | null): number | null {
    if (text === null) return null;
    if (text !== this.last.text) this.last = { text, number: this.numberOf(text) };
    return this.last.number;
  }

  private numberOf(text: string): number | null {
    const key = this.keyOf(text);
    const known = this.byText.get(key);
    if (known !== undefined) return known;
    const words = this.keyOf(folded(text));
    const number = words === '' ? null : (this.byFolded.get(words) ?? this.byFolded.size);
    if (number !== null) this.byFolded.set(words, number);
    this.byText.set(key, number);
    return number;
  }

  /**
   * Returns a map key for a text: the text itself or, above 10,000 UTF-16 units, a short stand-in. V8 hashes strings
   * above 16,383 units by their length alone, so long texts of the same length would make a map slow.
   */
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
 * Returns a number for the text or the title (`key`) of each post. Equal numbers mean equal texts or titles, ignoring
 * letter case and differences in white space. Posts whose text or title is missing or blank are left out.
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
