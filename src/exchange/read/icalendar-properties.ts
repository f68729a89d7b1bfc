import ICAL from 'ical.js';
import type { Day } from '../../dates.ts';

/** A time in a calendar, before it is converted. */
export interface Written {
  /** The time in the notation of jCal, such as `2026-11-23T09:00:00`; only the date for a whole day. */
  readonly text: string;
  /** The name of the time's zone; null if the calendar names none. */
  readonly zone: string | null;
}

/** Parses a part of a calendar, such as an event; returns null if the library refuses something in it. */
export function componentOf(text: string): ICAL.Component | null {
  try {
    return new ICAL.Component(ICAL.parse(text));
  } catch {
    return null;
  }
}

/** The text of a property without white space around it; null if it is missing or blank. */
export function textIn(component: ICAL.Component, name: string): string | null {
  return String(component.getFirstProperty(name)?.jCal[3] ?? '').trim() || null;
}

/** The times in a property, with the zone that the property names. A period counts as its start. */
export function writtenIn(property: ICAL.Property): readonly Written[] {
  const name: unknown = property.getParameter('tzid');
  const zone = typeof name === 'string' ? name : null;
  return property.jCal.slice(3).map((value) => ({ text: String([value].flat()[0]), zone }));
}

/** The first time in a property, as `writtenIn` returns it. */
export function firstIn(property: ICAL.Property): Written {
  return writtenIn(property)[0] ?? { text: '', zone: null };
}

/** Returns the day of a time as the calendar writes it, in the time's own zone. */
export function dayOf({ text }: Written): Day {
  return text.slice(0, '2026-11-23'.length);
}
