import { instantAt, isTimeZone } from '../../dates.ts';
import { remembered } from '../../remembered.ts';
import { UnreadableSchedule } from '../rows.ts';
import { type ContentLine, lineValue } from './icalendar-lines.ts';
import { definedZone, type ZoneClock } from './icalendar-zone.ts';
import { occurrences } from './sheet-text.ts';

const BEGIN_ZONE = /^BEGIN:VTIMEZONE[ \t]*$/i;
const END_ZONE = /^END:VTIMEZONE[ \t]*$/i;
const BEGIN_OTHER = /^(?:BEGIN:V|END:VCALENDAR)/i;
const PART = /^(?:BEGIN|END):(?:STANDARD|DAYLIGHT)[ \t]*$/i;
const PROPERTIES = /^(?:DTSTART|TZOFFSETFROM|TZOFFSETTO|RRULE|RDATE)[;:]/i;

/**
 * Returns the text of the definitions of time zones (VTIMEZONE) in a calendar, by the names of the zones. Leaves out a
 * definition without an end. If a name has several definitions, the first counts.
 */
export function definitionsIn(lines: readonly ContentLine[]): ReadonlyMap<string, string> {
  const definitions = new Map<string, string>();
  let open: { name: string | null; readonly lines: string[] } | null = null;
  for (const { content } of lines) {
    if (BEGIN_ZONE.test(content)) open = { name: null, lines: [] };
    else if (open === null || BEGIN_OTHER.test(content)) open = null;
    else if (END_ZONE.test(content)) {
      const { name } = open;
      const definition = ['BEGIN:VTIMEZONE', ...open.lines, 'END:VTIMEZONE'].join('\n');
      if (name !== null && !definitions.has(name)) definitions.set(name, definition);
      open = null;
    } else if (/^TZID[;:]/i.test(content)) open.name ??= unescaped(lineValue(content) ?? '');
    else if (PART.test(content) || (PROPERTIES.test(content) && lineValue(content) !== null)) {
      open.lines.push(content);
    }
  }
  return definitions;
}

/** The words that a value stands for, in which a backslash stands before a comma, a semicolon or a backslash. */
function unescaped(value: string): string {
  return value.trim().replace(/\\([,;\\])/g, '$1');
}

/** The most lines and listed dates in the definitions of time zones that are read. */
const MOST_LINES = 5_000;
/** The most parts of definitions (STANDARD and DAYLIGHT) that are computed, each once for every year of a post. */
const MOST_COMPUTED = 100_000;

/** The time zones of a calendar: those of the IANA database, and those that the calendar itself defines. */
export class CalendarZones {
  private readonly definitions: ReadonlyMap<string, string>;
  private readonly known = new Map<string, ZoneClock | 'unknown' | 'unreadable'>();
  private readonly official = new Map<string, boolean>();
  private lines = 0;
  private computed = 0;

  /**
   * @param definitions - the definitions of time zones (VTIMEZONE) in the calendar, by the names of the zones
   */
  constructor(definitions: ReadonlyMap<string, string>) {
    this.definitions = definitions;
  }

  /**
   * Returns the clock of the zone that `name` stands for. An IANA name means the zone of the IANA database, even behind
   * a prefix as in `/example.org/Europe/Kyiv`; any other name, such as `FLE Standard Time`, means the zone that the
   * calendar defines. Returns `unknown` if the calendar does not define the zone, and `unreadable` if the definition is
   * invalid or of a kind that cmplan does not read.
   *
   * @throws {UnreadableSchedule} if the definitions read so far have more than 5,000 lines and dates together. The
   * clock throws the same error if all clocks together are asked about too many years
   */
  clockOf(name: string): ZoneClock | 'unknown' | 'unreadable' {
    return remembered(this.known, name, () => {
      const zone = this.officialName(name);
      if (zone !== undefined) return (day, time) => instantAt(zone, day, time);
      const definition = this.definitions.get(name);
      if (definition === undefined) return 'unknown';
      this.lines += 1 + occurrences(definition, '\n') + occurrences(definition, ',');
      if (this.lines > MOST_LINES) {
        throw new UnreadableSchedule(
          'has more than 5,000 lines that define time zones; export it with time zones such as Europe/Kyiv, or in UTC',
        );
      }
      return definedZone(definition, (parts) => this.countComputed(parts)) ?? 'unreadable';
    });
  }

  private countComputed(parts: number): void {
    this.computed += parts;
    if (this.computed <= MOST_COMPUTED) return;
    throw new UnreadableSchedule(
      'has too many time zones of its own, in too many years; export only the weeks of the plan',
    );
  }

  /** The IANA name that a name is, or that it ends with if it begins with a slash; undefined if there is none. */
  private officialName(name: string): string | undefined {
    const parts = name.startsWith('/') ? name.split('/') : [];
    const endings = [1, 2, 3].map((count) => parts.slice(-count).join('/'));
    return [name, ...endings].find((each) => remembered(this.official, each, () => isTimeZone(each)));
  }
}
