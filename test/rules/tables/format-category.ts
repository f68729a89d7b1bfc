import type { Accept, Reject } from '../table.ts';

const week = (posts: string, head = '') => `week: 2026-W48\n${head}posts:\n${posts}`;
const post = (fields: string) => week(`  mon: [{ ${fields} }]\n`);
const TWO = 'channels: { a: { mix: { branded: 50, fun: 50 } }, b: }\n';

export const accept: readonly Accept[] = [
  { name: 'the category that the format implies', plan: post('format: contest, category: emotional') },
  { name: 'a format without a category', plan: post('format: contest') },
  { name: 'a category without a format', plan: post('category: branded') },
  { name: 'a format that implies nothing', plan: post('format: reel, category: branded') },
  { name: 'a format in other letters', plan: post('format: Contest, category: branded') },
  { name: 'what is cancelled', plan: post('format: contest, category: branded, status: cancelled') },
  { name: 'what is on hold', plan: post('format: contest, category: branded, status: on_hold') },
  { name: 'an idea', plan: `${week('')}backlog: [{ format: contest, category: branded }]\n` },
  { name: 'an unknown category', besides: ['category'], plan: post('format: contest, category: nope') },
  {
    name: 'a format whose category is not in the mix',
    plan: week(
      '  mon: { format: contest, category: branded }\n',
      'targets: { mix: { branded: 50, news: 50 } }\n',
    ),
  },
  {
    name: 'a format whose category is not in the mix of its channel',
    plan: week('  mon: { channel: a, format: contest, category: branded }\n', TWO),
  },
  {
    name: 'a format that the config has forgotten',
    policy: { formats: new Map([['contest', null]]) },
    plan: post('format: contest, category: branded'),
  },
  {
    name: 'a format that the config has given another category',
    policy: { formats: new Map([['contest', 'branded']]) },
    plan: post('format: contest, category: branded'),
  },
  {
    name: 'another name of the category that the format implies',
    policy: { aliases: new Map([['fun', 'emotional']]) },
    plan: post('format: contest, category: fun'),
  },
  {
    name: 'a format that implies another name of the category',
    policy: { aliases: new Map([['fun', 'emotional']]), formats: new Map([['reel', 'fun']]) },
    plan: post('format: reel, category: emotional'),
  },
];

export const reject: readonly Reject[] = [
  {
    name: 'another category in flow style, before and behind the format',
    plan: week(
      '  mon:\n    - { format: contest, category: ⟦functional⟧ }\n    - { category: ⟦"branded"⟧, format: how-to, title: Soup }\n',
    ),
  },
  {
    name: 'another category in block style, of an open slot and an unplanned post',
    plan: week(
      '  mon:\n    - format: promo\n      category: ⟦functional⟧ # why\n    - unplanned: true\n      category: ⟦emotional⟧\n      format: promo\n',
    ),
  },
  {
    name: 'a category behind an emoji',
    plan: post('title: "🍲 soup", format: how-to, category: ⟦branded⟧'),
  },
  {
    name: 'a category and a post that came through aliases',
    plan: `x-sell: &sell branded\nx-post: &post { format: contest, category: branded }\n${week('  mon: [{ format: contest, category: ⟦*sell⟧ }, ⟦*post⟧]\n')}`,
  },
  {
    name: 'a format that came through an alias',
    plan: `x-format: &format contest\n${post('category: ⟦branded⟧, format: *format')}`,
  },
  {
    name: 'a category that came through a merge, where it was written',
    plan: `x-post: &post { category: ⟦branded⟧ }\n${post('<<: *post, format: contest')}`,
  },
  {
    name: 'a post on two channels once',
    plan: week('  mon: { channels: [a, b], format: contest, category: ⟦branded⟧ }\n', 'channels: [a, b]\n'),
  },
  {
    name: 'a post on two channels where the format implies a category on one of them',
    plan: week('  - { date: mon, channels: [a, b], format: contest, category: ⟦branded⟧ }\n', TWO),
  },
  {
    name: 'a category that is unknown on the other channel',
    besides: ['category'],
    plan: week('  mon: { channels: [a, b], format: contest, category: ⟦functional⟧ }\n', TWO),
  },
  {
    name: 'a format of the config, and another name of a category',
    policy: { aliases: new Map([['fun', 'emotional']]), formats: new Map([['reel', 'functional']]) },
    plan: post('format: reel, category: ⟦fun⟧'),
  },
];
