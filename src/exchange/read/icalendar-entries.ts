import { UnreadableSchedule } from '../rows.ts';
import { type ContentLine, lineValue } from './icalendar-lines.ts';

/** An entry of a calendar: an event, a task or a note. */
export interface Entry {
  /** The line on which the entry begins, from 1. */
  readonly line: number;
  /** The text of the entry in iCalendar, with only the properties that say something about a post. */
  readonly text: string;
}

const BEGIN = /^BEGIN:(VEVENT|VTODO|VJOURNAL)[ \t]*$/i;
const END = /^END:([A-Z]+)[ \t]*$/i;
const PROPERTIES =
  /^(?:URL|DTSTART|DUE|SUMMARY|DESCRIPTION|CATEGORIES|UID|STATUS|RRULE|RDATE|EXDATE|RECURRENCE-ID)[;:]/i;

/**
 * Returns the events, tasks and notes of a calendar in the order of the file.
 *
 * @throws {UnreadableSchedule} if an entry does not end, ends as another kind of entry, or contains the beginning of
 * another entry
 */
export function entriesOf(lines: readonly ContentLine[]): readonly Entry[] {
  const entries: Entry[] = [];
  let open: { readonly line: number; readonly kind: string; readonly lines: string[]; depth: number } | null =
    null;
  for (const { line, content } of lines) {
    const [, kind] = BEGIN.exec(content) ?? [];
    const [, ended] = END.exec(content) ?? [];
    if (open === null) {
      if (kind !== undefined) open = { line, kind, lines: [], depth: 0 };
      continue;
    }
    if (kind !== undefined || ended?.toUpperCase() === 'VCALENDAR') throw brokenOff(open.line);
    if (ended !== undefined && open.depth-- === 0) {
      if (ended.toUpperCase() !== open.kind.toUpperCase()) throw brokenOff(open.line);
      entries.push({
        line: open.line,
        text: [`BEGIN:${open.kind}`, ...open.lines, `END:${open.kind}`].join('\n'),
      });
      open = null;
    } else if (/^BEGIN:/i.test(content)) open.depth++;
    else if (open.depth === 0 && isProperty(content)) open.lines.push(content);
  }
  if (open !== null) throw brokenOff(open.line);
  return entries;
}

/** The error for an entry that begins inside another one, or has no end. */
function brokenOff(line: number): UnreadableSchedule {
  return new UnreadableSchedule(`is cut off: what begins on line ${line} has no end; export it again`);
}

function isProperty(content: string): boolean {
  return PROPERTIES.test(content) && lineValue(content) !== null;
}
