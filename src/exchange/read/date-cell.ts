import { timeMeant } from '../../dates.ts';
import { folded } from '../../text/words.ts';
import type { DateOrder } from '../rows.ts';
import { isWeekday, monthNamed } from './month-names.ts';

/** A date as a cell has it; its numbers may be none of the calendar. */
export interface WrittenDate {
  readonly year: number;
  /** Of the day and the month. */
  readonly numbers: readonly [first: number, second: number];
  /** What says which number is the day: the form itself, dots, which mostly have the day first, or nothing. */
  readonly form: DateOrder | 'dots' | 'open';
  /** What stands behind it, folded: a time, mostly, or nothing. */
  readonly rest: string;
  /** Whether a T parts the two, as in ISO 8601. */
  readonly isIso: boolean;
}

/** A time of day as a cell has it. */
export interface WrittenTime {
  /** `HH:MM` */
  readonly time: string;
  /** Minutes that its clock is ahead of UTC; null for the clock on the wall. */
  readonly offset: number | null;
}

const LONGEST_CELL = 80;

const WORD_BEFORE = /^(\p{L}[\p{L}'\u2019\u02bc]*)(?:\., ?|[., ] ?)/u;
const APOSTROPHES = /['\u2019\u02bc]/g;

/** Reads a cell that begins with a date, perhaps behind a day of the week; null where it does not. */
export function readDate(cell: string): WrittenDate | null {
  const trimmed = cell.trim();
  if (trimmed.length > LONGEST_CELL) return null;
  const text = folded(trimmed);
  const [before = '', word = ''] = WORD_BEFORE.exec(text) ?? [];
  // August is "сер" in Ukrainian, and so is Wednesday: the month comes first.
  return (
    dateIn(text) ?? (isWeekday(word.replace(APOSTROPHES, '')) ? dateIn(text.slice(before.length)) : null)
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
    /^(?<first>\d{1,2})(?:st|nd|rd|th)?(?:\. ?|[ -])(?<second>\p{L}+)(?:\.?, ?|\. ?|[ -])(?<year>\d{4})(?!\d)/u,
    'dmy',
  ],
  [/^(?<first>\p{L}+)\.? (?<second>\d{1,2})(?:st|nd|rd|th)?(?:, ?| )(?<year>\d{4})(?!\d)/u, 'mdy'],
];

function dateIn(text: string): WrittenDate | null {
  for (const [pattern, form] of FORMS) {
    const match = pattern.exec(text);
    const { first = '', second = '', year = '' } = match?.groups ?? {};
    const numbers = [numberIn(first), numberIn(second)] as const;
    const [, sign, rest = ''] = REST.exec(text.slice(match?.[0].length)) ?? [];
    if (match === null || sign === undefined || numbers[0] === null || numbers[1] === null) continue;
    return {
      year: Number(year.length === 2 ? `20${year}` : year),
      numbers: [numbers[0], numbers[1]],
      form,
      rest,
      isIso: sign === 't',
    };
  }
  return null;
}

/** A word for the year, as in "23 ноября 2026 г.", and what parts a date from a time. */
const REST =
  /^(?: ?(?:\u0433|\u0433\u043e\u0434\u0430|\u0440|\u0440\u043e\u043a\u0443)(?!\p{L})\.?)?($|t(?=\d)|,? (?:(?:at|\u0432|\u043e) )?|,)(.*)$/u;

/** Of a day, or of a month that may stand there by its name; null for another word. */
function numberIn(word: string): number | null {
  return /^\d/.test(word) ? Number(word) : monthNamed(word);
}

const OFFSET = / ?\(?(?:(?:utc|gmt)?(?<sign>[+-])(?<hours>\d{1,2})(?::?(?<minutes>\d\d))?|z|utc|gmt)\)?$/;
const SECONDS = /^(\d{1,2}:\d\d):[0-5]\d(?:[.,]\d+)?/;

/**
 * Reads a time of day with or without an offset from UTC; null where the text is none.
 *
 * @param isIso - whether it stands behind a date and a T
 */
export function readTime(cell: string, isIso = false): WrittenTime | null {
  const trimmed = cell.trim();
  if (trimmed.length > LONGEST_CELL) return null;
  const text = folded(trimmed);
  const ending = OFFSET.exec(text);
  const clock = text.slice(0, ending?.index);
  // 09:00-10:00 is an hour long more often than ten hours behind UTC.
  if (ending?.groups?.sign === '-' && !isIso && !SECONDS.test(clock)) return null;
  const time = timeMeant(clock.replace(SECONDS, '$1'));
  const offset = ending === null ? null : offsetOf(ending.groups ?? {});
  return time === null || Number.isNaN(offset) ? null : { time, offset };
}

const FARTHEST_AHEAD = 14 * 60;
const FARTHEST_BEHIND = 12 * 60;

/** In minutes; NaN where no clock has it. */
function offsetOf({ sign = '+', hours = '0', minutes = '0' }: Readonly<Record<string, string>>): number {
  const size = 60 * Number(hours) + Number(minutes);
  const isReal = Number(minutes) < 60 && size <= (sign === '+' ? FARTHEST_AHEAD : FARTHEST_BEHIND);
  if (!isReal) return Number.NaN;
  return sign === '+' ? size : -size;
}
