import { TextNumbers } from '../analysis/text-numbers.ts';
import { remembered } from '../remembered.ts';
import type { ChannelPost } from './drift-model.ts';

/** Compares the titles and texts of posts, ignoring letter case and differences in white space. */
export class SameWords {
  private readonly numbers = new TextNumbers();
  private readonly known = new Map<ChannelPost, Numbers>();

  /**
   * @param posts - posts whose words are looked at now; successive posts should be the same post on several channels.
   * Other posts are looked at when they are asked for
   */
  constructor(posts: readonly ChannelPost[] = []) {
    // All titles come first, so that the same text is asked for many times in a row.
    const titles = posts.map(({ title }) => this.numbers.of(title));
    for (const [index, post] of posts.entries())
      this.known.set(post, { title: titles[index] ?? null, text: this.numbers.of(post.text) });
  }

  /**
   * Returns a number for the title and a number for the text of a post: none, one or two in all. Equal titles or texts
   * have the same number in all posts. A title can equal a text.
   */
  of(post: ChannelPost): readonly number[] {
    const { title, text } = this.numbersOf(post);
    return [...new Set([title, text])].filter((number) => number !== null);
  }

  /**
   * Compares the words of two posts. Returns `same words` if they share a title or a text and differ in neither,
   * `some words` if they share one of these and differ in the other, and `null` if they share none.
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
