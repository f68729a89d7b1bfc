import { TextNumbers } from '../analysis/text-numbers.ts';
import { remembered } from '../remembered.ts';
import type { ChannelPost } from './drift-model.ts';

/** Compares the titles and texts of posts, ignoring letter case and differences in white space. */
export class SameWords {
  private readonly numbers = new TextNumbers();
  private readonly known = new Map<ChannelPost, Numbers>();

  /**
   * @param posts - posts to prepare for comparison now; all others are prepared when they are first compared. For
   * speed, entries for the same post on several channels should follow each other
   */
  constructor(posts: readonly ChannelPost[] = []) {
    // All titles come first, so that the same text is asked for many times in a row.
    const titles = posts.map(({ title }) => this.numbers.of(title));
    for (const [index, post] of posts.entries())
      this.known.set(post, { title: titles[index] ?? null, text: this.numbers.of(post.text) });
  }

  /**
   * Returns the numbers that stand for the title and the text of a post. Two titles or texts, of any posts, have the
   * same number if they are equal. No number is repeated, and a title or text that is null or blank has none.
   */
  of(post: ChannelPost): readonly number[] {
    const { title, text } = this.numbersOf(post);
    return [...new Set([title, text])].filter((number) => number !== null);
  }

  /**
   * Compares the titles and texts of two posts. Returns `null` if the posts have no title or text in common; `some
   * words` if they have one in common, but their titles or their texts differ; and `same words` if they have one in
   * common, and neither differ.
   */
  compare(one: ChannelPost, other: ChannelPost): 'same words' | 'some words' | null {
    const others = this.of(other);
    if (!this.of(one).some((number) => others.includes(number))) return null;
    const [numbers, otherNumbers] = [this.numbersOf(one), this.numbersOf(other)];
    const differ = (key: keyof Numbers) => {
      const [first, second] = [numbers[key], otherNumbers[key]];
      return first !== null && second !== null && first !== second;
    };
    return differ('title') || differ('text') ? 'some words' : 'same words';
  }

  private numbersOf(post: ChannelPost): Numbers {
    return remembered(this.known, post, () => {
      return { title: this.numbers.of(post.title), text: this.numbers.of(post.text) };
    });
  }
}

/** The numbers of a title and a text; null for one that is null or blank. */
interface Numbers {
  readonly title: number | null;
  readonly text: number | null;
}
