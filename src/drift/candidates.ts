import { groupsOf } from '../text/groups.ts';
import { composed } from '../text/words.ts';
import type { ChannelPost } from './drift-model.ts';
import { closestOnLine, nearOnLine } from './line.ts';
import { canDrift, isMoved, isRecategorised } from './position.ts';
import { SameWords } from './same-words.ts';

/**
 * A planned and a scheduled post that may be the same post. `planned` and `scheduled` are the indexes (from 0) of these
 * posts in the lists of posts of their sides.
 */
export interface Candidate {
  readonly planned: number;
  readonly scheduled: number;
  /**
   * The strongest tie between the two posts: 0 if they share an id, 1 for a title or a text, 2 for only a day and time
   * or similar words.
   */
  readonly tier: number;
  /**
   * What else the two posts share, as a level from 0 (the best) to `LEVEL_COUNT - 1`. Compare levels only within a
   * tier.
   */
  readonly level: number;
  /**
   * Whether taking this pair cannot reduce the number of other pairs. False if one of the two posts has a title and a
   * different text, or if the words of the two are only similar, because another pair may then need one of the two
   * posts.
   */
  readonly isWhole: boolean;
  /**
   * The cost of taking this pair: a whole number, at least 0 and below `MOST_COST`. Between pairs with the same tier
   * and level, the lower cost wins.
   */
  readonly cost: number;
}

/**
 * What two posts may share besides an id, from best to worst. "Same words" means that they share a title or a text and
 * differ in neither; "some words" means that they share one of these and differ in the other. A slot is a day and time,
 * and "on plan" means within the grace time.
 */
const LEVELS = [
  'same words, same slot',
  'same words, on plan',
  'same words, same day',
  'same words',
  'some words, same slot',
  'some words, on plan',
  'some words, same day',
  'some words',
  'same slot',
  'nothing',
] as const;

/** The number of different values of `Candidate.level`. */
export const LEVEL_COUNT = LEVELS.length;

/** The `tier` of pairs that share neither an id nor a title or a text, but only a day and time or similar words. */
export const LAST_TIER = 2;

/** A number greater than the cost of any candidate. */
export const MOST_COST = 2 ** 50;
const COST_OF_DRIFT = 2 ** 48;
const COST_OF_CATEGORY = 2 ** 46;
const LONGEST_WAY = 2 ** 40;

/**
 * The most possible pairs in a group of posts for which all pairs become candidates. In a larger group, each post gets
 * at most two candidates, from two ways of pairing the posts by time.
 */
const MOST_PAIRS = 1024;
/**
 * The most pairs that come from groups in which all pairs are candidates. Further groups are treated as larger ones.
 */
const MOST_PAIRS_IN_ALL = 200_000;

/** The posts of the plan or of the schedule, sorted in a way that does not depend on their order in the file. */
export interface Side {
  readonly posts: readonly ChannelPost[];
  /** The day and time of each post in minutes, as `Timeline.positionOf` returns it, in ascending order. */
  readonly positions: readonly number[];
}

/**
 * Returns the cost of matching two posts: a whole number, at least 0 and below `MOST_COST`. Most costly is a pair that
 * counts as drift, or whose planned post cannot drift (see `canDrift`); then a different category; then each minute
 * between the two posts.
 *
 * @param minutes - the number of minutes between the two posts
 * @param grace - the number of minutes by which a post may be early or late without counting as moved
 */
export function costOf(planned: ChannelPost, scheduled: ChannelPost, minutes: number, grace: number): number {
  const drifts =
    canDrift(planned) && (isMoved(planned, scheduled, grace) || isRecategorised(planned, scheduled));
  // An unmatched open slot is not drift, but an unmatched post is. So matching a slot costs as much as drift.
  const units = Number(drifts) + Number(!canDrift(planned));
  const category = isRecategorised(planned, scheduled) ? COST_OF_CATEGORY : 0;
  return units * COST_OF_DRIFT + category + Math.min(minutes, LONGEST_WAY);
}

/**
 * Returns the pairs of a planned and a scheduled post that share an id, a title, a text, or the day and time. In a
 * large group of posts that share the same value, each post is paired with at most two others, close in time.
 *
 * @param grace - the number of minutes by which a post may be early or late without counting as moved
 * @param texts - compares the titles and texts of the posts
 */
export function findCandidates(
  planned: Side,
  scheduled: Side,
  grace: number,
  texts = new SameWords(),
): readonly Candidate[] {
  const found = new Candidates(planned, scheduled, grace, texts);
  found.add(({ id }) => (idOf(id) === null ? [] : [`${idOf(id)}`]));
  found.add((post) => texts.of(post).map((text) => `${text} ${post.date} ${post.time}`));
  found.add((post) => texts.of(post).map((text) => `${text} ${post.date}`));
  found.add((post) => texts.of(post).map(String));
  found.add(({ date, time }) => (time === null ? [] : [`${date} ${time}`]));
  return found.all();
}

/**
 * Returns an id trimmed and in Unicode NFC, so that it can be compared with other ids. Returns `null` if `id` is `null`
 * or blank.
 */
export function idOf(id: string | null): string | null {
  return composed(id?.trim() ?? '') || null;
}

/** Whether both posts have an id, and the ids are the same. */
export function hasSameId(planned: ChannelPost, scheduled: ChannelPost): boolean {
  return idOf(planned.id) !== null && idOf(planned.id) === idOf(scheduled.id);
}

class Candidates {
  private readonly planned: Side;
  private readonly scheduled: Side;
  private readonly grace: number;
  private readonly texts: SameWords;
  private readonly found = new Map<number, Candidate>();
  private pairs = 0;

  constructor(planned: Side, scheduled: Side, grace: number, texts: SameWords) {
    this.planned = planned;
    this.scheduled = scheduled;
    this.grace = grace;
    this.texts = texts;
  }

  all(): readonly Candidate[] {
    return [...this.found.values()];
  }

  /** Adds the pairs of a planned and a scheduled post that have a key in common. */
  add(keysOf: (post: ChannelPost) => readonly string[]): void {
    const indexesByKey = ({ posts }: Side) =>
      groupsOf(posts.keys(), (index) => {
        const post = posts[index];
        return post === undefined ? [] : keysOf(post);
      });
    const scheduledByKey = indexesByKey(this.scheduled);
    for (const [key, planned] of indexesByKey(this.planned)) {
      const scheduled = scheduledByKey.get(key) ?? [];
      for (const [one, other] of this.pairsOf(planned, scheduled)) this.addPair(one, other);
    }
  }

  private pairsOf(
    planned: readonly number[],
    scheduled: readonly number[],
  ): readonly (readonly [planned: number, scheduled: number])[] {
    const all = planned.length * scheduled.length;
    if (all <= MOST_PAIRS && this.pairs + all <= MOST_PAIRS_IN_ALL) {
      this.pairs += all;
      return planned.flatMap((one) => scheduled.map((other) => [one, other] as const));
    }
    const [a, b] = [
      planned.map((index) => this.planned.positions[index] ?? 0),
      scheduled.map((index) => this.scheduled.positions[index] ?? 0),
    ];
    const pairs = [...nearOnLine(a, b, this.grace), ...closestOnLine(a, b)];
    return pairs.map(([one, other]) => [planned[one] ?? 0, scheduled[other] ?? 0] as const);
  }

  private addPair(one: number, other: number): void {
    const key = one * this.scheduled.posts.length + other;
    const [planned, scheduled] = [this.planned.posts[one], this.scheduled.posts[other]];
    if (planned === undefined || scheduled === undefined || this.found.has(key)) return;
    const way = Math.abs((this.planned.positions[one] ?? 0) - (this.scheduled.positions[other] ?? 0));
    const cost = costOf(planned, scheduled, way, this.grace);
    const level = LEVELS.indexOf(this.levelOf(planned, scheduled));
    const sharesWords = level < LEVELS.indexOf('same slot');
    const tier = hasSameId(planned, scheduled) ? 0 : sharesWords ? 1 : LAST_TIER;
    const isWhole = tier !== 1 || this.texts.of(planned).length + this.texts.of(scheduled).length === 2;
    this.found.set(key, { planned: one, scheduled: other, tier, level, isWhole, cost });
  }

  private levelOf(planned: ChannelPost, scheduled: ChannelPost): (typeof LEVELS)[number] {
    const isSameDay = planned.date === scheduled.date;
    const isSameTime = isSameDay && planned.time === scheduled.time;
    const words = this.texts.compare(planned, scheduled);
    if (words === null) return isSameTime && planned.time !== null ? 'same slot' : 'nothing';
    if (isSameTime) return `${words}, same slot`;
    if (!isMoved(planned, scheduled, this.grace)) return `${words}, on plan`;
    return isSameDay ? `${words}, same day` : words;
  }
}
