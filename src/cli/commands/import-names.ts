import type { SheetNames, UnknownCategory } from '../../drafting/import/sheet-names.ts';
import { forShell } from '../../text/shell.ts';
import { counted, didYouMean, listedNames, quoted } from '../../text/words.ts';
import { Refusal } from '../../workspace/refusal.ts';
import type { Reading } from '../../workspace/starter/answers.ts';
import type { Asking } from '../asking.ts';

/** The most names about which the user is asked; with more, the column is probably not that of the categories. */
const MOST_NAMES = 50;
/** The most names that a message lists. */
const MOST_LISTED = 20;
/** A mix of more categories is not shown as an example: `mix` takes 2 to 12. */
const MOST_IN_MIX = 12;

/**
 * Returns the category that an answer or the value of an option means: a category of the mix, another name of one, or
 * the beginning of exactly one. For anything else, says what is wrong.
 *
 * @param names - the categories of the mix, with their other names
 */
export function readCategory(answer: string, names: SheetNames): Reading<string> {
  const begun = names.categories.filter((each) => each.toLowerCase().startsWith(answer.toLowerCase()));
  const [only] = begun.length === 1 && answer !== '' ? begun : [];
  const category = names.categoryNamed(answer) ?? only;
  if (category !== undefined) return { value: category };
  const advice = didYouMean(answer, names.categories) || `; write ${listedNames(names.categories)}`;
  return { problem: `${quoted(answer)} is not a category of the mix${advice}` };
}

/**
 * Asks the user which category each name stands for, and returns the categories by name.
 *
 * @param unknown - the names that are not categories, each with the number of its rows
 * @param sheet - the name of the sheet
 * @throws {Refusal} if there are more than 50 names, if no user is at the terminal, or if the user ends the input
 */
export async function meaningsOf(
  unknown: readonly UnknownCategory[],
  names: SheetNames,
  sheet: string,
  asking: Asking,
): Promise<ReadonlyMap<string, string>> {
  if (unknown.length === 0) return new Map();
  if (unknown.length > MOST_NAMES || !asking.isPossible) {
    throw new Refusal(flagsFor(unknown, names, sheet, unknown.length > MOST_NAMES));
  }
  const meanings = new Map<string, string>();
  for (const [index, { name, count }] of unknown.entries()) {
    const which = unknown.length === 1 ? '' : `${index + 1} of ${unknown.length}: `;
    const question = `${which}Which category is ${quoted(name)}, in ${counted(count, 'row')}: ${listedNames(names.categories)}?`;
    meanings.set(name, await asking.ask(question, null, (answer) => readCategory(answer, names)));
  }
  return meanings;
}

/** Sentences that say which options are missing: one for each name, with the number of its rows. */
function flagsFor(
  unknown: readonly UnknownCategory[],
  names: SheetNames,
  sheet: string,
  areTooMany: boolean,
): readonly string[] {
  const shown = unknown.slice(0, MOST_LISTED);
  const flags = shown.map(({ name }) => `--category ${forShell(`${name}=?`)}`);
  const width = Math.max(...shown.map(({ count }) => counted(count, 'row').length));
  const left = unknown.length - shown.length;
  const column = areTooMany
    ? '; if they are in another column, name that, such as --column category=Pillar'
    : '';
  const isFew = unknown.length > 1 && !areTooMany && unknown.length <= MOST_IN_MIX;
  const own = isFew ? `; a team that counts by its own names says, for example, --mix ${mixOf(shown)}` : '';
  return [
    `${quoted(sheet)} has ${counted(unknown.length, 'name')} in its column of categories that ${unknown.length === 1 ? 'is' : 'are'} no category of the mix; add these options, with ${listedNames(names.categories)} in place of each question mark${column}${own}`,
    ...shown.map(({ count }, index) => `${counted(count, 'row').padStart(width)}  ${flags[index]}`),
    ...(left > 0 ? [`and ${left} more`] : []),
    `to paste: ${flags.join(' ')}${left > 0 ? ' (the first ones alone)' : ''}`,
  ];
}

/** An example of a mix that has the first names as its categories. */
function mixOf(unknown: readonly UnknownCategory[]): string {
  const names = unknown.slice(0, 2).map(({ name }) => name);
  if (names.length < 2) names.push('Other');
  return forShell(names.map((name, index) => `${name}=${index === 0 ? 60 : 40}`).join(','));
}
