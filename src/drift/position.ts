import { type Day, dayCount, MINUTES_A_DAY, minuteOfDay } from '../dates.ts';
import type { ChannelPost } from './drift-model.ts';

const EPOCH = '2000-01-01';
const LAST_MINUTE = MINUTES_A_DAY - 1;

/**
 * Gives each post a position in time: minutes by the local clock, counted from one fixed day. A post without a time is
 * placed in the last minute of its day.
 */
export class Timeline {
  private readonly days = new Map<Day, number>();

  /** The position of a post, in minutes. */
  positionOf({ date, time }: ChannelPost): number {
    return this.dayOf(date) * MINUTES_A_DAY + (time === null ? LAST_MINUTE : minuteOfDay(time));
  }

  private dayOf(date: Day): number {
    const known = this.days.get(date) ?? dayCount(EPOCH, date);
    this.days.set(date, known);
    return known;
  }
}

/**
 * Whether a post is scheduled for another day than planned, or more than `grace` minutes earlier or later. When the
 * planned or the scheduled post has no time, only the day counts.
 */
export function isMoved(planned: ChannelPost, scheduled: ChannelPost, grace: number): boolean {
  if (planned.date !== scheduled.date) return true;
  if (planned.time === null || scheduled.time === null) return false;
  return Math.abs(minuteOfDay(planned.time) - minuteOfDay(scheduled.time)) > grace;
}

/** Whether both posts have a category, and the two categories differ. */
export function isRecategorised(planned: ChannelPost, scheduled: ChannelPost): boolean {
  return planned.category !== null && scheduled.category !== null && planned.category !== scheduled.category;
}

/** Whether drift is possible for a post of the plan: it is planned, and not an open slot. */
export function canDrift({ unplanned, openSlot }: ChannelPost): boolean {
  return !unplanned && !openSlot;
}
