import { spokenDay } from '../dates.ts';
import type { Post } from '../plan/model.ts';
import { channelsOf, type Rule } from './rule.ts';

export const repeat: Rule = {
  id: 'repeat',
  severity: 'warning',
  summary: 'the same text goes out twice on a channel',
  why: `Who follows a channel reads everything on it, and feels talked to by a machine when the same words come again. Most
often a post was copied as a pattern for the next one, and its text forgotten. Letter case and white space make no
difference.`,
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
    for (const { numbers } of channelsOf(plan, analysis)) {
      const firsts = new Map<number, Post>();
      for (const post of numbers.timeline) {
        const number = analysis.texts.get(post);
        if (number === undefined) continue;
        const first = firsts.get(number);
        if (first === undefined) {
          firsts.set(number, post);
          continue;
        }
        const day = first.date === post.date ? 'on this day' : `on ${spokenDay(first.date ?? '')}`;
        const when = first.time === null ? day : `${day} at ${first.time}`;
        yield {
          place: { path: [...post.path, 'text'], at: 'value' },
          message: `the same text already goes out ${when}; write this one anew, or delete the post`,
          channel: numbers.channel,
          date: post.date,
        };
      }
    }
  },
};
