import { TextNumbers } from '../analysis/text-numbers.ts';
import type { ChannelPost } from './drift-model.ts';

/** Compares the titles and texts of posts, ignoring letter case and differences in white space. */
export class SameWords {
  private readonly numbers = new TextNumbers();

  /**
   * Returns a number for the title and a number for the text of a post: none, one or two in all. Equal titles or texts
   * have the same number in all posts. A title can equal a text.
   */
  of({ title, text }: ChannelPost): readonly number[] {
    return [...new Set([this.numbers.of(title), this.numbers.of(text)])].filter((number) => number !== null);
  }

  /**
   * Compares the words of two posts. Returns `same words` if they share a title or a text and differ in neither,
   * `some words` if they share one of these and differ in the other, and `null` if they share none.
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
