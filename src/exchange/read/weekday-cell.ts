import { WEEKDAY_NAMES, WEEKDAYS, type Weekday } from '../../dates.ts';
import { weekdayAbroad } from '../../text/weekday-words.ts';
import { folded } from '../../text/words.ts';

const LONGEST_CELL = 30;
const SHORTEST = 2;

/** Returns the weekday that `cell` names, as `Mon`, `MONDAY`, `Tues.` and `понеділок` do; null for any other text. */
export function weekdayIn(cell: string): Weekday | null {
  if (cell.length > LONGEST_CELL) return null;
  const word = folded(cell).replace(/\.$/, '');
  const english = WEEKDAYS.find(
    (day, index) => word.startsWith(day) && WEEKDAY_NAMES[index]?.toLowerCase().startsWith(word),
  );
  return english ?? (word.length < SHORTEST ? null : weekdayAbroad(word));
}
