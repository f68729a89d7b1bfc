import type { Plan } from '../plan/plan.ts';
import { groupsOf } from '../text/groups.ts';
import { hasSameId, idOf } from './candidates.ts';
import type { ChannelPost } from './drift-model.ts';
import { isDuringHold, isWithin, rowsOfHeldBack } from './held.ts';
import { matchAlike, matchByWords, matchPosts } from './match-posts.ts';
import { SameWords } from './same-words.ts';

/** The posts of one channel. */
export interface ChannelSides {
  /** Those of the plan that go out. */
  readonly planned: readonly ChannelPost[];
  /** Those of the plan that do not. */
  readonly heldBack: readonly ChannelPost[];
  readonly scheduled: readonly ChannelPost[];
}

/** A post of the plan and the scheduled one that it is. */
export type Pair = readonly [post: ChannelPost, match: ChannelPost];

/** Which scheduled posts of a channel are which planned ones. */
export interface ChannelMatches {
  /** By the post of the plan, which goes out. */
  readonly matches: ReadonlyMap<ChannelPost, ChannelPost>;
  /** What is scheduled and must not go out; several rows may be one post of the plan. */
  readonly held: readonly Pair[];
}

/**
 * Matches the posts of a channel. What goes out is matched before what does not; but a row that shares more with a post that
 * is held back than with any that goes out is that one, and so is a row that could only stand in the place of another post.
 * A post that is put inside a hold is held, too.
 *
 * @param isStray - whether a planned post is of a day on which the schedule is silent, and its match beyond the plan
 */
export function matchChannel(
  { planned, heldBack, scheduled }: ChannelSides,
  plan: Plan,
  grace: number,
  isStray: (post: ChannelPost, match: ChannelPost) => boolean,
): ChannelMatches {
  const isBeyond = (_: ChannelPost, match: ChannelPost) => !isWithin(plan, match.date);
  const ofHeldBack = withoutNextOfKind(pairsOfHeldBack({ planned, heldBack, scheduled }, grace), isBeyond, [
    [...planned, ...heldBack],
    scheduled,
  ]);
  const taken = new Set(ofHeldBack.map(([, match]) => match));
  const found = matchPosts(
    planned,
    scheduled.filter((post) => !taken.has(post)),
    grace,
  );
  const all = withoutNextOfKind([...found], isStray, [planned, scheduled]);
  const isPutInside = ([post, match]: Pair) => post.canBeHeld && isDuringHold(plan, match, post);
  return {
    matches: new Map(all.filter((pair) => !isPutInside(pair))),
    held: [...ofHeldBack.filter(([, match]) => match.canBeHeld), ...all.filter(isPutInside)],
  };
}

/** The rows that are posts which do not go out. */
function pairsOfHeldBack({ planned, heldBack, scheduled }: ChannelSides, grace: number): readonly Pair[] {
  if (heldBack.length === 0) return [];
  const texts = new SameWords();
  const rows = rowsOfHeldBack(heldBack, planned, scheduled, texts);
  const certain = [...matchByWords(heldBack, rows, grace)];
  const left = withoutRows(scheduled, certain);
  const sharesWords = ([post, match]: Pair) => hasSameId(post, match) || texts.compare(post, match) !== null;
  const goingOut = [...matchPosts(planned, left, grace)];
  const words = matchByWords(
    withoutPosts(heldBack, certain),
    withoutRows(left, goingOut.filter(sharesWords)),
    grace,
  );
  const pairs = [...certain, ...words];
  const over = withoutRows(withoutRows(left, goingOut), pairs);
  const again = pairsByWords(heldBack, over, texts);
  const alike = matchAlike(withoutPosts(heldBack, [...pairs, ...again]), withoutRows(over, again), grace);
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

/** The rows that share an id or words with a post, be it that another row is that post already. */
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
 * The pairs without those of posts whose words come back, in the plan or in the schedule, and that have another id: beyond the
 * plan such a post is the next one of its kind, and not the one of a day of which the schedule does not speak.
 *
 * @param isStray - whether a planned post is of such a day, and its match beyond the plan
 * @param sides - all posts of the plan, and of the schedule
 */
function withoutNextOfKind(
  pairs: readonly Pair[],
  isStray: (post: ChannelPost, match: ChannelPost) => boolean,
  sides: readonly (readonly ChannelPost[])[],
): readonly Pair[] {
  if (!pairs.some(([post, match]) => isStray(post, match))) return pairs;
  const texts = new SameWords();
  const keysOf = (post: ChannelPost) => texts.of(post).map(String);
  const groups = sides.map((posts) => groupsOf(posts, keysOf));
  const comesBack = (post: ChannelPost) =>
    keysOf(post).some((key) => groups.some((group) => (group.get(key)?.length ?? 0) > 1));
  return pairs.filter(
    ([post, match]) => !isStray(post, match) || hasSameId(post, match) || !comesBack(match),
  );
}
