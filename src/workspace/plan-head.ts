import type { Dates } from '../analysis/spans.ts';
import { isDay } from '../dates.ts';
import { datesOfWeek } from '../plan/period.ts';

/** The number of bytes at the beginning of a plan that usually say its dates, so that the rest need not be read. */
export const HEAD_BYTES = 1024;

/** Matches a key of the period at the beginning of a line, with a plain or quoted value that fills the line. */
const KEY = /^(week|from|to):[ \t]+(["']?)(\d{4}-W?\d\d(?:-\d\d)?)\2[ \t]*(?:#.*)?\r?\n/gm;
const ANY_KEY = /^["']?(?:week|from|to)["']?[ \t]*:/gm;

/**
 * Returns the first and the last day of a plan as far as its first bytes show; null if they leave a doubt, so that the
 * whole plan must be read. The rest of the plan is not checked, and may have mistakes.
 *
 * @param head - the first bytes of the plan
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
