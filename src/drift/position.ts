import { type Day, dayCount, MINUTES_A_DAY, minuteOfDay } from '../dates.ts';
import type { ChannelPost } from './drift-model.ts';

const EPOCH = '2000-01-01';
const LAST_MINUTE = MINUTES_A_DAY - 1;

/** Where posts stand on the line of time, in minutes by the clock on the wall; one without a time at the end of its day. */
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

/** Whether a post goes out on another day than planned, or more than that many minutes earlier or later. */
export function isMoved(planned: ChannelPost, scheduled: ChannelPost, grace: number): boolean {
  if (planned.date !== scheduled.date) return true;
  if (planned.time === null || scheduled.time === null) return false;
  return Math.abs(minuteOfDay(planned.time) - minuteOfDay(scheduled.time)) > grace;
}

/** Whether both say a category, and not the same. */
export function isRecategorised(planned: ChannelPost, scheduled: ChannelPost): boolean {
  return planned.category !== null && scheduled.category !== null && planned.category !== scheduled.category;
}

/** Whether a post of the plan can drift: it is planned, and more than an open slot. */
export function canDrift({ unplanned, openSlot }: ChannelPost): boolean {
  return !unplanned && !openSlot;
}
