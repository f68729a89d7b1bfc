import { type Day, dayCount, MINUTES_A_DAY, minuteOfDay } from '../dates.ts';
import type { ChannelPost } from './drift-model.ts';

const EPOCH = '2000-01-01';
const LAST_MINUTE = MINUTES_A_DAY - 1;

/**
 * Converts the day and time of each post to minutes from one fixed day, by the local clock and as if no clock changed.
 * A post without a time counts as going out at 23:59.
 */
export class Timeline {
  private readonly days = new Map<Day, number>();

  /**
   * Returns the day and time of a post as a number of minutes, which can be compared with the numbers of other posts.
   */
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
 * Whether a post is scheduled for another day than planned, or more than `grace` minutes earlier or later. If the
 * planned or the scheduled post has no time, only the day counts.
 */
export function isMoved(planned: ChannelPost, scheduled: ChannelPost, grace: number): boolean {
  if (planned.date !== scheduled.date) return true;
  if (planned.time === null || scheduled.time === null) return false;
  return Math.abs(minuteOfDay(planned.time) - minuteOfDay(scheduled.time)) > grace;
}

/** Whether both posts have a category, and the categories differ. */
export function isRecategorised(planned: ChannelPost, scheduled: ChannelPost): boolean {
  return planned.category !== null && scheduled.category !== null && planned.category !== scheduled.category;
}

/** Whether a post of the plan can drift: it is not unplanned, and has a title or a text. */
export function canDrift({ unplanned, openSlot }: ChannelPost): boolean {
  return !unplanned && !openSlot;
}
