import { type Day, dayCount, MINUTES_A_DAY, minuteOfDay } from '../dates.ts';
import type { ChannelPost } from './drift-model.ts';

const EPOCH = '2000-01-01';
const LAST_MINUTE = MINUTES_A_DAY - 1;

/**
 * Converts the days and times of posts to minutes, so that the distance between two posts can be calculated. Every day
 * counts as 1,440 minutes, even if the clocks change. A post without a time counts as going out at 23:59.
 */
export class Timeline {
  private readonly days = new Map<Day, number>();

  /**
   * Returns the day and time of a post as a number of minutes since a fixed moment, which is the same for all posts.
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
 * Whether a post is scheduled for another day than planned, or more than `grace` minutes earlier or later. If either
 * post has no time, only their days are compared.
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

/**
 * Whether a post of the plan can drift, so that a change of its day, time or category counts. A post can drift if it
 * has a title or a text and is not marked as unplanned.
 */
export function canDrift({ unplanned, openSlot }: ChannelPost): boolean {
  return !unplanned && !openSlot;
}
