import type { Schedule, SkippedLine } from '../../exchange/rows.ts';
import { groupsOf } from '../../text/groups.ts';
import { counted, firstOf, quoted } from '../../text/words.ts';
import type { DriftResult } from './drift-report.ts';

const FEW_POSTS = 3;

/**
 * Returns a sentence that says why the result of a comparison may be misleading, and advises what to do about this.
 * Returns `null` if nothing suggests that the result is misleading.
 */
export function hintOn({ counts, covered, measured, schedule, period }: DriftResult): string | null {
  if (covered === null) {
    const days = `${period.from}..${period.to}`;
    return `${quoted(schedule)} has no posts, so it is unclear which days it covers; if nothing is scheduled, add --covers ${days}`;
  }
  if (covered.to < period.from || covered.from > period.to)
    return `${quoted(schedule)} covers ${covered.from} to ${covered.to}, but the plan is for other days; is this the right file?`;
  if (counts.gave_way < FEW_POSTS || 2 * counts.gave_way <= measured) return null;
  return 'most posts gave way to others on their day; if these are the same posts with new words and times, give each post the same id on both sides';
}

/**
 * Returns a sentence that names the columns of a sheet that are not read although they have something in them; none if
 * there are no such columns.
 *
 * @param name - the name of the sheet in the sentence
 */
export function unreadSentences(unread: Schedule['unread'], name: string): readonly string[] {
  if (unread.length === 0) return [];
  const columns = unread.map(({ name: column, instead }) => {
    return instead === null ? quoted(column) : `${quoted(column)} (${quoted(instead)} is read instead)`;
  });
  return [`${name}: not read: ${firstOf(columns, MOST_COLUMNS, (left) => `and ${left} more`).join(', ')}`];
}

const MOST_COLUMNS = 20;

const MOST_NOTES = 10;

/**
 * Returns remarks on rows of a schedule as sentences. Each remark appears once, with its first line. If there are more
 * than 10 remarks, one last sentence only counts the others.
 *
 * @param name - the name of the schedule in the sentences
 */
export function noteSentences(notes: readonly SkippedLine[], name: string): readonly string[] {
  const lines = groupsOf(notes, ({ reason }) => [reason]);
  const sentences = Array.from(lines, ([reason, [first, ...others]]) => {
    const more = others.length === 0 ? '' : `; the same on ${counted(others.length, 'more line')}`;
    return `${name}:${first?.line}: ${reason}${more}`;
  });
  return firstOf(sentences, MOST_NOTES, (left) => `${name}: and ${counted(left, 'more line')} like these`);
}
