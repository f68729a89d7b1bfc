import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSheet } from '../../src/exchange/read/sheet.ts';
import { NO_TERMS } from '../exchange/reading.ts';
import { compared } from './compared.ts';
import { exported } from './exported.ts';
import { type Fate, type PlannedPost, perturbedPlan, planText, type Row } from './perturbed.ts';

/** What a post that is there is to be called. */
function verdictOf(post: PlannedPost, { kind }: Fate): string {
  if (post.unplanned || post.title === null || kind === 'kept' || kind === 'jittered' || kind === 'captioned')
    return 'on_plan';
  return kind;
}

/** What is to come of every planned post, where missing ones of a day are told apart by their number alone. */
function expectedVerdicts(
  planned: readonly PlannedPost[],
  fates: readonly Fate[],
  rows: readonly Row[],
  most: number,
) {
  const covered = rows.map(({ day }) => day);
  const [first, last] = [Math.min(...covered), Math.max(...covered)];
  // A channel that no row names may be scheduled elsewhere.
  const named = new Set(rows.map(({ channel }) => channel));
  const perDay = new Map<string, number>();
  const addedOn = new Map<string, number>();
  const count = (counts: Map<string, number>, { channel, day }: { channel: string; day: number }) =>
    counts.set(`${channel} ${day}`, (counts.get(`${channel} ${day}`) ?? 0) + 1);
  for (const row of rows) {
    count(perDay, row);
    if (row.origin === null) count(addedOn, row);
  }
  const verdicts: string[] = [];
  for (const [index, post] of planned.entries()) {
    const how = fates[index] ?? { kind: 'kept' };
    const key = `${post.channel} ${post.day}`;
    if (how.kind !== 'left_out') verdicts.push(`${key} ${verdictOf(post, how)}`);
    else if (post.day < first || post.day > last || !named.has(post.channel)) verdicts.push(`${key} unknown`);
    else if (post.unplanned || post.title === null) verdicts.push(`${key} open`);
    else {
      const left = addedOn.get(key) ?? 0;
      addedOn.set(key, left - 1);
      verdicts.push(`${key} ${left > 0 ? 'gave_way' : 'dropped'}`);
    }
  }
  for (const { channel, day, origin } of rows) {
    const key = `${channel} ${day}`;
    if (origin === null) verdicts.push(`${key} ${(perDay.get(key) ?? 0) > most ? 'over_room' : 'added'}`);
  }
  return verdicts.sort();
}

test('what happened on the way from plan to schedule is found again', () => {
  fc.assert(
    fc.property(perturbedPlan, exported, ({ channels, planned, fates, rows, most }, write) => {
      fc.pre(rows.length > 0);
      // Moments that are all midnight, here or in UTC, have no times.
      fc.pre([0, 120].every((midnight) => rows.some(({ minute }) => minute !== midnight)));
      const { bytes, lines } = write(rows, channels);
      const schedule = readSheet(bytes, { ...NO_TERMS, timezone: 'Europe/Kyiv' });
      const { posts, drift } = compared(planText(channels, planned, most), schedule);
      const told = posts.map(({ verdict, channel, planned: before, scheduled }) => {
        const day = Number((before ?? scheduled)?.date.slice(8)) - 23;
        return `${channel} ${day} ${verdict}`;
      });
      expect(told.sort()).toEqual(expectedVerdicts(planned, fates, rows, most));
      for (const { planned: before, scheduled } of posts) {
        if (scheduled === null) continue;
        const row = rows[lines.indexOf(scheduled.line)];
        expect(row?.origin ?? null).toBe(before === null ? null : before.line - 6);
      }
      const counted = (names: readonly string[]) =>
        told.filter((line) => names.includes(line.split(' ')[2] ?? '')).length;
      const drifted = counted(['moved', 'recategorised', 'moved_and_recategorised', 'dropped']);
      const measured = posts.filter(
        ({ verdict, planned: before }) =>
          before !== null && before.title !== null && !before.unplanned && verdict !== 'unknown',
      ).length;
      expect(drift.valueOf()).toBeCloseTo(measured === 0 ? 0 : (100 * drifted) / measured, 9);
    }),
    { numRuns: Number(process.env.DRIFT_RUNS ?? 500) },
  );
});
