import { DAYS_IN_WEEK, WEEKDAY_NAMES } from '../../dates.ts';
import { WEEKDAY_WORDS } from '../../text/weekday-words.ts';

/**
 * The names of each month in English, and in Russian and Ukrainian, both in the nominative and in the genitive, which
 * is used in dates.
 */
const MONTHS = [
  ['january', 'январь', 'января', 'січень', 'січня'],
  ['february', 'февраль', 'февраля', 'лютий', 'лютого'],
  ['march', 'март', 'марта', 'березень', 'березня'],
  ['april', 'апрель', 'апреля', 'квітень', 'квітня'],
  ['may', 'май', 'мая', 'травень', 'травня'],
  ['june', 'июнь', 'июня', 'червень', 'червня'],
  ['july', 'июль', 'июля', 'липень', 'липня'],
  ['august', 'август', 'августа', 'серпень', 'серпня'],
  ['september', 'сентябрь', 'сентября', 'вересень', 'вересня'],
  ['october', 'октябрь', 'октября', 'жовтень', 'жовтня'],
  ['november', 'ноябрь', 'ноября', 'листопад', 'листопада'],
  ['december', 'декабрь', 'декабря', 'грудень', 'грудня'],
];

/** The names of the weekdays in the languages of sheets other than English. */
const ABROAD = [WEEKDAY_WORDS.russian, WEEKDAY_WORDS.ukrainian].map((words) => words.split(' '));
const SHORT_WEEKDAYS = ABROAD.flatMap((words) => words.slice(DAYS_IN_WEEK));
const WEEKDAYS = [
  ...WEEKDAY_NAMES.map((name) => name.toLowerCase()),
  ...ABROAD.flatMap((words) => words.slice(0, DAYS_IN_WEEK)),
];
const SHORTEST = 3;

/**
 * Returns the number (1 to 12) of the month that a word names in English, Russian or Ukrainian, in full or by at least
 * the first three letters; null if the word names no month.
 *
 * @param word - a word in lower case
 */
export function monthNamed(word: string): number | null {
  if (word.length < SHORTEST) return null;
  const month = MONTHS.findIndex((names) => names.some((name) => name.startsWith(word)));
  return month === -1 ? null : month + 1;
}

/**
 * Whether a word is the English, Russian or Ukrainian name of a weekday, a short form of the name, or at least the
 * first three letters of the name.
 *
 * @param word - a word in lower case, without apostrophes
 */
export function isWeekday(word: string): boolean {
  if (SHORT_WEEKDAYS.includes(word)) return true;
  return word.length >= SHORTEST && WEEKDAYS.some((name) => name.startsWith(word));
}
