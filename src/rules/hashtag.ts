import type { CutWords } from '../plan/cut-words.ts';
import { toCopy } from '../source/written.ts';
import type { RuleDescription } from './rule.ts';

/** A plan knows nothing of the comments in its file: it is judged by what they cut off, as whoever reads the file finds it. */
export const hashtag: RuleDescription = {
  id: 'hashtag',
  severity: 'warning',
  summary: 'the words of a post end at a hashtag, which YAML takes for a comment',
  why: `After a space a # begins a comment: of "title: Soup of the day #autumn" only "Soup of the day" is left, and the
hashtag is lost. Words in straight quotes are taken whole. The rule looks at title, text, link, tags and media. A comment
that is meant as one has a space after its #; #todo and #fixme are left alone.`,
  good: `week: 2026-W48
targets: { posts_per_day: 0-2 }
posts:
  mon:
    - category: branded
      title: "Soup of the day #autumn" # the chef decides which
`,
  bad: `week: 2026-W48
targets: { posts_per_day: 0-2 }
posts:
  mon:
    - category: branded
      title: Soup of the day #autumn
`,
};

const NOUNS: Readonly<Record<CutWords['key'], string>> = {
  title: 'title',
  text: 'text',
  link: 'link',
  tags: 'tag',
  media: 'file name',
};

/** Says that words end at a hashtag, and shows them as they were meant. */
export function cutAtHashtag({ key, words, isAll }: CutWords): string {
  const noun = NOUNS[key];
  const lost = isAll ? `there is no ${noun} here` : `the ${noun} ends before it`;
  return `a # after a space begins a comment, so ${lost}; put the whole ${noun} in straight quotes: ${toCopy(words)}; if a comment is meant, put a space after its #`;
}
