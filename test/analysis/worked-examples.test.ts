import { describe, expect, test } from 'vitest';
import { nextCounts } from '../../src/analysis/next-plan.ts';
import { analyseSeries } from '../../src/analysis/series.ts';
import { DEFAULT_TERMS } from '../../src/check/check-plan.ts';
import { readTeamPlan } from '../../src/check/read-team-plan.ts';
import { exact } from '../../src/exact.ts';
import { DEFAULT_TARGETS } from '../../src/policy/targets.ts';
import { checkText } from '../plans.ts';
import { type Counts, planOf, type Told, told, weekOf, weeksFrom40 } from './weeks.ts';

/*
 * The six worked examples of section 8 of the specification: branded/functional/emotional, 30/35/35, tolerance 5, limit
 * 15.
 */

const FIVE: Counts = [2, 1, 2];
const times = (count: number, counts: Counts): Counts[] => Array.from({ length: count }, () => counts);

/** The variances of a series, in posts: the count minus the quota. */
const postsOff = ({ report }: Told) =>
  report?.categories.map(({ count, quota }) => Math.round(100 * (count - quota)) / 100);

describe('1. two weeks of five posts at 2/1/2', () => {
  const now = told(...weeksFrom40(...times(2, FIVE)));

  test('are over, under and on track, and at most one and a half posts off: no finding', () => {
    expect(now).toMatchObject({ count: '4/2/4', quota: '3/3.5/3.5', verdicts: 'over under on_track' });
    expect(postsOff(now)).toEqual([1, -1.5, 0.5]);
    expect(now).toMatchObject({ mix: null, overTime: null });
  });

  test('are followed by 1/3/1', () => expect(now.next).toBe('1/3/1'));
});

describe('2. three weeks of five posts at 2/1/2', () => {
  const now = told(...weeksFrom40(...times(3, FIVE)));

  test('are over, under and on track, with functional two and a quarter posts short: a warning', () => {
    expect(now).toMatchObject({ count: '6/3/6', quota: '4.5/5.25/5.25', verdicts: 'over under on_track' });
    expect(postsOff(now)).toEqual([1.5, -2.25, 0.75]);
    expect(now.overTime).toContain('too few functional posts');
  });

  test('are followed by 1/3/1, and the message says so', () => {
    expect(now.next).toBe('1/3/1');
    expect(now.overTime).toContain('make the next 5 posts 1 branded, 3 functional and 1 emotional');
  });

  test('are on track again after one week that follows the advice', () => {
    const then = told(...weeksFrom40(...times(3, FIVE), [1, 3, 1]));
    expect(then).toMatchObject({ count: '7/6/7', quota: '6/7/7', verdicts: 'on_track on_track on_track' });
    expect(then).toMatchObject({ mix: null, overTime: null });
  });
});

describe('3. twelve weeks of five posts at 2/1/2', () => {
  const weeks = times(12, FIVE);
  const now = told(...weeksFrom40(...weeks));

  test('are over, under and on track, for 24 is 21 and 5 % of 60: a warning', () => {
    expect(now).toMatchObject({ count: '24/12/24', quota: '18/21/21', verdicts: 'over under on_track' });
    expect(now.report).toMatchObject({ from: '2026-09-28', plans: 12, counted: 60 });
    expect(now.overTime).toContain('too few functional posts');
  });

  test('are followed by 0/3/2', () => expect(now.next).toBe('0/3/2'));

  test('then: a week of 0/3/2 pays back, so mix is silent, and the series is still off track', () => {
    const then = told(...weeksFrom40(...weeks, [0, 3, 2]));
    expect(then).toMatchObject({ week: 'under over on_track', mix: null });
    expect(then).toMatchObject({ count: '24/15/26', quota: '19.5/22.75/22.75' });
    expect(then.verdicts).toBe('over under on_track');
    expect(then.overTime).toContain('too few functional posts');
  });

  test('the same week is a warning of mix where it pays nothing back', () => {
    expect(told(weekOf(40, [0, 3, 2])).mix).toBe('warning, 1');
  });
});

describe('4. twelve weeks of five posts at 18/21/21 in all, then 3/1/1', () => {
  const even: Counts[] = [...times(6, [1, 2, 2]), ...times(3, [2, 2, 1]), ...times(3, FIVE)];
  const now = told(...weeksFrom40(...even, [3, 1, 1]));

  test('the series is on track', () => {
    expect(told(...weeksFrom40(...even)).count).toBe('18/21/21');
    expect(now).toMatchObject({ count: '21/22/22', quota: '19.5/22.75/22.75', overTime: null });
    expect(now.verdicts).toBe('on_track on_track on_track');
  });

  test('branded is over in the week and above its running quota: a warning of mix', () => {
    expect(now).toMatchObject({ week: 'over on_track on_track', mix: 'warning, 1' });
  });

  test('is followed by 1/2/2', () => expect(now.next).toBe('1/2/2'));
});

describe('5. a month at 10/6/12', () => {
  const month = planOf('from: 2026-10-01\nto: 2026-10-31', '2026-10-01', [10, 6, 12]);
  const now = told(month, weekOf(45, [2, 4, 1]));

  test('is followed by seven posts at 2/4/1', () => {
    const read = readTeamPlan(new TextEncoder().encode(month), DEFAULT_TERMS);
    const mix = read?.channels.get('default')?.counts;
    const targets = { mix: DEFAULT_TARGETS.mix!, tolerance: exact(5), limit: exact(15) };
    const series = analyseSeries([{ from: '2026-10-01', counts: mix! }], targets.mix, targets.tolerance);
    expect([...nextCounts(series, { posts: 7, ...targets }).values()]).toEqual([2, 4, 1]);
  });

  test('then: the week pays back, so mix is silent', () => {
    expect(now).toMatchObject({ week: 'on_track over under', mix: null });
    expect(told(weekOf(45, [2, 4, 1])).mix).toBe('warning, 1');
  });

  test('then: the series is on track, under, on track, and functional still short: a warning', () => {
    expect(now).toMatchObject({ count: '12/10/13', quota: '10.5/12.25/12.25' });
    expect(now.verdicts).toBe('on_track under on_track');
    expect(postsOff(now)).toEqual([1.5, -2.25, 0.75]);
    expect(now.overTime).toContain('too few functional posts');
  });

  test('then: is followed by 1/4/2', () => expect(now.next).toBe('1/4/2'));
});

describe('6. two weeks of three posts at 2/0/1', () => {
  const now = told(...weeksFrom40(...times(2, [2, 0, 1])));

  test('are over, under and on track, with functional more than two posts short: a warning', () => {
    expect(now).toMatchObject({ count: '4/0/2', quota: '1.8/2.1/2.1', verdicts: 'over under on_track' });
    expect(postsOff(now)).toEqual([2.2, -2.1, -0.1]);
    expect(now.overTime).toContain('too few functional posts');
  });

  test('are followed by 0/2/1', () => expect(now.next).toBe('0/2/1'));
});

describe('a team that follows the advice', () => {
  /** The plan of a week that is counted together with the others of the year: a quarter can be too short. */
  const yearly = (number: number, counts: Counts) =>
    planOf(`week: 2026-W${String(number).padStart(2, '0')}\ntargets: { mix_over: year }`, 'mon', counts);

  /** Follows `next` week by week until the series is on track; says what each week held, and what it was told. */
  const following = (...behind: readonly Counts[]) => {
    const team = behind.map((counts, index) => yearly(index + 1, counts));
    const steps: string[] = [];
    for (let now = told(...team); now.verdicts.match(/over|under/); ) {
      const counts = now.next?.split('/').map(Number) as unknown as Counts;
      team.push(yearly(team.length + 1, counts));
      now = told(...team);
      steps.push(`${now.mix ?? 'silent'}, ${now.overTime === null ? 'silent' : 'told'}: ${counts.join('/')}`);
    }
    return steps;
  };

  test.each([
    ['1', times(2, FIVE), ['silent, silent: 1/3/1']],
    ['2', times(3, FIVE), ['silent, silent: 1/3/1']],
    [
      '3',
      times(12, FIVE),
      ['silent, told: 0/3/2', 'silent, told: 0/3/2', 'silent, told: 1/3/1', 'silent, silent: 1/3/1'],
    ],
    [
      '5',
      [
        [10, 6, 12],
        [2, 4, 1],
      ],
      ['silent, silent: 1/4/2'],
    ],
    ['6', times(2, [2, 0, 1]), ['silent, silent: 0/2/1', 'silent, silent: 0/2/1']],
  ] satisfies [string, Counts[], string[]][])(
    'of example %s hears nothing of mix, and is on track again after a few weeks',
    (_, behind, steps) => expect(following(...behind)).toEqual(steps),
  );
});

test('where a week has to change, it changes towards what the weeks together owe', () => {
  const others = Array.from({ length: 11 }, (_, index) => weekOf(40 + index, [2, 1, 2]));
  const { findings } = checkText(weekOf(51, [0, 2, 3]), 'plan.yaml', {}, others);
  const mix = findings.find(({ rule }) => rule === 'mix');
  expect(mix?.message).toContain('replace 1 emotional post with 1 functional post');
});
