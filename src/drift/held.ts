import { isOnHold } from '../plan/holds.ts';
import type { Plan } from '../plan/plan.ts';
import { idOf } from './candidates.ts';
import type { ChannelPost, Span } from './drift-model.ts';
import type { SameWords } from './same-words.ts';

/**
 * The scheduled posts that share more with a held-back post than with any post of the plan that goes out. Sharing an id
 * counts most, then the same words at the same day and time, then the same words on the same day, then the words alone.
 *
 * @param planned - the posts of the plan that go out
 * @param texts - compares the titles and texts of all these posts
 */
export function rowsOfHeldBack(
  heldBack: readonly ChannelPost[],
  planned: readonly ChannelPost[],
  scheduled: readonly ChannelPost[],
  texts: SameWords,
): readonly ChannelPost[] {
  const keysOf = (post: ChannelPost): readonly (readonly string[])[] => {
    const id = idOf(post.id);
    const own = texts.of(post);
    return [
      id === null ? [] : [id],
      own.map((text) => `${text} ${post.date} ${post.time}`),
      own.map((text) => `${text} ${post.date}`),
      own.map(String),
    ];
  };
  const closeness = (posts: readonly ChannelPost[]) => {
    const known = [new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>()];
    for (const post of posts) {
      for (const [rank, keys] of keysOf(post).entries()) for (const key of keys) known[rank]?.add(key);
    }
    return (row: ChannelPost) => {
      const rank = keysOf(row).findIndex((keys, index) => keys.some((key) => known[index]?.has(key)));
      return rank === -1 ? Number.POSITIVE_INFINITY : rank;
    };
  };
  const [toHeldBack, toPlanned] = [closeness(heldBack), closeness(planned)];
  return scheduled.filter((row) => toHeldBack(row) < toPlanned(row));
}

/**
 * Whether a scheduled post goes out while the plan is on hold. A post without a time is taken to go out at the time of
 * its planned post, if that is on the same day. Without any time, any hold on the day counts. Returns false for a post
 * that no hold can keep from going out.
 */
export function isDuringHold(plan: Plan, scheduled: ChannelPost, planned: ChannelPost | null): boolean {
  const { date, time, canBeHeld } = scheduled;
  const plannedTime = planned?.date === date ? planned.time : null;
  return canBeHeld && isOnHold(plan.daysOnHold, date, time ?? plannedTime);
}

/** Whether a day belongs to a span, which includes its first and its last day. */
export function isWithin({ from, to }: Span, day: string): boolean {
  return from <= day && day <= to;
}
