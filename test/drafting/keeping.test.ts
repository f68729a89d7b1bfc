import { describe, expect, test } from 'vitest';
import { keepsPosts, shortened } from '../../src/editing/keeping.ts';
import type { MappingNode } from '../../src/yaml/node.ts';
import { readText } from '../../src/yaml/source.ts';

const rootOf = (text: string) => readText(text).root as MappingNode;
const BEFORE =
  'posts:\n  mon:\n    - { title: Joke }\n    - { title: Joke }\n  fri: { title: Live, text: Come }\n';

describe('posts are kept', () => {
  test.each([
    ['as they were', BEFORE],
    ['beside others', BEFORE.replace('  fri:', '    - { time: "10:00" }\n  fri:')],
  ])('%s', (_, after) => {
    expect(keepsPosts(rootOf(BEFORE), rootOf(after))).toBe(true);
  });

  test.each([
    ['one is missing', BEFORE.replace('    - { title: Joke }\n', '')],
    ['one is on another day', BEFORE.replace('fri:', 'sat:')],
    ['one lost a word', BEFORE.replace('Come', 'C')],
    ['nothing can be read', 'posts: ['],
  ])('not where %s', (_, after) => {
    const { root } = readText(after);
    expect(keepsPosts(rootOf(BEFORE), root as MappingNode | null)).toBe(false);
  });
});

test.each([
  ['\n  - one\n  - two', '\n  - one'],
  ['\r\n- one\r\n- two', '\r\n- one'],
  ['  - one\n  - two\n', '  - one\n'],
  [' # said', ' # said'],
])('of an edit the first line stays (%j)', (text, first) => {
  expect(shortened({ start: 3, end: 4, text })).toEqual({ start: 3, end: 4, text: first });
});
