import { WEEKDAYS, type Weekday } from '../dates.ts';

/**
 * For each language, the names of the weekdays in lower case, separated by spaces: first the long names from Monday to
 * Sunday, then the short names.
 */
export const WEEKDAY_WORDS = {
  ukrainian: 'понеділок вівторок середа четвер пятниця субота неділя пн вт ср чт пт сб нд',
  russian: 'понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс',
  polish: 'poniedziałek wtorek środa czwartek piątek sobota niedziela pn wt śr czw pt sob ndz',
  czech: 'pondělí úterý středa čtvrtek pátek sobota neděle po út st čt pá so ne',
  german: 'montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr sa so',
  french: 'lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim',
  spanish: 'lunes martes miércoles jueves viernes sábado domingo lun mar mié jue vie sáb dom',
  italian: 'lunedì martedì mercoledì giovedì venerdì sabato domenica lun mar mer gio ven sab dom',
  portuguese: 'segunda terça quarta quinta sexta sábado domingo seg ter qua qui sex sáb dom',
  turkish: 'pazartesi salı çarşamba perşembe cuma cumartesi pazar pzt sal çar per cum cmt paz',
} as const;

const LONGEST_WORD = 20;

/**
 * The weekday that each word means, by the word without accents and apostrophes. Null until the first use, because most
 * plans never need it.
 */
let meanings: ReadonlyMap<string, Weekday> | null = null;

function meaningsOfWords(): ReadonlyMap<string, Weekday> {
  const made = new Map<string, Weekday>();
  for (const words of Object.values(WEEKDAY_WORDS)) {
    for (const [index, word] of words.split(' ').entries()) {
      const [name, weekday] = [withoutMarks(word), WEEKDAYS[index % WEEKDAYS.length]];
      // If several languages have a word, the first one counts.
      if (weekday !== undefined && !made.has(name)) made.set(name, weekday);
    }
  }
  return made;
}

/**
 * Returns the weekday that a word means in one of the languages of `WEEKDAY_WORDS`, such as `mon` for `Montag`; null if
 * it means none. Letter case, accents, apostrophes, a full stop at the end and the Portuguese ending `-feira` are
 * ignored. If a word means different weekdays in two languages, the language that is listed first wins.
 */
export function weekdayAbroad(word: string): Weekday | null {
  if (word.length > LONGEST_WORD) return null;
  meanings ??= meaningsOfWords();
  return meanings.get(withoutMarks(word).replace(/-feira$|\.$/, '')) ?? null;
}

/** A word in lower case, without the accents and apostrophes that a keyboard may lack: `sábado` becomes `sabado`. */
function withoutMarks(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}'\u2019\u02bc]/gu, '');
}
