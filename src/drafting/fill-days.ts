import type { ChannelPosts } from '../analysis/analyse.ts';
import type { DayAnalysis } from '../analysis/verdict.ts';
import {
  type ClockChange,
  type Day,
  MINUTES_A_DAY,
  minuteOfDay,
  spokenDay,
  timeAt,
  WEEKDAYS,
  weekdayOf,
} from '../dates.ts';
import type { FilledDay } from '../editing/slot.ts';
import { isOnHold } from '../plan/holds.ts';
import type { Channel, Plan } from '../plan/plan.ts';
import { type Hours, isDayOff } from '../policy/targets.ts';
import { writtenBounds } from '../policy/written-targets.ts';
import { counted } from '../text/words.ts';
import { fitsInto, misfit, type PerDayWish } from './per-day.ts';
import { capacityOf, DEFAULT_HOURS, minutesIn, type Shift, shownOnce, spreadOver } from './slot-times.ts';

/**
 * The error for settings that contradict each other, so that no slots can be chosen. Its message names these settings
 * and advises what to change.
 */
export class Clash extends Error {}

/** Everything that affects how many slots one channel gets, and when. */
export interface Terms {
  readonly plan: Plan;
  readonly channel: Channel;
  /** The figures for the posts that the channel already has. */
  readonly numbers: ChannelPosts;
  /** The clock change on each day that has one. */
  readonly changes: ReadonlyMap<Day, ClockChange>;
  /** The position of the channel in the plan, counted from 0. */
  readonly index: number;
  /**
   * The number of planned posts for each day; `null` to use the middle of the range of post counts that the day allows,
   * rounded down.
   */
  readonly perDay: PerDayWish | null;
}

/** The most slots that can be added to a plan. A plan with more slots would be too large to check. */
export const MOST_SLOTS = 100_000;
/** The message about a plan that would have more than `MOST_SLOTS` slots. */
export const TOO_MANY = `the plan would have more than ${MOST_SLOTS} slots; ask for fewer posts a day, fewer channels or fewer days`;

/** The most minutes by which the slots of two days in a week can differ in their times, to leave room between them. */
const LONGEST_SHIFT = 30;

/** Chooses how many slots each day of a channel gets, and at what times. */
export class DayFiller {
  private readonly terms: Terms;
  private readonly hours: Hours;
  private readonly minutes: readonly number[];
  private readonly gap: number;
  /** For each day, the minutes after midnight at which the channel already has a post, in ascending order. */
  private readonly taken = new Map<Day, number[]>();

  constructor(terms: Terms) {
    const { channel, numbers } = terms;
    this.terms = terms;
    this.hours = channel.targets.hours ?? DEFAULT_HOURS;
    this.minutes = minutesIn(this.hours);
    this.gap = channel.targets.min_gap ?? 0;
    for (const { date, time } of numbers.timeline) {
      if (date === null || time === null) continue;
      const minutes = this.taken.get(date) ?? [];
      const minute = minuteOfDay(time);
      // Each minute is listed once, even if several posts go out in it.
      if (minutes.at(-1) !== minute) minutes.push(minute);
      this.taken.set(date, minutes);
    }
  }

  /**
   * Chooses the number and the times of the slots of one day. A day that is `closed` in the result gets none.
   *
   * @throws {Clash} if the template has more posts on the day than fit beside the reserve; if the targets of the day do
   * not allow the number of posts that the user wants; if the slots do not fit into the hours; or if there are more
   * than `MOST_SLOTS`
   */
  fill(day: DayAnalysis): FilledDay {
    const { date, planned, unplanned, max } = day;
    const closed = this.closedBy(day);
    const { max: most } = fitsInto(day);
    if (planned > most) {
      const left = `${spokenDay(date)} has ${counted(planned, 'planned post that stays', 'planned posts that stay')}`;
      throw new Clash(
        `${left}, but at most ${most} fit beside its reserve of ${day.reserve ?? 0} (posts_per_day: ${writtenBounds(day)}); take ${planned - most} out of the template, or raise posts_per_day`,
      );
    }
    const missing = closed === null ? this.wantedOn(day) - planned : 0;
    if (missing > MOST_SLOTS) throw new Clash(TOO_MANY);
    const free = Math.min(most, max - unplanned) - planned;
    const wanted = Math.max(0, Math.min(missing, free));
    const minutes = this.minutesOn(day, wanted);
    const room = max - planned - unplanned - minutes.length;
    return { date, channel: this.terms.channel.name, room, closed, wanted, minutes };
  }

  /**
   * Returns the result for a day whose slots repeat those of an earlier plan, even if they do not fit the targets of
   * the day. `minutes` is empty in the result, because the times are those of the earlier plan.
   *
   * @param slots - the number of these slots
   */
  repeat(day: DayAnalysis, slots: number): FilledDay {
    const { date, max, planned, unplanned } = day;
    return {
      date,
      channel: this.terms.channel.name,
      room: max - planned - unplanned - slots,
      closed: slots > 0 ? null : this.closedBy(day),
      wanted: slots,
      minutes: [],
    };
  }

  private closedBy({ date, max }: DayAnalysis): FilledDay['closed'] {
    const { plan, channel } = this.terms;
    if (plan.daysOnHold.has(date) && this.minutesOutsideHold(date).length === 0) return 'on hold';
    if (channel.targets.days_off && isDayOff(channel.targets.days_off, date)) return 'day off';
    return max === 0 ? 'no posts' : null;
  }

  /** Returns the number of planned posts that the day should have in the end. */
  private wantedOn(day: DayAnalysis): number {
    const { perDay, channel } = this.terms;
    const { min, max } = fitsInto(day);
    if (perDay === null) return Math.floor((min + max) / 2);
    if (min <= perDay.posts && perDay.posts <= max) return perDay.posts;
    throw new Clash(misfit(perDay, day, channel));
  }

  private minutesOn({ date, planned, unplanned, min }: DayAnalysis, wanted: number): readonly number[] {
    if (wanted === 0) return [];
    const { plan, changes, perDay } = this.terms;
    const { gap } = this;
    const taken = this.taken.get(date) ?? [];
    const change = changes.get(date);
    const hasHold = plan.daysOnHold.has(date);
    const shift = this.shiftOn(date);
    const open = this.minutesOutsideHold(date);
    const always = { minutes: open, taken, gap };
    const minutes = change === undefined ? open : shownOnce(open, date, change);
    if (change !== undefined && wanted <= capacityOf(always)) {
      const asEver = spreadOver(always, wanted, shift);
      if (asEver.every((minute) => minutes.includes(minute))) return asEver;
    }
    const capacity = capacityOf({ minutes, taken, gap });
    // A day that is partly on hold may have fewer posts than the user asked for.
    const least = perDay === null || hasHold ? Math.max(0, min - planned - unplanned) : wanted;
    if (capacity < least) {
      const where = `into ${this.hours.start}-${this.hours.end} (hours) on ${spokenDay(date)}`;
      const how = `with ${counted(gap, 'minute')} between two posts (min_gap)`;
      throw new Clash(
        `${counted(least, 'slot does', 'slots do')} not fit ${where} ${how}: there is only room for ${capacity}; widen the hours, lower min_gap, or ask for fewer posts a day`,
      );
    }
    return spreadOver({ minutes, taken, gap }, Math.min(wanted, capacity), shift);
  }

  private minutesOutsideHold(date: Day): readonly number[] {
    const { daysOnHold } = this.terms.plan;
    if (!daysOnHold.has(date)) return this.minutes;
    return this.minutes.filter((minute) => !isOnHold(daysOnHold, date, timeAt(minute)));
  }

  private shiftOn(date: Day): Shift {
    const { plan, index } = this.terms;
    const share = 1 / plan.channels.length;
    // If a day ends shortly before the next begins, all days keep the same times.
    const night = MINUTES_A_DAY - this.minutes.length;
    const turn = night < this.gap + LONGEST_SHIFT ? 0 : WEEKDAYS.indexOf(weekdayOf(date)) - 3;
    return { phase: (index + 0.5) * share, share, turn };
  }
}
