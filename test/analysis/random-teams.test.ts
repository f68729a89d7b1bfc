import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyseMix, type MixAnalysis } from '../../src/analysis/mix-analysis.ts';
import { analyseSeries } from '../../src/analysis/series.ts';
import { DEFAULT_TARGETS } from '../../src/policy/targets.ts';
import { type Aims, weekSideOf } from './series-twin.ts';

/*
 * Teams with the same number of posts each week that do not look at the sum, but choose evenly among the counts with
 * which each week by itself is on track. Large ones must not be told early: what they do is chance, and evens out.
 */

/** Teams that are followed; a long run sets more. */
const SHORT = 200;
const RUNS = Number(process.env.TEAMS_RUNS ?? SHORT);
const WEEKS = 13;

const aims: Aims = {
  mix: [
    ['branded', 30],
    ['functional', 35],
    ['emotional', 35],
  ],
  tolerance: 5,
  limit: 15,
};
const mix = DEFAULT_TARGETS.mix!;
const tolerance = DEFAULT_TARGETS.tolerance!;

/** The weeks of so many posts with which every category is on track. */
const weeksOnTrack = new Map<number, readonly MixAnalysis[]>();

function onTrackWith(posts: number): readonly MixAnalysis[] {
  const known = weeksOnTrack.get(posts);
  if (known !== undefined) return known;
  const found: MixAnalysis[] = [];
  for (let branded = 0; branded <= posts; branded++) {
    for (let functional = 0; branded + functional <= posts; functional++) {
      const counts = { branded, functional, emotional: posts - branded - functional };
      const isFine = Object.entries(counts).every(
        ([category, count]) => weekSideOf(aims, category, count, posts) === 'on_track',
      );
      if (isFine) found.push(analyseMix(mix, new Map(Object.entries(counts)), tolerance));
    }
  }
  weeksOnTrack.set(posts, found);
  return found;
}

/** The number of the week in which a team is told for the first time; null if it is never told. */
function firstToldIn(weeks: readonly { posts: number; choice: number }[]): number | null {
  const parts = weeks.map(({ posts, choice }) => {
    const possible = onTrackWith(posts);
    return { from: '2026-09-28', counts: possible[Math.floor((choice * possible.length) / 2 ** 30)]! };
  });
  for (let week = 1; week <= weeks.length; week++) {
    if (analyseSeries(parts.slice(0, week), mix, tolerance).off.length > 0) return week;
  }
  return null;
}

/** How many of these teams are told for the first time in which week. */
function toldBy(
  teams: fc.Arbitrary<{ posts: number; choice: number }[]>,
  weeks: number,
): Map<number, number> {
  const told = new Map<number, number>();
  for (const team of fc.sample(teams, { numRuns: RUNS, seed: 17 })) {
    const week = firstToldIn(team.slice(0, weeks));
    if (week !== null) told.set(week, (told.get(week) ?? 0) + 1);
  }
  if (RUNS > SHORT) {
    const said = [...told].sort(([a], [b]) => a - b).map(([week, count]) => `${count} in week ${week}`);
    console.log(`of ${RUNS} teams are told: ${said.join(', ') || 'none'}`);
  }
  return told;
}

const choice = fc.noBias(fc.nat(2 ** 30 - 1));
const posts = fc.noBias(fc.integer({ min: 14, max: 60 }));
const many = { minLength: WEEKS, maxLength: WEEKS };

test('teams of 14 and more posts that choose by chance are not told by the second week', () => {
  const teams = posts.chain((each) => fc.array(fc.record({ posts: fc.constant(each), choice }), many));
  expect([...toldBy(teams, RUNS > SHORT ? WEEKS : 2).keys()].filter((week) => week <= 2)).toEqual([]);
});
