import type { Accept, Reject } from '../table.ts';

const week = (posts: string) => `week: 2026-W48\ntargets: { posts_per_day: 0-9 }\nposts:\n${posts}`;
const withStatus = (status: string) =>
  week(`  mon: [{ category: branded, title: Menu, status: ${status} }]\n`);

export const accept: readonly Accept[] = [
  { name: 'what is approved', plan: withStatus('approved') },
  { name: 'what is scheduled', plan: withStatus('scheduled') },
  { name: 'what is published', plan: withStatus('published') },
  { name: 'what is cancelled', plan: withStatus('cancelled') },
  { name: 'what is on hold', plan: withStatus('on_hold') },
  {
    name: 'an unplanned draft',
    plan: week('  mon: [{ unplanned: true, title: Power cut, status: draft }]\n'),
  },
  {
    name: 'an unplanned post without status',
    plan: week('  mon: [{ unplanned: true, title: Power cut }]\n'),
  },
  { name: 'an idea', plan: week('backlog: [{ category: branded, title: Dog, status: draft }]\n') },
  { name: 'a draft while the week is being planned', ready: false, plan: withStatus('draft') },
  { name: 'a draft where the config sets it off', rules: { unapproved: 'off' }, plan: withStatus('draft') },
];

export const reject: readonly Reject[] = [
  {
    name: 'a draft and what is in review, in flow style',
    plan: week(
      '  mon:\n    - ⟦{ category: branded, status: draft }⟧\n    - ⟦{ category: branded, status: in_review }⟧\n',
    ),
  },
  {
    name: 'a post without status in block style',
    plan: week('  mon:\n    -\n      ⟦category: branded\n      title: Menu⟧ # not yet\n'),
  },
  {
    name: 'a draft behind an emoji',
    plan: week(
      '  mon: [{ title: "🍲", category: branded, status: approved }, ⟦{ category: branded }⟧, { unplanned: true }]\n',
    ),
  },
  { name: 'a status with nothing after it', plan: week('  mon: [⟦{ category: branded, status: ~ }⟧]\n') },
  {
    name: 'an invalid status, which counts as a draft',
    besides: ['schema'],
    plan: week('  mon: [⟦{ category: branded, status: done }⟧]\n'),
  },
  {
    name: 'posts that came through an alias',
    plan: `x-post: &post { category: branded, title: Menu }\n${week('  mon: [⟦*post⟧]\n  tue:\n    - ⟦*post⟧\n')}`,
  },
  {
    name: 'a status that came through an alias',
    plan: `x-status: &status in_review\n${week('  mon: [⟦{ category: branded, status: *status }⟧]\n')}`,
  },
  {
    name: 'a post on two channels once',
    plan: 'week: 2026-W48\nchannels: [a, b]\nposts:\n  - ⟦date: sun\n    channels: [a, b]\n    category: branded⟧\n',
  },
  {
    name: 'a draft where the config says so, while the week is being planned',
    ready: false,
    rules: { unapproved: 'warning' },
    severities: ['warning'],
    plan: week('  mon: [⟦{ category: branded }⟧]\n'),
  },
  {
    name: 'a post that ends with an alias',
    plan: `x-b: &b branded\n${week('  mon:\n    - ⟦title: A\n      category: *b⟧ # or so\n')}`,
  },
  {
    name: 'a post that ends with a list over lines',
    plan: week(
      '  mon:\n    - ⟦category: branded\n      tags: [\n        a, # one\n        b,\n        ]⟧ # all\n',
    ),
  },
  {
    name: 'a post that ends with words in quotes over lines',
    plan: week('  mon:\n    - ⟦category: branded\n      text: "One\n\n        two"⟧\n    # not this\n'),
  },
  {
    name: 'a post that ends with plain words over lines',
    plan: week('  mon:\n    - ⟦category: branded\n      text: One\n        two⟧\n\n\n  tue:\n'),
  },
  {
    name: 'a post that ends with folded words',
    plan: week(
      '  mon:\n    - ⟦category: branded\n      text: >-\n        🍲 One\n        two 🍲⟧\n\n\n  tue:\n',
    ),
  },
  {
    name: 'a post that ends with a mapping of its own',
    plan: week(
      '  mon:\n    - ⟦category: branded\n      x-a:\n        b:\n          - c⟧\n    - { category: branded, status: approved }\n',
    ),
  },
  {
    name: 'a post of one key without braces in a list',
    plan: week('  mon: [⟦category: branded⟧, ⟦"format": promo⟧]\n'),
  },
  {
    name: 'a post with an anchor and a tag',
    plan: week(
      '  mon:\n    - &a !!map ⟦{ category: branded }⟧\n    - &b\n      ⟦category: branded\n      title: A⟧\n',
    ),
  },
  {
    name: 'a post in braces over lines',
    plan: week('  mon: ⟦{\n      title: "}", # }\n      category: branded,\n    }⟧ # {\n'),
  },
];
