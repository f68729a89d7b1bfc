import { groupsOf } from '../text/groups.ts';
import { composed } from '../text/words.ts';
import type { ChannelPost } from './drift-model.ts';
import { closestOnLine, nearOnLine } from './line.ts';
import { canDrift, isMoved, isRecategorised } from './position.ts';
import { SameWords } from './same-words.ts';

/** A planned and a scheduled post, by their indexes, that may be the same one. */
export interface Candidate {
  readonly planned: number;
  readonly scheduled: number;
  /** The best thing that they share: 0 an id, 1 a text, 2 a slot, or words that are alike. */
  readonly tier: number;
  /** What else they share, the best 0, below `LEVEL_COUNT`; counts among candidates of one tier. */
  readonly level: number;
  /** Whether everything that is joined to one of them by this tier is joined to all that is joined to the other one. */
  readonly isWhole: boolean;
  /** Among candidates of one tier and level, what taking this one costs: a whole number below `MOST_COST`. */
  readonly cost: number;
}

/**
 * What two posts may share beside their id, the best first. Posts have the same words where nothing that both say differs,
 * and some words where one of title and text is the same and the other is not. What stayed where it was comes before what
 * moved.
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

/** How many levels there are. */
export const LEVEL_COUNT = LEVELS.length;

/** The tier of pairs that share neither id nor text. */
export const LAST_TIER = 2;

/** More than taking any pair costs. */
export const MOST_COST = 2 ** 50;
const COST_OF_DRIFT = 2 ** 48;
const COST_OF_CATEGORY = 2 ** 46;
const LONGEST_WAY = 2 ** 40;

/** In a group of more pairs than this, each post has the one or two candidates that a pairing in time gives it. */
const MOST_PAIRS = 1024;

/** One side of a comparison, in an order that does not depend on the file. */
export interface Side {
  readonly posts: readonly ChannelPost[];
  /** Where each stands in time, in minutes, ascending. */
  readonly positions: readonly number[];
}

/** What taking two posts for one costs: first of all drift, then another category, then the way in minutes. */
export function costOf(planned: ChannelPost, scheduled: ChannelPost, minutes: number, grace: number): number {
  const drifts =
    canDrift(planned) && (isMoved(planned, scheduled, grace) || isRecategorised(planned, scheduled));
  // An open slot that stays open is no drift, a post that is dropped is.
  const units = Number(drifts) + Number(!canDrift(planned));
  const category = isRecategorised(planned, scheduled) ? COST_OF_CATEGORY : 0;
  return units * COST_OF_DRIFT + category + Math.min(minutes, LONGEST_WAY);
}

/** Finds the pairs of posts that share an id, a text or a slot. */
export function findCandidates(planned: Side, scheduled: Side, grace: number): readonly Candidate[] {
  const texts = new SameWords();
  const found = new Candidates(planned, scheduled, grace, texts);
  found.add(({ id }) => (idOf(id) === null ? [] : [`${idOf(id)}`]));
  found.add((post) => texts.of(post).map((text) => `${text} ${post.date} ${post.time}`));
  found.add((post) => texts.of(post).map((text) => `${text} ${post.date}`));
  found.add((post) => texts.of(post).map(String));
  found.add(({ date, time }) => (time === null ? [] : [`${date} ${time}`]));
  return found.all();
}

/** An id as it is compared; null where there is none. */
export function idOf(id: string | null): string | null {
  return composed(id?.trim() ?? '') || null;
}

/** Whether both posts have an id, and the same. */
export function hasSameId(planned: ChannelPost, scheduled: ChannelPost): boolean {
  return idOf(planned.id) !== null && idOf(planned.id) === idOf(scheduled.id);
}

class Candidates {
  private readonly planned: Side;
  private readonly scheduled: Side;
  private readonly grace: number;
  private readonly texts: SameWords;
  private readonly found = new Map<number, Candidate>();

  constructor(planned: Side, scheduled: Side, grace: number, texts: SameWords) {
    this.planned = planned;
    this.scheduled = scheduled;
    this.grace = grace;
    this.texts = texts;
  }

  all(): readonly Candidate[] {
    return [...this.found.values()];
  }

  /** Adds the pairs that have a key in common. */
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
    if (planned.length * scheduled.length <= MOST_PAIRS)
      return planned.flatMap((one) => scheduled.map((other) => [one, other] as const));
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
