import { afterEach, expect, test, vi } from 'vitest';
import { balancesOf } from '../../src/analysis/channel-balance.ts';
import { countsIn, RunningSum } from '../../src/analysis/series.ts';
import { Team, type TeamPlan } from '../../src/analysis/team.ts';
import type { TeamChannel } from '../../src/analysis/team-channels.ts';
import { addDays } from '../../src/dates.ts';
import { DEFAULT_TARGETS } from '../../src/policy/targets.ts';

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
