import { closestMatch } from 'leven';

const LONGEST_QUOTE = 60;

/** Text of the plan as a message shows it: on one line, and cut to 60 characters. */
export function brief(text: string): string {
  // What lies far behind the cut is not looked at, for a plan may repeat a long text as often as it likes.
  const line = text.slice(0, 4 * LONGEST_QUOTE).replace(/[\t\n\r ]+/g, ' ');
  const characters = [...line];
  return characters.length > LONGEST_QUOTE ? `${characters.slice(0, LONGEST_QUOTE).join('')}…` : line;
}

/** Orders texts by their UTF-16 units, as programs expect it. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A value in quotes, as a message shows it. */
export function quoted(value: string): string {
  return `"${brief(value)}"`;
}

/** More combining marks in a row than text in any language has; putting such a run in order takes quadratic time. */
const ENDLESS_MARKS = /\p{M}{100}/u;

/** The text in Unicode NFC; as it is where it is no text of any language, for that would take too long. */
export function composed(text: string): string {
  return ENDLESS_MARKS.test(text) ? text : text.normalize('NFC');
}

/** What a text has unless it is ASCII, trimmed, and with one space at a time. */
const UNFOLDED = /[^ -~]| {2}|^ | $/;

/** Text as it is compared: in Unicode NFC and lower case, each run of white space one space, none at the ends. */
export function folded(text: string): string {
  if (!UNFOLDED.test(text)) return text.toLowerCase();
  return composed(text)
    .toLowerCase()
    .replace(/[\s\x85]+/g, ' ')
    .trim();
}

const LONGEST_LIST = 20;

type Conjunction = 'and' | 'or';

/**
 * "a", "a or b", "a, b or c"; of more than 20 the first, and how many more there are.
 *
 * @param show - how each word is shown
 */
export function listed(
  words: readonly string[],
  conjunction: Conjunction = 'or',
  show = (word: string): string => word,
): string {
  const shown = words.slice(0, LONGEST_LIST).map(show);
  if (words.length < 2) return shown.join('');
  const last = words.length > LONGEST_LIST ? `${words.length - LONGEST_LIST} more` : shown.pop();
  return `${shown.join(', ')} ${conjunction} ${last}`;
}

/** Names of the plan, listed, each as a message shows it. */
export function listedNames(names: readonly string[], conjunction?: Conjunction): string {
  return listed(names, conjunction, brief);
}

/** How to add a key that may have one of several names: `add one, such as channel: a; the other is b`. */
export function addOne(key: string, names: readonly string[]): string {
  const [first = '', ...others] = names;
  const rest =
    others.length === 0
      ? ''
      : `; the other${others.length > 1 ? 's are' : ' is'} ${listedNames(others, 'and')}`;
  return `add one, such as ${key}: ${brief(first)}${rest}`;
}

/** "1 post", "2 posts". */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

const LONGEST_NAME = 40;
const MOST_NAMES = 100;

/**
 * The name that was probably meant, letter case aside: the same letters in another order, else the name at the least
 * edit distance, else the one of which it is the beginning. One letter in three may differ. Looks at the first 100 names
 * and 40 letters, for speed.
 *
 * @returns undefined where none is near
 */
export function nearest(word: string, names: readonly string[]): string | undefined {
  const lower = word.slice(0, LONGEST_NAME).toLowerCase();
  const letters = sortedLetters(lower);
  const inLowerCase = names.slice(0, MOST_NAMES).map((name) => name.toLowerCase());
  const maxDistance = Math.floor(lower.length / 3);
  const swapped = inLowerCase.find((name) => name.length === lower.length && sortedLetters(name) === letters);
  const match =
    swapped ?? closestMatch(lower, inLowerCase, { maxDistance }) ?? ofSameBeginning(lower, inLowerCase);
  return match === undefined ? undefined : names[inLowerCase.indexOf(match)];
}

/** What `nearest` takes and says. */
export type Nearest = (word: string, names: readonly string[]) => string | undefined;

/** So many words of a file are compared with the names that they may have been meant for. */
const MOST_COMPARED = 1000;

/** `nearest` for the words of one file, of which the first 1,000 that are no name are told what was meant. */
export function nearestOfFirst(): Nearest {
  let left = MOST_COMPARED;
  return (word, names) => (left-- > 0 ? nearest(word, names) : undefined);
}

const SHORTEST_BEGINNING = 4;
const LONGEST_ENDING = 2;

/** The one name that begins with the word, as branded with brand, or that has but an ending less. */
function ofSameBeginning(word: string, names: readonly string[]): string | undefined {
  const matches = names.filter((name) => {
    const isShort = word.length >= SHORTEST_BEGINNING && name.startsWith(word);
    return isShort || (word.startsWith(name) && word.length - name.length <= LONGEST_ENDING);
  });
  return matches.length === 1 ? matches[0] : undefined;
}

function sortedLetters(word: string): string {
  return [...word].sort().join('');
}

/** `; did you mean "x"?` to stand behind a name that was mistyped, or nothing where no name is near. */
export function didYouMean(word: string, names: readonly string[], find: Nearest = nearest): string {
  const name = find(word, names);
  return name === undefined ? '' : `; did you mean ${quoted(name)}?`;
}
