import { describe, expect, test } from 'vitest';
import type { Wishes } from '../../src/editing/set-keys.ts';
import { NO_POLICY } from '../../src/policy/team-policy.ts';
import { blankOf, type Making, problemsOf } from './blank-plans.ts';

/** A template, what is asked for, and every sentence that comes of it. */
type Case = readonly [template: string, making: Making, ...sentences: readonly string[]];

const WEEK = 'week: 2026-W48\nposts:\n';
const withTargets = (targets: string, posts = '') =>
  `week: 2026-W48\ntargets: { ${targets} }\nposts:\n${posts}`;
const POST = '    - { category: branded, title: Offer }\n';
const AT = (time: string) => `    - { time: "${time}", category: branded, title: Offer }\n`;
const wishing = (wishes: Partial<Wishes>): Making => ({ wishes });

const misfit = (perDay: string, range: string, targets: string, change: string) =>
  `--per-day: ${perDay} for Mon 23 Nov, where ${range} can be planned (${targets}); write a number that fits, leave out --per-day, or ${change}`;
const byDefault = (bounds: string) =>
  `write targets: { posts_per_day: ${bounds} } in a cmplan.config.yaml, because 6-12 is only the default`;
const changed = (place: string, bounds: string) => `change posts_per_day in plan:${place} to ${bounds}`;
const ASK_LESS = 'widen the hours, lower min_gap, or ask for fewer posts a day';
const TOO_MANY =
  'the plan would have more than 100000 slots; ask for fewer posts a day, fewer channels or fewer days';
const unfit = (sentence: string) => `the template "template.yaml" does not fit: ${sentence}`;
const at = (place: string, sentence: string) => `the template template.yaml:${place}: ${sentence}`;

const CLASHES: Readonly<Record<string, Case>> = {
  'fewer a day than the least': [
    WEEK,
    { perDay: 5 },
    misfit('5 is too few', '6 to 10', 'posts_per_day: 6-12, reserve: 2', byDefault('5-12')),
  ],
  'more a day than the reserve leaves': [
    WEEK,
    { perDay: 11 },
    misfit('11 is too many', '6 to 10', 'posts_per_day: 6-12, reserve: 2', byDefault('6-14')),
  ],
  'another number than the only one': [
    withTargets('posts_per_day: 8'),
    { perDay: 9 },
    misfit('9 is too many', 'exactly 8', 'posts_per_day: 8, reserve: 0', changed('targets', '8-12')),
  ],
  'a number that one channel of two can have': [
    'week: 2026-W48\nchannels: { a: { posts_per_day: 1-4 }, b: { posts_per_day: 2-9 } }\nposts:\n',
    { perDay: 6 },
    `a: ${misfit('6 is too many', '1 to 3', 'posts_per_day: 1-4, reserve: 1', changed('channels.a', '1-8'))}`,
  ],
  'a number that neither channel can have': [
    'week: 2026-W48\nchannels: { a: { posts_per_day: 1-4 }, b: { posts_per_day: 2-6 } }\nposts:\n',
    { perDay: 9 },
    `a: ${misfit('9 is too many', '1 to 3', 'posts_per_day: 1-4, reserve: 1', changed('channels.a', '1-12'))}`,
    `b: ${misfit('9 is too many', '2 to 5', 'posts_per_day: 2-6, reserve: 1', changed('channels.b', '2-12'))}`,
  ],
  'a number that both channels forbid alike': [
    'week: 2026-W48\nchannels: [a, b]\ntargets: { posts_per_day: 1-4 }\nposts:\n',
    { perDay: 9 },
    `a and b: ${misfit('9 is too many', '1 to 3', 'posts_per_day: 1-4, reserve: 1', changed('targets', '1-12'))}`,
  ],
  'a number that only the reserve forbids': [
    withTargets('posts_per_day: 1-4, reserve: 2'),
    { perDay: 3 },
    misfit(
      '3 is too many',
      '1 to 2',
      'posts_per_day: 1-4, reserve: 2',
      `${changed('targets', '1-5')}, or change reserve in plan:targets to 1`,
    ),
  ],
  'a number that one day of the week forbids': [
    withTargets('posts_per_day: { default: 6-12, mon: 1-4 }, reserve: 0'),
    { perDay: 8 },
    misfit(
      '8 is too many',
      '1 to 4',
      'posts_per_day: 1-4, reserve: 0',
      `${changed('targets', '1-8')} for Mon 23 Nov`,
    ),
  ],
  'a number beside a reserve of everything': [
    withTargets('posts_per_day: 1-4, reserve: 100%'),
    { perDay: 3 },
    misfit(
      '3 is too many',
      'exactly 1',
      'posts_per_day: 1-4, reserve: 3',
      'change reserve in plan:targets to 1',
    ),
  ],
  'hours too short for the least': [
    withTargets('posts_per_day: 6, hours: "09:00-10:00", min_gap: 20'),
    {},
    `6 slots do not fit into 09:00-10:00 (hours) on Mon 23 Nov with 20 minutes between two posts (min_gap): there is only room for 4; ${ASK_LESS}`,
  ],
  'hours too short for the number asked for': [
    withTargets('posts_per_day: 1-9, hours: "09:00-10:00", min_gap: 60'),
    { perDay: 3 },
    `3 slots do not fit into 09:00-10:00 (hours) on Mon 23 Nov with 60 minutes between two posts (min_gap): there is only room for 2; ${ASK_LESS}`,
  ],
  'hours that the clocks skip': [
    'week: 2026-W13\ntimezone: Europe/Kyiv\ntargets: { posts_per_day: 1, hours: "03:00-03:30" }\nposts:\n',
    {},
    `1 slot does not fit into 03:00-03:30 (hours) on Sun 29 Mar with 1 minute between two posts (min_gap): there is only room for 0; ${ASK_LESS}`,
  ],
  'posts that stay and leave no reserve': [
    withTargets('posts_per_day: 1-2', `  tue:\n${POST}${POST}`),
    {},
    'Tue 24 Nov has 2 planned posts that stay, but at most 1 fit beside its reserve of 1 (posts_per_day: 1-2); take 1 out of the template, or raise posts_per_day',
  ],
  'a post that stays on a day without posts': [
    withTargets('posts_per_day: { default: 1-2, tue: 0 }', `  tue:\n${POST}`),
    {},
    'Tue 24 Nov has 1 planned post that stays, but at most 0 fit beside its reserve of 0 (posts_per_day: 0); take 1 out of the template, or raise posts_per_day',
  ],
  'slots too close across midnight': [
    withTargets('posts_per_day: 2, hours: "00:00-23:59", min_gap: 800'),
    {},
    'between Mon 23 Nov 18:39 and Tue 24 Nov 05:19 there are 640 minutes, but there should be at least 800 (min_gap); narrow the hours, lower min_gap, or ask for fewer posts a day',
  ],
  'a slot too close to a post of the day after': [
    withTargets('posts_per_day: 1, hours: "00:00-23:59", min_gap: 1000', `  tue:\n${AT('00:10')}`),
    {},
    'between Mon 23 Nov 11:55 and Tue 24 Nov 00:10 there are 735 minutes, but there should be at least 1000 (min_gap); narrow the hours, lower min_gap, or ask for fewer posts a day',
  ],
  'more slots on a day than a file can hold': [
    withTargets('posts_per_day: 200000, min_gap: 0'),
    {},
    TOO_MANY,
  ],
  'more slots in a week than a file can hold': [
    withTargets('posts_per_day: 20000, min_gap: 0'),
    {},
    TOO_MANY,
  ],
  'more slots on all channels than a file can hold': [
    `channels: [a, b]\n${withTargets('posts_per_day: 10000, min_gap: 0')}`,
    {},
    `b: ${TOO_MANY}`,
  ],
};

const TEMPLATES: Readonly<Record<string, Case>> = {
  'a day that is a copy of another': [
    withTargets('posts_per_day: 2-4', `  mon: &monday\n${AT('09:00')}  tue: *monday\n`),
    {},
    unfit(
      'the posts of Tue 24 Nov repeat other posts with *; write them out, so that slots can be added among them',
    ),
  ],
  'posts that are a copy': [
    'x-days: &days\n  mon:\nweek: 2026-W48\nposts: *days\n',
    {},
    unfit(
      'the posts of Mon 23 Nov repeat other posts with *; write them out, so that slots can be added among them',
    ),
  ],
  'a plan in braces': [
    '{ week: 2026-W48, posts: {} }',
    {},
    'the template "template.yaml" is all in braces; write each key on its own line, as in week: 2026-W48',
  ],
  'several mistakes': [
    'week: 2026-W60\ntargets: { mxi: 1 }\nposts:\n  mon:\n    - { time: "25:00" }\n',
    {},
    at('1:7', 'week: "2026-W60" does not exist: the weeks of 2026 are W01 to W53'),
    at('2:12', '"mxi" is not a target; did you mean "mix"?'),
    at(
      '5:15',
      'time: "25:00" is not a time of day; write hours and minutes from 00:00 to 23:59, such as "09:30"',
    ),
  ],
  'no YAML': [
    'week: [\n',
    {},
    at('1:7', 'the bracket [ after "week:" is never closed; write ] where it ends'),
  ],
  'an empty file': ['', {}, 'the template "template.yaml" is not a plan; write at least week: and posts:'],
  'a text': ['hello', {}, 'the template "template.yaml" is not a plan; write at least week: and posts:'],
  'no posts': [
    'week: 2026-W48\n',
    {},
    at('1:1', 'the plan has no posts; add "posts:" with the days below it'),
  ],
  'no period, and no week asked for': [
    'posts:\n',
    {},
    at('1:1', 'the plan does not say which days it is for; add a week, such as week: 2026-W48'),
  ],
  'two periods': [
    'week: 2026-W48\nfrom: 2026-11-23\nposts:\n',
    wishing({ week: '2026-W49' }),
    at('2:1', 'the plan has two periods; keep either "week", or "from" and "to"'),
  ],
  'half a span': [
    'from: 2026-11-23\nposts:\n',
    wishing({ week: '2026-W49' }),
    at('1:1', '"to" is missing; add it beside "from", as in to: 2026-11-23'),
  ],
  'a date in another week': [
    'week: 2026-W48\nposts:\n  2026-11-24:\n',
    wishing({ week: '2026-W49' }),
    unfit(
      '"2026-11-24" is outside the plan, which runs from 2026-11-30 to 2026-12-06; in a template, name the days mon, tue and so on, or, to keep its own dates, leave out the week',
    ),
  ],
  'a post of a category that the mix asked for does not have': [
    withTargets('posts_per_day: 1-3', `  mon:\n${POST}`),
    wishing({
      mix: [
        ['fun', '50'],
        ['work', '50'],
      ],
    }),
    unfit('"branded" is not a category of the mix; write fun or work'),
  ],
  'a post on a channel that is not asked for': [
    'week: 2026-W48\nchannels: [a, b]\nposts:\n  mon:\n    - { channel: a, category: branded, title: Offer }\n',
    wishing({ channels: ['b'] }),
    unfit('"a" is not a channel of this plan; write b, or add "a" to the channels of the plan'),
  ],
};

const NO_SHARE = 'is not a share; write a number from 0 to 100, such as 35';
const mixOf = (...shares: readonly string[]) =>
  wishing({ mix: shares.map((share, index) => [`c${index}`, share] as const) });
const WISHES: Readonly<Record<string, Case>> = {
  'a mix of less than all': [
    WEEK,
    mixOf('50', '40'),
    '--mix: the shares add up to 90 instead of 100; raise them by 10 in all',
  ],
  'a mix of more than all': [
    WEEK,
    mixOf('50', '60'),
    '--mix: the shares add up to 110 instead of 100; lower them by 10 in all',
  ],
  'a mix of one category': [WEEK, mixOf('100'), '--mix: a mix needs 2 to 12 categories; this one has 1'],
  'a mix of too many categories': [
    WEEK,
    mixOf('88', ...Array.from({ length: 12 }, () => '1')),
    '--mix: a mix needs 2 to 12 categories; this one has 13',
  ],
  'a negative share': [WEEK, mixOf('-10', '110'), `--mix: "-10" ${NO_SHARE}`],
  'a share in words': [WEEK, mixOf('half', '50'), `--mix: "half" ${NO_SHARE}`],
  'a share with a percent sign': [
    WEEK,
    mixOf('50%', '50'),
    '--mix: "50%" is not a number; write 50 without the percent sign',
  ],
  'a mix where the team has locked it': [
    WEEK,
    { ...mixOf('50', '50'), policy: { ...NO_POLICY, locked: new Set(['mix']) } },
    "--mix: the mix is locked by your team's config; leave out --mix, or ask whoever looks after the config",
  ],
  'a zone that is none': [
    WEEK,
    wishing({ timezone: 'Mars/Base' }),
    '--timezone: "Mars/Base" is not a time zone; write a continent and a city, such as Europe/Kyiv',
  ],
  'a zone that is mistyped': [
    WEEK,
    wishing({ timezone: 'Europe/Kiyv' }),
    '--timezone: "Europe/Kiyv" is not a time zone; did you mean "Europe/Kyiv"?',
  ],
  'an offset': [
    WEEK,
    wishing({ timezone: '+02:00' }),
    '--timezone: "+02:00" is not a time zone; write a continent and a city, such as Europe/Kyiv',
  ],
  'a channel twice': [
    WEEK,
    wishing({ channels: ['a', 'b', 'a'] }),
    '--channel: "a" appears twice; keep only one',
  ],
  'a channel without a name': [
    WEEK,
    wishing({ channels: [' '] }),
    '--channel: this channel has no name; write one, or delete it',
  ],
  'the last week that a date can name': [
    WEEK,
    wishing({ week: '9999-W52' }),
    '9999-W52 ends after the year 9999, the last that cmplan knows; write an earlier week',
  ],
  'several wrong wishes': [
    WEEK,
    wishing({
      timezone: 'Mars/Base',
      channels: [''],
      mix: [
        ['a', '50'],
        ['b', '40'],
      ],
    }),
    '--timezone: "Mars/Base" is not a time zone; write a continent and a city, such as Europe/Kyiv',
    '--mix: the shares add up to 90 instead of 100; raise them by 10 in all',
    '--channel: this channel has no name; write one, or delete it',
  ],
};

const GROUPS = {
  'targets that clash': CLASHES,
  'templates that cannot be filled': TEMPLATES,
  'wishes that cannot be granted': WISHES,
};

describe.each(Object.entries(GROUPS))('%s', (_, cases) => {
  test.each(Object.entries(cases))('%s', (_name, [template, making, ...sentences]) => {
    expect(problemsOf(template, making)).toEqual(sentences);
  });
});

test('posts that stay and put the mix off track bring a note, for each channel', () => {
  const posts = ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => `  ${day}:\n${POST}`).join('');
  const one = blankOf(withTargets('posts_per_day: 1, reserve: 0', posts));
  expect(one).toMatchObject({
    notes: [
      'the posts that stay leave too few slots to keep the mix: 5 of 7 posts are branded (71.4%, target 30%)',
    ],
  });
  const two = blankOf(
    `channels: [a, b]\n${withTargets('posts_per_day: 1, reserve: 0', posts.replaceAll('{ ', '{ channel: b, '))}`,
  );
  expect(two).toMatchObject({
    notes: [
      'b: the posts that stay leave too few slots to keep the mix: 5 of 7 posts are branded (71.4%, target 30%)',
    ],
  });
});
