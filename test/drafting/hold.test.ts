import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkText } from '../plans.ts';
import { blankOf, problemsOf, textOf } from './blank-plans.ts';

const WEEK = 'week: 2026-W48\ntargets: { posts_per_day: 2-6, reserve: 1 }\n';
const withHold = (hold: string, posts = '') => `${WEEK}hold: ${hold}\nposts:\n${posts}`;
const slotsOf = (text: string, perDay: number | null = null) => {
  const made = blankOf(text, { perDay });
  return 'problems' in made ? made.problems : made.slots.map(({ date, time }) => `${date}T${time}`);
};

describe('a blank week puts no slot into a hold', () => {
  test('of a day, which is closed', () => {
    expect(textOf(withHold('[tue, 2026-11-26]'))).toMatch(
      /tue: # 24 Nov, on hold[\s\S]*thu: # 26 Nov, on hold/,
    );
  });

  test('of the hours in which slots could be, which closes the day too', () => {
    expect(textOf(withHold('{ from: tue 8:00, to: tue 22:00 }'))).toContain('tue: # 24 Nov, on hold\n');
  });

  test('of a part of a day, which has fewer', () => {
    const slots = slotsOf(withHold('{ from: thu 12:00, to: fri 18:00 }'));
    const thursday = slots.filter((slot) => slot.startsWith('2026-11-26'));
    const friday = slots.filter((slot) => slot.startsWith('2026-11-27'));
    expect(thursday.length).toBeGreaterThan(0);
    expect(thursday.every((slot) => slot < '2026-11-26T12:00')).toBe(true);
    expect(friday.every((slot) => slot >= '2026-11-27T18:00')).toBe(true);
  });

  test('and says on which days it leaves time for fewer than are asked for', () => {
    const holds = '[{ from: tue, to: wed 18:00 }, { from: thu 10:30, to: fri }]';
    const notesOn = (targets: string, perDay: number | null) => {
      const made = blankOf(`week: 2026-W48\n${targets}hold: ${holds}\nposts:\n`, { perDay });
      return 'problems' in made ? made.problems : made.notes;
    };
    const gap = 'targets: { posts_per_day: 1-8, hours: "09:00-21:00", min_gap: 60 }\n';
    const short = '--per-day: the hold leaves time for only 4 of 6 slots on Wed 25 Nov';
    expect(notesOn(gap, 6)).toEqual([
      `${short} and only 2 of 6 slots on Thu 26 Nov; for more, shorten the hold, or lower min_gap`,
    ]);
    expect(notesOn(gap, null)).toEqual([]);
    expect(notesOn(gap.replace('min_gap: 60', 'min_gap: 0'), 6)).toEqual([]);
    expect(notesOn(`channels: [a, b]\n${gap}`, 6)).toEqual([
      `a and b: ${short} and only 2 of 6 slots on Thu 26 Nov; for more, shorten the hold, or lower min_gap`,
    ]);
  });

  test('whatever is held back, and the check has nothing to say', () => {
    const moment = fc.record({
      day: fc.integer({ min: 22, max: 30 }),
      minute: fc.option(fc.integer({ min: 0, max: 24 * 60 - 1 })),
    });
    const written = ({ day, minute }: { day: number; minute: number | null }) => {
      const two = (number: number) => String(number).padStart(2, '0');
      const time = minute === null ? '' : `T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
      return `2026-11-${two(day)}${time}`;
    };
    const position = ({ day, minute }: { day: number; minute: number | null }, isEnd: boolean) =>
      24 * 60 * day + (minute ?? (isEnd ? 24 * 60 : 0));
    const hold = fc
      .tuple(moment, moment)
      .filter(([from, to]) => position(from, false) < position(to, true))
      .filter(([from, to]) => position(to, true) > 23 * 24 * 60 && position(from, false) < 30 * 24 * 60);
    fc.assert(
      fc.property(
        fc.array(hold, { maxLength: 3 }),
        fc.option(fc.integer({ min: 2, max: 5 })),
        (holds, perDay) => {
          const items = holds.map(([from, to]) => `{ from: ${written(from)}, to: ${written(to)} }`);
          const text = withHold(`[${items.join(', ')}]`);
          const made = blankOf(text, { perDay });
          if ('problems' in made) throw new Error(made.problems.join('\n'));
          for (const { date, time } of made.slots) {
            const [hours, minutes] = (time ?? '').split(':').map(Number);
            const at = position({ day: Number(date.slice(8)), minute: 60 * hours! + minutes! }, false);
            expect(holds.some(([from, to]) => position(from, false) <= at && at < position(to, true))).toBe(
              false,
            );
          }
          expect(checkText(made.text).findings).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});

test('a hold of other days than the new week has is refused with what to do', () => {
  expect(
    problemsOf(withHold('{ from: 2026-11-26, to: 2026-11-27 }'), { wishes: { week: '2026-W49' } }),
  ).toEqual([
    'the template "template.yaml" does not fit: hold: this hold is outside the plan, which runs from 2026-11-30 to 2026-12-06, so it keeps nothing back; in a template, name the days mon, tue and so on, or, to keep its own dates, leave out the week',
  ]);
});
