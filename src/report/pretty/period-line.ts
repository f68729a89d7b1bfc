import { type Day, spokenDay, weekOf } from '../../dates.ts';

/** Returns the period and the time zone of a plan in words: `2026-W48, Mon 23 Nov to Sun 29 Nov 2026, Europe/Kyiv`. */
export function period(plan: {
  readonly from: Day;
  readonly to: Day;
  /** An IANA name such as `Europe/Kyiv`; `null` for local time. */
  readonly timezone: string | null;
}): string {
  const { from, to, timezone } = plan;
  const week = weekOf(from);
  const isWeek = spokenDay(from).startsWith('Mon') && weekOf(to) === week && spokenDay(to).startsWith('Sun');
  const firstYear = from.slice(0, 4) === to.slice(0, 4) ? '' : ` ${from.slice(0, 4)}`;
  const days = `${spokenDay(from)}${firstYear} to ${spokenDay(to)} ${to.slice(0, 4)}`;
  return [isWeek ? `${week}, ${days}` : days, ...(timezone === null ? [] : [timezone])].join(', ');
}

/** Returns a span of days in words, such as `Mon 23 Nov to Sun 29 Nov`. */
export function spokenSpan({ from, to }: { readonly from: Day; readonly to: Day }): string {
  return from === to ? spokenDay(from) : `${spokenDay(from)} to ${spokenDay(to)}`;
}
