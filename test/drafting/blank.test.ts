import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { spreadBound } from '../../src/analysis/spread.ts';
import {
  addDays,
  clockChangeOn,
  daysBetween,
  minuteOfDay,
  mondayOf,
  WEEKDAYS,
  weekdayOf,
} from '../../src/dates.ts';
import { exact } from '../../src/exact.ts';
import { mixOf } from '../../src/policy/targets.ts';
import { checkText } from '../plans.ts';
import { blankOf, textOf } from './blank-plans.ts';

/** A post as another YAML library reads it. */
interface ReadPost {
  readonly time: string;
  readonly channel?: string;
  readonly category: string;
  readonly title: string;
}
type ReadWeek = { readonly posts: Readonly<Record<string, readonly ReadPost[] | null>> };

const postsOf = (text: string) =>
  Object.entries((parse(text) as ReadWeek).posts).flatMap(([day, posts]) =>
    (posts ?? []).map((post) => ({ ...post, day })),
  );

const percentages = fc
  .array(fc.integer({ min: 0, max: 20 }), { minLength: 2, maxLength: 12 })
  .filter((parts) => parts.some((part) => part > 0))
  .map((parts) => {
    const sum = parts.reduce((all, part) => all + part, 0);
    const percents = parts.map((part) => Math.floor((part * 1000) / sum) / 10);
    const rest = 100 - percents.reduce((all, percent) => all + percent, 0);
    const most = percents.indexOf(Math.max(...percents));
    return percents.map(
      (percent, index) =>
        [`c${index}`, index === most ? Number((percent + rest).toFixed(1)) : percent] as const,
    );
  });
const bounds = fc
  .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }))
  .map(([min, more]) => ({ min, max: min + more }))
  .filter(({ max }) => max > 0);
const written = ({ min, max }: { min: number; max: number }) => `${min}-${max}`;
const WEEKS = [
  '2026-W13',
  '2026-W43',
  '2026-W44',
  '2026-W14',
  '2026-W40',
  '2026-W53',
  '2027-W01',
  '2020-W53',
  '2024-W09',
  '2026-W48',
];
const ZONES = [
  'Europe/Kyiv',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Havana',
  'Africa/Casablanca',
  null,
];
const HOURS = [
  '00:00-23:59',
  '01:00-05:00',
  '02:15-04:20',
  '09:00-21:00',
  '08:07-10:49',
  '22:00-23:59',
  null,
];

interface ChannelWish {
  readonly mix: readonly (readonly [string, number])[];
  readonly bounds: { readonly min: number; readonly max: number };
  readonly byDay: Readonly<Record<string, { readonly min: number; readonly max: number }>>;
  readonly reserve: string;
  readonly daysOff: readonly string[];
  readonly hours: string | null;
  readonly gap: number | null;
}
const channelWish: fc.Arbitrary<ChannelWish> = fc.record({
  mix: percentages,
  bounds,
  byDay: fc.dictionary(fc.constantFrom(...WEEKDAYS), bounds, { maxKeys: 2 }),
  reserve: fc.oneof(
    fc.integer({ min: 0, max: 100 }).map((percent) => `${percent}%`),
    fc.integer({ min: 0, max: 12 }).map(String),
  ),
  daysOff: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { maxLength: 3 }),
  hours: fc.constantFrom(...HOURS),
  gap: fc.constantFrom(null, 0, 2, 3),
});
const weekWish = fc.record({
  week: fc.constantFrom(...WEEKS),
  zone: fc.constantFrom(...ZONES),
  channels: fc.array(channelWish, { minLength: 1, maxLength: 4 }),
});

function templateOf({
  week,
  zone,
  channels,
}: {
  week: string;
  zone: string | null;
  channels: readonly ChannelWish[];
}): string {
  const lines = channels.map(({ mix, bounds, byDay, reserve, daysOff, hours, gap }, index) => {
    const days = Object.entries(byDay).map(([day, each]) => `, ${day}: ${written(each)}`);
    return [
      `  channel-${index}:`,
      `    mix: { ${mix.map(([name, percent]) => `${name}: ${percent}`).join(', ')} }`,
      `    posts_per_day: { default: ${written(bounds)}${days.join('')} }`,
      `    reserve: ${reserve}`,
      `    days_off: [${daysOff.join(', ')}]`,
      ...(hours === null ? [] : [`    hours: "${hours}"`]),
      ...(gap === null ? [] : [`    min_gap: ${gap}`]),
    ].join('\n');
  });
  return [
    `week: ${week}`,
    ...(zone === null ? [] : [`timezone: ${zone}`]),
    'channels:',
    ...lines,
    'posts:',
    '',
  ].join('\n');
}

const RUNS = Number(process.env.BLANK_RUNS ?? 100);

describe('a blank week', () => {
  test('passes the check with no finding, whatever the targets', () => {
    fc.assert(
      fc.property(weekWish, (wish) => {
        const text = textOf(templateOf(wish));
        expect(checkText(text).findings).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  test('has open slots alone, in the hours, none on a day off or when the clocks change, evenly spread', () => {
    fc.assert(
      fc.property(weekWish, (wish) => {
        const monday = mondayOf(wish.week);
        const dates = daysBetween(monday, addDays(monday, 6));
        const posts = postsOf(textOf(templateOf(wish)));
        for (const [index, channel] of wish.channels.entries()) {
          const own =
            wish.channels.length === 1 ? posts : posts.filter((post) => post.channel === `channel-${index}`);
          for (const [weekday, date] of dates.map((each) => [weekdayOf(each), each] as const)) {
            const ofDay = own.filter(({ day }) => day === weekday);
            if (channel.daysOff.includes(weekday)) expect(ofDay).toEqual([]);
            for (const { title, time } of ofDay) {
              expect(title).toBe('');
              const [start = '', end = ''] = (channel.hours ?? '09:00-21:00').split('-');
              expect(start <= time && time <= end).toBe(true);
              const change = wish.zone === null ? null : clockChangeOn(wish.zone, date);
              const moment = `${date} ${time}`;
              expect(change !== null && change.from <= moment && moment < change.until).toBe(false);
            }
            const minutes = ofDay.map(({ time }) => minuteOfDay(time));
            const gaps = minutes.slice(1).map((minute, each) => minute - (minutes[each] ?? 0));
            const isChanged = wish.zone !== null && clockChangeOn(wish.zone, date) !== null;
            if (!isChanged && gaps.length > 0)
              expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('keeps the bound of Tijdeman on every channel after every slot', () => {
    fc.assert(
      fc.property(weekWish, (wish) => {
        const posts = postsOf(textOf(templateOf(wish)));
        for (const [index, channel] of wish.channels.entries()) {
          const own =
            wish.channels.length === 1 ? posts : posts.filter((post) => post.channel === `channel-${index}`);
          const mix = mixOf(channel.mix);
          const bound = spreadBound(mix);
          for (const { category, share } of mix) {
            let count = 0;
            for (const [slot, post] of own.entries()) {
              if (post.category === category) count++;
              expect(
                exact(count)
                  .sub(share.mul(slot + 1))
                  .abs()
                  .lte(bound),
              ).toBe(true);
            }
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('is the same for the same input', () => {
    fc.assert(
      fc.property(weekWish, (wish) => {
        expect(blankOf(templateOf(wish))).toEqual(blankOf(templateOf(wish)));
      }),
      { numRuns: 20 },
    );
  });
});
