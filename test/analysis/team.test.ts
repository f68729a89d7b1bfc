import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyseMix } from '../../src/analysis/mix-analysis.ts';
import { Team, type TeamPlan } from '../../src/analysis/team.ts';
import type { TeamChannel } from '../../src/analysis/team-channels.ts';
import { DEFAULT_TARGETS } from '../../src/policy/targets.ts';
import { byTurn, type Over, overlappedBy, type Place, seriesAt } from './places-twin.ts';

/** A plan of a team, and on which channels it has posts with words. */
interface Given extends Place {
  words: readonly string[];
}

const iso = (day: number) => new Date(Date.UTC(2026, 8, 14 + day)).toISOString().slice(0, 10);
const CHANNELS = ['facebook', 'telegram'];

/** Paths whose order by UTF-16 units, or by a language, would not be the one by code points. */
const PATHS = [
  'a',
  'B',
  'z',
  'é',
  'e\u0301',
  'я',
  '\uFB00',
  '\uE000',
  '\uFFFD',
  '\u{1D49C}',
  '\u{10FFFF}',
  'a-b',
  'a/b',
];

const plan = (path: string): fc.Arbitrary<Given> =>
  fc
    .record({
      first: fc.nat(30),
      length: fc.constantFrom(1, 2, 7, 7, 7, 30),
      over: fc.constantFrom<Over>('month', 'quarter', 'quarter', 'year', 'none', '2026-09-21'),
      channels: fc.subarray(CHANNELS, { minLength: 1 }),
      busy: fc.array(fc.tuple(fc.nat(29), fc.constantFrom(...CHANNELS)), { maxLength: 3 }),
      words: fc.subarray(CHANNELS),
    })
    .map(({ first, length, over, channels, busy, words }) => ({
      path,
      from: iso(first),
      to: iso(first + length - 1),
      over,
      channels,
      busy: busy
        .filter(([, channel]) => channels.includes(channel))
        .map(([day, channel]) => `${iso(first + (day % length))} ${channel}`),
      words: words.filter((channel) => channels.includes(channel)),
    }));

const teams = fc
  .uniqueArray(fc.constantFrom(...PATHS), { minLength: 1, maxLength: 6 })
  .chain((paths) => fc.tuple(...paths.map(plan)));

/** The plan as the program keeps it; each channel that has words has one post that counts. */
function kept({ path, from, to, channels, busy, words }: Given): TeamPlan {
  const mix = analyseMix(DEFAULT_TARGETS.mix!, new Map([['branded', 1]]), DEFAULT_TARGETS.tolerance!);
  const found = channels.map((name): [string, TeamChannel] => {
    const days = busy.filter((each) => each.endsWith(name)).map((each) => each.split(' ')[0]!);
    return [
      name,
      {
        targets: DEFAULT_TARGETS,
        counts: mix,
        countsWithSuspended: mix,
        hasWords: words.includes(name),
        days: new Set(days),
      },
    ];
  });
  return { path, name: path, from, to, channels: () => new Map(found) };
}

const mixOverOf = (over: Over) => {
  if (over === 'none') return over;
  return over === 'month' || over === 'quarter' || over === 'year' ? { unit: over } : { since: over };
};

test('overlaps, series and the plan that reports are as the twin has them, in whatever order plans are given', () => {
  fc.assert(
    fc.property(teams, fc.nat(), (given, seed) => {
      const plans = new Map(given.map((each) => [each, kept(each)]));
      const team = new Team([...plans.values()], false);
      const checked = given.filter((_, index) => (seed >> index) % 2 === 0);
      const ofRun = checked.map((each) => plans.get(each)!);
      for (const [each, here] of plans) {
        const channels = each.channels.map((name) => {
          return { name, targets: { ...DEFAULT_TARGETS, mix_over: mixOverOf(each.over) }, layers: [] };
        });
        const { overlaps, channels: found, reported } = team.at(here, channels, ofRun);
        expect(overlaps).toEqual(overlappedBy(each, [...given].sort(byTurn)));
        for (const channel of each.channels) {
          const series = seriesAt(each, given, channel);
          const counted = found.get(channel);
          const isReported = reported.has(channel);
          const isSeries = series !== null && series.length > 1;
          expect(counted?.series.plans ?? null).toBe(isSeries ? series.length : null);
          expect(counted?.series.from ?? null).toBe(isSeries ? series[0]!.from : null);
          const able = checked.filter(
            (other) => other.words.includes(channel) && overlappedBy(other, given).length === 0,
          );
          expect(isReported).toBe(isSeries && able.sort(byTurn).at(-1) === each);
        }
      }
    }),
    { numRuns: 300 },
  );
});

describe('plans that begin on the same day', () => {
  const at = (path: string): Given => {
    return { path, from: iso(0), to: iso(0), over: 'quarter', channels: [], busy: [], words: [] };
  };
  const inOrder = (...paths: readonly string[]) =>
    new Team(
      paths.map((path) => kept(at(path))),
      false,
    ).plans.map(({ path }) => path);

  test('are in the order of the code points of their paths: what is beyond 65535 is last', () => {
    expect(inOrder('\u{1F372}.yaml', '\uFB00.yaml', '\uFFFD.yaml', 'z.yaml')).toEqual([
      ...['z.yaml', '\uFB00.yaml', '\uFFFD.yaml', '\u{1F372}.yaml'],
    ]);
  });

  test('capitals come before small letters, a shorter path before a longer one', () => {
    expect(inOrder('b', 'a/b', 'a', 'B', 'a-b', 'é')).toEqual(['B', 'a', 'a-b', 'a/b', 'b', 'é']);
  });
});

test('where overlaps are allowed, plans that overlap are counted together', () => {
  const at = (path: string): Given => {
    const busy = [`${iso(0)} facebook`];
    return { path, from: iso(0), to: iso(0), over: 'quarter', channels: ['facebook'], busy, words: [] };
  };
  const [first, second] = [kept(at('a')), kept(at('b'))];
  const channels = [{ name: 'facebook', targets: DEFAULT_TARGETS, layers: [] }];
  const seriesIn = (mayOverlap: boolean) =>
    new Team([first, second], mayOverlap).at(second, channels, []).channels.get('facebook')?.series.plans;
  expect([seriesIn(true), seriesIn(false)]).toEqual([2, undefined]);
});
