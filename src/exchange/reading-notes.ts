import { groupsOf } from '../text/groups.ts';
import { counted, firstOf, quoted } from '../text/words.ts';
import type { Schedule, SkippedLine } from './rows.ts';

/**
 * Returns a sentence that names the columns of a sheet that are not read although they have something in them; none if
 * there are no such columns.
 *
 * @param name - the name of the sheet in the sentence
 */
export function unreadSentences(unread: Schedule['unread'], name: string): readonly string[] {
  if (unread.length === 0) return [];
  const sometimes = unread.filter(({ isFallback }) => isFallback);
  const told = unread
    .filter(({ isFallback }) => !isFallback)
    .map(({ name: column, instead }) =>
      instead === null ? quoted(column) : `${quoted(column)} (${quoted(instead)} is read instead)`,
    );
  return [
    ...(told.length === 0 ? [] : [`${name}: not read: ${inBrief(told)}`]),
    ...sometimes.map(
      ({ name: column, instead }) =>
        `${name}: ${quoted(column)} is read only where ${quoted(instead ?? '')} is empty`,
    ),
  ];
}

function inBrief(columns: readonly string[]): string {
  return firstOf(columns, MOST_COLUMNS, (left) => `and ${left} more`).join(', ');
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
    const lines = others.length > MOST_LINES ? '' : ` (${others.map(({ line }) => line).join(', ')})`;
    const more = others.length === 0 ? '' : `; the same on ${counted(others.length, 'more line')}${lines}`;
    return `${name}:${first?.line}: ${reason}${more}`;
  });
  return firstOf(sentences, MOST_NOTES, (left) => `${name}: and ${counted(left, 'more remark')}`);
}

/** At most so many lines with the same remark are named. */
const MOST_LINES = 5;

/** Returns the remarks on a file as sentences. */
export function remarkSentences({ remarks }: Pick<Schedule, 'remarks'>, name: string): readonly string[] {
  return remarks.map((remark) => `${name}: ${remark}`);
}
