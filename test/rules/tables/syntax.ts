import type { Accept, Reject } from '../table.ts';

const HEAD = 'week: 2026-W48\nposts:\n';
const monday = (posts: string) => `${HEAD}  mon:\n${posts}`;
const MOST_BYTES = 10 * 1024 ** 2;
const padded = (plan: string, bytes: number) => `${plan}#${' '.repeat(bytes - plan.length - 1)}`;
const nested = (depth: number) => `x-deep: ${'['.repeat(depth)}${']'.repeat(depth)}\n${HEAD}`;
const HUNDRED_THOUSAND = `x-a: &a [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
x-b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
x-c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
x-d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
x-e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
`;
const MILLION = `${HUNDRED_THOUSAND}x-f: [*e, *e, *e, *e, *e, *e]
`;

export const accept: readonly Accept[] = [
  { name: 'an empty file, which is another rule', besides: ['schema'], plan: '' },
  { name: 'comments alone', besides: ['schema'], plan: '# nothing yet\n' },
  { name: 'a mark of the byte order', plan: `\uFEFF${HEAD}` },
  { name: 'a document with its start and its end', plan: `---\n${HEAD}...\n# that is all\n` },
  { name: 'a directive of another version', plan: `%YAML 1.1\n---\n${HEAD}` },
  {
    name: 'the same key in two posts',
    plan: monday('    - { title: A, category: branded }\n    - { title: B, category: branded }\n'),
  },
  {
    name: 'a key beside the merge that brings it',
    plan: monday('    - { <<: { title: A, category: branded }, title: B }\n'),
  },
  {
    name: 'a merge of several mappings',
    plan: monday('    - { <<: [{ title: A }, { title: B, category: branded }] }\n'),
  },
  {
    name: 'anchors, and aliases in front of a colon',
    plan: `x-key: &key title\n${monday('    - { category: &b branded, *key : *b }\n')}`,
  },
  {
    name: 'tags of the core schema',
    plan: monday('    - !!map { title: !!str 012, category: ! branded, tags: !!seq [!!int 1, !!float 2] }\n'),
  },
  {
    name: 'a tab in quotes, before a comment and in an empty line',
    plan: monday('    - { title: "a\tb", category: branded }\t# why\n  \t\n'),
  },
  {
    name: 'characters beyond ASCII',
    plan: monday('    - { title: "Ґанок 🍲 \u0085 \u00a0 \ufffd \u2028", category: branded }\n'),
  },
  { name: 'lists as deep as allowed', plan: nested(99) },
  { name: 'a file as large as allowed', plan: padded(HEAD, MOST_BYTES) },
  { name: 'aliases that expand to less than a million values', plan: `${MILLION}x-g:\n  - *e\n${HEAD}` },
];

export const reject: readonly Reject[] = [
  {
    name: 'a duplicate key in block style',
    plan: monday('    - time: 9:30\n      category: branded\n      ⟦t⟧ime: 10:30\n'),
  },
  {
    name: 'a duplicate key behind an emoji, in flow style',
    plan: monday('    - { title: "🍲 soup", category: branded, ⟦t⟧itle: "🍲" }\n'),
  },
  { name: 'a duplicate key, once in quotes', plan: `${HEAD}  2026-11-24:\n  ⟦"⟧2026-11-24":\n` },
  {
    name: 'a duplicate key that came through an alias',
    plan: `x-key: &key title\n${monday('    - { title: A, ⟦*⟧key : B, category: branded }\n')}`,
  },
  { name: 'a tag that is unknown', plan: monday('    - { title: 🍲, category: ⟦!⟧mood branded }\n') },
  { name: 'a tag that does not fit', plan: monday('    - { title: A, category: ⟦!⟧!int branded }\n') },
  { name: 'an alias without an anchor', plan: monday('    - { title: "🍲", category: ⟦*⟧mood }\n') },
  { name: 'an alias that contains itself', plan: `x-a: &a [1, ⟦*⟧a]\n${HEAD}` },
  { name: 'a control character', plan: monday('    - { title: "🍲⟦\u0007⟧", category: branded }\n') },
  { name: 'a character of no text', plan: monday('    - title: soup ⟦\u0000⟧\n') },
  {
    name: 'what is not UTF-8',
    encoding: 'latin1',
    plan: monday('    - { category: branded, title: caf⟦\u00e9⟧ }\n'),
  },
  { name: 'a second document', plan: `${HEAD}⟦-⟧--\n${HEAD}` },
  { name: 'a second document behind dots', plan: `${HEAD}...\n\n⟦w⟧eek: 2026-W49\n` },
  { name: 'a colon in a text', plan: monday('    - title: Office dog⟦:⟧ an interview\n') },
  { name: 'a tab in the indentation', plan: `${HEAD}  mon:\n⟦\t⟧- { category: branded }\n` },
  {
    name: 'a list in a deeper list than allowed',
    plan: `x-deep: ${'['.repeat(99)}⟦[⟧${']'.repeat(100)}\n${HEAD}`,
  },
  { name: 'a file larger than allowed', plan: `⟦⟧${padded(HEAD, MOST_BYTES + 1)}` },
  {
    name: 'aliases that expand to more than a million values',
    plan: `${MILLION}x-g:\n  - *e\n  - ⟦*⟧e\n${HEAD}`,
  },
  { name: 'a merge of no mapping', plan: monday('    - { title: A, ⟦<⟧<: branded }\n') },
  { name: 'a comma that is missing', plan: monday('    - { category: branded⟦ ⟧title: Soup }\n') },
  {
    name: 'a line between the keys of a list',
    plan: monday('    - category: branded\n     ⟦t⟧itle: Soup\n'),
  },
  { name: 'a document that begins and holds nothing', plan: `${HEAD}⟦-⟧--\n` },
  { name: 'a character that deletes', plan: monday('    - title: soup⟦\u007f⟧\n') },
];
