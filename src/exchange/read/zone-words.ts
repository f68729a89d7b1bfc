import { isTimeZone, timeZones } from '../../dates.ts';
import { folded, quoted } from '../../text/words.ts';
import { UnreadableSchedule } from '../rows.ts';

/** A time zone: its IANA name, or the minutes by which its clocks are ahead of UTC (negative if they are behind). */
export type Zone = string | number;

/** Words that mean one zone only, in lower case, each with the minutes by which its clocks are ahead of UTC. */
const CLEAR: ReadonlyMap<string, number> = new Map([
  ['utc', 0],
  ['gmt', 0],
  ['z', 0],
  ['wib', 7 * 60],
  ['wita', 8 * 60],
  ['wit', 9 * 60],
  ['msk', 3 * 60],
  ['мск', 3 * 60],
]);

/** Words that may mean several zones, or a zone whose clocks change, each with an example of what may be meant. */
const UNCLEAR: ReadonlyMap<string, string> = new Map(
  [
    ['America/New_York', 'est edt et'],
    ['America/Chicago', 'cst cdt ct'],
    ['America/Denver', 'mst mdt mt'],
    ['America/Los_Angeles', 'pst pdt pt'],
    ['Europe/London', 'bst wet west'],
    ['Europe/Berlin', 'cet cest'],
    ['Europe/Kyiv', 'eet eest'],
    ['Asia/Kolkata', 'ist'],
    ['Australia/Sydney', 'aest aedt aet'],
    ['Asia/Tokyo', 'jst'],
    ['Asia/Seoul', 'kst'],
    ['Asia/Singapore', 'sgt'],
    ['Asia/Manila', 'pht'],
    ['Africa/Johannesburg', 'sast'],
    ['America/Sao_Paulo', 'brt'],
    ['Asia/Dubai', 'gst'],
    ['Pacific/Auckland', 'nzst nzdt'],
  ].flatMap(([zone = '', words = '']) => words.split(' ').map((word) => [word, zone] as const)),
);

const OFFSET = /^(?:utc|gmt)? ?([+-])(\d{1,2})(?::?(\d\d))?$/;
const FARTHEST_AHEAD = 14 * 60;
const FARTHEST_BEHIND = 12 * 60;
const LONGEST_ZONE = 40;

/** The time zones, by IANA name, that the user says words stand for. The keys are the words in lower case: `est`. */
export type ZonesAsked = ReadonlyMap<string, string>;

/**
 * Returns the zone that `word` stands for; null if `word` does not look like a zone. A zone can be named by a word in
 * `asked`, which takes precedence, an unambiguous abbreviation, an offset such as `UTC+2`, an IANA name, or the city of
 * the plan's own zone.
 *
 * @param asked - the time zones that words stand for, as the user says
 * @param own - the zone of the plan, an IANA name; null if the plan names none
 * @param where - where the word is, such as `"Time (EST)"`, for the error
 * @throws {UnreadableSchedule} if the word may mean several zones, and `asked` does not say which
 */
export function zoneNamed(word: string, asked: ZonesAsked, own: string | null, where: string): Zone | null {
  if (word === '' || word.length > LONGEST_ZONE) return null;
  const name = folded(word);
  const given = asked.get(name);
  if (given !== undefined) return given;
  const offset = CLEAR.get(name) ?? offsetIn(name);
  if (offset !== null) return offset;
  if (name.includes('/') && isTimeZone(name)) return word.trim();
  if (own?.toLowerCase().endsWith(cityEnding(name))) return own;
  const example = UNCLEAR.get(name) ?? cityZone(name);
  if (example === undefined) return null;
  const shown = /^[a-z]{2,5}$/.test(word) ? word.toUpperCase() : word;
  const option = `${shown}=${example}`;
  throw new UnreadableSchedule(
    `has times in ${quoted(shown)} (${where}), which may mean more than one time zone; say which, such as --zone ${/\s/.test(option) ? quoted(option) : option}`,
  );
}

/** Whether `word` is a known abbreviation of one or more time zones, or a word in `asked`, ignoring letter case. */
export function isZoneWord(word: string, asked: ZonesAsked): boolean {
  const name = folded(word);
  return asked.has(name) || CLEAR.has(name) || UNCLEAR.has(name);
}

/** The offset in minutes that a text such as `utc+2` or `+02:00` means; null if it means none. */
function offsetIn(text: string): number | null {
  const [, sign, hours, minutes = '0'] = OFFSET.exec(text) ?? [];
  if (sign === undefined) return null;
  const size = 60 * Number(hours) + Number(minutes);
  if (Number(minutes) >= 60 || size > (sign === '+' ? FARTHEST_AHEAD : FARTHEST_BEHIND)) return null;
  return sign === '+' ? size : -size;
}

/** The zone whose name ends with a city, such as `Europe/Kyiv` for `kyiv`; undefined if there is none. */
function cityZone(name: string): string | undefined {
  return [...timeZones().keys()].find((zone) => zone.toLowerCase().endsWith(cityEnding(name)));
}

function cityEnding(name: string): string {
  return `/${name.replaceAll(' ', '_')}`;
}
