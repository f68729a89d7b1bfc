import type { Analysis } from '../analysis/analyse.ts';
import { analyseMix } from '../analysis/mix-analysis.ts';
import { spreadEvenly } from '../analysis/sequence.ts';
import {
  type ClockChange,
  clockChangeOn,
  type Day,
  MINUTES_A_DAY,
  minuteOfDay,
  spokenDay,
  timeAt,
} from '../dates.ts';
import type { FilledDay, OpenSlot } from '../editing/slot.ts';
import { type Fraction, rounded } from '../exact.ts';
import type { Channel, Plan } from '../plan/plan.ts';
import type { Mix } from '../policy/targets.ts';
import { brief, counted, listed, listedNames } from '../text/words.ts';
import { Clash, DayFiller, MOST_SLOTS, type Terms, TOO_MANY } from './fill-days.ts';
import type { PerDayWish } from './per-day.ts';

/**
 * The slots of a blank plan, sorted by channel (in the order of the plan) and then by time. If slots cannot be chosen,
 * a sentence for each reason instead.
 */
export type Slots =
  | {
      readonly slots: readonly OpenSlot[];
      readonly days: readonly FilledDay[];
      /** A sentence for each reason why channels get fewer slots than asked for, or another mix than their target. */
      readonly notes: readonly string[];
    }
  | { readonly clashes: readonly string[] };

/**
 * Chooses open slots for a plan, in addition to its posts. The slots of each day of each channel are spread evenly over
 * the hours, and their categories are spread evenly over the plan (docs/specification.md, section 5).
 *
 * @param plan - without mistakes, so that every target is valid
 * @param perDay - the number of planned posts that a day should have; null for the midpoint, rounded down, between its
 * `min` and its `max` minus its reserve
 */
export function chooseSlots(plan: Plan, analysis: Analysis, perDay: PerDayWish | null): Slots {
  const { channels } = plan;
  const changes = clockChangesOf(plan);
  const slots: OpenSlot[] = [];
  const days: FilledDay[] = [];
  /** For each sentence, the names of the channels that it is about. */
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
      const filled = fillDays(terms, MOST_SLOTS - slots.length);
      const moments = momentsOf(filled, terms);
      const gap = channel.targets.min_gap ?? 0;
      refuseClose(moments, gap);
      const { chosen, note } = withCategories(moments, terms);
      for (const slot of chosen) slots.push(slot);
      for (const each of [note, perDay && cutShort(filled, gap)])
        if (each !== null) add(each, channel, notes);
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
 * A sentence that names the days on which a hold leaves time for fewer slots than wanted. Null when there is no such
 * day.
 *
 * @param gap - the least time between two posts, in minutes
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

/** The time at which a post or a slot of a channel goes out. */
interface Moment {
  readonly date: Day;
  /**
   * The minutes since the beginning of the plan, by the local clock. A post without a time is at the end of its day.
   */
  readonly minute: number;
  readonly hasTime: boolean;
  readonly isSlot: boolean;
  /**
   * The category of a planned post. Null for a slot, which has none yet, and for a post that does not count in the mix.
   */
  readonly category: string | null;
}

/** The staying posts and the slots of a channel, in the order in which they go out. */
function momentsOf(filled: readonly FilledDay[], { plan, channel, numbers }: Terms): readonly Moment[] {
  const midnights = new Map(plan.days.map((day, index) => [day, index * MINUTES_A_DAY]));
  const slots = filled.flatMap(({ date, minutes }) => {
    const midnight = midnights.get(date) ?? 0;
    return minutes.map((minute) => {
      return { date, minute: midnight + minute, hasTime: true, isSlot: true, category: null };
    });
  });
  if (numbers.timeline.length === 0) return slots;
  const posts = numbers.timeline.map(({ date, time, unplanned, categories }) => ({
    date: date ?? '',
    minute: (midnights.get(date ?? '') ?? 0) + (time === null ? MINUTES_A_DAY - 0.5 : minuteOfDay(time)),
    hasTime: time !== null,
    isSlot: false,
    category: unplanned ? null : (categories.get(channel.name) ?? null),
  }));
  return [...posts, ...slots].sort((a, b) => a.minute - b.minute);
}

/** Throws a `Clash` when a slot is too close to a post of the day before or after. Within a day this cannot happen. */
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

/** Chooses the categories of a channel's slots, so that slots and planned posts together keep the mix. */
function withCategories(moments: readonly Moment[], { channel }: Terms): CategorisedSlots {
  const { mix, max_streak: maxStreak, tolerance } = channel.targets;
  const counting = moments.filter(({ isSlot, category }) => isSlot || category !== null);
  const categories = counting.map(({ category }) => category);
  const sequence = spreadEvenly(mix ?? [], categories, maxStreak ?? undefined);
  const chosen = counting.flatMap(({ date, minute, isSlot }, index) => {
    if (!isSlot) return [];
    const time = timeAt(minute % MINUTES_A_DAY);
    return [{ date, time, channel: channel.name, category: sequence[index] ?? '' }];
  });
  return { chosen, note: mix && tolerance && offTrack(mix, tolerance, sequence) };
}

interface CategorisedSlots {
  readonly chosen: readonly OpenSlot[];
  /** A sentence that says why the mix is not on track; null when it is. */
  readonly note: string | null;
}

function offTrack(mix: Mix, tolerance: Fraction, sequence: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const category of sequence) counts.set(category, (counts.get(category) ?? 0) + 1);
  const { counted: all, categories } = analyseMix(mix, counts, tolerance);
  const [worst] = categories
    .filter(({ verdict }) => verdict !== 'on_track')
    .sort((a, b) => b.variance.abs().compare(a.variance.abs()));
  if (worst === undefined) return null;
  const { category, count, share, target } = worst;
  return `the posts that stay leave too few slots to keep the mix: ${count} of ${all} posts are ${brief(category)} (${rounded(share, 1)}%, target ${target}%)`;
}
