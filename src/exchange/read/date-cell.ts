import { timeMeant } from '../../dates.ts';
import { weekdayAbroad } from '../../text/weekday-words.ts';
import { folded } from '../../text/words.ts';
import type { DateOrder } from '../rows.ts';
import { isWeekday, monthNamed } from './month-names.ts';

/** A date in a cell, such as `23/11/2026`. The date may be one that does not exist, such as `30.02.2026`. */
export interface WrittenDate {
  /** The year; null if the cell has only a day and a month, as `23 Nov` does. */
  readonly year: number | null;
  /** The day and the month as numbers, in the order in which they are in the cell. */
  readonly numbers: readonly [first: number, second: number];
  /**
   * Which of the two numbers is the day: the first (`dmy`); the second (`mdy`); usually the first, because dots
   * separate them (`dots`, as in `23.11.2026`); or either (`open`).
   */
  readonly form: DateOrder | 'dots' | 'open';
  /** What follows the date in the cell, in lower case: usually a time; empty if nothing follows. */
  readonly rest: string;
  /** Whether a T separates the date from the rest, as ISO 8601 allows. */
  readonly isIso: boolean;
}

/** A time of day in a cell, such as `09:00+02:00` or `19:17 WIB`. */
export interface WrittenTime {
  /** The time of day as `HH:MM`. */
  readonly time: string;
  /** The offset from UTC in minutes, positive if ahead of UTC; null if the cell has none. */
  readonly offset: number | null;
  /** The word after the time that may be the name of a zone; null if there is none. */
  readonly zone: string | null;
}

const LONGEST_CELL = 80;

const WORD_BEFORE = /^(\p{L}[\p{L}'\u2019\u02bc]*)(?:\., ?|[., ] ?)/u;
const APOSTROPHES = /['\u2019\u02bc]/g;
/** Matches marks without a shape of their own, which some programs put around dates. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * Returns the date at the beginning of `cell`, with or without a weekday before the date; null if there is no date, or
 * if `cell` has more than 80 characters.
 */
export function readDate(cell: string): WrittenDate | null {
  const trimmed = cell.trim();
  if (trimmed.length > LONGEST_CELL) return null;
  const text = folded(trimmed.replace(INVISIBLE, ''));
  const [before = '', word = ''] = WORD_BEFORE.exec(text) ?? [];
  // "сер" is both August and Wednesday in Ukrainian, so a month is tried first.
  return (
    dateIn(text) ??
    (isWeekday(word.replace(APOSTROPHES, '')) || weekdayAbroad(word) !== null
      ? dateIn(text.slice(before.length))
      : null)
  );
}

const FORMS: readonly (readonly [pattern: RegExp, form: WrittenDate['form']])[] = [
  [/^(?<year>\d{4})(?<sign>[-/.])(?<first>\d{1,2})\k<sign>(?<second>\d{1,2})(?!\d)/, 'mdy'],
  [/^(?<first>\d{1,2})\.(?<second>\d{1,2})\.(?<year>\d{4}|\d\d)(?!\d)/, 'dots'],
  [/^(?<first>\d{1,2})\/(?<second>\d{1,2})\/(?<year>\d{4}|\d\d)(?!\d)/, 'open'],
  [/^(?<first>\d{1,2})-(?<second>\d{1,2})-(?<year>\d{4})(?!\d)/, 'open'],
  // Spreadsheets write 23-Nov-26.
  [/^(?<first>\d{1,2})-(?<second>\p{L}+)-(?<year>\d\d)(?!\d)/u, 'dmy'],
  [
    /^(?<first>\d{1,2})(?:st|nd|rd|th|er|\u00ba)?(?:\. ?|[ -])(?<second>\p{L}+)(?:\.?, ?|\. ?|[ -])(?<year>\d{4})(?!\d)/u,
    'dmy',
  ],
  [/^(?<first>\p{L}+)\.? (?<second>\d{1,2})(?:st|nd|rd|th|er|\u00ba)?(?:, ?| )(?<year>\d{4})(?!\d)/u, 'mdy'],
  // Without a year.
  [/^(?<first>\d{1,2})\.(?<second>\d{1,2})\.?(?=$| )/, 'dots'],
  [/^(?<first>\d{1,2})\/(?<second>\d{1,2})(?=$| )/, 'open'],
  [/^(?<first>\d{1,2})(?:st|nd|rd|th|er|\u00ba)?(?:\. ?|[ -])(?<second>\p{L}{3,})\.?(?=$|[ ,])/u, 'dmy'],
  [/^(?<first>\p{L}{3,})\.? (?<second>\d{1,2})(?:st|nd|rd|th|er|\u00ba)?(?=$|[ ,])/u, 'mdy'],
];

function dateIn(text: string): WrittenDate | null {
  for (const [pattern, form] of FORMS) {
    const match = pattern.exec(text);
    const { first = '', second = '', year = '' } = match?.groups ?? {};
    const numbers = [numberIn(first), numberIn(second)] as const;
    const [, sign, rest = ''] = REST.exec(text.slice(match?.[0].length)) ?? [];
    if (match === null || sign === undefined || numbers[0] === null || numbers[1] === null) continue;
    if (year === '' && rest !== '' && readTime(rest) === null) continue;
    return {
      year: year === '' ? null : Number(year.length === 2 ? `20${year}` : year),
      numbers: [numbers[0], numbers[1]],
      form,
      rest,
      isIso: sign === 't',
    };
  }
  return null;
}

/** Matches the word for the year, as in "23 ноября 2026 г.", and anything else that separates a date from a time. */
const REST =
  /^(?: ?(?:\u0433|\u0433\u043e\u0434\u0430|\u0440|\u0440\u043e\u043a\u0443)(?!\p{L})\.?)?($|t(?=\d)|,? (?:(?:at|\u0432|\u043e) )?|,)(.*)$/u;

/** The number of a day or a month: 23 for `23`, 11 for `11` or `november`. Null for any other word. */
function numberIn(word: string): number | null {
  return /^\d/.test(word) ? Number(word) : monthNamed(word);
}

const OFFSET = / ?\(?(?:(?:utc|gmt)?(?<sign>[+-])(?<hours>\d{1,2})(?::?(?<minutes>\d\d))?|z|utc|gmt)\)?$/;
const SECONDS = /^(\d{1,2}:\d\d):[0-5]\d(?:[.,]\d+)?/;

/**
 * Returns the time of day in `cell`, with or without an offset from UTC or a time zone after the time. Null for any
 * other text, for an impossible offset, and for more than 80 characters. Null also for text such as `09:00-10:00`,
 * which is probably a beginning and an end, unless `isIso` is true or the time has seconds.
 *
 * @param isIso - whether the time follows a date and a T, as ISO 8601 has it
 */
export function readTime(cell: string, isIso = false): WrittenTime | null {
  const trimmed = cell.trim();
  if (trimmed.length > LONGEST_CELL) return null;
  const text = folded(trimmed.replace(INVISIBLE, ''));
  const ending = OFFSET.exec(text);
  const clock = text.slice(0, ending?.index);
  // 09:00-10:00 means one hour more often than it means ten hours behind UTC.
  if (ending?.groups?.sign === '-' && !isIso && !SECONDS.test(clock)) return null;
  const time = timeMeant(clock.replace(SECONDS, '$1'));
  if (time === null) return ending === null ? timeBeforeZone(text) : null;
  const offset = ending === null ? null : offsetOf(ending.groups ?? {});
  return Number.isNaN(offset) ? null : { time, offset, zone: null };
}

const ZONE = / ?\(?(\p{L}[\p{L}_]*(?:\/[\p{L}_+-]+)*)\)?$/u;

/** Reads a time with a word after it that may be a zone, such as `19:17 WIB`. Null for any other text. */
function timeBeforeZone(text: string): WrittenTime | null {
  const found = ZONE.exec(text);
  const [, zone] = found ?? [];
  if (zone === undefined) return null;
  const time = timeMeant(text.slice(0, found?.index).replace(SECONDS, '$1'));
  return time === null ? null : { time, offset: null, zone };
}

const FARTHEST_AHEAD = 14 * 60;
const FARTHEST_BEHIND = 12 * 60;

/** The offset in minutes, positive if ahead of UTC; NaN if it is not between -12 and +14 hours. */
function offsetOf({ sign = '+', hours = '0', minutes = '0' }: Readonly<Record<string, string>>): number {
  const size = 60 * Number(hours) + Number(minutes);
  const isReal = Number(minutes) < 60 && size <= (sign === '+' ? FARTHEST_AHEAD : FARTHEST_BEHIND);
  if (!isReal) return Number.NaN;
  return sign === '+' ? size : -size;
}
