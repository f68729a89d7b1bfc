import type { Accept, Reject } from '../table.ts';

const week = (posts: string) => `week: 2026-W48\nposts:\n${posts}`;
const channels = (posts: string) => `week: 2026-W48\nchannels: [a, b]\nposts:\n${posts}`;
const two = (first: string, second: string) =>
  week(`  mon:\n    - { category: branded, ${first} }\n    - { category: branded, ${second} }\n`);

export const accept: readonly Accept[] = [
  { name: 'words of its own for each post', plan: two('text: Which spice?', 'text: Which one now?') },
  { name: 'words with another sign', plan: two('text: Which spice?', 'text: Which spice!') },
  { name: 'words that run together', plan: two('text: Which spice?', 'text: Whichspice?') },
  {
    name: 'the same title of posts that each have a text',
    plan: two('title: Quiz, text: Which spice?', 'title: Quiz, text: Which one now?'),
  },
  {
    name: 'the same title on another day',
    plan: week('  mon: { category: branded, title: Quiz }\n  tue: { category: branded, title: Quiz }\n'),
  },
  {
    name: 'the same title on another channel',
    plan: channels(
      '  mon: [{ channel: a, category: branded, title: Quiz }, { channel: b, category: branded, title: Quiz }]\n',
    ),
  },
  { name: 'the title of what is cancelled', plan: two('title: Quiz, status: cancelled', 'title: Quiz') },
  { name: 'the title of what is on hold', plan: two('title: Quiz', 'title: Quiz, status: on_hold') },
  { name: 'titles without words', plan: two('title: ""', 'title: " "') },
  {
    name: 'the same title where the rule is off',
    rules: { repeat: 'off' },
    plan: two('title: Quiz, text: Soup', 'title: Quiz, text: Soup').replace(
      '}\n',
      '}\n    - { category: branded, title: Quiz }\n',
    ),
  },
  { name: 'a title and a text that are the same', plan: two('title: Quiz', 'text: Quiz') },
  { name: 'open slots', plan: two('tags: a', 'tags: a') },
  { name: 'what is cancelled', plan: two('text: Soup', 'text: Soup, status: cancelled') },
  { name: 'what is on hold', plan: two('text: Soup, status: on_hold', 'text: Soup') },
  {
    name: 'an idea',
    plan: `${week('  mon: { category: branded, text: Soup }\n')}backlog: [{ text: Soup }, { text: Soup }]\n`,
  },
  {
    name: 'the same words on another channel',
    plan: channels(
      '  mon: [{ channel: a, category: branded, text: Soup }, { channel: b, category: branded, text: Soup }]\n',
    ),
  },
  {
    name: 'one post on two channels',
    plan: channels('  mon: { channels: [a, b], category: branded, text: Soup }\n'),
  },
  {
    name: 'a post without a valid day',
    besides: ['date'],
    plan: week('  mon: { category: branded, text: Soup }\n  2026-11-30: { category: branded, text: Soup }\n'),
  },
  { name: 'posts without words in their text', plan: two('text: ""', 'text: ""') },
  { name: 'posts with white space for a text', plan: two('text: " "', 'text: "  "') },
];

export const reject: readonly Reject[] = [
  {
    name: 'the same words twice and three times, in flow style',
    plan: week(
      '  mon: { category: branded, text: Soup }\n  tue:\n    - { category: branded, text: ⟦Soup⟧ }\n    - { category: branded, text: ⟦"Soup"⟧ }\n',
    ),
  },
  {
    name: 'the later text, be it the first in the file',
    plan: week(
      '  mon:\n    - { category: branded, text: ⟦Soup⟧ }\n    - { category: branded, time: 9:01, text: ⟦Soup⟧ }\n    - { category: branded, time: 9:00, text: Soup }\n',
    ),
  },
  {
    name: 'the text of the later day, be it the first in the file',
    plan: week(
      '  2026-11-29: { category: branded, time: 0:00, text: ⟦Soup⟧ }\n  mon: { category: branded, text: Soup }\n',
    ),
  },
  {
    name: 'letters and white space in block style',
    plan: week(`  mon:
    - category: branded
      text: Café and soup
  wed:
    - text: ⟦|
        CAFE\u0301
        and  soup⟧

      category: branded
    - unplanned: true
      text: ⟦>-
        café and
        soup⟧
`),
  },
  {
    name: 'words in another case of letters that are not Latin',
    plan: two('text: Який це суп?', 'text: ⟦ЯКИЙ ЦЕ СУП?⟧'),
  },
  {
    name: 'a number as words',
    plan: two('text: "012"', 'text: ⟦012⟧'),
  },
  {
    name: 'a text behind an emoji',
    plan: week(
      '  mon: [{ category: branded, text: "🍲" }, { title: "🍲🍲", category: branded, text: ⟦"🍲"⟧ }]\n',
    ),
  },
  {
    name: 'a text and a post that came through aliases',
    plan: week(
      '  mon: &post { category: branded, text: &text Soup }\n  tue: [{ text: ⟦*text⟧, category: branded }]\n  wed: ⟦*post⟧\n',
    ),
  },
  {
    name: 'a text that came through a merge, where it was written',
    plan: `x-post: &post { category: branded, text: ⟦Soup⟧ }\n${week('  mon: { <<: *post }\n  tue: { <<: *post, title: Again }\n')}`,
  },
  {
    name: 'a text on two channels twice',
    channels: ['a', 'b', 'a'],
    plan: channels(`  - { date: mon, channels: [a, b], category: branded, text: Soup }
  - { date: tue, channels: [a, b], category: branded, text: ⟦⟦Soup⟧⟧ }
  - { date: wed, channel: a, category: branded, text: ⟦Soup⟧ }
`),
  },
  {
    name: 'a post without a valid category or time',
    besides: ['schema', 'category'],
    plan: week('  mon: [{ category: nope, time: 9, text: Soup }, { category: branded, text: ⟦Soup⟧ }]\n'),
  },
  {
    name: 'the same title twice and three times on a day, letter case and white space aside',
    severities: ['info', 'info'],
    plan: week(
      '  mon:\n    - { category: branded, title: ⟦quiz⟧ }\n    - { category: branded, time: 9:00, title: Quiz }\n    - { category: branded, title: ⟦" QUIZ"⟧, unplanned: true }\n',
    ),
  },
  {
    name: 'the same title of a post with a text and one without, whichever is the earlier',
    severities: ['info', 'info', 'info'],
    plan: week(`  mon:
    - { category: branded, title: Quiz, text: Which spice? }
    - { category: branded, title: ⟦Quiz⟧ }
  tue:
    - { category: branded, title: Quiz, text: " " }
    - { category: branded, title: ⟦Quiz⟧, text: Which one now? }
    - { category: branded, title: ⟦Quiz⟧, text: And which now? }
`),
  },
  {
    name: 'a title and a text of one post that are each those of another, also where the config sets the rule',
    rules: { repeat: 'error' },
    severities: ['info', 'error'],
    plan: week(`  mon:
    - { category: branded, title: Quiz }
    - { category: branded, title: Soup, text: Which spice? }
    - category: branded
      title: ⟦Quiz⟧
      text: ⟦Which spice?⟧
`),
  },
  {
    name: 'a text twice in posts of the same title, which has been said',
    plan: two('title: Quiz, text: Which spice?', 'title: Quiz, text: ⟦Which spice?⟧'),
  },
  {
    name: 'a title on two channels twice',
    severities: ['info', 'info'],
    channels: ['a', 'b'],
    plan: channels(`  - { date: mon, channels: [a, b], category: branded, title: Quiz }
  - { date: mon, channels: [a, b], category: branded, title: ⟦⟦Quiz⟧⟧ }
`),
  },
];
