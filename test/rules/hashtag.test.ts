import { expect, test } from 'vitest';
import { checkText } from '../plans.ts';

const findingsOf = (...fields: readonly string[]) => {
  const post = fields.map((field) => `      ${field}\n`).join('');
  const text = `week: 2026-W48\ntargets: { posts_per_day: 0-9, tolerance: 100 }\nposts:\n  mon:\n    - category: branded\n${post}`;
  return checkText(text).findings.map(({ rule, severity, message }) => [rule, severity, message]);
};
const BEGINS = 'a # after a space begins a comment, so';
const SPACE = 'if you mean a comment, put a space after the #';

test.each([
  ['tags: #food #soup', 'there is no tag here; put each tag in straight quotes: ["#food", "#soup"]'],
  ['tags: #food,  #soup', 'there is no tag here; put each tag in straight quotes: ["#food", "#soup"]'],
  [
    'tags: tea time #a #b',
    'the tag ends before it; put each tag in straight quotes: ["tea time", "#a", "#b"]',
  ],
  ['media: #1 #2', 'there is no file name here; put each file name in straight quotes: ["#1", "#2"]'],
  [
    'media: a.jpg #1 #2',
    'the file name ends before it; put the whole file name in straight quotes: "a.jpg #1 #2"',
  ],
  ['title: #food #soup', 'there is no title here; put the whole title in straight quotes: "#food #soup"'],
  [
    'tags: [soup, #a #b\n        ]',
    'there is no tag here; put each tag in straight quotes, as an item of its own: "#a", "#b"',
  ],
])('several hashtags are several tags, not one: %j', (field, advice) => {
  expect(findingsOf(field)).toEqual([['hashtag', 'warning', `${BEGINS} ${advice}; ${SPACE}`]]);
});

test.each([
  ['#food', 'put the whole tag in straight quotes: "#food"'],
  ['#food #soup', 'put each tag in straight quotes, as an item of its own: "#food", "#soup"'],
])('an item that a hashtag makes nothing of is one mistake, an error: - %s', (item, advice) => {
  expect(findingsOf('tags:', '  - soup', `  - ${item}`)).toEqual([
    [
      'schema',
      'error',
      `tags: ${BEGINS} there is no tag here; ${advice}; if you mean a comment, delete the dash before it`,
    ],
  ]);
});

test.each(['- # food', '- ', '- #todo'])(
  'an item that is nothing for another reason is told so: %s',
  (item) => {
    const [[rule, , message] = [], ...others] = findingsOf('tags:', `  ${item}`);
    expect([rule, others]).toEqual(['schema', []]);
    expect(message).toMatch(/^tags: an empty value is not a tag/);
  },
);
