import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChannelPost } from '../../src/drift/drift-model.ts';
import { matchPosts } from '../../src/drift/match-posts.ts';
import { post } from './posts.ts';

const GRACE = 15;
const DAYS = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'];
const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const fold = (words: string | null) => (words ?? '').toLowerCase().trim();

/** How well two posts fit: 0 is best, null where nothing joins them. An id beats all, then words that do not differ, then some. */
function rankOf(a: ChannelPost, b: ChannelPost): number | null {
  const shares = [a.title, a.text].some(
    (own) => fold(own) !== '' && [b.title, b.text].some((its) => fold(its) === fold(own)),
  );
  const differs = (['title', 'text'] as const).some(
    (key) => fold(a[key]) !== '' && fold(b[key]) !== '' && fold(a[key]) !== fold(b[key]),
  );
  const isSlot = a.date === b.date && a.time === b.time;
  const isNear =
    a.date === b.date &&
    (a.time === null || b.time === null || Math.abs(minutes(a.time) - minutes(b.time)) <= GRACE);
  const place = isSlot ? 0 : isNear ? 1 : a.date === b.date ? 2 : 3;
  const level = shares ? (differs ? 4 : 0) + place : isSlot && a.time !== null ? 8 : 9;
  if (a.id !== null && a.id === b.id) return level;
  return level === 9 ? null : 10 + level;
}

/** Drift that a pair brings, or spares. */
function driftOf(a: ChannelPost, b: ChannelPost): number {
  if (a.openSlot || a.unplanned) return 0;
  const isMoved =
    a.date !== b.date ||
    (a.time !== null && b.time !== null && Math.abs(minutes(a.time) - minutes(b.time)) > GRACE);
  const isOther = a.category !== null && b.category !== null && a.category !== b.category;
  return isMoved || isOther ? 0 : -1;
}

function otherCategory(a: ChannelPost, b: ChannelPost): number {
  return a.category !== null && b.category !== null && a.category !== b.category ? 1 : 0;
}

function wayOf(a: ChannelPost, b: ChannelPost): number {
  const at = (one: ChannelPost) =>
    DAYS.indexOf(one.date) * 1440 + (one.time === null ? 1439 : minutes(one.time));
  return Math.abs(at(a) - at(b));
}

type Score = readonly number[];

/** More pairs by an id, and of these more of the better kinds; then by a text; then by a slot; then less drift, fewer other categories, a shorter way. */
function scoreOf(pairs: readonly (readonly [ChannelPost, ChannelPost])[]): Score {
  const kinds: number[] = new Array(20).fill(0);
  const tiers = [0, 0, 0];
  let [drift, categories, way] = [0, 0, 0];
  for (const [a, b] of pairs) {
    const kind = rankOf(a, b);
    if (kind === null) throw new Error('nothing joins these two');
    kinds[kind] = (kinds[kind] ?? 0) + 1;
    const tier = kind < 10 ? 0 : kind < 18 ? 1 : 2;
    tiers[tier] = (tiers[tier] ?? 0) + 1;
    drift += driftOf(a, b);
    categories += otherCategory(a, b);
    way += wayOf(a, b);
  }
  const [ids = 0, texts = 0, slots = 0] = tiers;
  return [ids, ...kinds.slice(0, 10), texts, ...kinds.slice(10, 18), slots, -drift, -categories, -way];
}

function isBetter(a: Score, b: Score): boolean {
  const index = a.findIndex((value, each) => value !== b[each]);
  return index >= 0 && (a[index] ?? 0) > (b[index] ?? 0);
}

/** The best score of all matchings, by trying every one. */
function bestByTrying(planned: readonly ChannelPost[], scheduled: readonly ChannelPost[]): Score {
  let best = scoreOf([]);
  const go = (index: number, pairs: readonly (readonly [ChannelPost, ChannelPost])[]) => {
    const next = planned[index];
    if (next === undefined) {
      const score = scoreOf(pairs);
      if (isBetter(score, best)) best = score;
      return;
    }
    go(index + 1, pairs);
    for (const other of scheduled) {
      if (rankOf(next, other) === null || pairs.some(([, taken]) => taken === other)) continue;
      go(index + 1, [...pairs, [next, other]]);
    }
  };
  go(0, []);
  return best;
}

const words = fc.constantFrom(null, 'Uhr', 'uhr ', 'Ost', 'Axt');
const anyPost = fc
  .record({
    date: fc.constantFrom(...DAYS),
    time: fc.constantFrom(null, '09:00', '09:10', '18:00'),
    id: fc.constantFrom(null, null, null, 'one', 'two'),
    title: words,
    text: words,
    category: fc.constantFrom(null, 'branded', 'emotional'),
    line: fc.integer({ min: 1, max: 99 }),
  })
  .map(post);
const posts = fc.array(anyPost, { maxLength: 5 });

test('no matching is better than the one that is found', () => {
  fc.assert(
    fc.property(posts, posts, (planned, scheduled) => {
      const matches = matchPosts(planned, scheduled, GRACE);
      expect(new Set(matches.values()).size).toBe(matches.size);
      expect(scoreOf([...matches])).toEqual(bestByTrying(planned, scheduled));
    }),
    { numRuns: 3000 },
  );
});

const shown = ({ date, time, id, title, text, category }: ChannelPost) =>
  [date, time, id, title, text, category].join('|');

test('the order of the posts changes nothing', () => {
  fc.assert(
    fc.property(posts, posts, fc.infiniteStream(fc.nat()), (planned, scheduled, numbers) => {
      const shuffled = (list: readonly ChannelPost[]) =>
        list
          .map((each) => ({ each, key: numbers.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each);
      const pairsOf = (matches: ReadonlyMap<ChannelPost, ChannelPost>) =>
        [...matches].map(([a, b]) => `${shown(a)} ${shown(b)}`).sort();
      expect(pairsOf(matchPosts(shuffled(planned), shuffled(scheduled), GRACE))).toEqual(
        pairsOf(matchPosts(planned, scheduled, GRACE)),
      );
    }),
    { numRuns: 1000 },
  );
});

describe('a large group', () => {
  const jokes = (times: readonly (readonly [day: string, time: string])[]) =>
    times.map(([date, time], index) => post({ title: 'Joke of the day', date, time, line: index + 1 }));
  const hour = (index: number) => `${String(index % 24).padStart(2, '0')}:00`;
  const many = (count: number, day: (index: number) => string) =>
    jokes(Array.from({ length: count }, (_, index) => [day(index), hour(index)] as const));

  test('is paired by the words wherever there are two of them', () => {
    const planned = many(900, () => '2026-11-23');
    const scheduled = many(700, () => '2026-12-01');
    expect(matchPosts(planned, scheduled, GRACE).size).toBe(700);
  });

  test('stays where it is as far as it can', () => {
    const planned = many(900, () => '2026-11-23');
    const scheduled = many(700, (index) => (index < 400 ? '2026-11-23' : '2026-12-01'));
    const matches = [...matchPosts(planned, scheduled, GRACE)];
    const kept = matches.filter(([a, b]) => a.date === b.date && a.time === b.time);
    expect([matches.length, kept.length]).toEqual([700, 400]);
  });

  test.each([0, 20, 28, 31, 40, 100])('is judged like a small one, with %i posts on other days', (others) => {
    const day = (index: number) => new Date(Date.UTC(2026, 11, 3 + index)).toISOString().slice(0, 10);
    const rest = (time: string) => Array.from({ length: others }, (_, index) => [day(index), time] as const);
    const planned = jokes([['2026-12-01', '17:20'], ['2026-12-02', '08:00'], ...rest('12:00')]);
    const scheduled = jokes([['2026-12-01', '12:32'], ['2026-12-01', '17:23'], ...rest('12:05')]);
    const near = [...matchPosts(planned, scheduled, GRACE)].filter(
      ([a, b]) => a.date === b.date && Math.abs(minutes(a.time ?? '') - minutes(b.time ?? '')) <= GRACE,
    );
    expect(near.length).toBe(others + 1);
  });
});
