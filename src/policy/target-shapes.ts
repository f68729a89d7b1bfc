import * as z from 'zod/mini';
import { isDay, timeMeant, timeOf, WEEKDAY_NAMES, WEEKDAYS, type Weekday, weekdayNamed } from '../dates.ts';
import { exact } from '../exact.ts';
import { didYouMean, quoted } from '../text/words.ts';
import { LONGEST_NAME, writtenText } from '../yaml/fields.ts';
import { type Context, issue, sentence } from './issues.ts';
import { mix, mixOver } from './mix-shape.ts';
import { type Bounds, DEFAULT_BOUNDS, type PostsPerDay, type Reserve } from './targets.ts';

/*
 * The error messages are predicates, such as "is not a status". Whoever reports one puts the key and value before it.
 */

const POINTS = 'is not a number; write a number of percentage points, such as 10';
const NEGATIVE_POINTS = 'is below 0; write 0 or a higher number of percentage points, such as 10';

/** Returns the message about a wrong number of points. It recognises `5%`, which people write when they mean 5. */
function wrongPoints({ input }: { readonly input?: unknown }): string {
  const [, number] = /^(\d+(?:\.\d+)?) ?%$/.exec(writtenText(input)) ?? [];
  return number === undefined ? POINTS : `is not a number; write ${number} without the percent sign`;
}

const points = z.pipe(
  z.number({ error: wrongPoints }).check(z.gte(0, { error: NEGATIVE_POINTS })),
  z.transform(exact),
);

const BOUNDS = 'is not a number of posts a day; write a range such as 6-12, or one whole number such as 8';
const BOUNDS_BY_DAY = `${BOUNDS}, or days such as { default: 6-12, sat: 2-4 }`;

/**
 * Returns the message about bounds such as `6 - 12`, `6 to 12` or, with another dash, `6–12`; undefined for other
 * texts.
 */
function boundsMeant(input: unknown): string | undefined {
  const [, min, max] = /^(\d{1,9}) ?(?:-|\u2013|\u2014|to|\.\.) ?(\d{1,9})$/.exec(writtenText(input)) ?? [];
  return min === undefined ? undefined : `is not a number of posts a day; did you mean ${min}-${max}?`;
}

const boundsText = z
  .string({ error: BOUNDS })
  .check(z.regex(/^\d{1,9}-\d{1,9}$/, { error: ({ input }) => boundsMeant(input) ?? BOUNDS }));
const whole = (error: string, least: number) =>
  z.int({ error }).check(z.gte(least, { error }), z.lte(1e9, { error }));
const WHOLE = 'is not a whole number; write one such as 6, without quotes';
const boundsObject = z.strictObject({ min: whole(WHOLE, 0), max: whole(WHOLE, 0) }, { error: BOUNDS });
const bounds = z.union([boundsText, whole(BOUNDS, 0), boundsObject], {
  error: ({ input }) => boundsMeant(input) ?? BOUNDS,
});

function boundsFrom(stated: z.output<typeof bounds>): Bounds {
  if (typeof stated === 'number') return { min: stated, max: stated };
  if (typeof stated === 'object') return stated;
  const [min = 0, max = 0] = stated.split('-').map(Number);
  return { min, max };
}

/** Returns bounds as numbers: `6-12` gives {min: 6, max: 12}. Reports a min above the max, and a max below `least`. */
function checkedBounds(
  stated: z.output<typeof bounds>,
  least: number,
  path: readonly string[],
  context: Context,
): Bounds {
  const { min, max } = boundsFrom(stated);
  if (min > max) {
    return typeof stated === 'object'
      ? sentence(context, `"min" is greater than "max"; swap them: { min: ${max}, max: ${min} }`, path)
      : issue(context, `has the larger number first; write ${max}-${min}`, path);
  }
  if (max < least)
    return issue(context, 'allows no posts on any day; write a maximum of at least 1, such as 0-1', path);
  return { min, max };
}

const byDay = z.record(z.string(), bounds, { error: BOUNDS });
const postsPerDay = z.pipe(
  z.union([boundsText, whole(BOUNDS, 0), boundsObject, byDay], {
    error: ({ input }) => boundsMeant(input) ?? BOUNDS_BY_DAY,
  }),
  z.transform((stated, context): PostsPerDay => {
    if (typeof stated !== 'object') {
      return { default: checkedBounds(stated, 1, [], context), days: new Map() };
    }
    if ('min' in stated || 'max' in stated) return withRangeAlone(stated, context);
    const days = new Map<string, Bounds>();
    let byDefault = DEFAULT_BOUNDS;
    for (const [name, value] of Object.entries(stated as z.output<typeof byDay>)) {
      const checked = checkedBounds(value, 0, [name], context);
      const day = dayKey(name, context);
      if (day === null) continue;
      if (name === 'default') byDefault = checked;
      else if (days.has(day)) issue(context, 'names a day that appears twice; keep only one', [name], 'key');
      else days.set(day, checked);
    }
    return { default: byDefault, days };
  }),
);

/**
 * Reads bounds written as `{ min, max }`. Reports it if one of the two keys is missing, or if there is any other key.
 */
function withRangeAlone(stated: Readonly<Record<string, unknown>>, context: Context): PostsPerDay {
  const range = boundsObject.safeParse(stated);
  if (range.success) return { default: checkedBounds(range.data, 1, [], context), days: new Map() };
  const stranger = Object.keys(stated).find((name) => name !== 'min' && name !== 'max');
  if (stranger === undefined) return withOneEnd(stated, context);
  const meant = didYouMean(stranger, ['min', 'max']);
  const advice = meant || '; write either { min: 6, max: 12 } or days such as { default: 6-12, sat: 2-4 }';
  return issue(context, `cannot be used with "min" and "max"${advice}`, [stranger], 'key');
}

/** Reports what is wrong with bounds such as `{ min: 6 }`: a key is missing, or a value is not a whole number. */
function withOneEnd(stated: Readonly<Record<string, unknown>>, context: Context): PostsPerDay {
  const wrongEnd = Object.keys(stated).find((name) => !whole(WHOLE, 0).safeParse(stated[name]).success);
  if (wrongEnd !== undefined) return issue(context, WHOLE, [wrongEnd]);
  const { min, max } = stated;
  const [there, missing] = max === undefined ? ['min', 'max'] : ['max', 'min'];
  const range = `{ min: ${min ?? Math.min(DEFAULT_BOUNDS.min, Number(max))}, max: ${max ?? Math.max(DEFAULT_BOUNDS.max, Number(min))} }`;
  return sentence(context, `"${missing}" is missing; add it beside "${there}", as in ${range}`);
}

/**
 * Returns a date or `default` unchanged, and a weekday in its short form: `Monday` gives `mon`. Returns null for any
 * other name, which is reported.
 */
function dayKey(name: string, context: Context): string | null {
  if (name === 'default' || isDay(name)) return name;
  const weekday = weekdayNamed(name);
  if (weekday !== null) return weekday;
  const advice = didYouMean(name, [...WEEKDAYS, ...WEEKDAY_NAMES, 'default', 'min', 'max']);
  issue(
    context,
    `is not a day${advice || '; write default, a weekday (mon to sun) or a date such as 2026-12-25'}`,
    [name],
    'key',
  );
  return null;
}

const RESERVE =
  'cannot be a reserve; write how many posts a day to keep free, such as 2, or a percentage, such as 20%';

/** Returns the message about a wrong reserve. It recognises `20 %`, which people write when they mean 20%. */
function wrongReserve({ input }: { readonly input?: unknown }): string {
  const [, number] = /^(\d{1,3}(?:\.\d{1,9})?) %$/.exec(writtenText(input)) ?? [];
  return number === undefined ? RESERVE : `cannot be a reserve; did you mean ${number}%?`;
}

const reserve = z.pipe(
  z.union([whole(RESERVE, 0), z.string().check(z.regex(/^\d{1,3}(\.\d{1,9})?%$/, { error: wrongReserve }))], {
    error: wrongReserve,
  }),
  z.transform((stated, context): Reserve => {
    if (typeof stated === 'number') return { posts: stated };
    const percent = Number(stated.slice(0, -1));
    return percent > 100
      ? issue(context, 'is more than the whole day; write 0% to 100%')
      : { percent: exact(percent) };
  }),
);

const DAY_OFF =
  'is not a day; write a weekday (mon to sun) or a date such as 2026-12-25, or several, as in [sat, sun]';

/**
 * Returns the message about a wrong day off. It recognises `weekend`, and several days in one text, such as `sat, sun`.
 */
function wrongDayOff({ input }: { readonly input?: unknown }): string {
  const text = writtenText(input).slice(0, LONGEST_NAME);
  const days = /^weekends?$/i.test(text) ? ['sat', 'sun'] : text.split(/[\s,]+/);
  const isSeveral = days.length > 1 && days.every((day) => isDay(day) || weekdayNamed(day) !== null);
  return isSeveral ? `is not a day; did you mean [${days.join(', ')}]?` : DAY_OFF;
}

const dayOff = z.pipe(
  z
    .string({ error: DAY_OFF })
    .check(z.refine((text) => isDay(text) || weekdayNamed(text) !== null, { error: wrongDayOff })),
  z.transform((text): Weekday | string => weekdayNamed(text) ?? text),
);
const daysOff = z.pipe(
  z.union([z.array(dayOff), dayOff], { error: wrongDayOff }),
  z.transform((days) => new Set(typeof days === 'string' ? [days] : days)),
);

const STREAK = 'is not a number of posts in a row; write a whole number from 1 up, such as 3';
const GAP = 'is not a number of minutes; write a whole number such as 30, or 0 for no gap';

const HOURS = 'is not a time range; write the start and the end, as in "09:00-21:00"';

/** Returns the message about wrong hours. It recognises texts such as `9-21` and `09:00 to 21:00`. */
function wrongHours({ input }: { readonly input?: unknown }): string {
  const ends = writtenText(input)
    .slice(0, LONGEST_NAME)
    .split(/\s*(?:-|\u2013|to)\s*/);
  const times = ends.map(timeMeant);
  const [start, end] = times;
  const isClear = times.length === 2 && typeof start === 'string' && typeof end === 'string' && start < end;
  return isClear ? `is not a time range; did you mean "${start}-${end}"?` : HOURS;
}

const hours = z.pipe(
  z
    .string({ error: HOURS })
    .check(z.regex(/^\d{1,2}:\d\d-\d{1,2}:\d\d$/, { error: wrongHours, abort: true })),
  z.transform((text, context) => {
    const [from = '', to = ''] = text.split('-');
    const start = timeOf(from);
    const end = timeOf(to);
    if (start === null || end === null) {
      const impossible = start === null ? from : to;
      return sentence(
        context,
        `${quoted(impossible)} is not a time of day; write a time from 00:00 to 23:59`,
      );
    }
    if (start < end) return { start, end };
    return start === end
      ? issue(context, 'starts and ends at the same time; write a later time for the end')
      : issue(context, 'ends before it starts; write the earlier time first');
  }),
);

/**
 * The schema of the targets in a plan or a config (docs/specification.md, section 2). It turns each written value into
 * the form that `Targets` has, or says what is wrong.
 */
export const targetsSchema = z.strictObject({
  mix: z.optional(mix),
  tolerance: z.optional(points),
  limit: z.optional(points),
  mix_over: z.optional(mixOver),
  posts_per_day: z.optional(postsPerDay),
  reserve: z.optional(reserve),
  days_off: z.optional(daysOff),
  max_streak: z.optional(whole(STREAK, 1)),
  min_gap: z.optional(whole(GAP, 0)),
  hours: z.optional(hours),
});
