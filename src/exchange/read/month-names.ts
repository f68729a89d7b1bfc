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
 * Returns the number (1 to 12) of the month that `word` names; null if there is none. A month in English, Russian or
 * Ukrainian may be cut to its first three letters or more. A month in some other languages, such as German, must be
 * whole or have its usual short form.
 *
 * @param word - a word in lower case
 */
export function monthNamed(word: string): number | null {
  if (word.length < SHORTEST) return null;
  const month = MONTHS.findIndex((names) => names.some((name) => name.startsWith(word)));
  return month === -1 ? monthAbroad(word) : month + 1;
}

/** Languages whose months are known by the names and the short forms that the runtime writes. */
const LANGUAGES = ['de', 'fr', 'es', 'it', 'pt', 'pl', 'id', 'nl', 'tr'];

/** The month that each word means in these languages. Null until the first use, because most sheets never need it. */
let abroad: ReadonlyMap<string, number> | null = null;

function monthAbroad(word: string): number | null {
  abroad ??= monthsAbroad();
  return abroad.get(withoutMarks(word)) ?? null;
}

function monthsAbroad(): ReadonlyMap<string, number> {
  const months = new Map<string, number>();
  for (const language of LANGUAGES) {
    for (const month of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { day: 'numeric', month, timeZone: 'UTC' });
      for (let number = 1; number <= MONTHS.length; number++) {
        const parts = format.formatToParts(Date.UTC(2026, number - 1, 15));
        const name = withoutMarks(parts.find(({ type }) => type === 'month')?.value ?? '');
        // If languages disagree about a word, the language listed first decides.
        if (name.length >= SHORTEST && !months.has(name)) months.set(name, number);
      }
    }
  }
  return months;
}

/** A word in lower case, without accents and full stops: `dec` for `Déc.`. */
function withoutMarks(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '');
}

/**
 * Whether `word` names a weekday in English, Russian or Ukrainian: by its name, a short form, or at least the first
 * three letters of the name.
 *
 * @param word - a word in lower case, without apostrophes
 */
export function isWeekday(word: string): boolean {
  if (SHORT_WEEKDAYS.includes(word)) return true;
  return word.length >= SHORTEST && WEEKDAYS.some((name) => name.startsWith(word));
}
