import { addDays, DAYS_IN_WEEK, type Day, isDay, looksLikeDay, weekOf } from '../dates.ts';
import { notADay, notAWeek } from '../plan/period.ts';
import { didYouMean, quoted } from '../text/words.ts';

/**
 * Returns the ISO week that a command-line argument stands for: `2026-W48`, a date in that week, `this` or `next`.
 *
 * @param today - today's date in the time zone of the plan
 * @returns the week, or a sentence that says why the argument is not a week
 */
export function weekMeant(
  argument: string,
  today: Day,
): { readonly week: string } | { readonly problem: string } {
  if (argument === 'this') return { week: weekOf(today) };
  if (argument === 'next') return { week: weekOf(addDays(today, DAYS_IN_WEEK)) };
  if (isDay(argument)) return { week: weekOf(argument) };
  if (looksLikeDay(argument)) return { problem: notADay(argument) ?? '' };
  const not = notAWeek(argument);
  if (not === null) return { week: argument };
  if (not.isAdvised) return { problem: not.problem };
  const [, number] = /^w?(\d{1,2})$/i.exec(argument) ?? [];
  const meant =
    number === undefined
      ? didYouMean(argument, ['this', 'next'])
      : `; did you mean ${weekOf(today).slice(0, 4)}-W${number.padStart(2, '0')}?`;
  const forms = '; write this, next, a week such as 2026-W48, or a date in it';
  return { problem: `${quoted(argument)} is not a week${meant || forms}` };
}
