import { knownChannels } from '../networks.ts';
import {
  type Schedule,
  type ScheduledIdea,
  type ScheduledRow,
  type ScheduleTerms,
  type SkippedLine,
  UnreadableSchedule,
} from '../rows.ts';
import { calendarClock, noteOnFloating } from './icalendar-clock.ts';
import { type Entry, entriesOf } from './icalendar-entries.ts';
import { type Event, eventOf, ideaOf, rowOf } from './icalendar-event.ts';
import { withWholeLetters } from './icalendar-folds.ts';
import { type ContentLine, contentLines, lineValue } from './icalendar-lines.ts';
import { firstIn } from './icalendar-properties.ts';
import { timesOf } from './icalendar-times.ts';
import { CalendarZones, definitionsIn } from './icalendar-zones.ts';
import { occurrences, textOfFile } from './sheet-text.ts';

const MOST_ROWS = 100_000;
const LONGEST_ENDING = 200;
/** The most rules of repetition that are read, because the library takes a noticeable time for each. */
const MOST_RULES = 5_000;
const MOST_VALUES = 20_000;
/** The most times that are computed from rules of repetition, even if some of them become no posts. */
const MOST_REPEATED = 50_000;

/**
 * Returns the posts and ideas in a calendar as defined in RFC 5545. An entry that repeats gives one post for each of
 * its times.
 *
 * @throws {UnreadableSchedule} if the file is not a complete calendar, is too large, has a time in an unknown zone, or
 * has a time in a zone while the plan names none
 */
export function readCalendar(bytes: Uint8Array, { timezone, channels }: ScheduleTerms): Schedule {
  const text = textOfFile(withWholeLetters(bytes));
  if (!/^BEGIN:VCALENDAR[ \t]*$/im.test(text)) {
    throw new UnreadableSchedule(
      'is not a calendar, because it has no line BEGIN:VCALENDAR; export it again as iCalendar',
    );
  }
  const rows: ScheduledRow[] = [];
  const isChannel = knownChannels(channels);
  const skipped: SkippedLine[] = [];
  const ideas: ScheduledIdea[] = [];
  const lines = contentLines(text);
  const zones = new CalendarZones(definitionsIn(lines));
  const clock = calendarClock(timezone, zones);
  const entries = entriesOf(lines);
  if (!/^END:VCALENDAR\s*$/im.test(text.slice(-LONGEST_ENDING))) {
    throw new UnreadableSchedule('is cut off: its last line is not END:VCALENDAR; export it again');
  }
  refuseMore(valuesIn(entries, 'EXDATE'), MOST_VALUES, 'days on which posts do not repeat');
  refuseMore(valuesIn(entries, 'RDATE'), MOST_VALUES, 'days on which posts repeat');
  refuseMore(valuesIn(entries, 'RRULE'), MOST_VALUES, 'days in its repeat rules');
  const events = entries.flatMap((entry) => {
    const event = eventOf(entry, clock);
    if (typeof event !== 'string') return [event];
    skipped.push({ line: entry.line, reason: event });
    const idea = ideaOf(entry);
    if (idea !== null) ideas.push(rowOf(idea, isChannel));
    return [];
  });
  const byRule = events.filter(({ repeats, component }) => repeats && component.hasProperty('rrule'));
  refuseMore(byRule.length, MOST_RULES, 'posts that repeat');
  const notes = [...noteOnZone(events, timezone, timezoneIn(lines), zones)];
  const replacements = new Map<string | null, Set<string>>();
  for (const { id, replaces } of events) {
    if (replaces === null) continue;
    const times = replacements.get(id) ?? new Set();
    replacements.set(id, times.add(replaces));
  }
  let repeated = 0;
  for (const event of events) {
    const replaced = replacements.get(event.id) ?? new Set();
    const { times, notes: remarks } = timesOf(event, clock, replaced, (count) => {
      repeated += count;
      refuseMore(repeated, MOST_REPEATED, 'times of posts that repeat');
    });
    notes.push(...remarks.map((reason) => ({ line: event.line, reason })));
    const row = rowOf(event, isChannel);
    for (const { date, time } of times) rows.push({ ...row, date, time });
    refuseMore(rows.length, MOST_ROWS, 'posts');
  }
  return {
    columns: [],
    headerLine: 1,
    unread: [],
    remarks: [],
    columnChannels: [],
    rows,
    slots: () => [],
    ideas,
    skipped,
    notes,
  };
}

function refuseMore(count: number, most: number, what: string): void {
  if (count <= most) return;
  const limit = most.toLocaleString('en');
  throw new UnreadableSchedule(`has more than ${limit} ${what}; export only the weeks of the plan`);
}

/**
 * How many values a property has in all entries. They are counted in the text, because the library would take more than
 * a hundred bytes for each.
 */
function valuesIn(entries: readonly Entry[], property: 'EXDATE' | 'RDATE' | 'RRULE'): number {
  const line = new RegExp(`^${property}[;:][^\\n]*`, 'gim');
  let count = 0;
  for (const { text } of entries) {
    for (const [found] of text.matchAll(line)) count += 1 + occurrences(found, ',');
  }
  return count;
}

/** Returns the zone that a calendar names for all of itself; null if it names none. */
function timezoneIn(lines: readonly ContentLine[]): string | null {
  const line = lines.find(({ content }) => /^X-WR-TIMEZONE[;:]/i.test(content));
  return lineValue(line?.content ?? '')?.trim() || null;
}

/** The remark on the first event with a time for which it matters in which zone the calendar is; else none. */
function noteOnZone(
  events: readonly Event[],
  timezone: string | null,
  calendarZone: string | null,
  zones: CalendarZones,
): readonly SkippedLine[] {
  if (timezone === null || calendarZone === null) return [];
  for (const { line, start } of events) {
    const reason = noteOnFloating(firstIn(start), timezone, calendarZone, zones);
    if (reason !== null) return [{ line, reason }];
  }
  return [];
}
