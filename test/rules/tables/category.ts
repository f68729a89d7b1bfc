import type { Accept, Reject } from '../table.ts';

const week = (posts: string, head = '') => `week: 2026-W48\n${head}posts:\n${posts}`;
const post = (fields: string, head = '') => week(`  mon: [{ ${fields} }]\n`, head);
const TWO = 'channels: { a: { mix: { branded: 50, fun: 50 } }, b: }\n';

export const accept: readonly Accept[] = [
  {
    name: 'each category of the mix',
    plan: week('  mon: [{ category: branded }, { category: functional }, { category: "emotional" }]\n'),
  },
  {
    name: 'a category with a share of 0',
    plan: post('category: fun', 'targets: { mix: { branded: 100, fun: 0 } }\n'),
  },
  { name: 'a category that is a number', plan: post('category: 1', 'targets: { mix: { 1: 50, 2: 50 } }\n') },
  {
    name: 'a category composed otherwise',
    plan: post('category: cafe\u0301', 'targets: { mix: { café: 50, bar: 50 } }\n'),
  },
  { name: 'a category that the format implies', plan: post('format: how-to') },
  {
    name: 'a category with nothing after it that the format implies',
    plan: post('format: how-to, category: '),
  },
  {
    name: 'a category that a format of the config implies',
    policy: { formats: new Map([['reel', 'emotional']]) },
    plan: post('format: reel'),
  },
  {
    name: 'another name of a category',
    policy: { aliases: new Map([['fun', 'emotional']]) },
    plan: post('category: fun'),
  },
  { name: 'an unplanned post without a category', plan: post('unplanned: true') },
  {
    name: 'an unplanned post whose format implies nothing there',
    plan: post('unplanned: true, format: how-to', 'targets: { mix: { branded: 50, fun: 50 } }\n'),
  },
  { name: 'a cancelled post without a category', plan: post('status: cancelled') },
  { name: 'a post on hold without a category', plan: post('status: on_hold') },
  { name: 'an idea without a category', plan: `${week('')}backlog: [{ title: Dog }]\n` },
  {
    name: 'a category of each channel',
    plan: week(
      '  mon: [{ channels: [a, b], category: branded }, { channel: a, category: fun }, { channel: b, format: how-to }]\n',
      TWO,
    ),
  },
  {
    name: 'a category of some channel, on a post that names none',
    besides: ['channel'],
    plan: week('  mon: [{ category: fun }, { category: emotional }]\n', TWO),
  },
  {
    name: 'any category where the mix is invalid',
    besides: ['schema'],
    plan: week('  mon: [{ category: nope }, {}]\n', 'targets: { mix: 50 }\n'),
  },
  { name: 'a mistyped key for the category', besides: ['schema'], plan: post('catgory: branded') },
  {
    name: 'a category that is no text, which is another rule',
    besides: ['schema'],
    plan: post('category: [branded]'),
  },
  { name: 'a category that came through a merge', plan: post('<<: { category: branded }, title: A') },
];

export const reject: readonly Reject[] = [
  {
    name: 'unknown categories in flow style',
    plan: week('  mon:\n    - { category: ⟦funny⟧ }\n    - { title: A, category: ⟦"news"⟧ }\n'),
  },
  {
    name: 'an unknown category in block style',
    plan: week('  mon:\n    - title: A\n      category: ⟦funny⟧ # dog\n'),
  },
  { name: 'a category in other letters', plan: post('category: ⟦Branded⟧') },
  { name: 'a category behind an emoji', plan: post('title: "🍲 soup", category: ⟦nope⟧') },
  { name: 'a format named for a category', plan: post('category: ⟦how-to⟧, format: how-to') },
  {
    name: 'a post without a category',
    plan: week('  mon:\n    - ⟦{ title: A }⟧\n    - ⟦title: B\n      tags:\n        - soup⟧\n'),
  },
  {
    name: 'a post without a category behind an emoji',
    plan: week('  mon: [{ title: "🍲", category: branded }, ⟦{ title: A }⟧]\n'),
  },
  {
    name: 'a format that implies nothing',
    plan: week('  mon: [⟦{ format: reel }⟧]\n'),
  },
  { name: 'a format in other letters', plan: week('  mon: ⟦{ format: How-To }⟧\n') },
  {
    name: 'a format that the config has forgotten',
    policy: { formats: new Map([['how-to', null]]) },
    plan: week('  mon: ⟦{ format: how-to }⟧\n'),
  },
  {
    name: 'a format whose category is not in the mix',
    plan: week('  mon: ⟦{ format: how-to }⟧\n', 'targets: { mix: { branded: 50, fun: 50 } }\n'),
  },
  {
    name: 'a category that one of the channels does not have, once',
    plan: week(
      '  mon:\n    - { channels: [a, b], category: ⟦fun⟧ }\n    - { channel: b, category: ⟦fun⟧ }\n',
      TWO,
    ),
  },
  {
    name: 'a format that implies a category on one of the channels',
    plan: week('  mon:\n    - ⟦{ channels: [a, b], format: how-to }⟧\n', TWO),
  },
  {
    name: 'a category that no channel has, on a post that names none',
    besides: ['channel'],
    plan: week('  mon: { category: ⟦nope⟧ }\n', TWO),
  },
  {
    name: 'an unplanned post, one that does not go out and an idea, with an unknown category',
    plan: `${week('  mon: [{ unplanned: true, category: ⟦a⟧ }, { status: cancelled, category: ⟦b⟧ }, { status: on_hold, category: ⟦c⟧ }]\n')}backlog:\n  - category: ⟦d⟧\n`,
  },
  { name: 'a published post without a category', plan: week('  mon: ⟦{ title: A, status: published }⟧\n') },
  {
    name: 'a post without a valid day',
    besides: ['date'],
    plan: week('  never: [{ category: ⟦nope⟧ }, ⟦{ title: A }⟧]\n'),
  },
  {
    name: 'a category that came through an alias',
    plan: week('  mon: [{ category: &c ⟦nope⟧ }, { category: ⟦*c⟧ }]\n'),
  },
  {
    name: 'a category whose key came through an alias',
    plan: `x-key: &key category\n${week('  mon:\n    - *key : ⟦nope⟧\n')}`,
  },
  {
    name: 'posts that came through an alias',
    plan: `x-a: &a { category: nope }\nx-b: &b { title: A }\n${week('  mon: [⟦*a⟧, ⟦*b⟧]\n')}`,
  },
  {
    name: 'a category that came through a merge, where it was written, once',
    plan: `x-a: &a { category: ⟦nope⟧ }\n${week('  mon: [{ <<: *a }, { <<: *a, title: A }]\n')}`,
  },
  {
    name: 'a category behind line separators that end no line in YAML',
    plan: post('title: "a\u2028b\u0085c", category: ⟦nope⟧'),
  },
  {
    name: 'a category behind a letter of several code points',
    plan: post('title: e\u0301👩‍🍳, category: ⟦nope⟧'),
  },
  {
    name: 'an alias in a mapping that was merged',
    plan: `x-c: &c nope\nx-a: &a { category: ⟦*c⟧ }\n${week('  mon: [{ <<: *a }]\n')}`,
  },
  {
    name: 'an alias of a mapping into which another was merged',
    plan: `x-a: &a { category: nope }\nx-b: &b { <<: *a }\n${week('  mon: [⟦*b⟧]\n')}`,
  },
  {
    name: 'a merge of several mappings, of which the first counts',
    plan: `x-a: &a { category: ⟦nope⟧ }\nx-b: &b { category: no }\n${week('  mon: [{ <<: [*a, *b] }]\n')}`,
  },
  {
    name: 'a category beside the merge that brings another',
    plan: `x-a: &a { category: no }\n${week('  mon: [{ <<: *a, category: ⟦nope⟧ }]\n')}`,
  },
];
