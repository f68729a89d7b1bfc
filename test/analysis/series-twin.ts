/*
 * A second, slow and simple count of the mix over the weeks, written from the text of sections 3, 4 and 8 of the
 * specification alone: exact numbers of its own, and every whole number tried where the program has a formula. It
 * shares no code with src/.
 */
import { mayAdvise, type Place } from './places-twin.ts';
import {
  ceil,
  compare,
  distance,
  floor,
  hundredths,
  minus,
  plus,
  type Ratio,
  ratio,
  times,
} from './ratio.ts';

export type Side = 'over' | 'under' | 'on_track';

/** What a channel of one plan aims at. */
export interface Aims {
  /** Shares as whole parts of any sum. */
  mix: readonly (readonly [string, number])[];
  /** Whole percentage points. */
  tolerance: number;
  limit: number;
}

/** The planned posts of a channel of one plan by category: those that go out, and those that a hold suspends. */
export interface Week {
  aims: Aims;
  counts: Readonly<Record<string, number>>;
  suspended?: Readonly<Record<string, number>>;
}

const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, each) => total + each, 0);
const wholes = (upTo: number) => Array.from({ length: upTo + 1 }, (_, index) => index);

/** The share of a category in a mix, from 0 to 1. */
export function shareOf({ mix }: Aims, category: string): Ratio {
  return ratio(mix.find(([name]) => name === category)?.[1] ?? 0, sum(mix.map(([, parts]) => parts)));
}

export const totalOf = ({ counts }: Week): number => sum(Object.values(counts));
export const quotaOf = (week: Week, category: string): Ratio =>
  times(shareOf(week.aims, category), ratio(totalOf(week)));

/** N, Q and X of a series for one category. */
export function runningOf(weeks: readonly Week[], category: string): { n: number; q: Ratio; x: number } {
  return {
    n: sum(weeks.map(totalOf)),
    q: weeks.map((week) => quotaOf(week, category)).reduce(plus, ratio(0)),
    x: sum(weeks.map(({ counts }) => counts[category] ?? 0)),
  };
}

const points = (part: number, n: number): Ratio => ratio(part * n, 100);

/** The verdict of a series on a category. */
export function sideOf(weeks: readonly Week[], category: string): Side {
  const { n, q, x } = runningOf(weeks, category);
  const slack = points(weeks.at(-1)!.aims.tolerance, n);
  if (x > Math.max(ceil(q), floor(plus(q, slack)))) return 'over';
  return x < Math.min(floor(q), ceil(minus(q, slack))) ? 'under' : 'on_track';
}

/** The verdict of section 3 on a category of a single plan that has `count` posts there out of `n`. */
export function weekSideOf(aims: Aims, category: string, count: number, n: number): Side {
  const q = times(shareOf(aims, category), ratio(n));
  const off = distance(ratio(count), q);
  if (compare(off, points(aims.tolerance, n)) <= 0 || compare(off, ratio(1)) < 0) return 'on_track';
  return compare(ratio(count), q) > 0 ? 'over' : 'under';
}

/** Whether `mix` would call it an error that a category has `count` posts out of `n`. */
export function isError(aims: Aims, category: string, count: number, n: number): boolean {
  const off = distance(ratio(count), times(shareOf(aims, category), ratio(n)));
  const beyond = points(Math.max(aims.limit, aims.tolerance), n);
  const isOff = weekSideOf(aims, category, count, n) !== 'on_track';
  return isOff && compare(off, beyond) > 0 && compare(off, ratio(2)) >= 0;
}

/** Whether `mix` says nothing of a category if the last plan of the series had `count` posts there. */
function isPassed(weeks: readonly Week[], category: string, count: number, paysBack: boolean): boolean {
  const { aims, counts } = weeks.at(-1)!;
  const n = totalOf(weeks.at(-1)!);
  const side = weekSideOf(aims, category, count, n);
  if (side === 'on_track') return true;
  if (!paysBack || isError(aims, category, count, n)) return false;
  const { q, x } = runningOf(weeks, category);
  const then = x - (counts[category] ?? 0) + count;
  return side === 'over' ? then <= ceil(q) : then >= floor(q);
}

export interface MixFinding {
  severity: 'warning' | 'error';
  moves: number;
  /** The categories that are reported, with the verdict on each. */
  reported: Record<string, Side>;
}

/** What `mix` says of the last plan of a series, holds aside; a single week stands for a plan without a series. */
function foundInMix(weeks: readonly Week[], paysBack: boolean): MixFinding | null {
  const week = weeks.at(-1)!;
  const n = totalOf(week);
  const reported: Record<string, Side> = {};
  let [tooMany, tooFew, severity]: [number, number, MixFinding['severity']] = [0, 0, 'warning'];
  for (const [category] of week.aims.mix) {
    const count = week.counts[category] ?? 0;
    const passed = wholes(n).filter((each) => isPassed(weeks, category, each, paysBack));
    tooMany += Math.max(0, count - Math.max(...passed));
    tooFew += Math.max(0, Math.min(...passed) - count);
    if (passed.includes(count)) continue;
    reported[category] = weekSideOf(week.aims, category, count, n);
    if (isError(week.aims, category, count, n)) severity = 'error';
  }
  return Object.keys(reported).length === 0 ? null : { severity, moves: Math.max(tooMany, tooFew), reported };
}

/** The weeks as they would be if what the holds suspend went out. */
const withSuspended = (weeks: readonly Week[]): Week[] =>
  weeks.map(({ aims, counts, suspended = {} }) => {
    const names = new Set([...Object.keys(counts), ...Object.keys(suspended)]);
    const entries = [...names].map((name) => [name, (counts[name] ?? 0) + (suspended[name] ?? 0)] as const);
    return { aims, counts: Object.fromEntries(entries) };
  });

/** What `mix` says of the last plan of a series. */
export function mixFindingOf(weeks: readonly Week[], paysBack = weeks.length > 1): MixFinding | null {
  const found = foundInMix(weeks, paysBack);
  const unheld = foundInMix(withSuspended(weeks), paysBack);
  if (found === null || unheld === null) return null;
  return unheld.severity === 'warning' ? { ...found, severity: 'warning' } : found;
}

/** The categories of which `mix-over-time` speaks, holds aside. */
function foundOverTime(weeks: readonly Week[]): string[] {
  if (weeks.filter((week) => totalOf(week) > 0).length < 2) return [];
  const names = weeks.at(-1)!.aims.mix.map(([category]) => category);
  return names.filter((category) => {
    const { q, x } = runningOf(weeks, category);
    return sideOf(weeks, category) !== 'on_track' && compare(distance(ratio(x), q), ratio(2)) >= 0;
  });
}

/** The categories for which `mix-over-time` speaks at the last plan of a series, if it is to speak there at all. */
export function offOverTime(weeks: readonly Week[]): string[] {
  return foundOverTime(withSuspended(weeks)).length === 0 ? [] : foundOverTime(weeks);
}

/** How many posts of each category the next plan should have: `n` in all, `stays` of them chosen already. */
export function nextOf(
  weeks: readonly Week[],
  aims: Aims,
  n: number,
  stays: Readonly<Record<string, number>> = {},
): Record<string, number> {
  const names = aims.mix.map(([category]) => category);
  const known = new Set(weeks.flatMap((week) => week.aims.mix.map(([category]) => category)));
  const isOnTrack = [...known].every((category) => sideOf(weeks, category) === 'on_track');
  const slots = names.map((category) => {
    const own = times(shareOf(aims, category), ratio(n));
    const { q, x } = runningOf(weeks, category);
    const then = plus(q, own);
    const fine = wholes(n).filter((count) => weekSideOf(aims, category, count, n) === 'on_track');
    const noError = wholes(n).filter((count) => !isError(aims, category, count, n));
    const [lo, hi] = [Math.min(...fine), Math.max(...fine)];
    const [e, most] = [Math.min(...noError), Math.max(...noError)];
    const least = isOnTrack ? floor(own) : Math.max(0, Math.min(lo, Math.max(e, floor(then) - x)));
    const top = isOnTrack ? ceil(own) : Math.max(hi, Math.min(most, ceil(then) - x));
    const hasShare = own.top > 0n || n === 0;
    return {
      owed: minus(then, ratio(x)),
      most: hasShare ? top : 0,
      count: Math.max(hasShare ? least : 0, stays[category] ?? 0),
    };
  });
  while (sum(slots.map(({ count }) => count)) < n) {
    const open = slots.filter(({ count, most }) => count < most);
    const needs = ({ owed, count }: (typeof slots)[number]) => minus(owed, ratio(count));
    let best = open[0];
    for (const slot of open) if (compare(needs(slot), needs(best!)) > 0) best = slot;
    if (best === undefined) break;
    best.count += 1;
  }
  return Object.fromEntries(names.map((name, index) => [name, slots[index]!.count]));
}

/** What the JSON report has as `mixOverTime` at the last plan of a series; null stands for no series. */
export function mixOverTimeOf(series: readonly (Place & Week)[] | null): unknown {
  const last = series?.at(-1);
  if (series === null || last === undefined || series.length < 2) return null;
  const names = new Set([last, ...series].flatMap(({ aims }) => aims.mix.map(([category]) => category)));
  const counted = sum(series.map(totalOf));
  const posts = totalOf(last);
  const part = (top: Ratio) => (counted === 0 ? 0 : hundredths(times(top, ratio(100, counted))));
  return {
    from: series[0]?.from,
    plans: series.length,
    counted,
    categories: [...names].map((category) => {
      const { q, x } = runningOf(series, category);
      const share = part(ratio(x));
      const variance = part(minus(ratio(x), q));
      const verdict = sideOf(series, category);
      return { category, target: part(q), count: x, share, variance, verdict, quota: hundredths(q) };
    }),
    next: posts > 0 && mayAdvise(last) ? { posts, categories: nextOf(series, last.aims, posts) } : null,
  };
}
