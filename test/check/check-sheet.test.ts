import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_TERMS } from '../../src/check/check-plan.ts';
import { checkSheet } from '../../src/check/check-sheet.ts';
import { fromRows } from '../../src/drift/schedule-side.ts';
import { readSheet } from '../../src/exchange/read/sheet.ts';
import { NO_POLICY } from '../../src/policy/team-policy.ts';
import { planSide } from '../drift/compared.ts';
import { exported } from '../drift/exported.ts';
import { perturbedPlan, planText } from '../drift/perturbed.ts';
import { NO_TERMS } from '../exchange/reading.ts';

const DAYS = { from: null, to: null };

test('drift and check have the same posts of a sheet, by channel, day and category', () => {
  fc.assert(
    fc.property(perturbedPlan, exported, ({ channels, planned, rows, most }, write) => {
      fc.pre(rows.length > 0);
      const schedule = readSheet(write(rows, channels).bytes, { ...NO_TERMS, timezone: 'Europe/Kyiv' });
      const policy = {
        ...NO_POLICY,
        timezone: 'Europe/Kyiv',
        channels: channels.map((name) => ({ name, targets: {}, path: [] })),
      };
      const { posts } = fromRows(schedule, planSide(planText(channels, planned, most)).plan, policy, {});
      const told = posts.map(({ channel, date, category }) => [
        `${channel} ${date}`,
        `${channel} ${category}`,
      ]);
      const { plan } = checkSheet(schedule, 'a.csv', { ...DEFAULT_TERMS, policy }, DAYS);
      const counted = (plan?.channels ?? []).map(({ channel, mix, days }) => [
        days.flatMap(({ date, planned: count }) => new Array(count).fill(`${channel} ${date}`)),
        (mix?.categories ?? []).flatMap(({ category, count }) =>
          new Array(count).fill(`${channel} ${category}`),
        ),
      ]);
      const byDay = counted.flatMap(([days]) => days);
      expect(byDay.sort()).toEqual(told.map(([day]) => day).sort());
      const categories = told.map(([, category]) => category).filter((each) => !each?.endsWith(' null'));
      expect(counted.flatMap(([, mix]) => mix).sort()).toEqual(categories.sort());
    }),
    { numRuns: 300 },
  );
});
