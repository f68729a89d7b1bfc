import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_POLICY } from '../../src/policy/team-policy.ts';
import { checkText } from '../plans.ts';
import {
  addDays,
  expectedFindings,
  type SequenceChannel,
  type SequenceModel,
  type SequencePost,
  timesShown,
} from './sequence-twin.ts';

/** Zones, and days around which their clocks change; or do not. */
const CHANGES: [zone: string | null, day: string][] = [
  [null, '2026-10-25'],
  ['Europe/Kyiv', '2026-10-25'],
  ['Europe/Kyiv', '2026-03-29'],
  ['Europe/Kyiv', '2026-11-25'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['America/St_Johns', '2026-11-01'],
  ['America/St_Johns', '2026-03-08'],
  ['America/St_Johns', '2010-11-07'], // back at 00:01, into the day before
  ['America/Havana', '2026-11-01'], // back at 01:00, to midnight
  ['America/Sao_Paulo', '2018-11-04'], // no midnight
  ['Africa/Cairo', '2026-10-30'], // back at midnight, into the day before
  ['Africa/Cairo', '2026-04-24'],
  ['Antarctica/Troll', '2026-03-29'], // two hours
  ['America/Caracas', '2016-05-01'], // half an hour, for good
  ['Pacific/Apia', '2011-12-30'], // no such day
  ['Pacific/Apia', '2026-10-25'],
  ['Asia/Kolkata', '2026-10-25'],
  ['UTC', '2026-10-25'],
];
const CATEGORIES = ['branded', 'functional', 'emotional', 'caf\u00e9'];
const TIMES =
  '00:00 0:00 00:01 00:29 00:30 00:59 01:00 01:01 01:30 01:45 01:59 02:00 2:15 02:29 02:30 02:59 03:00 03:01 3:30 03:59 04:00 09:00 9:00 09:01 9:30 10:00 12:00 18:00 20:59 21:00 21:01 23:00 23:01 23:30 23:59';
const TEXTS = [
  'Five soups for November',
  'five  soups FOR november ',
  'Five soups\n for\tNovember',
  'Five soups, for November',
  'Caf\u00e9 \u0407\u0436\u0430\u043a',
  'cafe\u0301\u00a0 \u0406\u0308\u0416\u0410\u041a',
  'cafe \u0457\u0436\u0430\u043a',
  'CAF\u00c9 \u0457\u0436\u0430\u043a',
];

const clock = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...TIMES.split(' ')) },
  {
    weight: 2,
    arbitrary: fc
      .integer({ min: 0, max: 1439 })
      .map(
        (minutes) =>
          `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
      ),
  },
  { weight: 1, arbitrary: fc.constantFrom('24:00', '9.30', '12:60') },
);
const oneOfFew = (sums: number[], count: number) =>
  fc
    .tuple(
      fc.constantFrom(...sums),
      fc.array(fc.constantFrom(0, 0, 500, 1000, 2500, 3333, 5000, 8000, 9000, 9500, 10_000), {
        minLength: count - 1,
        maxLength: count - 1,
      }),
    )
    .map(([sum, cuts]) => [0, ...cuts.map((cut) => Math.min(cut, sum)).sort((a, b) => a - b), sum])
    .map((cuts) => cuts.slice(1).map((cut, index) => cut - cuts[index]!));
const mix = fc.oneof(
  fc.constant([3000, 3500, 3500].map((parts, index): [string, number] => [CATEGORIES[index]!, parts])),
  fc
    .integer({ min: 2, max: 4 })
    .chain((count) =>
      fc
        .tuple(
          oneOfFew([10_000, 10_000, 9999, 10_001], count),
          fc.shuffledSubarray(CATEGORIES, { minLength: count, maxLength: count }),
        )
        .map(([parts, names]) => names.map((name, index): [string, number] => [name, parts[index]!])),
    ),
);
const channel = (name: string): fc.Arbitrary<SequenceChannel> =>
  fc.record({
    name: fc.constant(name),
    mix,
    maxStreak: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 2 }),
    minGap: fc.option(fc.oneof(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 120 }))),
    hours: fc.option(
      fc.constantFrom<[string, string]>(
        ['09:00', '21:00'],
        ['9:30', '18:00'],
        ['00:00', '23:59'],
        ['02:30', '03:00'],
      ),
    ),
  });
/** Posts of few categories in a row, so that long streaks come about. */
const posts = (days: number, channels: number): fc.Arbitrary<SequencePost[]> =>
  fc
    .shuffledSubarray(['branded', 'functional', 'emotional', 'cafe\u0301', 'fun', 'nope'], {
      minLength: 1,
      maxLength: 4,
    })
    .chain((categories) =>
      fc.array(
        fc.record({
          day: fc.integer({ min: -1, max: days - 1 }),
          channels: fc.uniqueArray(fc.integer({ min: 0, max: channels - 1 }), {
            minLength: 1,
            maxLength: channels,
          }),
          category: fc.option(fc.constantFrom(...categories), { freq: 3 }),
          format: fc.option(
            fc.constantFrom('joke', 'how-to', 'promo', 'quiz', 'photo', 'Joke', 'constructor'),
            { freq: 2 },
          ),
          status: fc.constantFrom(
            ...'draft in_review approved scheduled published on_hold cancelled'.split(' '),
          ),
          unplanned: fc.nat(4).map((number) => number === 0),
          title: fc.boolean(),
          text: fc.option(fc.constantFrom(...TEXTS), { freq: 2 }),
          time: fc.option(clock, { freq: 8 }),
        }),
        { maxLength: 40, size: 'max' },
      ),
    );
const setting = fc.constantFrom('off', 'info', 'warning', 'error');
const SETTABLE = [
  'streak',
  'spacing',
  'autopost',
  'repeat',
  'format-category',
  'hours',
  'local-time',
  'open-slot',
  'missing-time',
  'unapproved',
];
const model: fc.Arbitrary<SequenceModel> = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 2 }), fc.constantFrom(...CHANGES))
  .chain(([days, channels, [timezone, change]]) =>
    fc.record({
      from: fc.integer({ min: 0, max: days - 1 }).map((before) => addDays(change, -before)),
      days: fc.constant(days),
      timezone: fc.constant(timezone),
      channels: fc.tuple(channel('facebook'), channel('telegram')).map((both) => both.slice(0, channels)),
      posts: posts(days, channels),
      formats: fc.constantFrom<Record<string, string | null>>(
        {},
        { quiz: 'emotional', joke: null },
        { quiz: 'fun', promo: 'cafe\u0301' },
      ),
      aliases: fc.constantFrom<Record<string, string[]>>(
        {},
        { emotional: ['fun'] },
        { 'caf\u00e9': ['fun', 'nope'] },
      ),
      rules: fc.oneof(
        fc.constant({}),
        fc.dictionary(fc.constantFrom(...SETTABLE), setting, { noNullPrototype: true }),
      ),
      ready: fc.boolean(),
    }),
  );

interface Written {
  text: string;
  /** In the order of the file. */
  posts: SequencePost[];
  /** Of each post: its line, and what stands there. */
  places: { line: number; post: string }[];
}

/** The model as a plan: JSON, which is YAML too, one post a line. */
function written(given: SequenceModel, style: 'list' | 'mapping'): Written {
  const lines: string[] = [];
  const targets = ({ mix: shares, maxStreak, minGap, hours }: SequenceChannel) => ({
    posts_per_day: '0-99',
    reserve: 0,
    mix: Object.fromEntries(shares.map(([category, parts]) => [category, parts / 100])),
    ...(maxStreak === null ? {} : { max_streak: maxStreak }),
    ...(minGap === null ? {} : { min_gap: minGap }),
    ...(hours === null ? {} : { hours: hours.join('-') }),
  });
  const isOne = given.channels.length === 1;
  const head = {
    from: given.from,
    to: addDays(given.from, given.days - 1),
    timezone: given.timezone,
    ...(isOne ? { targets: targets(given.channels[0]!) } : {}),
    channels: Object.fromEntries(given.channels.map((each) => [each.name, isOne ? null : targets(each)])),
  };
  const ordered: SequencePost[] = [];
  const places: Written['places'] = [];
  const put = (post: SequencePost, isLast: boolean) => {
    const line = JSON.stringify({
      ...(style === 'list' ? { date: addDays(given.from, post.day) } : {}),
      time: post.time ?? undefined,
      ...(post.channels.length === 2
        ? { channels: post.channels.map((index) => given.channels[index]!.name) }
        : isOne && post.title
          ? {}
          : { channel: given.channels[post.channels[0]!]!.name }),
      category: post.category ?? undefined,
      format: post.format ?? undefined,
      status: post.status,
      unplanned: post.unplanned || undefined,
      title: post.title ? 'A title' : undefined,
      text: post.text ?? undefined,
    });
    lines.push(`  ${line}${isLast ? '' : ','}`);
    ordered.push(post);
    places.push({ line: lines.length, post: line });
  };
  lines.push(JSON.stringify(head).replace(/\}$/, style === 'list' ? ',"posts":[' : ',"posts":{'));
  if (style === 'list') {
    for (const [index, post] of given.posts.entries()) put(post, index === given.posts.length - 1);
    lines.push(']}');
  } else {
    const days = [...new Set(given.posts.map(({ day }) => day))];
    for (const [index, day] of days.entries()) {
      const ofDay = given.posts.filter((post) => post.day === day);
      lines.push(`${JSON.stringify(addDays(given.from, day))}:[`);
      for (const [number, post] of ofDay.entries()) put(post, number === ofDay.length - 1);
      lines.push(index === days.length - 1 ? ']' : '],');
    }
    lines.push('}}');
  }
  return { text: lines.join('\n'), posts: ordered, places };
}

/** `line:column-line:column` of a key's value, or of the whole post. */
function rangeOn({ line, post }: Written['places'][number], key: string | null): string {
  const value = key === null ? post : JSON.stringify(JSON.parse(post)[key]);
  const start = 3 + (key === null ? 0 : post.indexOf(`"${key}":`) + key.length + 3);
  return `${line}:${start}-${line}:${start + value.length}`;
}

test.each(['list', 'mapping'] as const)(
  'times, texts and sequences agree with the twin, posts in a %s',
  (style) => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(model, (given) => {
        const { text, posts: ordered, places } = written(given, style);
        const aliases = Object.entries(given.aliases).flatMap(([category, names]) =>
          names.map((name) => [name, category] as const),
        );
        const formats = Object.entries(given.formats).map(
          ([format, category]) => [format, category?.normalize('NFC') ?? null] as const,
        );
        const checked = checkText(text, 'plan.yaml', {
          policy: { ...NO_POLICY, aliases: new Map(aliases), formats: new Map(formats) },
          rules: new Map(Object.entries(given.rules)) as never,
          ready: given.ready,
        });
        const found = checked.findings
          .filter(({ rule }) => SETTABLE.includes(rule))
          .map(
            ({ rule, severity, channel: on, date, line, column, endLine, endColumn }) =>
              `${rule} ${severity} ${on ?? '-'} ${date} ${line}:${column}-${endLine}:${endColumn}`,
          );
        const findings = expectedFindings({ ...given, posts: ordered });
        for (const { rule } of findings) seen.add(rule);
        const wanted = findings.map(
          ({ rule, severity, channel: on, date, post, key }) =>
            `${rule} ${severity} ${on ?? '-'} ${date} ${rangeOn(places[post]!, key)}`,
        );
        expect(found.sort()).toEqual(wanted.sort());
      }),
      { numRuns: 600 },
    );
    expect(seen).toEqual(new Set(SETTABLE));
  },
);

test('the clocks of the zones are as the almanac has them', () => {
  expect(timesShown('Europe/Kyiv', '2026-10-25', 3 * 60 + 30)).toBe(2);
  expect(timesShown('Europe/Kyiv', '2026-10-25', 4 * 60)).toBe(1);
  expect(timesShown('Europe/Kyiv', '2026-03-29', 3 * 60)).toBe(0);
  expect(timesShown('Australia/Lord_Howe', '2026-10-04', 2 * 60 + 15)).toBe(0);
  expect(timesShown('Pacific/Apia', '2011-12-30', 720)).toBe(0);
  expect(timesShown('America/St_Johns', '2010-11-06', 23 * 60 + 1)).toBe(2);
});
