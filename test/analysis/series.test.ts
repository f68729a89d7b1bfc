import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyseMix } from '../../src/analysis/mix-analysis.ts';
import { nextCounts } from '../../src/analysis/next-plan.ts';
import { analyseSeries, type SeriesAnalysis } from '../../src/analysis/series.ts';
import { exact } from '../../src/exact.ts';
import { mixOf } from '../../src/policy/targets.ts';
import { checkReport } from '../../src/report/json.ts';
import { checkText } from '../plans.ts';
import { seriesAt } from './places-twin.ts';
import { type Given, margins, mixes, quarters, textOf } from './quarters.ts';
import {
  type Aims,
  mixFindingOf,
  mixOverTimeOf,
  nextOf,
  offOverTime,
  totalOf,
  type Week,
} from './series-twin.ts';

/** Quarters that are tried; a long run sets more. */
const RUNS = Number(process.env.SERIES_RUNS ?? 100);

/** The categories that a message calls too many or too few, with the verdict on each. */
function namedIn(message: string): Record<string, string> {
  const named = [...message.matchAll(/too (many|few) (\w+) posts:/g)];
  return Object.fromEntries(named.map(([, side, name]) => [name, side === 'many' ? 'over' : 'under']));
}

/** What the program says of the last of these plans. */
function said(plans: readonly Given[]) {
  const [text = '', ...others] = plans.map(textOf).reverse();
  const checked = checkText(text, 'plan.yaml', {}, others.reverse());
  const found = (rule: string) => checked.findings.find((finding) => finding.rule === rule);
  const mix = found('mix');
  return {
    mix: mix && { severity: mix.severity, moves: mix.data.moves, reported: namedIn(mix.message) },
    overTime: Object.keys(namedIn(found('mix-over-time')?.message ?? '')).sort(),
    mixOverTime: checkReport([checked]).plans[0]?.channels[0]?.mixOverTime,
  };
}

/** What the twin says of it. */
function expected(plans: readonly Given[]) {
  const plan = plans.at(-1)!;
  const series = seriesAt(plan, plans, 'default');
  const mix = mixFindingOf(series ?? [plan]);
  const speaks = series !== null && plan.words && totalOf(plan) > 0;
  return {
    mix: mix ?? undefined,
    overTime: speaks ? offOverTime(series).sort() : [],
    mixOverTime: mixOverTimeOf(series),
  };
}

test('figures, verdicts, next counts, mix and mix-over-time are as the twin has them', () => {
  fc.assert(
    fc.property(quarters, (plans) => {
      expect(said(plans)).toEqual(expected(plans));
    }),
    { numRuns: RUNS },
  );
});

/** The series of these weeks as the program counts it, and the mix that the last week has. */
function seriesOf(weeks: readonly Week[]): SeriesAnalysis {
  const parts = weeks.map(({ aims, counts }) => {
    const counted = new Map(Object.entries(counts));
    return { from: '2026-09-28', counts: analyseMix(mixFor(aims), counted, exact(aims.tolerance)) };
  });
  const { aims } = weeks.at(-1)!;
  return analyseSeries(parts, mixFor(aims), exact(aims.tolerance));
}

const mixFor = ({ mix }: Aims) => mixOf(mix.map(([name, part]) => [name, part / 100] as const));

test('next counts are as the twin has them for any number of posts, another mix, and posts that stay', () => {
  const given = fc.record({
    plans: quarters,
    posts: fc.nat(24),
    aims: fc.record({ mix: mixes, margins }).map(({ mix, margins: own }) => ({ mix, ...own })),
    changes: fc.boolean(),
    stays: fc.array(fc.nat(4), { minLength: 5, maxLength: 5 }),
  });
  fc.assert(
    fc.property(given, ({ plans, posts, aims: others, changes, stays }) => {
      const { tolerance, limit, mix } = changes ? others : plans.at(-1)!.aims;
      const aims: Aims = { mix, tolerance, limit };
      const kept = Object.fromEntries(mix.map(([name], index) => [name, stays[index]!]));
      for (const fixed of [{}, kept]) {
        const twin = nextOf(plans, aims, posts, fixed);
        const counts = nextCounts(seriesOf(plans), {
          posts,
          mix: mixFor(aims),
          tolerance: exact(tolerance),
          limit: exact(limit),
          fixed: new Map(Object.entries(fixed)),
        });
        const total = Object.values(twin).reduce((sum, count) => sum + count, 0);
        // Where more stays than can be made good, the text leaves the rest to the program.
        if (total === posts) expect(Object.fromEntries(counts)).toEqual(twin);
      }
    }),
    { numRuns: RUNS },
  );
});

/** A week of a mix of two halves, without tolerance, so that nothing but whole numbers is allowed for. */
const halves = (a: number, b: number): Week => {
  const mix = ['a', 'b'].map((name) => [name, 5_000] as const);
  return { aims: { mix, tolerance: 0, limit: 0 }, counts: { a, b } };
};

test('a category that is exactly two posts off is reported, one that is less is not', () => {
  const off = (...weeks: readonly Week[]) => seriesOf(weeks).off.map(({ count }) => count);
  expect(off(halves(2, 0), halves(2, 0))).toEqual([4, 0]);
  expect(off(halves(2, 0), halves(2, 1))).toEqual([]);
});

test('of two categories that are owed as much, the first of the mix gets the post', () => {
  const { aims } = halves(0, 0);
  const terms = { posts: 3, mix: mixFor(aims), tolerance: exact(0), limit: exact(0) };
  expect([...nextCounts(null, terms).values()]).toEqual([2, 1]);
  expect([...nextCounts(seriesOf([halves(1, 0)]), terms).values()]).toEqual([1, 2]);
});

test('a plan of open slots is told nothing, a spontaneous post with words beside them or not', () => {
  const week = (number: number, ...more: readonly string[]) => {
    const slots = ['branded', 'branded', 'emotional'].map((category) => `{ category: ${category} }`);
    return `week: 2026-W${number}\nposts:\n  mon: [${[...slots, ...more].join(', ')}]\n`;
  };
  const rulesAt = (...more: readonly string[]) =>
    checkText(week(46, ...more), 'plan.yaml', {}, [week(44), week(45)]).findings.map(({ rule }) => rule);
  expect(rulesAt()).not.toContain('mix-over-time');
  expect(rulesAt('{ category: branded, title: T, unplanned: true }')).not.toContain('mix-over-time');
  expect(rulesAt('{ category: branded, title: T }')).toContain('mix-over-time');
});
