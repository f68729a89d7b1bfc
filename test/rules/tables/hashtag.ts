import type { Accept, Reject } from '../table.ts';

const week = (posts: string) => `week: 2026-W48\ntargets: { posts_per_day: 0-9 }\nposts:\n${posts}`;
const post = (...fields: readonly string[]) =>
  week(`  mon:\n    - category: branded\n${fields.map((field) => `      ${field}\n`).join('')}`);

export const accept: readonly Accept[] = [
  {
    name: 'words in quotes',
    plan: post(
      'title: "Soup #autumn"',
      "text: '#autumn'",
      'tags: ["#soup", "a #b"]',
      'media: "a.jpg #1" # cover',
    ),
  },
  {
    name: 'comments behind words in quotes',
    plan: post('title: "Soup" #todo-later', "text: 'Soup' #autumn"),
  },
  {
    name: 'comments with a space after their #',
    plan: post(
      'title: Soup # autumn',
      'text: # later',
      'tags: [a # b',
      '  ]',
      'media:',
      '  - a.jpg #\tb',
      '  - b.jpg # c',
    ),
  },
  {
    name: 'notes of people and programs',
    plan: post(
      'title: Soup #todo',
      'text: Bread #FIXME: how long?',
      'link: https://cafe.example #TODO, ask Olena',
      'tags: soup #cmplan-ignored',
      'media: a.jpg #Cmplan-x',
    ),
  },
  {
    name: 'a # that begins no comment',
    plan: post('title: Soup#autumn', 'text: C# and F#', 'link: https://cafe.example/#top', 'tags: [a#b, c]'),
  },
  {
    name: 'a # before anything but a letter, a digit or a low line',
    plan: post('title: Soup #🍲', 'text: Bread ##', 'link: "#"', 'tags: a #-b', 'media: a.jpg #'),
  },
  {
    name: 'a text over several lines behind | or >',
    plan: post('text: |', '  Soup #autumn', '  #winter', 'title: > #folded', '  Soup', '  #autumn'),
  },
  {
    name: 'comments behind other values',
    plan: week(
      '  mon: #Monday\n    - category: branded #ours\n      time: 9:00 #early\n      notes: a #b\n      owner: Olena #me\n      x-title: a #b\n',
    ),
  },
  {
    name: 'comments on lines of their own',
    plan: post(
      'title: Soup',
      '#text: Bread',
      'tags:',
      '  #- soup',
      '  - bread',
      'media: [',
      '  #a.jpg,',
      '  b.jpg,',
      '  #c.jpg',
      '  # a note, #1',
      ' ]',
    ),
  },
  {
    name: 'a comment instead of an item behind a dash, which is an error of its own',
    besides: ['schema'],
    plan: post('tags:', '  - soup', '  - #winter'),
  },
  {
    name: 'notes of people between the items of a list in brackets',
    plan: post('tags: [ #todo', '  soup, # hot', '  bread, #fixme', '  x#y, z]'),
  },
  {
    name: 'a comment behind an alias, and behind lists and braces that have ended',
    plan: `x-title: &title Soup\n${post('title: *title #soup', 'tags: [soup] #bread')}  tue: { category: branded, title: A } #last\n`,
  },
  {
    name: 'comments outside of posts',
    plan: `week: 2026-W48 #next\ntitle: Our week #48\nposts: #none\nx-a: { title: A #b\n  }\n`,
  },
  { name: 'words where the rule is off', rules: { hashtag: 'off' }, plan: post('title: Soup #autumn') },
  {
    name: 'words where a comment says so',
    plan: week(
      '  mon:\n    # cmplan-disable-next-line hashtag -- a note\n    - { title: Soup #autumn\n      , category: branded }\n',
    ),
  },
];

export const reject: readonly Reject[] = [
  {
    name: 'each kind of words, behind one space and behind several',
    plan: post(
      'title: Soup of the day ⟦#autumn⟧',
      'text: Soup today! ⟦#autumn #soup⟧',
      'link: https://cafe.example/#top   ⟦#promo⟧',
      'tags: soup ⟦#autumn⟧',
      'media: a.jpg\t⟦#1⟧',
    ),
  },
  {
    name: 'a comment instead of words',
    plan: post('title: ⟦#Soup⟧', '"text": ⟦#Soup today!⟧', 'tags: ⟦#soup #autumn⟧', 'link: &link ⟦#promo⟧'),
  },
  {
    name: 'letters of any script, digits and low lines',
    plan: post(
      'title: Café ⟦#осінь⟧',
      'text: 🍲 ⟦#汤⟧',
      'link: 5 ⟦#٣⟧',
      'tags: a ⟦#_b⟧',
      'media: a.jpg ⟦#ﬁn⟧',
    ),
  },
  {
    name: 'words that only begin like a note',
    plan: post(
      'title: Soup ⟦#todolist⟧',
      'text: Soup ⟦#fixmeup⟧',
      'tags: soup ⟦#cmplan⟧',
      'link: a ⟦#todo_⟧',
    ),
  },
  {
    name: 'items of lists, in block and flow style',
    plan: post('tags:', '  - soup ⟦#autumn⟧', '  - winter', 'media: [a.jpg ⟦#1, b.jpg,⟧', '  , c.jpg]'),
  },
  {
    name: 'a comment where an item of a list in brackets could begin',
    plan: post(
      'tags: [soup, ⟦#autumn⟧',
      '  food]',
      'media: [ ⟦#1⟧',
      '  "a.jpg"',
      '  ,\t⟦#2⟧',
      "  'b.jpg', c.jpg, ⟦#3⟧",
      '  ]',
    ),
  },
  {
    name: 'posts in braces over several lines',
    plan: week(
      '  mon:\n    - { category: branded, title: 🍲 Soup ⟦#autumn, time: 9:00 }⟧\n      , tags: soup }\n    - { category: branded,\n        title: ⟦#autumn,⟧\n      }\n',
    ),
  },
  {
    name: 'words over several lines',
    plan: post('title:', '  Soup', '  of the day ⟦#autumn⟧', 'text: Soup', '  and bread ⟦#autumn⟧'),
  },
  {
    name: 'one post a day, posts in a list and ideas',
    plan: `${week('  mon:\n    category: branded\n    title: Soup ⟦#1⟧\n')}backlog:\n  - title: Dog ⟦#office⟧\n`,
  },
  {
    name: 'posts in a list, and one idea',
    plan: `week: 2026-W48\nposts:\n  - date: mon\n    category: branded\n    title: Soup ⟦#autumn⟧\nbacklog:\n  title: Dog ⟦#office⟧\n`,
  },
  {
    name: 'words that come into several posts through aliases and merges, once',
    plan: `x-a: &a { text: Soup ⟦#autumn⟧\n  }\n${week('  mon: &post\n    category: branded\n    <<: *a\n    title: &title Soup ⟦#autumn⟧\n  tue: *post\n  wed: { category: branded, title: *title }\n  thu: { <<: *a, category: branded }\n')}`,
  },
  {
    name: 'words in a plan without a valid period, and in a post with mistakes',
    besides: ['schema', 'category'],
    plan: 'week: 2026-W60\nposts:\n  mon:\n    - title: Soup ⟦#autumn⟧\n      titel: Soup #winter\n    - category: nope\n      title: Soup ⟦#autumn⟧\n',
  },
  {
    name: 'words where the rule is set',
    rules: { hashtag: 'error' },
    severities: ['error'],
    plan: post('title: Soup ⟦#autumn⟧'),
  },
];
