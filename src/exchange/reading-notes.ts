import { groupsOf } from '../text/groups.ts';
import { counted, firstOf, quoted } from '../text/words.ts';
import type { Schedule, SkippedLine } from './rows.ts';

/**
 * Returns sentences about columns of a sheet that have contents but are not read: one sentence for all columns that are
 * never read (it names at most 20), and one for each column that is read only where another column is empty.
 *
 * @param name - the name of the sheet, with which each sentence begins
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
 * Returns remarks on lines of a file as sentences, such as `posts.csv:7: has no date`. Lines with the same remark share
 * one sentence. There are at most 10 such sentences; if there are more remarks, one last sentence counts them.
 *
 * @param name - the name of the file, with which each sentence begins
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

/** The most further lines with the same remark that a sentence names; if there are more, it only counts them. */
const MOST_LINES = 5;

/** Returns the remarks on a file as a whole as sentences that begin with `name`, the name of the file. */
export function remarkSentences({ remarks }: Pick<Schedule, 'remarks'>, name: string): readonly string[] {
  return remarks.map((remark) => `${name}: ${remark}`);
}
