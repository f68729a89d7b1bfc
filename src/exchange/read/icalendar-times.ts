import type ICAL from 'ical.js';
import type { Day } from '../../dates.ts';
import { type CalendarClock, type CalendarTime, keyOf } from './icalendar-clock.ts';
import type { Event } from './icalendar-event.ts';
import { dayOf, firstIn, type Written, writtenIn } from './icalendar-properties.ts';
import { repeatsOf } from './icalendar-repeats.ts';

/** The times of an entry, with remarks on what cannot be read of them. */
interface EventTimes {
  readonly times: readonly CalendarTime[];
  /** The remarks, in words that can follow the number of the entry's line. */
  readonly notes: readonly string[];
}

const UNREAD_RULE =
  'repeats by a rule that cmplan cannot read, so it counts only once; add its other posts as separate events';
const UNREAD_DATE =
  'repeats on a date (RDATE) that cannot be read, so the post of that date is left out; add it as a separate event';

/**
 * Returns all times of an entry, each once: the times of its rule of repetition and the times that it names (RDATE).
 * Leaves out the times that the entry excludes (EXDATE) and the times that other entries replace. If the rule cannot be
 * read, only the first time of the entry counts instead, and a remark says so.
 *
 * @param replaced - the times that other entries replace, as `keyOf` writes them; a day alone stands for all times of
 * the entry on that day
 * @param count - called if the entry repeats, with the number of its times before any is left out; may throw
 */
export function timesOf(
  event: Event,
  clock: CalendarClock,
  replaced: ReadonlySet<string>,
  count: (times: number) => void,
): EventTimes {
  if (!event.repeats) return { times: [event.time], notes: [] };
  const { component, start, line } = event;
  const first = firstIn(start);
  const read = (written: Written): Occurrence => ({ day: dayOf(written), at: clock(written, line) });
  const rules = component.getAllProperties('rrule');
  const rule = rules.length === 1 ? repeatsOf(component, start) : null;
  const named = component.getAllProperties('rdate').flatMap(writtenIn);
  count((rule?.times.length ?? 1) + named.length);
  const byRule = (rule?.times ?? [first.text]).map((text) => read({ text, zone: first.zone }));
  const added = named.map((written) => read(atTimeOf(first, written)));
  const until = rule?.until ? read({ text: rule.until, zone: first.zone }) : null;
  const excluded = excludedBy(component, clock, line);
  const isLeftOut = (key: string): boolean => excluded.has(key) || replaced.has(key);
  const times = new Map<string, CalendarTime>();
  for (const { day, at } of [...byRule.filter((each) => !isAfter(each, until)), ...added]) {
    if (typeof at === 'string' || isLeftOut(day) || isLeftOut(keyOf(at))) continue;
    times.set(keyOf(at), at);
  }
  const notes = [
    ...(rule === null && rules.length > 0 ? [UNREAD_RULE] : []),
    ...(added.some(({ at }) => typeof at === 'string') ? [UNREAD_DATE] : []),
  ];
  return { times: [...times.values()], notes };
}

/** A time of an entry that repeats. */
interface Occurrence {
  /** The day in the zone of the entry itself. */
  readonly day: Day;
  /** The time in the zone of the plan, or why it cannot be read. */
  readonly at: CalendarTime | string;
}

/** Whether a time is after the end of a repetition. An end that is a whole day includes the times on that day. */
function isAfter({ day, at }: Occurrence, until: Occurrence | null): boolean {
  if (until === null || typeof until.at === 'string' || typeof at === 'string') return false;
  return until.at.time === null ? day > until.day : keyOf(at) > keyOf(until.at);
}

/** A day that an entry names, with the time of day at which the entry begins; any other time stays unchanged. */
function atTimeOf(first: Written, written: Written): Written {
  const day = dayOf(written);
  return day === written.text ? { text: `${day}${first.text.slice(day.length)}`, zone: first.zone } : written;
}

/** The keys of the times that an entry leaves out. */
function excludedBy(component: ICAL.Component, clock: CalendarClock, line: number): ReadonlySet<string> {
  const times = component.getAllProperties('exdate').flatMap(writtenIn);
  return new Set(
    times.map((written) => {
      const time = clock(written, line);
      return typeof time === 'string' ? time : keyOf(time);
    }),
  );
}
