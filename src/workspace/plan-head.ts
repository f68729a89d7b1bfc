import type { Dates } from '../analysis/spans.ts';
import { isDay } from '../dates.ts';
import { datesOfWeek } from '../plan/period.ts';

/** How many bytes at the start of a plan are searched for its period before the whole plan is read. */
export const HEAD_BYTES = 1024;

/** Matches a key of the period at the beginning of a line, with a plain or quoted value that fills the line. */
const KEY = /^(week|from|to):[ \t]+(["']?)(\d{4}-W?\d\d(?:-\d\d)?)\2[ \t]*(?:#.*)?\r?\n/gm;
const ANY_KEY = /^["']?(?:week|from|to)["']?[ \t]*:/gm;

/**
 * Returns the dates of a plan from its first bytes; null if the whole plan must be read to know its dates. A plan with
 * mistakes may turn out to have no dates, even if its first bytes state them.
 */
export function datesInHead(head: Uint8Array): Dates | null {
  const text = Buffer.from(head).toString('latin1');
  const stated = new Map([...text.matchAll(KEY)].map(([, key = '', , value = '']) => [key, value]));
  if (stated.size !== (text.match(ANY_KEY) ?? []).length) return null;
  const { week, from, to } = Object.fromEntries(stated);
  if (week !== undefined && stated.size === 1) return datesOfWeek(week);
  const isSpan = week === undefined && from !== undefined && to !== undefined;
  return isSpan && isDay(from) && isDay(to) && from <= to ? { from, to } : null;
}
