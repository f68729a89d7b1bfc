import { type Day, dayCount, MINUTES_A_DAY, minuteOfDay } from '../dates.ts';
import type { ChannelPost } from './drift-model.ts';

const EPOCH = '2000-01-01';
const LAST_MINUTE = MINUTES_A_DAY - 1;

/** The positions of posts in time, in minutes by the local clock. A post without a time is at the end of its day. */
export class Timeline {
  private readonly days = new Map<Day, number>();

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
 * Whether a post goes out on another day than planned, or more than `grace` minutes earlier or later. When either of
 * the two has no time, only the day counts.
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

/** Whether a post of the plan can drift: it is planned and not an open slot. */
export function canDrift({ unplanned, openSlot }: ChannelPost): boolean {
  return !unplanned && !openSlot;
}
