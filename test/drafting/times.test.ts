import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockChangeOn, minuteOfDay, timeAt } from '../../src/dates.ts';
import {
  capacityOf,
  type DayPlan,
  minutesIn,
  type Shift,
  shownOnce,
  spreadOver,
} from '../../src/drafting/slot-times.ts';

const range = (from: number, length: number): readonly number[] =>
  Array.from({ length }, (_, index) => from + index);

/** The greatest number of slots that can be placed: each as early as it may be, which leaves the most room for the others. */
function mostByHand({ minutes, taken, gap }: DayPlan): number {
  let count = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (const minute of minutes) {
    if (minute - last < gap || taken.some((each) => Math.abs(minute - each) < gap)) continue;
    count++;
    last = minute;
  }
  return count;
}

/** The same by trying every subset, for a few minutes. */
function mostOfAllSubsets({ minutes, taken, gap }: DayPlan): number {
  let most = 0;
  for (let subset = 0; subset < 2 ** minutes.length; subset++) {
    const chosen = minutes.filter((_, index) => (subset >> index) & 1);
    const isFree = chosen.every(
      (minute, index) =>
        (index === 0 || minute - (chosen[index - 1] ?? 0) >= gap) &&
        taken.every((each) => Math.abs(minute - each) >= gap),
    );
    if (isFree) most = Math.max(most, chosen.length);
  }
  return most;
}

const START = 600;
const takenAround = (length: number) =>
  fc
    .array(fc.integer({ min: START - 20, max: START + length + 20 }), { maxLength: 4 })
    .map((minutes) => [...minutes].sort((a, b) => a - b));
const windows = (longest: number, leastGap = 1): fc.Arbitrary<DayPlan> =>
  fc.integer({ min: 1, max: longest }).chain((length) =>
    fc.record({
      minutes: fc.constant(range(START, length)),
      taken: takenAround(length),
      gap: fc.integer({ min: leastGap, max: 15 }),
    }),
  );
/** Hours in which the clocks change: some minutes in the middle are left out. */
const windowsWithHole: fc.Arbitrary<DayPlan> = fc
  .tuple(windows(80, 0), fc.integer({ min: 0, max: 80 }), fc.integer({ min: 1, max: 40 }))
  .map(([day, at, length]) => ({
    ...day,
    minutes: day.minutes.filter((minute) => minute < START + at || START + at + length <= minute),
  }));
/** The shift of a channel that takes no turns with the days of the week. */
const alone = (phase: number): Shift => ({ phase, share: 1, turn: 0 });
const phases = fc.double({ min: 0.01, max: 0.99, noNaN: true });

function expectPlaced({ minutes, taken, gap }: DayPlan, slots: readonly number[]): void {
  for (const [index, slot] of slots.entries()) {
    expect(minutes).toContain(slot);
    if (index > 0) expect(slot - (slots[index - 1] ?? 0)).toBeGreaterThanOrEqual(gap);
    for (const each of taken) expect(Math.abs(slot - each)).toBeGreaterThanOrEqual(gap);
  }
}

describe('the slots of a day', () => {
  test('are rising, within the minutes, and far enough from each other and from the posts that stay', () => {
    fc.assert(
      fc.property(fc.oneof(windows(300), windowsWithHole), phases, fc.nat(), (day, phase, wanted) => {
        const most = Math.min(capacityOf(day), 40);
        const count = wanted % (most + 1);
        const slots = spreadOver(day, count, alone(phase));
        expect(slots.length).toBe(count);
        expectPlaced(day, slots);
      }),
      { numRuns: 1000 },
    );
  });

  test('are as many as fit, when as many are asked for', () => {
    fc.assert(
      fc.property(windows(120), phases, (day, phase) => {
        const slots = spreadOver(day, capacityOf(day), alone(phase));
        expect(slots.length).toBe(mostByHand(day));
        expectPlaced(day, slots);
      }),
      { numRuns: 500 },
    );
  });

  test('are the same distance apart but for a minute, in steps of five minutes where they are an hour or more', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 30, max: 1440 }),
        fc.integer({ min: 0, max: 90 }),
        fc.integer({ min: 2, max: 24 }),
        phases,
        (length, gap, count, phase) => {
          const day = { minutes: range(0, length), taken: [], gap };
          fc.pre(count <= capacityOf(day));
          const slots = spreadOver(day, count, alone(phase));
          const gaps = slots.slice(1).map((slot, index) => slot - (slots[index] ?? 0));
          const even = (length - 1) / count;
          const rounded = 5 * Math.floor(even / 5);
          if (even >= 60 && rounded >= gap) expect(new Set(gaps)).toEqual(new Set([rounded]));
          else expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('stand on round minutes where the hours begin on one and they are far apart', () => {
    const day = { minutes: minutesIn({ start: '09:00', end: '21:00' }), taken: [], gap: 1 };
    for (const count of range(1, 12)) {
      for (const slot of spreadOver(day, count, alone(0.5))) expect(slot % 5).toBe(0);
    }
  });

  test('go to the widest stretches between the posts that stay', () => {
    const minutes = minutesIn({ start: '09:00', end: '21:00' });
    const day = { minutes, taken: [minuteOfDay('10:00'), minuteOfDay('12:00')], gap: 1 };
    for (const slot of spreadOver(day, 3, alone(0.5))) expect(slot).toBeGreaterThan(minuteOfDay('12:00'));
    const busy = spreadOver(day, 14, alone(0.5));
    expect(busy.filter((slot) => slot < minuteOfDay('10:00'))).toHaveLength(1);
    expect(busy.filter((slot) => slot > minuteOfDay('12:00'))).toHaveLength(12);
  });

  test('of several channels are at different times', () => {
    for (const end of ['18:00', '21:00', '22:30']) {
      const minutes = minutesIn({ start: '09:00', end });
      for (const channels of range(2, 5)) {
        for (const count of range(1, 24)) {
          const all = range(0, channels).flatMap((index) =>
            spreadOver({ minutes, taken: [], gap: 1 }, count, alone((2 * index + 1) / (2 * channels))),
          );
          expect(new Set(all).size).toBe(channels * count);
        }
      }
    }
  });
});

test('the slots of a channel are at other times on each day of the week', () => {
  const minutes = minutesIn({ start: '09:00', end: '21:00' });
  for (const channels of range(1, 4)) {
    for (const count of range(1, 12)) {
      for (const index of range(0, channels)) {
        const all = range(-3, 7).flatMap((turn) =>
          spreadOver({ minutes, taken: [], gap: 1 }, count, {
            phase: (index + 0.5) / channels,
            share: 1 / channels,
            turn,
          }),
        );
        expect(new Set(all).size).toBe(7 * count);
      }
    }
  }
});

describe('the room of a day', () => {
  test('is exactly the greatest number of slots that can be placed', () => {
    fc.assert(
      fc.property(windows(40), (day) => {
        expect(capacityOf(day)).toBe(mostByHand(day));
      }),
      { numRuns: 2000 },
    );
  });

  test('is what trying every choice of minutes finds', () => {
    fc.assert(
      fc.property(windows(11), (day) => {
        expect(capacityOf(day)).toBe(mostOfAllSubsets(day));
      }),
      { numRuns: 200 },
    );
  });

  test('is never more than fits where the clocks change', () => {
    fc.assert(
      fc.property(windowsWithHole, (day) => {
        fc.pre(day.gap > 0);
        expect(capacityOf(day)).toBeLessThanOrEqual(mostByHand(day));
      }),
      { numRuns: 1000 },
    );
  });

  test('is without end where posts may go out at once, and nothing where there is no minute', () => {
    expect(capacityOf({ minutes: range(0, 3), taken: [], gap: 0 })).toBe(Number.POSITIVE_INFINITY);
    expect(capacityOf({ minutes: [], taken: [], gap: 0 })).toBe(0);
    expect(capacityOf({ minutes: [], taken: [5], gap: 3 })).toBe(0);
  });
});

describe('the minutes that the clocks show once', () => {
  const shown = (start: string, end: string, zone: string, day: string) =>
    shownOnce(minutesIn({ start, end }), day, clockChangeOn(zone, day)!).map(timeAt);

  test('leave out an hour that is skipped', () => {
    const times = shown('02:00', '05:00', 'Europe/Kyiv', '2026-03-29');
    expect(times).toHaveLength(181 - 60);
    expect(times.slice(58, 62)).toEqual(['02:58', '02:59', '04:00', '04:01']);
  });

  test('leave out an hour that is shown twice', () => {
    const times = shown('02:00', '05:00', 'Europe/Kyiv', '2026-10-25');
    expect(times).toHaveLength(181 - 60);
    expect(times.slice(58, 62)).toEqual(['02:58', '02:59', '04:00', '04:01']);
  });

  test('leave out half an hour where the clocks change by that', () => {
    expect(shown('01:28', '02:31', 'Australia/Lord_Howe', '2026-10-04')).toEqual([
      ...range(minuteOfDay('01:28'), 32).map(timeAt),
      '02:30',
      '02:31',
    ]);
  });

  test('are none where the hours are within the change', () => {
    expect(shown('03:00', '03:59', 'Europe/Kyiv', '2026-03-29')).toEqual([]);
  });
});
