import { isOnHold } from '../plan/hold.ts';
import type { Plan } from '../plan/model.ts';
import { hasSameId } from './candidates.ts';
import { matchByWords } from './match.ts';
import type { ChannelPost } from './model.ts';
import { Texts } from './texts.ts';

/**
 * Finds what is scheduled although the plan holds it back: the scheduled posts that share an id, a title or a text with a
 * post that does not go out. Those that share one with a post that does go out are that one; those that only stand in its
 * place are not.
 *
 * @param heldBack - the posts of a channel that do not go out
 * @param matches - which scheduled post each post that goes out is
 * @returns the scheduled post of each held one that has one, be it out already
 */
export function matchHeldBack(
  heldBack: readonly ChannelPost[],
  scheduled: readonly ChannelPost[],
  matches: ReadonlyMap<ChannelPost, ChannelPost>,
  grace: number,
): ReadonlyMap<ChannelPost, ChannelPost> {
  if (heldBack.length === 0) return new Map();
  const texts = new Texts();
  const isByWords = (post: ChannelPost, match: ChannelPost) =>
    hasSameId(post, match) || texts.compare(post, match) !== null;
  const byWords = [...matches].filter(([post, match]) => isByWords(post, match));
  const taken = new Set(byWords.map(([, match]) => match));
  return matchByWords(
    heldBack,
    scheduled.filter((post) => !taken.has(post)),
    grace,
  );
}

/** Whether a scheduled post goes out while the plan is on hold; without a time, it has that of the post which it is on its day. */
export function isDuringHold(plan: Plan, scheduled: ChannelPost, planned: ChannelPost | null): boolean {
  const { date, time, canBeHeld } = scheduled;
  const plannedTime = planned?.date === date ? planned.time : null;
  return canBeHeld && isOnHold(plan.daysOnHold, date, time ?? plannedTime);
}
