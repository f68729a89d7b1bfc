import { countBelow } from '../analysis/sorted.ts';
import { MINUTES_A_DAY } from '../dates.ts';
import { folded } from '../text/words.ts';
import { type Candidate, costOf, LAST_TIER, LEVEL_COUNT, type Side } from './candidates.ts';
import type { ChannelPost } from './drift-model.ts';

/** The distance in minutes up to which posts can be matched by similar words. */
const NEAR = 3 * MINUTES_A_DAY;
/** Each post is compared with at most this many others, the nearest in time; with fewer if there are many posts. */
const MOST_COMPARED = 128;
const MOST_COMPARISONS = 30_000;
/** Only this many UTF-16 units of a text are compared; fewer if there are many posts. */
const LONGEST_LOOK = 600;
const MOST_LOOKED_AT = 1_000_000;
/** Only this many first letters of a word are compared, because endings change with the sentence. */
const STEM = 6;
const FEWEST_LETTERS = 8;

/** The words of a text, with the number of letters in each, and the numbers that occur in the text. */
interface Words {
  readonly lettersOf: ReadonlyMap<string, number>;
  readonly letters: number;
  readonly numbers: string;
}

/**
 * Finds pairs of posts that are at most three days apart and whose words are similar: a title or a text of one and a
 * title or a text of the other. Two texts are similar if at least four fifths of the letters of the shorter one are in
 * words that the longer one has too, as when a caption takes up the working title. If the shorter text has only one
 * word or very few letters, the shared words must have four fifths of the letters of the longer text. Two texts that
 * both contain numbers, but not the same numbers, are never similar: part 1 is not part 2.
 *
 * @param grace - the number of minutes by which a post may be early or late without counting as moved
 */
export function similarPairs(planned: Side, scheduled: Side, grace: number): readonly Candidate[] {
  const count = Math.max(planned.posts.length, scheduled.posts.length, 1);
  const most = Math.min(MOST_COMPARED, Math.ceil(MOST_COMPARISONS / count));
  const look = Math.min(LONGEST_LOOK, Math.ceil(MOST_LOOKED_AT / count));
  const wordsOf = ({ title, text }: ChannelPost) =>
    [title, text].flatMap((words) => wordsIn((words ?? '').slice(0, look)));
  const others = scheduled.posts.map(wordsOf);
  const inOrder = [...scheduled.positions.keys()].sort(
    (a, b) => (scheduled.positions[a] ?? 0) - (scheduled.positions[b] ?? 0),
  );
  const positions = inOrder.map((index) => scheduled.positions[index] ?? 0);
  return planned.posts.flatMap((post, one) => {
    const words = wordsOf(post);
    if (words.length === 0) return [];
    const position = planned.positions[one] ?? 0;
    return nearest(positions, position, most).flatMap((place) => {
      const other = inOrder[place] ?? 0;
      const match = scheduled.posts[other];
      const isAlike = others[other]?.some((its) => words.some((own) => areAlike(own, its)));
      if (match === undefined || isAlike !== true) return [];
      const cost = costOf(post, match, Math.abs((positions[place] ?? 0) - position), grace);
      return [
        { planned: one, scheduled: other, tier: LAST_TIER, level: LEVEL_COUNT - 1, isWhole: false, cost },
      ];
    });
  });
}

/** The indexes of the positions near one position, the nearest first, at most so many. */
function nearest(positions: readonly number[], position: number, most: number): readonly number[] {
  const low = countBelow(positions, position);
  const found: number[] = [];
  const wayTo = (index: number) => Math.abs((positions[index] ?? Number.POSITIVE_INFINITY) - position);
  for (let [before, after] = [low - 1, low]; found.length < most; ) {
    const next = wayTo(before) <= wayTo(after) ? before-- : after++;
    if (wayTo(next) > NEAR) break;
    found.push(next);
  }
  return found;
}

function wordsIn(text: string): readonly Words[] {
  const lettersOf = new Map<string, number>();
  const numbers: string[] = [];
  for (const [word, letters] of folded(text).matchAll(/([\p{L}\p{M}]+)|\p{N}+/gu)) {
    if (letters === undefined) numbers.push(word);
    else lettersOf.set(word.slice(0, STEM), word.length);
  }
  if (lettersOf.size === 0) return [];
  const letters = [...lettersOf.values()].reduce((sum, count) => sum + count, 0);
  return [{ lettersOf, letters, numbers: numbers.sort().join(' ') }];
}

function areAlike(a: Words, b: Words): boolean {
  if (a.numbers !== b.numbers && a.numbers !== '' && b.numbers !== '') return false;
  const [shorter, longer] = a.letters <= b.letters ? [a, b] : [b, a];
  let shared = 0;
  for (const [stem, count] of shorter.lettersOf) if (longer.lettersOf.has(stem)) shared += count;
  // A single short word found in a long text proves nothing.
  const isPart = shorter.lettersOf.size > 1 && shorter.letters >= FEWEST_LETTERS;
  return 5 * shared >= 4 * (isPart ? shorter.letters : longer.letters);
}
