import { expect, test } from 'vitest';
import { Lines } from '../../src/yaml/places.ts';
import { findingsOf, pointedAt, rangeOfFinding } from '../plans.ts';

const HEAD = 'week: 2026-W48\nchannels: [facebook]\ntargets: { posts_per_day: 0-9 }\n';
const post = (fields: string) => `${HEAD}posts:\n  mon:\n    - ${fields}\n`;

const WRONG_CATEGORY: readonly (readonly [name: string, text: string, range: string, shown: string])[] = [
  ['block style', post('category: nope\n      title: A'), '6:17-6:21', 'nope'],
  ['flow style', post('{ title: A, category: nope }'), '6:29-6:33', 'nope'],
  ['quoted', post('{ category: "nope" }'), '6:19-6:25', '"nope"'],
  ['single-quoted', post("{ category: 'no''pe' }"), '6:19-6:27', "'no''pe'"],
  ['behind an emoji of two UTF-16 units', post('{ title: 🍲 soup, category: nope }'), '6:35-6:39', 'nope'],
  ['behind an anchor and a tag', post('category: &c !!str nope'), '6:26-6:30', 'nope'],
  ['a literal block', post('category: |\n        nope\n      title: A'), '6:17-7:13', '|\n        nope'],
  ['at an alias', `${HEAD}x-c: &c nope\nposts:\n  mon:\n    - category: *c\n`, '7:17-7:19', '*c'],
  [
    'where a merge was written',
    `${HEAD}x-p: &p { category: nope }\nposts:\n  mon: [{ <<: *p, title: A }]\n`,
    '4:21-4:25',
    'nope',
  ],
  ['in an aliased post', `${HEAD}x-p: &p { category: nope }\nposts:\n  mon:\n    - *p\n`, '7:7-7:9', '*p'],
  ['in an aliased day', `${HEAD}x-d: &d [{ category: nope }]\nposts:\n  mon: *d\n`, '6:8-6:10', '*d'],
  [
    'on the first line, after a byte-order mark',
    '\uFEFF{ week: 2026-W48, posts: { mon: { category: nope } } }',
    '1:45-1:49',
    'nope',
  ],
  ['behind a comment and an empty line', post('# first\n\n      category: nope'), '8:17-8:21', 'nope'],
  ['with a key in quotes', post('"category": nope'), '6:19-6:23', 'nope'],
  ['with an explicit key', post('? category\n      : nope'), '7:9-7:13', 'nope'],
];

test.each(WRONG_CATEGORY)('a category %s', (_, text, range, shown) => {
  for (const variant of [text, text.replaceAll('\n', '\r\n')]) {
    const findings = findingsOf(variant, 'category');
    expect(findings.map(rangeOfFinding)).toEqual([range]);
    expect(pointedAt(variant, findings[0]!)).toBe(shown);
  }
});

const WHOLE_POSTS: readonly (readonly [name: string, fields: string, shown: string])[] = [
  ['in block style', 'title: A\n      notes: last', 'title: A\n      notes: last'],
  ['in flow style', '{ title: A, tags: [x, y] } # a comment', '{ title: A, tags: [x, y] }'],
  ['in flow style over lines', '{\n        title: A, # why\n      }', '{\n        title: A, # why\n      }'],
  [
    'that ends with a list',
    'title: A\n      tags:\n        - x\n        - y',
    'title: A\n      tags:\n        - x\n        - y',
  ],
  [
    'that ends with a block of text',
    'title: A\n      text: |\n        one\n        two\n',
    'title: A\n      text: |\n        one\n        two',
  ],
  ['with an anchor before it', '&p { title: A }', '{ title: A }'],
];

test.each(WHOLE_POSTS)(
  'a post %s reaches from its first key to the end of its last value',
  (_, fields, shown) => {
    const text = post(fields);
    const findings = findingsOf(text, 'category');
    expect(findings).toHaveLength(1);
    expect(pointedAt(text, findings[0]!)).toBe(shown);
  },
);

test('what is missing is at the first key, behind comments and the document start', () => {
  const [first] = findingsOf('# a comment\n---\ntitle: A\nposts:\n', 'schema');
  expect(rangeOfFinding(first!)).toBe('3:1-3:6');
});

test('a key whose value is an alias stands at itself', () => {
  const text = `${HEAD}x-d: &d [{ category: branded }]\nfoo:\n  *d\nposts:\n  someday:\n    *d\n`;
  expect(findingsOf(text).map((finding) => pointedAt(text, finding))).toEqual(['foo', 'someday']);
});

test('an empty item of a list stands at its dash', () => {
  const text = post('{ category: branded }\n    -\n    - # later');
  expect(findingsOf(text, 'schema').map(rangeOfFinding)).toEqual(['7:5-7:6', '8:5-8:6']);
});

test('a key that is a list stands at itself', () => {
  const text = `${HEAD}? [a]\n: b\nposts:\n`;
  expect(findingsOf(text).map((finding) => pointedAt(text, finding))).toEqual(['[a]']);
});

test('a lone carriage return ends a line, as in YAML', () => {
  const [first] = findingsOf(
    'week: 2026-W48\rtargets: { posts_per_day: 0-9 }\rposts:\r  mon: [{ category: nope }]\r',
    'category',
  );
  expect(rangeOfFinding(first!)).toBe('4:21-4:25');
});

test('a mistake that came through a merge into several posts is said once', () => {
  const text = `${HEAD}x-p: &p { category: nope }\nposts:\n  mon: [{ <<: *p }, { <<: *p }]\n`;
  expect(findingsOf(text, 'category')).toHaveLength(1);
});

test('CR and LF are one break, and no finding ends between them', () => {
  const [finding] = findingsOf('week: 2026-W48\r\nposts:\r\n  mon: [\r\n', 'syntax');
  const { line = 0, column, endLine, endColumn } = finding ?? {};
  const [lf] = findingsOf('week: 2026-W48\nposts:\n  mon: [\n', 'syntax');
  expect([line, column, endLine, endColumn]).toEqual([lf?.line, lf?.column, lf?.endLine, lf?.endColumn]);
  expect(new Lines('a\r\nb').position({ start: 2, end: 2 })).toEqual({
    line: 1,
    column: 2,
    endLine: 2,
    endColumn: 1,
  });
});
