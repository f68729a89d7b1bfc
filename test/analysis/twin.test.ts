import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyseMix } from '../../src/analysis/mix-analysis.ts';
import { exact } from '../../src/exact.ts';
import { mixOf } from '../../src/policy/targets.ts';
import { json as jsonPieces } from '../../src/report/json.ts';
import { checkText } from '../plans.ts';
import { whole } from '../report/whole.ts';
import {
  expected,
  fewestMoves,
  isOnTrack,
  isoOf,
  type Model,
  type ModelBounds,
  type ModelPost,
  WEEKDAY,
} from './twin.ts';

const json = whole(jsonPieces);

const DAYS = 10;
const CATEGORIES = ['branded', 'functional', 'emotional', 'news'];

/** Shares in hundredths of a percent that sum to 10000. */
const parts = (count: number) =>
  fc
    .array(fc.integer({ min: 0, max: 10_000 }), { minLength: count - 1, maxLength: count - 1 })
    .map((cuts) => {
      const sorted = [0, ...cuts.sort((a, b) => a - b), 10_000];
      return sorted.slice(1).map((cut, index) => cut - sorted[index]!);
    });
const mix = fc
  .integer({ min: 2, max: 4 })
  .chain((count) =>
    parts(count).map((shares) => shares.map((share, index): [string, number] => [CATEGORIES[index]!, share])),
  );
const bounds = (least: number) =>
  fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })).map(([min, more]): ModelBounds => {
    const max = Math.max(least, min + more);
    return { min, max };
  });
const byDay = (least: number, count: number) =>
  fc
    .array(fc.tuple(fc.integer({ min: 0, max: count - 1 }), bounds(least)), { maxLength: 3 })
    .map((days) => Object.fromEntries(days));
const post = (channels: number): fc.Arbitrary<ModelPost> =>
  fc.record({
    day: fc.integer({ min: 0, max: DAYS - 1 }),
    channels: fc.uniqueArray(fc.integer({ min: 0, max: channels - 1 }), {
      minLength: 1,
      maxLength: channels,
    }),
    category: fc.option(fc.constantFrom(...CATEGORIES), { freq: 4 }),
    format: fc.option(
      fc.constantFrom('joke', 'how-to', 'promo', 'photo', 'constructor', 'crisis-statement'),
      {
        freq: 2,
      },
    ),
    unplanned: fc.boolean().map((value) => value),
    hour: fc.option(fc.integer({ min: 0, max: 23 })),
    status: fc.constantFrom('draft', 'draft', 'scheduled', 'approved', 'published', 'on_hold', 'cancelled'),
    title: fc.boolean(),
  });
const moment = fc.tuple(fc.integer({ min: 0, max: DAYS - 1 }), fc.option(fc.integer({ min: 0, max: 23 })));
const hold = fc
  .tuple(moment, moment)
  .map(([from, to]) => ({ from, to }))
  .filter(({ from, to }) => 24 * from[0] + (from[1] ?? 0) < 24 * to[0] + (to[1] ?? 24));
const model: fc.Arbitrary<Model> = fc.integer({ min: 1, max: 2 }).chain((channels) =>
  fc.record({
    channels: fc.constant(['facebook', 'telegram'].slice(0, channels)),
    mix,
    tolerance: fc.integer({ min: 0, max: 30 }),
    limit: fc.integer({ min: 0, max: 40 }),
    bounds: fc.record({ default: bounds(1), weekdays: byDay(0, 7), dates: byDay(0, DAYS) }),
    reserve: fc.oneof(
      fc.record({ posts: fc.integer({ min: 0, max: 5 }) }),
      fc.record({ percent: fc.integer({ min: 0, max: 100 }) }),
    ),
    daysOff: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 2 }),
    holds: fc.array(hold, { maxLength: 3 }),
    posts: fc.array(post(channels), { maxLength: 24 }),
  }),
);

const written = ({ min, max }: ModelBounds) => (min === max ? min : `${min}-${max}`);

const writtenMoment = ([day, hour]: [number, number | null]) =>
  hour === null ? isoOf(day) : `${isoOf(day)}T${hour}:00`;

/** The model as a plan: JSON, which is YAML too. */
function planOf(given: Model, style: 'list' | 'mapping'): string {
  const posts = given.posts.map(({ day, hour, channels, category, format, unplanned, status, title }) => ({
    date: isoOf(day),
    channels: channels.map((index) => given.channels[index]),
    status,
    ...(hour === null ? {} : { time: `${hour}:00` }),
    ...(category === null ? {} : { category }),
    ...(format === null ? {} : { format }),
    ...(unplanned ? { unplanned } : {}),
    ...(title ? { title: 'A title' } : {}),
  }));
  const days: Record<string, unknown[]> = {};
  for (const { date, ...rest } of posts) {
    days[date] ??= [];
    days[date].push(rest);
  }
  return JSON.stringify({
    from: isoOf(0),
    to: isoOf(DAYS - 1),
    channels: given.channels,
    targets: {
      mix: Object.fromEntries(given.mix.map(([category, share]) => [category, share / 100])),
      tolerance: given.tolerance,
      limit: given.limit,
      posts_per_day: {
        default: written(given.bounds.default),
        ...Object.fromEntries(
          Object.entries(given.bounds.weekdays).map(([day, each]) => [WEEKDAY[Number(day)], written(each)]),
        ),
        ...Object.fromEntries(
          Object.entries(given.bounds.dates).map(([day, each]) => [isoOf(Number(day)), written(each)]),
        ),
      },
      reserve: 'posts' in given.reserve ? given.reserve.posts : `${given.reserve.percent}%`,
      days_off: given.daysOff.map((day) => WEEKDAY[day]),
    },
    hold: given.holds.map(({ from, to }) => ({ from: writtenMoment(from), to: writtenMoment(to) })),
    posts: style === 'list' ? posts : days,
  });
}

const RULES = ['mix', 'posts-per-day', 'reserve', 'hold'];

test.each(['list', 'mapping'] as const)(
  'numbers and verdicts agree with the twin, posts in a %s',
  (style) => {
    fc.assert(
      fc.property(model, (given) => {
        const checked = checkText(planOf(given, style));
        const report = JSON.parse(json([checked]));
        const twin = expected(given, DAYS);
        expect(report.plans[0]).toEqual(twin.plan);
        const found = checked.findings.filter(({ rule }) => RULES.includes(rule));
        expect(
          found
            .map(
              ({ rule, severity, channel, date, data }) =>
                `${rule} ${severity} ${channel ?? '-'} ${date ?? '-'}${rule === 'hold' && severity === 'info' ? ` ${data.posts}` : ''}`,
            )
            .sort(),
        ).toEqual(twin.findings);
      }),
      { numRuns: 400 },
    );
  },
);

test('moves are the fewest, and the changes that are advised bring every category on track', () => {
  const given = mix.chain((shares) =>
    fc.record({
      shares: fc.constant(shares),
      counts: fc.array(fc.integer({ min: 0, max: 9 }), {
        minLength: shares.length,
        maxLength: shares.length,
      }),
      tolerance: fc.integer({ min: 0, max: 20 }),
    }),
  );
  fc.assert(
    fc.property(given, ({ shares, counts, tolerance }) => {
      const percentages = shares.map(([category, share]) => [category, share / 100] as const);
      const byCategory = new Map(shares.map(([category], index) => [category, counts[index]!]));
      const { moves, changes, counted } = analyseMix(mixOf(percentages), byCategory, exact(tolerance));
      expect(moves).toBe(
        fewestMoves(
          counts,
          shares.map(([, share]) => share),
          tolerance,
        ),
      );
      for (const { from, to, count } of changes) {
        byCategory.set(from, byCategory.get(from)! - count);
        byCategory.set(to, byCategory.get(to)! + count);
      }
      for (const [category, share] of shares) {
        expect(isOnTrack(byCategory.get(category)!, counted, share, tolerance)).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});
