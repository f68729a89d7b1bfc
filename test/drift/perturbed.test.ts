import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSheet } from '../../src/exchange/read/sheet.ts';
import { compared } from './compared.ts';
import { exported } from './exported.ts';
import { type Fate, type PlannedPost, perturbedPlan, type Row } from './perturbed.ts';

const DAY_NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** The plan as a list, a post a line from line 6 on. */
function planText(channels: readonly string[], planned: readonly PlannedPost[], most: number): string {
  const posts = planned.map(({ channel, day, slot, category, title, id, unplanned }) => {
    const parts = [
      `date: ${DAY_NAMES[day]}`,
      `channel: ${channel}`,
      `category: ${category}`,
      ...(slot === null ? [] : [`time: "${clock(slot * 30)}"`]),
      ...(title === null ? [] : [`title: ${title}`]),
      ...(id === null ? [] : [`id: ${id}`]),
      ...(unplanned ? ['unplanned: true'] : []),
    ];
    return `  - { ${parts.join(', ')} }`;
  });
  const head = ['week: 2026-W48', 'timezone: Europe/Kyiv', `channels: [${channels.join(', ')}]`];
  return [...head, `targets: { posts_per_day: 0-${most} }`, 'posts:', ...posts, ''].join('\n');
}

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
    else if (post.day < first || post.day > last) verdicts.push(`${key} unknown`);
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
      const { bytes, lines } = write(rows, channels);
      const schedule = readSheet(bytes, { timezone: 'Europe/Kyiv', channels: [], dateOrder: null });
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
