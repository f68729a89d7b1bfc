import { folded } from '../words.ts';
import { groupsOf } from './groups.ts';
import { closestOnLine } from './line.ts';
import type { ChannelPost } from './model.ts';
import { canDrift, isMoved, isRecategorised } from './position.ts';

/**
 * A planned and a scheduled post, by their indexes, that may be the same one.
 */
export interface Candidate {
  readonly planned: number;
  readonly scheduled: number;
  /** How well they fit, the best 0: see `RANKS`. */
  readonly rank: number;
  /** Among candidates of one rank, what taking this one costs: a whole number below `MOST_COST`. */
  readonly cost: number;
}

/** What two posts may share, the best first. The kinds of the same text come apart, so that what stayed where it was comes before what moved. */
export const RANKS = ['id', 'text and slot', 'text and day', 'text', 'slot'] as const;
type Rank = (typeof RANKS)[number];

export const MOST_COST = 2 ** 50;
const COST_OF_DRIFT = 2 ** 48;
const COST_OF_CATEGORY = 2 ** 46;
const LONGEST_WAY = 2 ** 40;

/** In a group of more pairs than this, each post has the one candidate that a pairing in time gives it. */
const MOST_PAIRS = 1024;

/** One side of a comparison, in an order that does not depend on the file. */
export interface Side {
  readonly posts: readonly ChannelPost[];
  /** Where each stands in time, in minutes. */
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

/** Finds the pairs of posts that share an id, a text or a slot, each with the best that they share. */
export function findCandidates(planned: Side, scheduled: Side, grace: number): readonly Candidate[] {
  const texts = new Texts();
  const found = new Candidates(planned, scheduled, grace);
  found.add('id', ({ id }) => (id === null || id.trim() === '' ? [] : [id.trim().normalize('NFC')]));
  found.add('text and slot', (post) => texts.of(post).map((text) => `${text} ${post.date} ${post.time}`));
  found.add('text and day', (post) => texts.of(post).map((text) => `${text} ${post.date}`));
  found.add('text', (post) => texts.of(post).map(String));
  found.add('slot', ({ date, time }) => (time === null ? [] : [`${date} ${time}`]));
  return found.all();
}

class Candidates {
  private readonly planned: Side;
  private readonly scheduled: Side;
  private readonly grace: number;
  private readonly found = new Map<number, Candidate>();

  constructor(planned: Side, scheduled: Side, grace: number) {
    this.planned = planned;
    this.scheduled = scheduled;
    this.grace = grace;
  }

  all(): readonly Candidate[] {
    return [...this.found.values()];
  }

  /** Adds the pairs that have a key in common, as far as something better has not joined them already. */
  add(rank: Rank, keysOf: (post: ChannelPost) => readonly string[]): void {
    const indexesByKey = ({ posts }: Side) =>
      groupsOf(posts.keys(), (index) => {
        const post = posts[index];
        return post === undefined ? [] : keysOf(post);
      });
    const scheduledByKey = indexesByKey(this.scheduled);
    for (const [key, planned] of indexesByKey(this.planned)) {
      const scheduled = scheduledByKey.get(key) ?? [];
      for (const [one, other] of this.pairsOf(planned, scheduled)) this.addPair(one, other, rank);
    }
  }

  private pairsOf(
    planned: readonly number[],
    scheduled: readonly number[],
  ): readonly (readonly [planned: number, scheduled: number])[] {
    if (planned.length * scheduled.length <= MOST_PAIRS)
      return planned.flatMap((one) => scheduled.map((other) => [one, other] as const));
    const pairs = closestOnLine(
      planned.map((index) => this.planned.positions[index] ?? 0),
      scheduled.map((index) => this.scheduled.positions[index] ?? 0),
    );
    return pairs.map(([one, other]) => [planned[one] ?? 0, scheduled[other] ?? 0] as const);
  }

  private addPair(one: number, other: number, rank: Rank): void {
    const key = one * this.scheduled.posts.length + other;
    const [planned, scheduled] = [this.planned.posts[one], this.scheduled.posts[other]];
    if (planned === undefined || scheduled === undefined || this.found.has(key)) return;
    const way = Math.abs((this.planned.positions[one] ?? 0) - (this.scheduled.positions[other] ?? 0));
    const cost = costOf(planned, scheduled, way, this.grace);
    this.found.set(key, { planned: one, scheduled: other, rank: RANKS.indexOf(rank), cost });
  }
}

/** Numbers texts: the same number stands for the same words, be they a title or a text. */
class Texts {
  private readonly numbers = new Map<string, number>();
  /** A long text that came through aliases into many posts is folded once. */
  private readonly byText = new Map<string, number | null>();

  of({ title, text }: ChannelPost): readonly number[] {
    const numbers = [title, text].map((words) => (words === null ? null : this.numberOf(words)));
    return [...new Set(numbers)].filter((number) => number !== null);
  }

  private numberOf(text: string): number | null {
    const known = this.byText.get(text);
    if (known !== undefined) return known;
    const key = folded(text);
    const number = key === '' ? null : (this.numbers.get(key) ?? this.numbers.size);
    if (number !== null) this.numbers.set(key, number);
    this.byText.set(text, number);
    return number;
  }
}
