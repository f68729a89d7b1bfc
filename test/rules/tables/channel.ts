import type { Accept, Reject } from '../table.ts';

const week = (posts: string, channels = 'channels: [facebook, telegram]\n') =>
  `week: 2026-W48\n${channels}posts:\n${posts}`;
const post = (fields: string, channels?: string) =>
  week(`  mon: [{ category: branded${fields} }]\n`, channels);
const CONFIG = {
  channels: ['facebook', 'telegram'].map((name) => ({ name, targets: {}, path: ['channels', name] })),
};

export const accept: readonly Accept[] = [
  { name: 'one channel', plan: post(', channel: facebook') },
  { name: 'several channels', plan: post(', channels: [facebook, "telegram"]') },
  { name: 'one channel where several may stand', plan: post(', channels: telegram') },
  { name: 'none where there is one', plan: post('', 'channels: facebook\n') },
  { name: 'none where nothing is said', plan: post('', '') },
  { name: 'default where nothing is said', plan: post(', channel: default', '') },
  {
    name: 'a channel without targets',
    plan: post(', channel: telegram', 'channels: { facebook: { reserve: 1 }, telegram: }\n'),
  },
  { name: 'a channel of the config', policy: CONFIG, plan: post(', channel: facebook', '') },
  { name: 'a channel composed otherwise', plan: post(', channel: cafe\u0301', 'channels: [café, bar]\n') },
  { name: 'a channel that is a number', plan: post(', channel: 1', 'channels: [1, 2]\n') },
  { name: 'a cancelled post without a channel', plan: post(', status: cancelled') },
  { name: 'a post on hold without a channel', plan: post(', status: on_hold') },
  { name: 'an idea without a channel', plan: `${week('')}backlog: [{ category: branded }]\n` },
  {
    name: 'channel and channels, which is another rule',
    besides: ['schema'],
    plan: post(', channel: facebook, channels: [telegram]'),
  },
  { name: 'a mistyped key for the channel', besides: ['schema'], plan: post(', chanel: facebook') },
  {
    name: 'any channel where the channels are invalid',
    besides: ['schema'],
    plan: post(', channel: nope', 'channels: []\n'),
  },
  { name: 'a channel that came through a merge', plan: post(', <<: { channel: facebook }') },
];

export const reject: readonly Reject[] = [
  {
    name: 'unknown channels in flow style',
    plan: week(
      '  mon:\n    - { channel: ⟦facebok⟧, category: branded }\n    - { category: branded, channel: ⟦"x"⟧ }\n',
    ),
  },
  {
    name: 'an unknown channel in block style',
    plan: week('  mon:\n    - category: branded\n      channel: ⟦Facebook⟧ # letters count\n'),
  },
  { name: 'each unknown channel of several', plan: post(', channels: [⟦fb⟧, facebook, ⟦tg⟧]') },
  {
    name: 'unknown channels in a block list',
    plan: week('  mon:\n    category: branded\n    channels:\n      - telegram\n      - ⟦fb⟧\n'),
  },
  { name: 'an unknown channel alone where several may stand', plan: post(', channels: ⟦fb⟧') },
  { name: 'a channel behind an emoji', plan: post(', title: "🍲 soup", channel: ⟦nope⟧') },
  {
    name: 'posts without a channel',
    plan: week(
      '  mon:\n    - ⟦{ category: branded }⟧\n    - ⟦title: A\n      category: branded⟧\n  tue: ⟦{ unplanned: true }⟧\n',
    ),
  },
  {
    name: 'a post without a channel behind an emoji',
    plan: week('  mon: [{ title: "🍲", channel: facebook, category: branded }, ⟦{ category: branded }⟧]\n'),
  },
  {
    name: 'a channel with nothing after it, and a list of none',
    plan: week('  mon: [⟦{ category: branded, channel: }⟧, ⟦{ category: branded, channels: [] }⟧]\n'),
  },
  {
    name: 'an unknown channel where there is one',
    plan: post(', channel: ⟦telegram⟧', 'channels: [facebook]\n'),
  },
  { name: 'an unknown channel where nothing is said', plan: post(', channel: ⟦telegram⟧', '') },
  {
    name: 'a channel of the config that the plan does not name',
    policy: CONFIG,
    plan: post(', channel: ⟦telegram⟧', 'channels: [facebook]\n'),
  },
  {
    name: 'a post without a channel where the config has several',
    policy: CONFIG,
    plan: week('  - ⟦{ date: mon, category: branded }⟧\n', ''),
  },
  {
    name: 'what does not go out and an idea, with an unknown channel',
    plan: `${week('  mon: [{ status: cancelled, channel: ⟦a⟧ }, { status: on_hold, channel: ⟦b⟧ }]\n')}backlog:\n  - { channels: [⟦c⟧] }\n`,
  },
  {
    name: 'a post without a valid day',
    besides: ['date'],
    plan: week('  never: [{ category: branded, channel: ⟦nope⟧ }, ⟦{ category: branded }⟧]\n'),
  },
  {
    name: 'channels that came through aliases',
    plan: `x-fb: &fb fb\nx-all: &all [telegram, tg]\n${week('  mon:\n    - { category: branded, channel: ⟦*fb⟧ }\n    - { category: branded, channels: [⟦*fb⟧] }\n    - { category: branded, channels: ⟦*all⟧ }\n')}`,
  },
  {
    name: 'posts that came through an alias',
    plan: `x-a: &a { category: branded, channel: nope }\nx-b: &b { category: branded }\n${week('  mon: [⟦*a⟧, ⟦*b⟧]\n')}`,
  },
  {
    name: 'a channel that came through a merge, where it was written, once',
    plan: `x-a: &a { channels: [facebook, ⟦nope⟧], category: branded }\n${week('  mon: [{ <<: *a }, { <<: *a, title: A }]\n')}`,
  },
];
