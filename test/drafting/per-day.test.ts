import fc from 'fast-check';
import { expect, test } from 'vitest';
import { problemsOf } from './blank-plans.ts';

const RESERVES = ['0', '1', '3', '20%', '7.5%', '50%', '99%', '100%'];
const planOf = (bounds: string, reserve: string) =>
  `week: 2026-W48\ntargets: { posts_per_day: ${bounds}, reserve: ${reserve}, hours: "00:00-23:59" }\nposts:\n`;

test('each change that a refused --per-day is answered with makes room for it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.nat(12),
      fc.nat(12),
      fc.constantFrom(...RESERVES),
      (perDay, min, more, reserve) => {
        const bounds = `${min}-${Math.max(1, min + more)}`;
        const [sentence] = problemsOf(planOf(bounds, reserve), { perDay });
        if (sentence === undefined) return;
        const [, changed] = /change posts_per_day in plan:targets to ([\d-]+)/.exec(sentence) ?? [];
        const [, kept] = /change reserve in plan:targets to (\d+)/.exec(sentence) ?? [];
        expect(changed ?? kept, sentence).toBeDefined();
        if (changed !== undefined) expect(problemsOf(planOf(changed, reserve), { perDay })).toEqual([]);
        else if (perDay <= min + more) expect(problemsOf(planOf(bounds, kept ?? ''), { perDay })).toEqual([]);
        if (kept !== undefined && changed !== undefined)
          expect(problemsOf(planOf(bounds, kept), { perDay })).toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
});
