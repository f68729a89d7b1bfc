import { UnreadableSchedule } from '../rows.ts';

/** An entry of a calendar: an event, a task or a note. */
export interface Entry {
  /** Of its BEGIN, from 1. */
  readonly line: number;
  /** As iCalendar, with the properties alone that a post is read from. */
  readonly text: string;
}

const BEGIN = /^BEGIN:(VEVENT|VTODO|VJOURNAL)[ \t]*$/i;
const END = /^END:([A-Z]+)[ \t]*$/i;
const PROPERTIES = /^(?:DTSTART|SUMMARY|DESCRIPTION|CATEGORIES|UID|STATUS|RRULE|EXDATE|RECURRENCE-ID)[;:]/i;
/** The head of a line as RFC 5545 has it. The library takes quadratic time for a long one, and refuses all for a wrong one. */
const HEAD = /^[A-Z-]+(?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*:/i;
const LONGEST_HEAD = 1_000;

/**
 * The entries of a calendar, in the order of the file. Lines that are none of iCalendar are left out.
 *
 * @param text - each line ending with LF alone
 * @throws UnreadableSchedule where the last one has no end
 */
export function entriesOf(text: string): readonly Entry[] {
  const entries: Entry[] = [];
  let open: { readonly line: number; readonly kind: string; readonly lines: string[]; depth: number } | null =
    null;
  for (const { line, content } of contentLines(text)) {
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

/** Entries do not stand in one another. */
function brokenOff(line: number): UnreadableSchedule {
  return new UnreadableSchedule(`is cut off in what begins on line ${line}; export it again`);
}

function isProperty(content: string): boolean {
  if (!PROPERTIES.test(content)) return false;
  return HEAD.test(content.slice(0, LONGEST_HEAD));
}

interface ContentLine {
  /** On which it begins, from 1. */
  readonly line: number;
  readonly content: string;
}

/** The lines with those that are folded put together. */
function contentLines(text: string): readonly ContentLine[] {
  const folded: { readonly line: number; content: string }[] = [];
  let line = 0;
  for (const written of text.split('\n')) {
    line++;
    const last = folded.at(-1);
    if (/^[ \t]/.test(written) && last !== undefined) last.content += written.slice(1);
    else folded.push({ line, content: written });
  }
  return folded;
}
