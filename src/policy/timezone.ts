import * as z from 'zod/mini';
import { isTimeZone, timeZones } from '../dates.ts';
import { nearest, quoted } from '../text/words.ts';

/**
 * The schema of the name of a time zone, such as `Europe/Kyiv`. Its error messages are predicates, such as `is not a
 * time zone`, which reports put after the written value.
 */
export const timezoneSchema = z
  .union([z.string(), z.number(), z.boolean()], {
    error: 'is not the name of a time zone; write one name, such as Europe/Kyiv',
  })
  .check(z.refine((value) => isTimeZone(String(value)), { error: ({ input }) => wrongZone(String(input)) }));

function wrongZone(text: string): string {
  const meant = zoneMeant(text.toLowerCase().replaceAll(' ', '_'));
  const advice =
    meant === undefined
      ? 'write a continent and a city, such as Europe/Kyiv'
      : `did you mean ${quoted(meant)}?`;
  return `is not a time zone; ${advice}`;
}

/**
 * Returns the time zone that was probably meant: the one whose city the text names or, if there is none, the one with
 * the most similar name in the same region, whose city has the same first letter. Returns undefined if there is none
 * either.
 */
function zoneMeant(text: string): string | undefined {
  const zones = timeZones();
  const names = [...zones.keys()];
  const city = names.find((zone) => zone.toLowerCase().endsWith(`/${text}`));
  const beginning = text.slice(0, text.indexOf('/') + 2);
  const inRegion = names.filter((zone) => zone.toLowerCase().startsWith(beginning));
  return zones.get(city ?? nearest(text, inRegion) ?? '');
}
