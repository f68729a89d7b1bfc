import type { Plan } from '../plan/plan.ts';
import { groupsOf } from '../text/groups.ts';
import { hasSameId, idOf } from './candidates.ts';
import type { ChannelPost } from './drift-model.ts';
import { isDuringHold, isWithin, rowsOfHeldBack } from './held.ts';
import { type AllChannels, matchAlike, matchByWords, matchPosts } from './match-posts.ts';
import type { SameWords } from './same-words.ts';

/** The posts of one channel in the plan and in the schedule. */
interface ChannelSides {
  /** The posts of the plan that go out. */
  readonly planned: readonly ChannelPost[];
  /** The posts of the plan that do not go out, because of their status or a hold. */
  readonly heldBack: readonly ChannelPost[];
  /** The posts of the schedule. */
  readonly scheduled: readonly ChannelPost[];
  readonly all: AllChannels;
}

/** A post of the plan, and the scheduled post that is probably the same post. */
type Pair = readonly [post: ChannelPost, match: ChannelPost];

/** Which scheduled posts of a channel are probably the same as which posts of the plan. */
interface ChannelMatches {
  /** The scheduled post of each post of the plan that goes out. Posts that are not scheduled are left out. */
  readonly matches: ReadonlyMap<ChannelPost, ChannelPost>;
  /** The pairs whose scheduled post must not go out. A post of the plan may be in several of these pairs. */
  readonly held: readonly Pair[];
}

/**
 * Matches the scheduled posts of a channel with the posts of the plan that they probably are. Posts of the plan that go
 * out take precedence. A held-back post (cancelled or on hold) gets a scheduled post only in these cases:
 *
 * - The scheduled post shares more with the held-back post than with any post that goes out.
 * - The scheduled post shares its words with the held-back post, but only a day and time or similar words with posts
 *   that go out.
 * - The words of both posts are similar, and the scheduled post matches no post that goes out.
 *
 * A pair of a post that goes out also counts as held if its scheduled post was moved to a time at which the plan is on
 * hold.
 *
 * @param grace - the number of minutes by which a post may be early or late without counting as moved
 * @param isStray - whether a pair is doubtful: the schedule does not cover the day of its planned post, and its
 * scheduled post is outside the period of the plan
 * @returns the pairs that go out, and the pairs that are held
 */
export function matchChannel(
  sides: ChannelSides,
  plan: Plan,
  grace: number,
  isStray: (post: ChannelPost, match: ChannelPost) => boolean,
): ChannelMatches {
  const isBeyond = (_: ChannelPost, match: ChannelPost) => !isWithin(plan, match.date);
  const { planned, heldBack, scheduled, all } = sides;
  const ofHeldBack = withoutNextOfKind(
    pairsOfHeldBack(sides, grace),
    isBeyond,
    [[...planned, ...heldBack], scheduled],
    all.texts,
  );
  const taken = new Set(ofHeldBack.map(([, match]) => match));
  const found = matchPosts(
    planned,
    scheduled.filter((post) => !taken.has(post)),
    grace,
    all,
  );
  const pairs = withoutNextOfKind([...found], isStray, [planned, scheduled], all.texts);
  const isPutInside = ([post, match]: Pair) => post.canBeHeld && isDuringHold(plan, match, post);
  return {
    matches: new Map(pairs.filter((pair) => !isPutInside(pair))),
    held: [...ofHeldBack.filter(([, match]) => match.canBeHeld), ...pairs.filter(isPutInside)],
  };
}

/**
 * Finds the scheduled posts that are probably held-back posts of the plan. Returns each as a pair with its held-back
 * post.
 */
function pairsOfHeldBack(
  { planned, heldBack, scheduled, all }: ChannelSides,
  grace: number,
): readonly Pair[] {
  if (heldBack.length === 0) return [];
  const { texts } = all;
  const rows = rowsOfHeldBack(heldBack, planned, scheduled, texts);
  const certain = [...matchByWords(heldBack, rows, grace, all)];
  const left = withoutRows(scheduled, certain);
  const sharesWords = ([post, match]: Pair) => hasSameId(post, match) || texts.compare(post, match) !== null;
  const goingOut = [...matchPosts(planned, left, grace, all)];
  const words = matchByWords(
    withoutPosts(heldBack, certain),
    withoutRows(left, goingOut.filter(sharesWords)),
    grace,
    all,
  );
  const pairs = [...certain, ...words];
  const over = withoutRows(withoutRows(left, goingOut), pairs);
  const again = pairsByWords(heldBack, over, texts);
  const alike = matchAlike(
    withoutPosts(heldBack, [...pairs, ...again]),
    withoutRows(over, again),
    grace,
    all,
  );
  return [...pairs, ...again, ...alike];
}

function withoutPosts(posts: readonly ChannelPost[], pairs: Iterable<Pair>): readonly ChannelPost[] {
  const taken = new Set(Array.from(pairs, ([post]) => post));
  return posts.filter((post) => !taken.has(post));
}

function withoutRows(rows: readonly ChannelPost[], pairs: Iterable<Pair>): readonly ChannelPost[] {
  const taken = new Set(Array.from(pairs, ([, match]) => match));
  return rows.filter((row) => !taken.has(row));
}

/**
 * Pairs each scheduled post with the first post that shares its id or words, even if that post is already in a pair.
 */
function pairsByWords(
  posts: readonly ChannelPost[],
  rows: readonly ChannelPost[],
  texts: SameWords,
): readonly Pair[] {
  const byText = groupsOf(posts, (post) => texts.of(post).map(String));
  const idsOf = ({ id }: ChannelPost) => [idOf(id)].filter((own) => own !== null);
  const byId = groupsOf(posts, idsOf);
  return rows.flatMap((row) => {
    const known = [
      ...idsOf(row).map((id) => byId.get(id)),
      ...texts.of(row).map((text) => byText.get(String(text))),
    ];
    const post = known.find((group) => group !== undefined)?.[0];
    return post === undefined ? [] : [[post, row] as const];
  });
}

/**
 * Leaves out pairs that are probably two different posts of a series, such as a weekly quiz: stray pairs that do not
 * share an id, and whose words occur several times in the plan or in the schedule. A scheduled post outside the plan is
 * then probably the next post of the series.
 *
 * @param isStray - whether a pair is doubtful, because its scheduled post is outside the period of the plan
 * @param sides - all posts of the plan, and all posts of the schedule
 * @param texts - compares the titles and texts of all these posts
 */
function withoutNextOfKind(
  pairs: readonly Pair[],
  isStray: (post: ChannelPost, match: ChannelPost) => boolean,
  sides: readonly (readonly ChannelPost[])[],
  texts: SameWords,
): readonly Pair[] {
  if (!pairs.some(([post, match]) => isStray(post, match))) return pairs;
  const keysOf = (post: ChannelPost) => texts.of(post).map(String);
  const groups = sides.map((posts) => groupsOf(posts, keysOf));
  const comesBack = (post: ChannelPost) =>
    keysOf(post).some((key) => groups.some((group) => (group.get(key)?.length ?? 0) > 1));
  return pairs.filter(
    ([post, match]) => !isStray(post, match) || hasSameId(post, match) || !comesBack(match),
  );
}
