import leven, { closestMatch } from 'leven';

const LONGEST_QUOTE = 60;

/**
 * Returns text shortened for a message: each run of white space becomes one space, and anything after the first 60
 * characters is replaced with `…`.
 */
export function brief(text: string): string {
  // The text far after the cut is ignored, because a plan may repeat a long text as often as it likes.
  const line = text.slice(0, 4 * LONGEST_QUOTE).replace(/[\t\n\r ]+/g, ' ');
  const characters = [...line];
  return characters.length > LONGEST_QUOTE ? `${characters.slice(0, LONGEST_QUOTE).join('')}…` : line;
}

/**
 * Compares two strings by their UTF-16 units, for use with `sort`. Returns -1 if `a` comes first, 1 if `b` comes first,
 * and 0 if they are equal.
 */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Returns a value as it is quoted in messages: in double quotes, and shortened by `brief`. */
export function quoted(value: string): string {
  return `"${brief(value)}"`;
}

/** More combining marks in a row than any language uses. Normalising such a run takes quadratic time. */
const ENDLESS_MARKS = /\p{M}{100}/u;

/**
 * Returns a string in Unicode NFC. A string with 100 or more combining marks in a row stays unchanged, because
 * converting it would take too long.
 */
export function composed(text: string): string {
  return ENDLESS_MARKS.test(text) ? text : text.normalize('NFC');
}

/** Matches a text that is not printable ASCII, begins or ends with a space, or has several spaces in a row. */
const UNFOLDED = /[^ -~]| {2}|^ | $/;

/**
 * Returns a string in a form for comparisons: in lower case and in Unicode NFC (see `composed`), trimmed, and with one
 * space for each run of white space.
 */
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
 * Returns words as a list for a sentence: `a`, `a or b`, `a, b or c`. After 20 words, the list ends with the number of
 * the remaining words, such as `or 5 more`.
 *
 * @param show - returns a word as the list shows it; if left out, the word itself
 */
export function listed(
  words: readonly string[],
  conjunction: Conjunction = 'or',
  show = (word: string): string => word,
): string {
  return joined(words.slice(0, LONGEST_LIST).map(show), words.length, conjunction);
}

/** Joins the words that a list of `count` words shows. */
function joined(shown: readonly string[], count: number, conjunction: Conjunction): string {
  if (count < 2) return shown.join('');
  const left = count - shown.length;
  const [before, last] = left > 0 ? [shown, `${left} more`] : [shown.slice(0, -1), shown.at(-1)];
  return `${before.join(', ')} ${conjunction} ${last}`;
}

/**
 * Returns names from a plan as a list for a sentence: `a`, `a or b`, `a, b or c`. Each name is shortened by `brief`,
 * and after 20 names, the list ends with the number of the remaining ones.
 */
export function listedNames(names: readonly string[], conjunction?: Conjunction): string {
  return listed(names, conjunction, brief);
}

/** Returns the texts that are not blank, trimmed. */
export function filledOf(texts: readonly string[]): readonly string[] {
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}

/**
 * Returns the first `most` sentences. If there are more, what `tellLeft` returns for the number of the remaining ones
 * is added at the end.
 */
export function firstOf<Sentence>(
  sentences: readonly Sentence[],
  most: number,
  tellLeft: (left: number) => string,
): readonly (Sentence | string)[] {
  const left = sentences.length - most;
  return left > 0 ? [...sentences.slice(0, most), tellLeft(left)] : sentences;
}

/**
 * Returns advice to add a key with one of `names` as its value. For the key `channel` and the names `a` and `b`: `add
 * one, such as channel: a (or b)`.
 */
export function addOne(key: string, names: readonly string[]): string {
  const [first = ''] = names;
  // There may be thousands of names, and advice for as many posts, so no more are copied than are shown.
  const others = names.slice(1, 1 + LONGEST_LIST).map(brief);
  const rest = others.length === 0 ? '' : ` (or ${joined(others, names.length - 1, 'or')})`;
  return `add one, such as ${key}: ${brief(first)}${rest}`;
}

/**
 * Returns a count followed by its noun: `1 post`, `2 posts`.
 *
 * @param plural - the plural of `noun`; if left out, `noun` followed by an `s`
 */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

const LONGEST_NAME = 40;
const MOST_NAMES = 100;

/**
 * Returns the name that a misspelt word was probably meant to be, ignoring letter case; undefined if no name is close
 * enough. Returns the first of these that exists:
 *
 * - a name with the same letters in another order
 * - the name with the smallest edit distance, which may be at most a third of the length of the word
 * - the only name that begins with the word, or that is the word without its last one or two letters
 *
 * For speed, compares only the first 40 characters of the word with the first 100 names.
 *
 * @returns the name as it is in `names`
 */
export function nearest(word: string, names: Names): string | undefined {
  const all = typeof names === 'function' ? names() : names;
  const lower = word.slice(0, LONGEST_NAME).toLowerCase();
  const letters = sortedLetters(lower);
  const inLowerCase = all.slice(0, MOST_NAMES).map((name) => name.toLowerCase());
  const maxDistance = Math.floor(lower.length / 3);
  const swapped = inLowerCase.find((name) => name.length === lower.length && sortedLetters(name) === letters);
  const match =
    swapped ?? closestMatch(lower, inLowerCase, { maxDistance }) ?? ofSameBeginning(lower, inLowerCase);
  return match === undefined ? undefined : all[inLowerCase.indexOf(match)];
}

/**
 * A function that returns the one of `names` that a misspelt word was probably meant to be; undefined if no name is
 * close enough.
 */
export type Nearest = (word: string, names: Names) => string | undefined;

/** Names to compare with, or a function that lists them, which is called only if they are compared. */
type Names = readonly string[] | (() => readonly string[]);

/** The most misspelt words of one file that are compared with names. */
const MOST_COMPARED = 1000;

/**
 * Returns a function that suggests a name for a misspelt word, as `nearest` does, in its first 1,000 calls, and
 * afterwards always returns undefined. This limits the time for a file full of misspelt words.
 */
export function nearestOfFirst(): Nearest {
  let left = MOST_COMPARED;
  return (word, names) => (left-- > 0 ? nearest(word, names) : undefined);
}

const SHORTEST_BEGINNING = 4;
const LONGEST_ENDING = 2;

/**
 * The only name that begins with the word, or equals the word without its last one or two letters; otherwise undefined.
 */
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

/**
 * Returns a suggestion to put after a misspelt word, such as `; did you mean "mix"?`; an empty text if no name is close
 * enough.
 *
 * @param find - finds the name that was probably meant; if left out, `nearest`
 */
export function didYouMean(word: string, names: Names, find: Nearest = nearest): string {
  const name = find(word, names);
  return name === undefined ? '' : `; did you mean ${quoted(name)}?`;
}

/** Whether two names differ by exactly one letter, inserted, deleted or replaced, ignoring letter case. */
export function isOneLetterAway(one: string, other: string): boolean {
  const [a, b] = [folded(one), folded(other)];
  return Math.abs(a.length - b.length) <= 1 && leven(a, b, { maxDistance: 2 }) === 1;
}
