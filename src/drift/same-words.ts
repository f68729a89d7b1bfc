import { folded } from '../text/words.ts';
import type { ChannelPost } from './drift-model.ts';

/** Numbers texts: the same number stands for the same words, be they a title or a text. */
export class Texts {
  private readonly numbers = new Map<string, number>();
  /** A long text that came through aliases into many posts is folded once. */
  private readonly byText = new Map<string, number | null>();

  /** The numbers of title and text. */
  of({ title, text }: ChannelPost): readonly number[] {
    return [...new Set([this.numberOf(title), this.numberOf(text)])].filter((number) => number !== null);
  }

  /** Whether posts have the same words, some, or none in common. */
  compare(one: ChannelPost, other: ChannelPost): 'same words' | 'some words' | null {
    const others = this.of(other);
    if (!this.of(one).some((number) => others.includes(number))) return null;
    const differ = (a: string | null, b: string | null) => {
      const [first, second] = [this.numberOf(a), this.numberOf(b)];
      return first !== null && second !== null && first !== second;
    };
    return differ(one.title, other.title) || differ(one.text, other.text) ? 'some words' : 'same words';
  }

  private numberOf(text: string | null): number | null {
    if (text === null) return null;
    const known = this.byText.get(text);
    if (known !== undefined) return known;
    const key = folded(text);
    const number = key === '' ? null : (this.numbers.get(key) ?? this.numbers.size);
    if (number !== null) this.numbers.set(key, number);
    this.byText.set(text, number);
    return number;
  }
}
