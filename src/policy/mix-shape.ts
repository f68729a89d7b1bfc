import * as z from 'zod/mini';
import { isDay } from '../dates.ts';
import { exact, rounded } from '../exact.ts';
import { didYouMean, quoted } from '../text/words.ts';
import { LONGEST_NAME, nameOf, writtenText } from '../yaml/fields.ts';
import { issue, sentence } from './issues.ts';
import { type MixOver, mixOf, SPAN_UNITS, sumOf } from './targets.ts';

const SHARE = 'is not a share; write a number from 0 to 100, such as 35';

/** The message for a wrong share. People write 30% or "30" and mean 30. */
function wrongShare({ input }: { readonly input?: unknown }): string {
  const [, number, sign] = /^(\d+(?:\.\d+)?)( ?%)?$/.exec(writtenText(input)) ?? [];
  if (number === undefined) return SHARE;
  return sign === undefined
    ? `is text because it is in quotes; write ${number} without quotes`
    : `is not a number; write ${number} without the percent sign`;
}

/**
 * The smallest share above 0, in percent. The steps in which an even order of the slots is looked for grow with the
 * number of decimals.
 */
const SMALLEST_SHARE = 0.000001;

const share = z.number({ error: wrongShare }).check(
  z.gte(0, { error: SHARE }),
  z.refine((percent) => percent <= 0 || percent >= SMALLEST_SHARE, {
    error: 'is too small for a share; write 0, or at least 0.000001',
  }),
);

/** The schema of a mix. It turns `{ branded: 30, … }` into a `Mix`, or says what is wrong. */
export const mix = z.pipe(
  z.record(z.string(), share, {
    error:
      'is not a mix; write categories and percentages, such as { branded: 30, functional: 35, emotional: 35 }',
  }),
  z.transform((parts, context) => {
    if (Object.keys(parts).some((name) => name.trim() === '')) {
      return sentence(context, 'a category of the mix has no name; write its name before the colon');
    }
    const tooLong = Object.keys(parts).find((name) => name.length > LONGEST_NAME);
    if (tooLong !== undefined)
      return issue(
        context,
        `is too long for a name; write at most ${LONGEST_NAME} characters`,
        [tooLong],
        'key',
      );
    const named = Object.entries(parts).map(([name, percent]) => [nameOf(name), percent] as const);
    const names = new Set(named.map(([name]) => name));
    if (names.size < named.length) {
      const twice = named.find(([name], index) => named.findIndex(([other]) => other === name) < index);
      return sentence(context, `${quoted(twice?.[0] ?? '')} appears twice in the mix; keep only one`);
    }
    if (names.size < 2 || names.size > 12)
      return sentence(context, `a mix needs 2 to 12 categories; this one has ${names.size}`);
    const sum = sumOf(named.map(([, percent]) => percent));
    if (sum.sub(100).abs().gt(exact(0.01))) {
      if (sum.sub(1).abs().lte(exact(0.01)))
        return sentence(
          context,
          'the shares add up to 1 instead of 100; write percentages, such as 30 instead of 0.3',
        );
      const off = sum.sub(100);
      const advice = `${off.n < 0n ? 'raise' : 'lower'} them by ${rounded(off.abs(), 4)} in all`;
      return sentence(context, `the shares add up to ${rounded(sum, 4)} instead of 100; ${advice}`);
    }
    return mixOf(named);
  }),
);

const NONE = 'none';

/** The message for a wrong span. */
function wrongSpan({ input }: { readonly input?: unknown }): string {
  const text = writtenText(input).slice(0, LONGEST_NAME);
  const meant = didYouMean(text, [...SPAN_UNITS, NONE]);
  return `is not a span${meant || '; write month, quarter, year, none, or the day from which the plans count, such as 2026-10-01'}`;
}

/**
 * The schema of `mix_over`, the span over which plans are counted together. It turns `month`, `none` or a date into a
 * `MixOver`, or says what is wrong.
 */
export const mixOver = z.pipe(
  z
    .string({ error: wrongSpan })
    .check(z.refine((text) => text === NONE || isDay(text) || isUnit(text), { error: wrongSpan })),
  z.transform((text): MixOver => (isUnit(text) ? { unit: text } : text === NONE ? NONE : { since: text })),
);

function isUnit(text: string): text is (typeof SPAN_UNITS)[number] {
  return SPAN_UNITS.some((unit) => unit === text);
}
