import type { Accept, Reject } from '../table.ts';

const week = (posts: string) => `week: 2026-W48\nchannels: [a, b, c]\nposts:\n${posts}`;
const two = (first: string, second: string) =>
  week(`  mon:\n    - { category: branded, ${first} }\n    - { category: branded, ${second} }\n`);
const A = 'time: 9:00, channel: a, text: Soup!';

export const accept: readonly Accept[] = [
  { name: 'words of its own for each channel', plan: two(A, 'time: 9:00, channel: b, text: Hot soup!') },
  { name: 'the same words a minute later', plan: two(A, 'time: 9:01, channel: b, text: Soup!') },
  {
    name: 'the same words on another day',
    plan: week(
      '  mon: { category: branded, time: 9:00, channel: a, text: Soup! }\n  tue: { category: branded, time: 9:00, channel: b, text: Soup! }\n',
    ),
  },
  { name: 'the same words on one channel', plan: two(A, A) },
  {
    name: 'a post on one channel in a list of one',
    plan: two('time: 9:00, channels: [a], text: Soup!', 'time: 9:00, channels: b, title: Soup!'),
  },
  { name: 'the same words without a time', plan: two('channel: a, text: Soup!', 'channel: b, text: Soup!') },
  {
    name: 'the same title',
    plan: two('time: 9:00, channel: a, title: Soup', 'time: 9:00, channel: b, title: Soup'),
  },
  { name: 'a title and a text that are the same', plan: two(A, 'time: 9:00, channel: b, title: Soup!') },
  { name: 'open slots', plan: two('time: 9:00, channel: a', 'time: 9:00, channels: [b, c]') },
  { name: 'what is cancelled', plan: two(A, 'time: 9:00, channel: b, text: Soup!, status: cancelled') },
  { name: 'what is on hold', plan: two(A, 'time: 9:00, channel: b, text: Soup!, status: on_hold') },
  {
    name: 'an idea',
    plan: `${week(`  mon: { category: branded, ${A} }\n`)}backlog: [{ time: 9:00, channels: [b, c], text: Soup! }]\n`,
  },
  {
    name: 'words with another sign',
    plan: two('time: 9:00, channel: a, text: "So up!"', 'time: 9:00, channel: b, text: "Soup!"'),
  },
  {
    name: 'a channel that is not there',
    besides: ['channel'],
    plan: two(A, 'time: 9:00, channel: d, text: Soup!'),
  },
  { name: 'an invalid time', besides: ['schema'], plan: two(A, 'time: 25:00, channel: b, text: Soup!') },
  {
    name: 'a post without text in its text',
    plan: week('  mon: { category: branded, time: 9:00, channels: [a, b], text: " " }\n'),
  },
];

export const reject: readonly Reject[] = [
  {
    name: 'one post on two channels, in flow style',
    plan: week('  mon:\n    - ⟦{ category: branded, time: 9:00, channels: [a, b], text: Soup! }⟧\n'),
  },
  {
    name: 'two posts, at the first',
    plan: week(
      `  mon:\n    - ⟦{ category: branded, ${A} }⟧\n    - { category: branded, time: "09:00", channel: b, text: Soup! }\n`,
    ),
  },
  {
    name: 'three posts once, however long white space and letters are',
    plan: week(`  mon:
    - { category: branded, time: 9:30, channel: a, text: Another }
    - ⟦category: branded
      time: 9:00
      channel: b
      text: |
        Café  and
        SOUP!⟧
    - { category: branded, time: 9:00, channel: c, text: " cafe\u0301 and soup! " }
    - { category: branded, time: 9:00, channel: a, text: "café\\tAND soup!" }
`),
  },
  {
    name: 'two groups, one of them unplanned and in block style',
    plan: week(`  mon:
    - ⟦time: 9:00
      category: branded
      channels:
        - a
        - c
      text: One⟧
    - time: 9:30
      category: branded
      channel: a
      text: Two
  tue:
    ⟦time: 9:30
    unplanned: true
    channels: [a, b]
    text: Two⟧
`),
  },
  {
    name: 'a post behind an emoji',
    plan: week(
      '  mon: [{ title: "🍲", category: branded, channel: a }, ⟦{ category: branded, time: 9:00, channels: [a, b], text: Soup! }⟧]\n',
    ),
  },
  {
    name: 'posts that came through an alias',
    plan: `x-post: &post { category: branded, time: 9:00, channels: [a, b], text: Soup! }\n${week('  mon: [⟦*post⟧]\n  tue:\n    - ⟦*post⟧\n')}`,
  },
  {
    name: 'a text that came through an alias',
    plan: `x-text: &text Soup!\n${week('  mon:\n    - ⟦{ category: branded, time: 9:00, channel: a, text: *text }⟧\n    - { category: branded, time: 9:00, channel: b, text: *text }\n')}`,
  },
  {
    name: 'posts whose keys came through a merge',
    plan: `x-post: &post { category: branded, time: 9:00, text: Soup! }\n${week('  mon:\n    - ⟦<<: *post\n      channel: a⟧\n    - { <<: *post, channel: b }\n')}`,
  },
  {
    name: 'posts in a list, without a valid category',
    besides: ['category'],
    plan: week(
      '  - ⟦{ date: mon, time: 9:00, channel: a, text: Soup!, category: nope }⟧\n  - { date: 2026-11-23, time: 9:00, channel: b, text: Soup!, category: nope }\n',
    ),
  },
];
