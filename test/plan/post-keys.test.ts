import { expect, test } from 'vitest';
import { POST_TEXTS, postSchema } from '../../src/plan/plan-shapes.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { NO_POLICY } from '../../src/policy/team-policy.ts';
import { LONGEST_NAME } from '../../src/yaml/fields.ts';
import { plainValue } from '../../src/yaml/node.ts';
import { readText } from '../../src/yaml/source.ts';

const postIn = (fields: string) => {
  const { root } = readText(`week: 2026-W48\nposts: { mon: [{ category: branded, title: A${fields} }] }\n`);
  const post = readPlan(root, { policy: NO_POLICY, inline: true }, () => {})?.posts[0];
  if (post === undefined) throw new Error('no post');
  const { id, link, media, owner, tags, notes, own } = post;
  return {
    id,
    link,
    media,
    owner,
    tags,
    notes,
    own: Object.fromEntries(Array.from(own, ([key, node]) => [key, plainValue(node)])),
  };
};

test('a post keeps every key that it has', () => {
  const fields =
    ', id: p7, link: example.org, media: [a.jpg, 2], owner: Olena, tags: soup, notes: 012, x-a: [1, { b: c }], x-b: ';
  expect(postIn(fields)).toEqual({
    id: 'p7',
    link: 'example.org',
    media: ['a.jpg', '2'],
    owner: 'Olena',
    tags: ['soup'],
    notes: '012',
    own: { 'x-a': [1, { b: 'c' }], 'x-b': null },
  });
});

test('what a post does not say is not there', () => {
  const nothing = { id: null, link: null, media: [], owner: null, tags: [], notes: null, own: {} };
  expect(postIn('')).toEqual(nothing);
  expect(postIn(', id: , link: , media: , owner: , tags: , notes: ')).toEqual(nothing);
});

test.each([...POST_TEXTS])(
  'the schema of a post accepts any single value for %s, as its reader takes for granted',
  (key) => {
    const schema = postSchema.shape[key as keyof typeof postSchema.shape];
    const values = [
      '',
      'soup',
      ' : # - ',
      'x'.repeat(LONGEST_NAME),
      0,
      -2.5,
      1e300,
      Number.MAX_VALUE,
      true,
      false,
    ];
    for (const value of values) expect(schema.safeParse(value)).toEqual({ success: true, data: value });
  },
);

test('a name that is too long is a mistake, but a text may be long', () => {
  const long = 'x'.repeat(LONGEST_NAME + 1);
  const problemsOf = (key: string) => {
    const messages: string[] = [];
    const { root } = readText(`week: 2026-W48\nposts: { mon: [{ unplanned: true, ${key}: ${long} }] }\n`);
    readPlan(root, { policy: NO_POLICY, inline: true }, ({ message }) => messages.push(message));
    return messages.filter((message) => message.includes('too long'));
  };
  const refused = [...POST_TEXTS].filter((key) => problemsOf(key).length > 0);
  expect(refused).toEqual(['channel', 'channels', 'category', 'format', 'id']);
});
