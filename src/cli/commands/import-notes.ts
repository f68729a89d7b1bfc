import type { Imported, ImportedPlan } from '../../drafting/import/import-plans.ts';
import type { OwnKeys } from '../../drafting/import/own-keys.ts';
import { noteSentences } from '../../exchange/reading-notes.ts';
import type { Schedule } from '../../exchange/rows.ts';
import { forShell } from '../../text/shell.ts';
import { counted, firstOf, quoted } from '../../text/words.ts';

const MOST_KEYS = 20;

/**
 * Returns sentences about what was made from the rows of a sheet, in this order: the keys that keep columns cmplan does
 * not know, remarks on rows, the rows that were left out, the posts without a category, and the totals.
 *
 * @param name - the name of the sheet
 */
export function notesOnImport(
  { counts, leftOut }: Imported,
  { notes }: Schedule,
  keys: OwnKeys,
  name: string,
): readonly string[] {
  const { rows, postRows, posts, slots, ideas, uncategorised } = counts;
  const fromPosts =
    posts === postRows ? counted(posts, 'post') : `${counted(postRows, 'row')} with ${posts} posts`;
  return [
    ...sentenceOnKeys(keys, name),
    ...noteSentences(notes, name),
    ...noteSentences(leftOut, name),
    ...(uncategorised > 0
      ? [
          `${name}: ${uncategorised} of ${counted(posts, 'post')} ${uncategorised === 1 ? 'has' : 'have'} no category; write one into each, or say which column has them, such as --column category=Theme`,
        ]
      : []),
    `${name}: ${counted(rows, 'row')} = ${fromPosts} + ${counted(slots, 'open slot')} + ${counted(ideas, 'idea')} + ${leftOut.length} left out`,
  ];
}

/**
 * Returns a sentence with the options that repeat the user's answers, so that nothing needs to be asked again; an empty
 * list if there are no answers.
 *
 * @param answers - the category that each name stands for, by name
 */
export function sentenceOnAnswers(answers: ReadonlyMap<string, string>): readonly string[] {
  if (answers.size === 0) return [];
  const flags = [...answers].map(([name, category]) => `--category ${forShell(`${name}=${category}`)}`);
  return [`to import again without questions, add ${flags.join(' ')}, or keep the answers with --save`];
}

function sentenceOnKeys(keys: OwnKeys, name: string): readonly string[] {
  const kept = keys.unreadColumns.map((column) => `${quoted(column.name)} as ${column.key}`);
  if (kept.length === 0) return [];
  const shown = firstOf(kept, MOST_KEYS, (left) => `and ${left} more`);
  return [`${name}: kept under keys of their own: ${shown.join(', ')}; leave one out with --drop`];
}

/** Returns in words what a plan contains, such as `7 posts, 2 open slots, 100 ideas`. */
export function contentsOf({ posts, slots, ideas }: ImportedPlan): string {
  const parts = [
    ...(posts > 0 ? [counted(posts, 'post')] : []),
    ...(slots > 0 ? [counted(slots, 'open slot')] : []),
    ...(ideas > 0 ? [counted(ideas, 'idea')] : []),
  ];
  return parts.join(', ');
}
