import type { Analysis } from '../analysis/analyse.ts';
import type { SeriesPart } from '../analysis/series.ts';
import {
  type ClockChange,
  clockChangeOn,
  type Day,
  MINUTES_A_DAY,
  minuteOfDay,
  spokenDay,
  timeAt,
  weekdayOf,
} from '../dates.ts';
import type { FilledDay, OpenSlot } from '../editing/slot.ts';
import type { Channel, Plan } from '../plan/plan.ts';
import { groupsOf } from '../text/groups.ts';
import { counted, listed, listedNames } from '../text/words.ts';
import { Clash, DayFiller, MOST_SLOTS, type Terms, TOO_MANY } from './fill-days.ts';
import type { LikeSlot } from './like.ts';
import type { PerDayWish } from './per-day.ts';
import { type Moment, withCategories } from './slot-categories.ts';

/**
 * The slots of a blank plan, sorted by channel (in the order of the plan) and then by time. If slots cannot be chosen,
 * `clashes` has a sentence for each reason.
 */
type Slots =
  | {
      readonly slots: readonly OpenSlot[];
      readonly days: readonly FilledDay[];
      /** A sentence for each reason why a channel gets fewer slots than asked for, or misses its target mix. */
      readonly notes: readonly string[];
    }
  | { readonly clashes: readonly string[] };

/** Everything that affects which open slots (posts still to be written) are chosen, except the plan. */
export interface SlotTerms {
  /**
   * The number of planned posts for each day; `null` to use the middle of the range of post counts that the day allows,
   * rounded down.
   */
  readonly perDay: PerDayWish | null;
  /**
   * Returns the earlier plans, the earliest first, whose posts on `channel` are counted together with those of `plan`.
   * The new slots make up for an imbalance in the mix of these plans.
   */
  readonly before: (plan: Plan, channel: Channel) => readonly SeriesPart[];
  /** The slots of an earlier plan, to be repeated at their own times; `null` to choose times. */
  readonly like: readonly LikeSlot[] | null;
}

/**
 * Chooses open slots (posts still to be written) to add to a plan. On each day of a channel, the times of the slots are
 * spread evenly over the hours, unless `like` gives slots to repeat. The categories are spread evenly over the whole
 * plan (docs/specification.md, section 5).
 *
 * @param plan - a plan without mistakes, so that all its targets are valid
 * @returns the slots, or in `clashes` a sentence for each reason why none can be chosen
 */
export function chooseSlots(plan: Plan, analysis: Analysis, { perDay, before, like }: SlotTerms): Slots {
  const { channels } = plan;
  const changes = clockChangesOf(plan);
  if (like !== null && like.length > MOST_SLOTS) return { clashes: [TOO_MANY] };
  const repeated = groupsOf(like ?? [], (slot) => [slot.channel]);
  const slots: OpenSlot[] = [];
  const days: FilledDay[] = [];
  /** The names of the channels that each sentence is about, by sentence. */
  const clashes = new Map<string, string[]>();
  const notes = new Map<string, string[]>();
  const named = (sentences: ReadonlyMap<string, readonly string[]>) =>
    Array.from(sentences, ([sentence, names]) =>
      channels.length > 1 ? `${listedNames(names, 'and')}: ${sentence}` : sentence,
    );
  for (const [index, channel] of channels.entries()) {
    const numbers = analysis.channels[index];
    if (numbers === undefined) continue;
    const terms = { plan, channel, numbers, changes, index, perDay };
    try {
      const gap = channel.targets.min_gap ?? 0;
      const { filled, moments } =
        like === null
          ? freshSlots(terms, MOST_SLOTS - slots.length, gap)
          : repeatedSlots(terms, repeated.get(channel.name) ?? []);
      const { chosen, notes: said } = withCategories(moments, channel, before(plan, channel));
      for (const slot of chosen) slots.push(slot);
      for (const note of said) add(note, channel, notes);
      const short = perDay && cutShort(filled, gap);
      if (short !== null) add(short, channel, notes);
      for (const day of filled) days.push(day);
    } catch (error) {
      if (!(error instanceof Clash)) throw error;
      add(error.message, channel, clashes);
    }
  }
  return clashes.size > 0 ? { clashes: named(clashes) } : { slots, days, notes: named(notes) };
}

function add(sentence: string, { name }: Channel, sentences: Map<string, string[]>): void {
  sentences.set(sentence, [...(sentences.get(sentence) ?? []), name]);
}

/**
 * Returns a sentence that names the days on which a hold leaves time for fewer slots than wanted; null if there are
 * none.
 *
 * @param gap - the fewest minutes between two posts
 */
function cutShort(days: readonly FilledDay[], gap: number): string | null {
  const short = days.filter(({ minutes, wanted }) => minutes.length < wanted);
  if (short.length === 0) return null;
  const counts = short.map(({ date, minutes, wanted }) => {
    return `${minutes.length === 0 ? 'none' : `only ${minutes.length}`} of ${counted(wanted, 'slot')} on ${spokenDay(date)}`;
  });
  return `--per-day: the hold leaves time for ${listed(counts, 'and')}; for more, shorten the hold${gap > 0 ? ', or lower min_gap' : ''}`;
}

function clockChangesOf({ timezone, days }: Plan): ReadonlyMap<Day, ClockChange> {
  if (timezone === null) return new Map();
  return new Map(
    days.flatMap((day) => {
      const change = clockChangeOn(timezone, day);
      return change === null ? [] : [[day, change] as const];
    }),
  );
}

function fillDays(terms: Terms, most: number): readonly FilledDay[] {
  const filler = new DayFiller(terms);
  let count = 0;
  return terms.numbers.days.map((day) => {
    const filled = filler.fill(day);
    count += filled.minutes.length;
    if (count > most) throw new Clash(TOO_MANY);
    return filled;
  });
}

/** The days of a channel with their slots, and when its posts and slots go out, in order. */
interface FilledChannel {
  readonly filled: readonly FilledDay[];
  readonly moments: readonly Moment[];
}

function freshSlots(terms: Terms, most: number, gap: number): FilledChannel {
  const filled = fillDays(terms, most);
  const moments = momentsOf(filled, terms);
  refuseClose(moments, gap);
  return { filled, moments };
}

/** Gives each day of a channel the slots that an earlier plan has on the same weekday. */
function repeatedSlots(terms: Terms, own: readonly LikeSlot[]): FilledChannel {
  const { plan, channel, numbers } = terms;
  const filler = new DayFiller(terms);
  const categories = new Set(channel.targets.mix?.map(({ category }) => category));
  const ofDay = (date: Day) => own.filter(({ weekday }) => weekday === weekdayOf(date));
  const moments = plan.days.flatMap((date, index) =>
    ofDay(date).map(({ time, format, implied }): Moment => {
      const minute = index * MINUTES_A_DAY + (time === null ? MINUTES_A_DAY - 0.5 : minuteOfDay(time));
      const category = implied !== null && categories.has(implied) ? implied : null;
      return { date, minute, hasTime: time !== null, isSlot: true, category, format };
    }),
  );
  return {
    filled: numbers.days.map((day) => filler.repeat(day, ofDay(day.date).length)),
    moments: moments.sort((a, b) => a.minute - b.minute),
  };
}

/** Returns the posts and the new slots of a channel, in the order in which they go out. */
function momentsOf(filled: readonly FilledDay[], { plan, channel, numbers }: Terms): readonly Moment[] {
  const midnights = new Map(plan.days.map((day, index) => [day, index * MINUTES_A_DAY]));
  const slots = filled.flatMap(({ date, minutes }) => {
    const midnight = midnights.get(date) ?? 0;
    return minutes.map((minute) => {
      return { date, minute: midnight + minute, hasTime: true, isSlot: true, category: null, format: null };
    });
  });
  if (numbers.timeline.length === 0) return slots;
  const posts = numbers.timeline.map(({ date, time, unplanned, categories }) => ({
    date: date ?? '',
    minute: (midnights.get(date ?? '') ?? 0) + (time === null ? MINUTES_A_DAY - 0.5 : minuteOfDay(time)),
    hasTime: time !== null,
    isSlot: false,
    category: unplanned ? null : (categories.get(channel.name) ?? null),
    format: null,
  }));
  return [...posts, ...slots].sort((a, b) => a.minute - b.minute);
}

/**
 * Throws a `Clash` if a slot is too close to what goes out before or after it. This can happen only across midnight.
 */
function refuseClose(moments: readonly Moment[], gap: number): void {
  let earlier: Moment | undefined;
  for (const moment of moments) {
    if (!moment.hasTime) continue;
    const distance = moment.minute - (earlier?.minute ?? Number.NEGATIVE_INFINITY);
    if (distance < gap && earlier !== undefined && (moment.isSlot || earlier.isSlot)) {
      throw new Clash(
        `between ${spokenMoment(earlier)} and ${spokenMoment(moment)} there are ${counted(distance, 'minute')}, but there should be at least ${gap} (min_gap); narrow the hours, lower min_gap, or ask for fewer posts a day`,
      );
    }
    earlier = moment;
  }
}

function spokenMoment({ date, minute }: Moment): string {
  return `${spokenDay(date)} ${timeAt(minute % MINUTES_A_DAY)}`;
}
