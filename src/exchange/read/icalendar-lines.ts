/** A line of a calendar. A long line that the file folds (breaks into several) counts as one. */
export interface ContentLine {
  /** The number (from 1) of the line of the file on which the line begins. */
  readonly line: number;
  readonly content: string;
}

/** What every line has between its name and its value. */
const SEPARATOR = /[:;]/;

/**
 * Returns the lines of a calendar that have a name and a value. A calendar may have millions of others, such as blank
 * ones.
 *
 * @param text - the text of the calendar, each line ending with LF only
 */
export function contentLines(text: string): readonly ContentLine[] {
  const found: ContentLine[] = [];
  let [written, first, content] = [0, 0, ''];
  const add = () => {
    if (SEPARATOR.test(content)) found.push({ line: first, content });
  };
  for (let start = 0; start <= text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const isFolded = written++ > 0 && (text[start] === ' ' || text[start] === '\t');
    if (isFolded) content += text.slice(start + 1, end);
    else {
      add();
      first = written;
      content = text.slice(start, end);
    }
    start = end + 1;
  }
  add();
  return found;
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
