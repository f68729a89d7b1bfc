import type { Analysis, ChannelPosts } from '../analysis/analyse.ts';
import { spreadEvenly } from '../analysis/sequence.ts';
import { timed } from '../analysis/timeline.ts';
import type { DayAnalysis } from '../analysis/verdict.ts';
import { type ClockChange, clockChangeOn, type Day, minuteOfDay, spokenDay, timeAt } from '../dates.ts';
import type { Channel, Plan } from '../plan/model.ts';
import { isDayOff } from '../targets/targets.ts';
import { brief, byText, counted } from '../words.ts';
import { capacityOf, DEFAULT_HOURS, minutesWithin, spreadOver } from './times.ts';

/** An open slot: a post to be, with everything but its content. */
export interface OpenSlot {
  readonly date: Day;
  readonly time: string;
  readonly channel: string;
  readonly category: string;
}

/** A day of a channel when its slots are in it. */
export interface FilledDay {
  readonly date: Day;
  readonly channel: string;
  /** How many more posts may go out. */
  readonly room: number;
  /** Why no slot is put there; null where slots may be. */
  readonly closed: 'day off' | 'on hold' | 'no posts' | null;
}

/** The slots of a blank plan in the order of its channels, then of time; or a sentence for each thing that clashes. */
export type Slots =
  | { readonly slots: readonly OpenSlot[]; readonly days: readonly FilledDay[] }
  | { readonly clashes: readonly string[] };

/** Targets that cannot be met together: the message says which, and by how much. */
class Clash extends Error {}

/** Stands behind every time of a day. */
const LAST = 'last';

const MINUTES_A_DAY = 24 * 60;

/** More than fit into a file that can be read again. */
const MOST_SLOTS = 100_000;
const TOO_MANY = `the plan would have more than ${MOST_SLOTS} slots; ask for fewer posts a day, fewer channels or fewer days`;

/** What the slots of one channel are chosen by. */
interface Terms {
  readonly plan: Plan;
  readonly channel: Channel;
  readonly numbers: ChannelPosts;
  /** Of each day that has one. */
  readonly changes: ReadonlyMap<Day, ClockChange>;
  /** How far the times of the channel are shifted against those of the others: above 0, below 1. */
  readonly phase: number;
  readonly perDay: number | null;
}

/**
 * Chooses the open slots of a plan, beside the posts that it has: so many a day and channel, spread evenly over the hours,
 * their categories evenly over the plan (section 5 of the specification).
 *
 * @param plan - without mistakes, so that every target is valid
 * @param perDay - planned posts a day and channel; null for the middle of the day's `min` and `max − reserve`
 */
export function chooseSlots(plan: Plan, analysis: Analysis, perDay: number | null): Slots {
  const { channels } = plan;
  const changes = clockChangesOf(plan);
  const slots: OpenSlot[] = [];
  const days: FilledDay[] = [];
  const clashes = new Set<string>();
  for (const [index, channel] of channels.entries()) {
    const numbers = analysis.channels[index];
    if (numbers === undefined) continue;
    const phase = (2 * index + 1) / (2 * channels.length);
    try {
      const terms = { plan, channel, numbers, changes, phase, perDay };
      const moments: Moment[] = [];
      for (const day of numbers.days) {
        const filled = fillDay(day, terms);
        if (slots.length + moments.length + filled.times.length > MOST_SLOTS) throw new Clash(TOO_MANY);
        for (const time of filled.times) moments.push({ date: day.date, time });
        days.push(filled);
      }
      refuseClose(moments, terms);
      for (const slot of withCategories(moments, terms)) slots.push(slot);
    } catch (error) {
      if (!(error instanceof Clash)) throw error;
      clashes.add(channels.length > 1 ? `${brief(channel.name)}: ${error.message}` : error.message);
    }
  }
  return clashes.size > 0 ? { clashes: [...clashes] } : { slots, days };
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

interface Moment {
  readonly date: Day;
  readonly time: string;
}

function fillDay(day: DayAnalysis, terms: Terms): FilledDay & { readonly times: readonly string[] } {
  const { date, planned, unplanned, max } = day;
  const { plan, channel } = terms;
  const closed = closedBy(day, channel, plan);
  const most = max - Math.max(day.reserve ?? 0, unplanned);
  if (planned > most) {
    const left = `${spokenDay(date)} has ${counted(planned, 'planned post')} that stay`;
    throw new Clash(`${left}, at most ${most} leave room for the unplanned (posts_per_day, reserve)`);
  }
  const wanted = closed === null ? wantedOn(day, terms) - planned : 0;
  if (wanted > MOST_SLOTS) throw new Clash(TOO_MANY);
  const times = timesOn(day, Math.max(0, Math.min(wanted, most - planned)), terms);
  return {
    date,
    channel: channel.name,
    room: max - planned - unplanned - times.length,
    closed,
    times,
  };
}

function closedBy({ date, max }: DayAnalysis, { targets }: Channel, plan: Plan): FilledDay['closed'] {
  if (plan.hold.has(date)) return 'on hold';
  if (targets.days_off && isDayOff(targets.days_off, date)) return 'day off';
  return max === 0 ? 'no posts' : null;
}

/** How many planned posts the day is to have. */
function wantedOn({ date, min, max, reserve }: DayAnalysis, { perDay }: Terms): number {
  const most = max - (reserve ?? 0);
  if (perDay === null) return Math.floor((min + most) / 2);
  if (min <= perDay && perDay <= most) return perDay;
  const range = min === most ? `${min}` : `${min} to ${most}`;
  throw new Clash(
    `--per-day: ${perDay} a day is outside ${range}, the posts that ${spokenDay(date)} can have beside its reserve (posts_per_day, reserve); write a number within it, or leave --per-day out`,
  );
}

function timesOn(day: DayAnalysis, wanted: number, terms: Terms): readonly string[] {
  const { date, planned, unplanned, min } = day;
  const { channel, numbers, changes, phase, perDay } = terms;
  if (wanted === 0) return [];
  const hours = channel.targets.hours ?? DEFAULT_HOURS;
  const gap = channel.targets.min_gap ?? 0;
  const posts = numbers.timeline.filter((post) => post.date === date && post.time !== null);
  const taken = posts.map(({ time }) => minuteOfDay(time ?? ''));
  const room = { minutes: minutesWithin(hours, date, changes.get(date) ?? null), taken, gap };
  const capacity = capacityOf(room);
  const least = perDay === null ? Math.max(0, min - planned - unplanned) : wanted;
  if (capacity < least) {
    const where = `into ${hours.start}-${hours.end} (hours) on ${spokenDay(date)}`;
    const how = `with ${counted(gap, 'minute')} between two posts (min_gap)`;
    throw new Clash(
      `${counted(least, 'slot')} do not fit ${where} ${how}, only ${capacity}; widen the hours, lower min_gap, or ask for fewer posts a day`,
    );
  }
  return spreadOver(room, Math.min(wanted, capacity), phase).map(timeAt);
}

/** Refuses slots that are too close to a post of the day before or after: within a day there is room enough for them. */
function refuseClose(moments: readonly Moment[], { plan, channel, numbers }: Terms): void {
  const gap = channel.targets.min_gap ?? 0;
  const dayNumbers = new Map(plan.days.map((day, index) => [day, index]));
  const minuteOf = (date: Day, time: string) =>
    (dayNumbers.get(date) ?? 0) * MINUTES_A_DAY + minuteOfDay(time);
  const posts = timed(numbers.timeline).map(({ date, time }) => ({ date, time, isSlot: false }));
  const all = [...posts, ...moments.map((moment) => ({ ...moment, isSlot: true }))]
    .map((each) => ({ ...each, minute: minuteOf(each.date, each.time) }))
    .sort((a, b) => a.minute - b.minute);
  for (const [index, { date, time, minute, isSlot }] of all.entries()) {
    const earlier = all[index - 1];
    if (earlier === undefined || minute - earlier.minute >= gap || !(isSlot || earlier.isSlot)) continue;
    const between = `${spokenDay(earlier.date)} ${earlier.time} and ${spokenDay(date)} ${time}`;
    throw new Clash(
      `between ${between} there are ${counted(minute - earlier.minute, 'minute')}, at least ${gap} should be (min_gap); narrow the hours, lower min_gap, or ask for fewer posts a day`,
    );
  }
}

/** Gives the slots of a channel their categories, so that they and its planned posts keep the mix together. */
function withCategories(moments: readonly Moment[], { channel, numbers }: Terms): readonly OpenSlot[] {
  const { mix, max_streak: maxStreak } = channel.targets;
  const staying = numbers.timeline.flatMap(({ date, time, unplanned, categories }) => {
    const category = categories.get(channel.name);
    return unplanned || category === undefined ? [] : [{ date: date ?? '', time: time ?? LAST, category }];
  });
  const all = [...staying, ...moments.map((moment) => ({ ...moment, category: null }))];
  all.sort((a, b) => byText(a.date, b.date) || byText(a.time, b.time));
  const sequence = spreadEvenly(
    mix ?? [],
    all.map(({ category }) => category),
    maxStreak ?? undefined,
  );
  return all.flatMap(({ date, time, category }, index) => {
    return category === null ? [{ date, time, channel: channel.name, category: sequence[index] ?? '' }] : [];
  });
}
