import { isOnHold } from '../plan/holds.ts';
import type { Plan } from '../plan/plan.ts';
import { idOf } from './candidates.ts';
import type { ChannelPost, Span } from './drift-model.ts';
import type { SameWords } from './same-words.ts';

/**
 * Returns the scheduled posts that have more in common with a post in `heldBack` than with any post in `planned`. From
 * most to least, two posts can have in common: an id; a title or text at the same day and time; a title or text on the
 * same day; only a title or text.
 *
 * @param heldBack - the posts of the plan that do not go out
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
 * Whether a scheduled post goes out during a hold of the plan (a pause of planned posts). If `scheduled` has no time,
 * the time of `planned` is used, provided that both are on the same day; without any time, a hold on any part of the
 * day counts. False for a post that no hold can keep from going out.
 */
export function isDuringHold(plan: Plan, scheduled: ChannelPost, planned: ChannelPost | null): boolean {
  const { date, time, canBeHeld } = scheduled;
  const plannedTime = planned?.date === date ? planned.time : null;
  return canBeHeld && isOnHold(plan.daysOnHold, date, time ?? plannedTime);
}

/** Whether a day is in a span. The first and the last day of the span are included. */
export function isWithin({ from, to }: Span, day: string): boolean {
  return from <= day && day <= to;
}
