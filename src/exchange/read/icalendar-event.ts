import type ICAL from 'ical.js';
import { filledOf, folded } from '../../text/words.ts';
import { channelNamed } from '../channel-names.ts';
import type { ScheduledRow } from '../rows.ts';
import { type CalendarClock, type CalendarTime, keyOf } from './icalendar-clock.ts';
import type { Entry } from './icalendar-entries.ts';
import { componentOf, firstIn, textIn } from './icalendar-properties.ts';
import { knownId, MOST_LABELS } from './sheet-row.ts';

/** An entry of a calendar (an event, a task or a note) that is a post on a day. */
export interface Event {
  /** The line on which the entry begins, from 1. */
  readonly line: number;
  /** The entry as ical.js has parsed it. */
  readonly component: ICAL.Component;
  /** The UID of the entry; null if it has none. */
  readonly id: string | null;
  /** The property that says when the entry is; for an entry that repeats, when it is for the first time. */
  readonly start: ICAL.Property;
  /** The time in `start`, in the local time of the plan. */
  readonly time: CalendarTime;
  /**
   * The time (as `keyOf` writes it) that this entry replaces in a repeating entry with the same id; null if the entry
   * replaces none.
   */
  readonly replaces: string | null;
  /** Whether the entry has a rule of repetition or names further times. False for an entry that replaces a time. */
  readonly repeats: boolean;
}

/**
 * Returns the post that an entry describes or, if the entry is not a post, the reason, such as `has neither a title nor
 * a text`.
 *
 * @param clock - converts times to the local time of the plan; the errors that `clock` throws are passed on
 */
export function eventOf({ line, text }: Entry, clock: CalendarClock): Event | string {
  const component = componentOf(text);
  if (component === null) return 'has something in it that is not iCalendar';
  const start = component.getFirstProperty('dtstart') ?? dueOf(component);
  if (textIn(component, 'summary') === null && textIn(component, 'description') === null) {
    return start === null ? 'has neither a date nor a title' : 'has neither a title nor a text';
  }
  if (start === null) return 'has no date, so it is an idea';
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
    repeats: replaced === null && (component.hasProperty('rrule') || component.hasProperty('rdate')),
  };
}

/** Returns an entry that is an idea: it has a title or a text, but no date. Null for any other entry. */
export function ideaOf({ line, text }: Entry): Pick<Event, 'line' | 'component' | 'id'> | null {
  const component = componentOf(text);
  if (component === null || (component.getFirstProperty('dtstart') ?? dueOf(component)) !== null) return null;
  const hasWords = textIn(component, 'summary') !== null || textIn(component, 'description') !== null;
  return hasWords ? { line, component, id: textIn(component, 'uid') } : null;
}

/** A task without a start is for the time at which it is due. */
function dueOf(component: ICAL.Component): ICAL.Property | null {
  return component.name === 'vtodo' ? component.getFirstProperty('due') : null;
}

/**
 * Returns what an entry says about its post, apart from the day and the time. The categories of the entry that name
 * channels are the channels of the post. If there are none, a channel before a colon in the title counts, as in
 * `LinkedIn: We are hiring`.
 *
 * @param isChannel - tells whether a name is that of a channel
 */
export function rowOf(
  { line, component, id }: Pick<Event, 'line' | 'component' | 'id'>,
  isChannel: (name: string) => boolean,
): Omit<ScheduledRow, 'date' | 'time'> {
  const status = folded((textIn(component, 'status') ?? '').slice(0, 20));
  const categories = categoriesIn(component);
  const channels = categories.filter(isChannel);
  const title = textIn(component, 'summary');
  const [before, words] = aroundColon(title ?? '');
  const isPrefix =
    words !== '' &&
    isChannel(before) &&
    (channels.length === 0 || channelNamed(before, channels) !== undefined);
  return {
    line,
    channels: isPrefix && channels.length === 0 ? [before] : channels,
    category: null,
    format: null,
    status: null,
    owner: null,
    link: textIn(component, 'url'),
    notes: null,
    media: [],
    tags: [],
    statusWord: null,
    unplanned: false,
    columns: new Map(),
    labels: categories.filter((name) => !isChannel(name)),
    title: isPrefix ? words : title,
    text: textIn(component, 'description'),
    id: knownId(id),
    goesOut: status !== 'cancelled',
    isOut: status === 'completed',
    cells: [],
  };
}

/** The parts of a title before and after its first colon; both are empty if there is no colon. */
function aroundColon(title: string): readonly [before: string, words: string] {
  const colon = title.indexOf(':');
  return colon < 0 ? ['', ''] : [title.slice(0, colon).trim(), title.slice(colon + 1).trim()];
}

/** The categories of an entry, at most 30. */
function categoriesIn(component: ICAL.Component): readonly string[] {
  const lines = component.getAllProperties('categories').slice(0, MOST_LABELS);
  const names = lines.flatMap(({ jCal }) => jCal.slice(3, 3 + MOST_LABELS).map(String));
  return filledOf(names).slice(0, MOST_LABELS);
}
