import { afterEach, expect, test, vi } from 'vitest';
import { balancesOf } from '../../src/analysis/channel-balance.ts';
import { analyseSeries, countsIn, RunningSum, type SeriesAnalysis } from '../../src/analysis/series.ts';
import { Team, type TeamPlan } from '../../src/analysis/team.ts';
import type { TeamChannel } from '../../src/analysis/team-channels.ts';
import { addDays } from '../../src/dates.ts';
import { rounded } from '../../src/exact.ts';
import { DEFAULT_TARGETS, mixOf } from '../../src/policy/targets.ts';

/*
 * What a team of thousands of plans costs: each plan is looked at a bounded number of times.
 */

afterEach(() => vi.restoreAllMocks());

const MIX = DEFAULT_TARGETS.mix ?? [];
const TARGETS = { ...DEFAULT_TARGETS, mix_over: { since: '2026-01-01' } };

interface Kind {
  readonly from?: string;
  readonly channel?: string;
  readonly day?: string;
}

const planOf = (index: number, { from = '2026-11-01', channel = 'a', day = from }: Kind) => {
  const counts = countsIn(MIX, () => 1);
  const found: TeamChannel = {
    targets: TARGETS,
    counts,
    countsWithSuspended: counts,
    hasWords: true,
    days: new Set([day]),
  };
  const name = String(index).padStart(5, '0');
  const channels = vi.fn(() => new Map([[channel, found]]));
  return { path: name, name, from, to: addDays(from, 29), channels, channel };
};

const teamOf = (count: number, kindOf: (index: number) => Kind) =>
  Array.from({ length: count }, (_, index) => planOf(index, kindOf(index)));

/** How often the channels of a plan are asked for while all plans of a team are checked, on average. */
const looksAt = (plans: readonly ReturnType<typeof planOf>[], mayOverlap = false) => {
  const team = new Team(plans, mayOverlap);
  for (const plan of plans) {
    const found = team.at(plan, [{ name: plan.channel, targets: TARGETS, layers: [] }], plans);
    for (const overTime of found.channels.values()) expect(overTime.series.counted).toBeGreaterThan(0);
  }
  return plans.reduce((sum, { channels }) => sum + channels.mock.calls.length, 0) / plans.length;
};

test.each([
  ['each with a channel of its own', (index: number) => ({ channel: `c${index}` })],
  ['each on a day of its own', (index: number) => ({ day: addDays('2026-01-01', index) })],
  ['on one day and channel', () => ({})],
  ['one after the other', (index: number) => ({ from: addDays('2026-01-01', 30 * index) })],
])('two thousand plans %s are looked at a few times, in whatever order', (_, kindOf) => {
  const plans = teamOf(2000, kindOf);
  expect(looksAt(plans)).toBeLessThan(15);
  // For an earlier plan, a sum goes on from one that is at most 64 plans before.
  expect(looksAt(teamOf(2000, kindOf).toReversed())).toBeLessThan(15 + 64);
  expect(looksAt(teamOf(2000, kindOf), true)).toBeLessThan(15);
});

test('sums go on from one plan to the next, and are not begun anew for an earlier one', () => {
  const add = vi.spyOn(RunningSum.prototype, 'add');
  const kindOf = (index: number) => ({ from: addDays('2026-01-01', 30 * index) });
  looksAt(teamOf(1000, kindOf));
  expect(add.mock.calls.length).toBe(999 + 1);
  add.mockClear();
  looksAt(teamOf(1000, kindOf).toReversed());
  expect(add.mock.calls.length).toBeLessThan(1000 * 64 + 1000);
});

/** Plans one after the other, each with its own mix and with a day of its own from which the plans count. */
const plansWithOwnDays = (count: number, pick: (index: number) => number) =>
  Array.from({ length: count }, (_, index) => {
    const share = 10 + (index % 7) + index / 1e6;
    const own = mixOf([
      [`c${index % 100}`, share],
      ['a', 40],
      [`b${index % 3}`, 60 - share],
    ] as const);
    const counts = countsIn(own, (category) => (category === 'a' ? index % 4 : 1));
    const from = addDays('2026-01-01', index);
    const mix_over = { since: addDays('2026-01-01', pick(index)) };
    const targets = { ...DEFAULT_TARGETS, mix: own, mix_over };
    const suspended = { targets, counts, countsWithSuspended: counts, hasWords: true, days: new Set([from]) };
    const channels = vi.fn(() => new Map([['a', suspended]]));
    return { path: from, name: from, from, to: from, channels, targets, counts };
  });

const spread = (index: number) => (index * 7919) % (index + 1);

test('where each plan names a day of its own from which the plans count, the sums are those of these plans', () => {
  const plans = plansWithOwnDays(300, spread);
  const team = new Team(plans, false);
  const shown = ({ categories, ...others }: SeriesAnalysis) => ({
    ...others,
    categories: categories.map((each) => ({
      ...each,
      variance: rounded(each.variance, 9),
      share: rounded(each.share, 9),
      quota: rounded(each.quota, 9),
    })),
    off: others.off.map(({ category }) => category),
  });
  for (const index of Array.from({ length: 300 }, (_, each) => (each * 101) % 300)) {
    const { targets } = plans[index]!;
    const parts = plans.slice(spread(index), index + 1);
    const found = team.channelAt(plans[index]!, 'a', targets);
    expect(team.seriesAt(plans[index]!, 'a', targets)).toEqual(parts);
    if (parts.length === 1) expect(found).toBeNull();
    else expect(shown(found!.series)).toEqual(shown(analyseSeries(parts, targets.mix, targets.tolerance!)));
  }
});

test.each([
  ['all of which begin before the first plan', (index: number) => -index],
  ['all over the plans', spread],
  ['one of its own', (index: number) => index],
  ['in the middle of the plans before it', (index: number) => Math.floor(index / 2)],
])('spans that each plan has for itself cost what one costs: %s', (_, pick) => {
  const add = vi.spyOn(RunningSum.prototype, 'add');
  for (const order of [
    (plans: readonly TeamPlan[]) => plans,
    (plans: readonly TeamPlan[]) => plans.toReversed(),
  ]) {
    add.mockClear();
    const plans = plansWithOwnDays(1000, pick);
    const team = new Team(plans, false);
    for (const plan of order(plans)) {
      const { targets } = plan as (typeof plans)[number];
      const found = team.at(plan, [{ name: 'a', targets, layers: [] }], plans);
      for (const { series } of found.channels.values()) expect(series.counted).toBeGreaterThan(0);
    }
    // Each sum goes on from one that is at most 64 plans before, and another is taken away from it.
    expect(add.mock.calls.length).toBeLessThan(1000 * 2 * 64);
    const looks = plans.reduce((sum, { channels }) => sum + channels.mock.calls.length, 0);
    expect(looks).toBeLessThan(1000 * 400);
  }
});

test('of the plans that overlap one, the first thousand are named', () => {
  const plans = teamOf(1500, () => ({}));
  const at = (plan: TeamPlan) => new Team(plans, false).at(plan, [], []).overlaps;
  expect(at(plans[999]!)).toHaveLength(999);
  expect(at(plans[1499]!)).toEqual(plans.slice(0, 1000).map(({ name }) => name));
});

test('the balance of a year of plans that overlap looks at each a few times', () => {
  const plans = teamOf(1000, (index) => ({ channel: `c${index % 10}`, day: addDays('2026-01-01', index) }));
  expect(balancesOf(new Team(plans, false), new Set(plans), undefined).length).toBe(10);
  expect(plans.reduce((sum, { channels }) => sum + channels.mock.calls.length, 0)).toBeLessThan(1000 * 20);
});
