import type { Analysis, ChannelPosts } from '../analysis/analyse.ts';
import { numberTexts } from '../analysis/text-numbers.ts';
import { spokenDay } from '../dates.ts';
import { goesOut, type Post } from '../plan/plan.ts';
import { quoted } from '../text/words.ts';
import { channelsOf, type Rule, type RuleReport } from './rule.ts';

export const repeat: Rule = {
  id: 'repeat',
  severity: 'warning',
  summary: 'the same text goes out twice on a channel, or the same title twice on a day',
  when: `A warning where a post that goes out has the same text as an earlier one on the same channel. An info where it
has the same title as an earlier one on the same channel and day, unless both have a text. Capital letters and
extra spaces make no difference.`,
  why: `People who follow a channel read everything on it, and feel that a machine is talking to them when the same words
come again. Usually a post was copied to begin the next one, and its text was never changed. The same title twice on one
day is an info, unless both posts have a text: it may be a copy that nobody wanted. Capital letters and extra spaces make
no difference.`,
  good: `week: 2026-W48
targets: { posts_per_day: 0-6 }
posts:
  mon:
    - { category: emotional, title: Quiz, text: "Which spice is this?" }
  thu:
    - { category: emotional, title: Quiz, text: "And which one is this?" }
`,
  bad: `week: 2026-W48
targets: { posts_per_day: 0-6 }
posts:
  mon:
    - { category: emotional, title: Quiz, text: "Which spice is this?" }
  thu:
    - { category: emotional, title: Quiz, text: "which spice is this?" }
`,
  needs: [],
  *check(plan, analysis) {
    const titles = numberTexts(plan.posts.filter(goesOut), 'title');
    for (const { numbers } of channelsOf(plan, analysis)) {
      yield* sameTexts(numbers, analysis.texts);
      yield* sameTitles(numbers, titles, analysis.texts);
    }
  },
};

/** A number for the words of each post: its text, or its title. Equal numbers mean equal words. */
type Words = Analysis['texts'];

function* sameTexts({ channel, timeline }: ChannelPosts, texts: Words): Iterable<RuleReport> {
  const firsts = new Map<number, Post>();
  for (const post of timeline) {
    const number = texts.get(post);
    if (number === undefined) continue;
    const first = firsts.get(number);
    if (first === undefined) {
      firsts.set(number, post);
      continue;
    }
    const day = first.date === post.date ? 'on the same day' : `on ${spokenDay(first.date ?? '')}`;
    const when = first.time === null ? day : `${day} at ${first.time}`;
    yield {
      place: { path: [...post.path, 'text'], at: 'value' },
      message: `the same text already goes out ${when}; write another text here, or delete this post`,
      channel,
      date: post.date,
    };
  }
}

/**
 * Reports each post with the title of an earlier one on the same day, unless both have a text: then only the texts
 * count.
 */
function* sameTitles({ channel, timeline }: ChannelPosts, titles: Words, texts: Words): Iterable<RuleReport> {
  const firsts = new Map<string, Post>();
  const firstsWithoutText = new Map<string, Post>();
  for (const post of timeline) {
    const number = titles.get(post);
    if (number === undefined) continue;
    const key = `${post.date} ${number}`;
    const hasText = texts.has(post);
    const earlier = (hasText ? firstsWithoutText : firsts).get(key);
    if (!firsts.has(key)) firsts.set(key, post);
    if (!hasText && !firstsWithoutText.has(key)) firstsWithoutText.set(key, post);
    if (earlier === undefined) continue;
    const when = earlier.time === null ? '' : `, at ${earlier.time}`;
    yield {
      place: { path: [...post.path, 'title'], at: 'value' },
      severity: 'info',
      message: `this day already has a post with the title ${quoted(earlier.title ?? '')}${when}; if this one is a copy, delete it; otherwise give it another title`,
      channel,
      date: post.date,
    };
  }
}
