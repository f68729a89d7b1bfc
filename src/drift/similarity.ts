import { MINUTES_A_DAY } from '../dates.ts';
import { countBelow } from '../text/sorted.ts';
import { folded } from '../text/words.ts';
import { type Candidate, costOf, LAST_TIER, LEVEL_COUNT, type Side } from './candidates.ts';
import type { ChannelPost } from './drift-model.ts';

/** The most minutes between two posts that are matched by similar words: three days. */
const NEAR = 3 * MINUTES_A_DAY;
/** The most other posts, nearest in time first, with which a post is compared. If there are many posts, it is fewer. */
const MOST_COMPARED = 128;
const MOST_COMPARISONS = 30_000;
/** The most comparisons over all channels. If there are more posts, each is compared with one. */
const MOST_COMPARISONS_IN_ALL = 60_000;
/** How many UTF-16 units of a text are compared. If there are many posts, it is fewer. */
const LONGEST_LOOK = 600;
const MOST_LOOKED_AT = 1_000_000;
const MOST_LOOKED_AT_IN_ALL = 3_000_000;
/** How many letters at the beginning of a word are compared, because endings change with the sentence. */
const STEM = 6;
const FEWEST_LETTERS = 8;

/**
 * A text in the form in which it is compared: its different words with the number of letters in each, the sum of these,
 * and the numbers in the text.
 */
interface Words {
  readonly lettersOf: ReadonlyMap<string, number>;
  readonly letters: number;
  readonly numbers: string;
}

/**
 * Returns the pairs of a planned and a scheduled post that are at most three days apart and have similar titles or
 * texts.
 *
 * Two texts are similar if the words that they have in common make up at least four fifths of the letters of the
 * shorter text. For example, a caption is similar to the working title that it repeats. If the shorter text has only
 * one word or fewer than 8 letters, the common words must make up four fifths of the longer text. Two texts that both
 * contain numbers, but different ones, are never similar: part 1 is not part 2.
 *
 * @param grace - the number of minutes by which a post may be early or late without counting as moved
 * @param postsInAll - the number of posts on all channels together, in the plan or in the schedule, whichever has more;
 * the more posts there are, the fewer are compared with each post
 */
export function similarPairs(
  planned: Side,
  scheduled: Side,
  grace: number,
  postsInAll = 0,
): readonly Candidate[] {
  const count = Math.max(planned.posts.length, scheduled.posts.length, 1);
  const all = Math.max(postsInAll, count);
  const most = Math.min(
    MOST_COMPARED,
    Math.ceil(MOST_COMPARISONS / count),
    Math.ceil(MOST_COMPARISONS_IN_ALL / all),
  );
  const look = Math.min(
    LONGEST_LOOK,
    Math.ceil(MOST_LOOKED_AT / count),
    Math.ceil(MOST_LOOKED_AT_IN_ALL / all),
  );
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

/**
 * Returns the indexes of at most `most` positions within three days of a position, the nearest first. The positions
 * must be in ascending order.
 */
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
  // A single short word found in a long text proves nothing.
  const isPart = shorter.lettersOf.size > 1 && shorter.letters >= FEWEST_LETTERS;
  const needed = 4 * (isPart ? shorter.letters : longer.letters);
  let shared = shorter.letters;
  for (const [stem, count] of shorter.lettersOf) {
    if (!longer.lettersOf.has(stem)) shared -= count;
    if (5 * shared < needed) return false;
  }
  return true;
}
