import { TextNumbers } from '../analysis/text-numbers.ts';
import type { ChannelPost } from './drift-model.ts';

/** Compares the words of posts, be they a title or a text. */
export class SameWords {
  private readonly numbers = new TextNumbers();

  /** The numbers of title and text: the same number stands for the same words. */
  of({ title, text }: ChannelPost): readonly number[] {
    return [...new Set([this.numbers.of(title), this.numbers.of(text)])].filter((number) => number !== null);
  }

  /** Whether posts have the same words, some, or none in common. */
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
