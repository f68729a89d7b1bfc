import { timeKey } from '../analysis/timeline.ts';
import { byText } from '../words.ts';
import { type Candidate, findCandidates, type Side } from './candidates.ts';
import { bestMatching } from './matching.ts';
import type { ChannelPost } from './model.ts';
import { Timeline } from './position.ts';
import { similarPairs } from './similarity.ts';

/**
 * Finds for each scheduled post of a channel the planned one that it is, if any: the same id; the same words; the same
 * day and time; words that are alike near in time. The order in which the posts are given changes nothing.
 *
 * @param grace - minutes that a post may be early or late
 * @returns the scheduled post of each planned one that has one
 */
export function matchPosts(
  planned: readonly ChannelPost[],
  scheduled: readonly ChannelPost[],
  grace: number,
): ReadonlyMap<ChannelPost, ChannelPost> {
  const timeline = new Timeline();
  const matches = new Map<ChannelPost, ChannelPost>();
  const taken = new Set<ChannelPost>();
  const take = (search: Search): boolean => {
    const left = sideOf(planned, matches, timeline);
    const right = sideOf(scheduled, taken, timeline);
    const pairs = bestMatching(search(left, right, grace));
    for (const pair of pairs) {
      const [post, match] = [left.posts[pair.planned], right.posts[pair.scheduled]];
      if (post === undefined || match === undefined) continue;
      matches.set(post, match);
      taken.add(match);
    }
    return pairs.length > 0;
  };
  // Large groups give each post one candidate, which may be taken by another; then there is a next one.
  while (take(findCandidates));
  take(similarPairs);
  return matches;
}

type Search = (planned: Side, scheduled: Side, grace: number) => readonly Candidate[];

/** The posts that are left, in an order that does not depend on the file. */
function sideOf(
  posts: readonly ChannelPost[],
  taken: { readonly has: (post: ChannelPost) => boolean },
  timeline: Timeline,
): Side {
  const inOrder = inCanonicalOrder(posts.filter((post) => !taken.has(post)));
  return { posts: inOrder, positions: inOrder.map((post) => timeline.positionOf(post)) };
}

/** Posts in an order that the order of the file has no part in, but for posts that are the same in everything. */
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
