import ICAL from 'ical.js';
import { filledOf, folded } from '../../text/words.ts';
import {
  type Schedule,
  type ScheduledRow,
  type ScheduleTerms,
  type SkippedLine,
  UnreadableSchedule,
} from '../rows.ts';
import {
  type CalendarClock,
  type CalendarTime,
  calendarClock,
  keyOf,
  type Written,
} from './icalendar-clock.ts';
import { type Entry, entriesOf } from './icalendar-entries.ts';
import { withWholeLetters } from './icalendar-folds.ts';
import { repeatsOf } from './icalendar-repeats.ts';
import { knownId, MOST_LABELS } from './sheet-row.ts';
import { occurrences, textOfFile } from './sheet-text.ts';

/** An entry of a calendar with its time, which is the first one if the entry repeats. */
interface Event {
  readonly line: number;
  readonly component: ICAL.Component;
  readonly id: string | null;
  readonly start: ICAL.Property;
  readonly time: CalendarTime;
  /** The key of the time that this entry replaces in a repeating entry with the same id; null if it replaces none. */
  readonly replaces: string | null;
  readonly repeats: boolean;
}

const MOST_ROWS = 100_000;
const LONGEST_ENDING = 200;
/** The most rules of repetition that are read, because the library takes a noticeable time for each. */
const MOST_RULES = 5_000;
const MOST_VALUES = 20_000;
/** The most times that are computed from rules of repetition, even if some of them become no posts. */
const MOST_REPEATED = 50_000;

/**
 * Reads a calendar as defined in RFC 5545. Returns one row for each time of each entry.
 *
 * @throws {UnreadableSchedule} if the file is not a complete calendar, is too large, has a time in an unknown zone, or
 * has a time in a zone while the plan names none
 */
export function readCalendar(bytes: Uint8Array, { timezone }: ScheduleTerms): Schedule {
  const text = textOfFile(withWholeLetters(bytes));
  if (!/^BEGIN:VCALENDAR[ \t]*$/im.test(text)) {
    throw new UnreadableSchedule(
      'is not a calendar, because it has no line BEGIN:VCALENDAR; export it again as iCalendar',
    );
  }
  const rows: ScheduledRow[] = [];
  const skipped: SkippedLine[] = [];
  const notes: SkippedLine[] = [];
  const clock = calendarClock(timezone);
  const entries = entriesOf(text);
  if (!/^END:VCALENDAR\s*$/im.test(text.slice(-LONGEST_ENDING))) {
    throw new UnreadableSchedule('is cut off: its last line is not END:VCALENDAR; export it again');
  }
  refuseMore(valuesIn(entries, 'EXDATE'), MOST_VALUES, 'days on which posts do not repeat');
  refuseMore(valuesIn(entries, 'RRULE'), MOST_VALUES, 'days in its repeat rules');
  const events = entries.flatMap((entry) => {
    const event = eventOf(entry, clock);
    if (typeof event !== 'string') return [event];
    skipped.push({ line: entry.line, reason: event });
    return [];
  });
  refuseMore(events.filter(({ repeats }) => repeats).length, MOST_RULES, 'posts that repeat');
  const replacements = new Map<string | null, Set<string>>();
  for (const { id, replaces } of events) {
    if (replaces === null) continue;
    const times = replacements.get(id) ?? new Set();
    replacements.set(id, times.add(replaces));
  }
  let repeated = 0;
  for (const event of events) {
    const replaced = event.repeats ? replacements.get(event.id) : undefined;
    const times = timesOf(event, clock, (count) => {
      repeated += count;
      refuseMore(repeated, MOST_REPEATED, 'times of posts that repeat');
    });
    if (times === null) notes.push({ line: event.line, reason: UNREAD_RULE });
    const row = rowOf(event);
    for (const time of times ?? [event.time]) {
      if (!replaced?.has(keyOf(time))) rows.push({ ...row, date: time.date, time: time.time });
    }
    refuseMore(rows.length, MOST_ROWS, 'posts');
  }
  return { columns: [], rows, skipped, notes };
}

function refuseMore(count: number, most: number, what: string): void {
  if (count <= most) return;
  const limit = most.toLocaleString('en');
  throw new UnreadableSchedule(`has more than ${limit} ${what}; export only the weeks of the plan`);
}

const UNREAD_RULE =
  'repeats by a rule that cmplan cannot read, so it counts only once; add its other posts as separate events';

/** Reads an entry. If it is not a post, returns why, such as "has neither a title nor a text". */
function eventOf({ line, text }: Entry, clock: CalendarClock): Event | string {
  const component = componentOf(text);
  if (component === null) return 'has something in it that is not iCalendar';
  const start = component.getFirstProperty('dtstart');
  if (start === null) return 'has no date, so it is an idea';
  if (textIn(component, 'summary') === null && textIn(component, 'description') === null) {
    return 'has neither a title nor a text';
  }
  const time = clock(firstIn(start), line);
  if (typeof time === 'string') return time;
  const recurrence = component.getFirstProperty('recurrence-id');
  const replaced = recurrence === null ? null : clock(firstIn(recurrence), line);
  if (typeof replaced === 'string') return replaced;
  return {
    line,
    component,
    id: textIn(component, 'uid'),
    start,
    time,
    replaces: replaced === null ? null : keyOf(replaced),
    repeats: replaced === null && component.hasProperty('rrule'),
  };
}

function componentOf(text: string): ICAL.Component | null {
  try {
    return new ICAL.Component(ICAL.parse(text));
  } catch {
    return null;
  }
}

/** The text of a property without white space around it; null if it is missing or blank. */
function textIn(component: ICAL.Component, name: string): string | null {
  return String(component.getFirstProperty(name)?.jCal[3] ?? '').trim() || null;
}

/** The times in a property, with the zone that the property names. */
function writtenIn(property: ICAL.Property): readonly Written[] {
  const name: unknown = property.getParameter('tzid');
  const zone = typeof name === 'string' ? name : null;
  return property.jCal.slice(3).map((text) => ({ text: String(text), zone }));
}

/**
 * How many values a property has in all entries. They are counted in the text, because the library would take more than
 * a hundred bytes for each.
 */
function valuesIn(entries: readonly Entry[], property: 'EXDATE' | 'RRULE'): number {
  const line = new RegExp(`^${property}[;:][^\\n]*`, 'gim');
  let count = 0;
  for (const { text } of entries) {
    for (const [found] of text.matchAll(line)) count += 1 + occurrences(found, ',');
  }
  return count;
}

function firstIn(property: ICAL.Property): Written {
  return writtenIn(property)[0] ?? { text: '', zone: null };
}

/**
 * The times of an event, including those that another entry replaces. Null if its rule of repetition cannot be read.
 *
 * @param count - called with the number of times that the rule gives, before any of them is left out
 */
function timesOf(
  event: Event,
  clock: CalendarClock,
  count: (times: number) => void,
): readonly CalendarTime[] | null {
  const { component, start, line, time, repeats } = event;
  if (!repeats) return [time];
  const read = component.getAllProperties('rrule').length === 1 ? repeatsOf(component) : null;
  if (read === null) return null;
  count(read.times.length);
  const { zone } = firstIn(start);
  const until = read.until === null ? null : clock({ text: read.until, zone }, line);
  const excluded = new Set(
    component
      .getAllProperties('exdate')
      .flatMap(writtenIn)
      .map((written) => {
        const without = clock(written, line);
        return typeof without === 'string' ? without : keyOf(without);
      }),
  );
  return read.times
    .map((text) => clock({ text, zone }, line))
    .filter((at): at is CalendarTime => {
      if (typeof at === 'string' || excluded.has(keyOf(at)) || excluded.has(at.date)) return false;
      return until === null || typeof until === 'string' || !isAfter(at, until);
    });
}

/** Whether a time is later than another time or, if the other is a whole day, on a later day. */
function isAfter(time: CalendarTime, until: CalendarTime): boolean {
  return until.time === null ? time.date > until.date : keyOf(time) > keyOf(until);
}

/** The labels of an entry, at most 30. */
function labelsIn(component: ICAL.Component): readonly string[] {
  const lines = component.getAllProperties('categories').slice(0, MOST_LABELS);
  const labels = lines.flatMap(({ jCal }) => jCal.slice(3, 3 + MOST_LABELS).map(String));
  return filledOf(labels).slice(0, MOST_LABELS);
}

/** The row of an entry, without its day and time. */
function rowOf({ line, component, id }: Event): Omit<ScheduledRow, 'date' | 'time'> {
  return {
    line,
    channels: [],
    category: null,
    labels: labelsIn(component),
    title: textIn(component, 'summary'),
    text: textIn(component, 'description'),
    id: knownId(id),
    goesOut: folded((textIn(component, 'status') ?? '').slice(0, 20)) !== 'cancelled',
    isOut: false,
    cells: [],
  };
}
