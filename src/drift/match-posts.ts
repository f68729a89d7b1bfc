import { timeKey } from '../analysis/timeline.ts';
import { byText } from '../text/words.ts';
import { bestMatching } from './best-matching.ts';
import { type Candidate, findCandidates, LAST_TIER, type Side } from './candidates.ts';
import type { ChannelPost } from './drift-model.ts';
import { Timeline } from './position.ts';
import { SameWords } from './same-words.ts';
import { similarPairs } from './similarity.ts';

/** What is shared between the comparisons of the individual channels. */
export interface AllChannels {
  /** The number of posts on all channels together, in the plan or in the schedule, whichever has more. 0 if unknown. */
  readonly posts: number;
  /** Compares titles and texts. All channels share this object, so that each text is processed only once. */
  readonly texts: SameWords;
}

const alone = (): AllChannels => ({ posts: 0, texts: new SameWords() });

/**
 * Finds the planned and the scheduled posts of one channel that are probably the same post. Two posts match if they
 * share an id, a title or a text, or the day and time. As a last resort, posts at most three days apart match by
 * similar words. The order of `planned` and of `scheduled` does not matter.
 *
 * @param grace - the number of minutes by which a post may be early or late without counting as moved
 * @param all - what is shared between channels; if left out, the channel is compared by itself
 * @returns the scheduled post of each planned post; planned posts without a match are left out
 */
export function matchPosts(
  planned: readonly ChannelPost[],
  scheduled: readonly ChannelPost[],
  grace: number,
  all: AllChannels = alone(),
): ReadonlyMap<ChannelPost, ChannelPost> {
  const matching = new Matching(planned, scheduled, grace);
  // In a large group a post has few candidates, and others may take them. So the search is repeated until it finds
  // nothing.
  while (matching.take((...sides) => findCandidates(...sides, all.texts)));
  matching.take((...sides) => similarPairs(...sides, all.posts));
  return matching.found;
}

/**
 * Finds the planned and the scheduled posts of one channel that share an id, a title or a text, and so are probably the
 * same post.
 *
 * @param grace - the number of minutes by which a post may be early or late without counting as moved
 * @param all - what is shared between channels; if left out, the channel is compared by itself
 * @returns the scheduled post of each planned post; planned posts without a match are left out
 */
export function matchByWords(
  planned: readonly ChannelPost[],
  scheduled: readonly ChannelPost[],
  grace: number,
  all: AllChannels = alone(),
): ReadonlyMap<ChannelPost, ChannelPost> {
  const matching = new Matching(planned, scheduled, grace);
  const byWords: Search = (...sides) =>
    findCandidates(...sides, all.texts).filter(({ tier }) => tier < LAST_TIER);
  while (matching.take(byWords));
  return matching.found;
}

/**
 * Finds the planned and the scheduled posts of one channel that have similar words and are at most three days apart,
 * and so are probably the same post.
 *
 * @param grace - the number of minutes by which a post may be early or late without counting as moved
 * @param all - what is shared between channels; if left out, the channel is compared by itself
 * @returns the scheduled post of each planned post; planned posts without a match are left out
 */
export function matchAlike(
  planned: readonly ChannelPost[],
  scheduled: readonly ChannelPost[],
  grace: number,
  all: AllChannels = alone(),
): ReadonlyMap<ChannelPost, ChannelPost> {
  const matching = new Matching(planned, scheduled, grace);
  matching.take((...sides) => similarPairs(...sides, all.posts));
  return matching.found;
}

type Search = (planned: Side, scheduled: Side, grace: number) => readonly Candidate[];

class Matching {
  readonly found = new Map<ChannelPost, ChannelPost>();
  private readonly taken = new Set<ChannelPost>();
  private readonly timeline = new Timeline();
  private readonly planned: readonly ChannelPost[];
  private readonly scheduled: readonly ChannelPost[];
  private readonly grace: number;

  constructor(planned: readonly ChannelPost[], scheduled: readonly ChannelPost[], grace: number) {
    this.planned = planned;
    this.scheduled = scheduled;
    this.grace = grace;
  }

  /** Searches among the posts that have no match yet, and adds the matches. Returns whether there were any. */
  take(search: Search): boolean {
    const left = sideOf(this.planned, this.found, this.timeline);
    const right = sideOf(this.scheduled, this.taken, this.timeline);
    const pairs = bestMatching(search(left, right, this.grace));
    for (const pair of pairs) {
      const [post, match] = [left.posts[pair.planned], right.posts[pair.scheduled]];
      if (post === undefined || match === undefined) continue;
      this.found.set(post, match);
      this.taken.add(match);
    }
    return pairs.length > 0;
  }
}

/** Returns the posts that are not taken, in an order that does not depend on the file. */
function sideOf(
  posts: readonly ChannelPost[],
  taken: { readonly has: (post: ChannelPost) => boolean },
  timeline: Timeline,
): Side {
  const inOrder = inCanonicalOrder(posts.filter((post) => !taken.has(post)));
  return { posts: inOrder, positions: inOrder.map((post) => timeline.positionOf(post)) };
}

/**
 * Returns posts sorted by day and time, and then by their contents, so that the result does not depend on their order
 * in the file. Only posts with equal contents are sorted by their lines.
 */
export function inCanonicalOrder(posts: readonly ChannelPost[]): readonly ChannelPost[] {
  const keyed = posts.map((post) => ({ post, key: timeKey(post) }));
  keyed.sort((a, b) => byText(a.key, b.key) || byContent(a.post, b.post));
  return keyed.map(({ post }) => post);
}

const CONTENT = ['channel', 'title', 'text', 'category', 'id'] as const;

function byContent(a: ChannelPost, b: ChannelPost): number {
  for (const key of CONTENT) {
    const order = byText(a[key] ?? '', b[key] ?? '');
    if (order !== 0) return order;
  }
  return Number(a.unplanned) - Number(b.unplanned) || a.line - b.line;
}
