import type { CutWords } from '../plan/cut-words.ts';
import { toCopy } from '../yaml/written-values.ts';
import type { RuleDescription } from './rule.ts';

/**
 * The description of the rule `hashtag`, which finds words that a hashtag cuts off. It is not a `Rule`, because a
 * `Rule` checks a plan that has been read, and such a plan has no comments. Instead, `cutWordsIn` finds the words in
 * the text of the file.
 */
export const hashtag: RuleDescription = {
  id: 'hashtag',
  severity: 'warning',
  summary: 'a post is cut off at a hashtag, which YAML reads as the start of a comment',
  when: `A comment begins right after a value of title, text, link, tags or media without quotes, on the same line, or
instead of one, and a letter, a digit or _ follows its #. Comments that begin with #cmplan-, #todo or #fixme
are left alone.`,
  why: `After a space, a # begins a comment: of "title: Soup of the day #autumn" only "Soup of the day" is left, and the
hashtag is lost. Text in straight quotes is kept whole. The rule looks at title, text, link, tags and media. A comment
that is meant as one has a space after its #; #todo and #fixme are left alone. If a line is right as it is, write
"# cmplan-disable-next-line hashtag" above it: after the hashtag, everything belongs to the comment.`,
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

/** The most hashtags that Instagram allows in a post. */
const MOST_HASHTAGS = 30;

/**
 * Returns the message about a value that a hashtag cuts short. The message quotes the words that were probably meant.
 */
export function cutAtHashtag({ key, words, isAll, isItem, missing }: CutWords): string {
  const noun = NOUNS[key];
  const lost = isAll ? `there is no ${noun} here` : `the ${noun} ends before it`;
  const several = severalIn(key, words).map(toCopy).join(', ');
  const whole = isItem
    ? `put each ${noun} in straight quotes, as an item of its own: ${several}`
    : `put each ${noun} in straight quotes: [${several}]`;
  const advice = several === '' ? `put the whole ${noun} in straight quotes: ${toCopy(words)}` : whole;
  const otherwise = missing === null ? 'put a space after the #' : 'delete the dash before it';
  return `a # after a space begins a comment, so ${lost}; ${advice}; if you mean a comment, ${otherwise}`;
}

/**
 * Returns the separate tags or file names in words with several hashtags; empty if there are not several, if there are
 * more than 30, or if the key takes a single text.
 */
function severalIn(key: CutWords['key'], words: string): readonly string[] {
  const isList = key === 'tags' || (key === 'media' && words.startsWith('#'));
  if (!isList) return [];
  const parts = words.split(/[ \t](?=#)/).map((part) => part.trim().replace(/,$/, ''));
  const hashtags = parts.filter((part) => part.startsWith('#'));
  return hashtags.length > 1 && parts.length <= MOST_HASHTAGS ? parts : [];
}
