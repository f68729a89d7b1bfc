import { TextNumbers } from '../analysis/text-numbers.ts';
import type { ChannelPost } from './drift-model.ts';

/** Compares the titles and texts of posts. Differences in letter case and white space do not count. */
export class SameWords {
  private readonly numbers = new TextNumbers();

  /**
   * The numbers of the title and the text of a post, at most two. Equal titles or texts always have the same number.
   */
  of({ title, text }: ChannelPost): readonly number[] {
    return [...new Set([this.numbers.of(title), this.numbers.of(text)])].filter((number) => number !== null);
  }

  /**
   * Compares the words of two posts. Returns `same words` when they share a title or a text and differ in neither,
   * `some words` when they share one of the two and differ in the other, and null when they share none.
   */
  compare(one: ChannelPost, other: ChannelPost): 'same words' | 'some words' | null {
    const others = this.of(other);
    if (!this.of(one).some((number) => others.includes(number))) return null;
    const differ = (a: string | null, b: string | null) => {
      const [first, second] = [this.numbers.of(a), this.numbers.of(b)];
      return first !== null && second !== null && first !== second;
    };
    return differ(one.title, other.title) || differ(one.text, other.text) ? 'some words' : 'same words';
  }
}
