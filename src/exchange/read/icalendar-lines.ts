/** A line of a calendar. A long line that the file folds (breaks into several) counts as one. */
export interface ContentLine {
  /** The number (from 1) of the line of the file on which the line begins. */
  readonly line: number;
  readonly content: string;
}

/**
 * Returns the lines of a calendar, with long lines put together again.
 *
 * @param text - the text of the calendar, each line ending with LF only
 */
export function contentLines(text: string): readonly ContentLine[] {
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

/**
 * Matches what comes before the value of a line in RFC 5545, such as `DTSTART;TZID=Europe/Kyiv:`. If this is long, the
 * library takes quadratic time; if it is wrong, the library refuses the whole entry.
 */
const HEAD = /^[A-Z-]+(?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*:/i;
const LONGEST_HEAD = 1_000;

/**
 * Returns the value of a line: what follows its name and parameters, such as `News` in `SUMMARY;LANGUAGE=en:News`. Null
 * if the line is not iCalendar, or if its name and parameters have more than 1,000 characters.
 */
export function lineValue(content: string): string | null {
  const [head] = HEAD.exec(content.slice(0, LONGEST_HEAD)) ?? [];
  return head === undefined ? null : content.slice(head.length);
}
