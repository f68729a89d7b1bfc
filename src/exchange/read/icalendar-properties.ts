import ICAL from 'ical.js';
import type { Day } from '../../dates.ts';

/** A time as a calendar writes it, before it is converted to the local time of the plan. */
export interface Written {
  /** The time in the notation of jCal, such as `2026-11-23T09:00:00`; only the date for a whole day. */
  readonly text: string;
  /** The name of the time's zone; null if the calendar names none. */
  readonly zone: string | null;
}

/** Parses a part of a calendar, such as an event. Returns null if ical.js refuses something in `text`. */
export function componentOf(text: string): ICAL.Component | null {
  try {
    return new ICAL.Component(ICAL.parse(text));
  } catch {
    return null;
  }
}

/** Returns the text of the property `name` without white space around it; null if the property is missing or blank. */
export function textIn(component: ICAL.Component, name: string): string | null {
  return String(component.getFirstProperty(name)?.jCal[3] ?? '').trim() || null;
}

/** Returns the times in a property, each with the zone that the property names. For a period, returns its start. */
export function writtenIn(property: ICAL.Property): readonly Written[] {
  const name: unknown = property.getParameter('tzid');
  const zone = typeof name === 'string' ? name : null;
  return property.jCal.slice(3).map((value) => ({ text: String([value].flat()[0]), zone }));
}

/**
 * Returns the first time in a property, with the zone that the property names; a time with an empty text if there is
 * none.
 */
export function firstIn(property: ICAL.Property): Written {
  return writtenIn(property)[0] ?? { text: '', zone: null };
}

/** Returns the day of a time in the time's own zone. Does not check that the day exists. */
export function dayOf({ text }: Written): Day {
  return text.slice(0, '2026-11-23'.length);
}
