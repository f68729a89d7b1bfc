/*
 * A second, slow and simple cmplan, written from sections 2 to 4 of the specification alone: whole numbers instead of
 * fractions, exhaustive search instead of formulas. It shares no code with src/.
 */

export interface ModelBounds {
  min: number;
  max: number;
}

export interface ModelPost {
  day: number;
  channels: number[];
  category: string | null;
  format: string | null;
  unplanned: boolean;
  /** Hour of the day. */
  hour: number | null;
  status: string;
  title: boolean;
}

export interface Model {
  channels: string[];
  /** Hundredths of a percent, sum 10000. */
  mix: [string, number][];
  tolerance: number;
  limit: number;
  bounds: { default: ModelBounds; weekdays: Record<number, ModelBounds>; dates: Record<number, ModelBounds> };
  /** Posts, or percent. */
  reserve: { posts: number } | { percent: number };
  daysOff: number[];
  /** Day and hour at which each hold begins, and at which it ends; a whole day where there is no hour. */
  holds: { from: [number, number | null]; to: [number, number | null] }[];
  posts: ModelPost[];
}

export const MONDAY = Date.UTC(2026, 10, 23);
export const isoOf = (day: number) => new Date(MONDAY + day * 86_400_000).toISOString().slice(0, 10);
export const WEEKDAY = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const IMPLIED = new Map([
  ['joke', 'emotional'],
  ['how-to', 'functional'],
  ['promo', 'branded'],
]);
const mayGo = (post: ModelPost) => post.status !== 'cancelled' && post.status !== 'on_hold';

/** Hours on hold, counted from the beginning of the plan, one by one. */
function hoursOnHold(model: Model): Set<number> {
  const hours = new Set<number>();
  for (const { from, to } of model.holds) {
    const end = to[1] === null ? 24 * (to[0] + 1) : 24 * to[0] + to[1];
    for (let hour = 24 * from[0] + (from[1] ?? 0); hour < end; hour++) hours.add(hour);
  }
  return hours;
}

function isHeldOn(hours: Set<number>, day: number): boolean {
  return Array.from({ length: 24 }, (_, hour) => 24 * day + hour).some((hour) => hours.has(hour));
}

function isSuspended(post: ModelPost, hours: Set<number>): boolean {
  if (!mayGo(post) || post.unplanned || post.status === 'published') return false;
  if (post.format === 'crisis-statement') return false;
  return post.hour === null ? isHeldOn(hours, post.day) : hours.has(24 * post.day + post.hour);
}

function roundedQuotient(numerator: bigint, denominator: bigint): number {
  const sign = numerator < 0n ? -1n : 1n;
  const doubled = 2n * numerator * sign + denominator;
  return Number(sign * (doubled / (2n * denominator)));
}

/** Whether `n` of `total` posts are on track for a share of `parts` ten-thousandths. */
export function isOnTrack(n: number, total: number, parts: number, tolerance: number): boolean {
  if (total === 0) return true;
  const off = Math.abs(10_000 * n - parts * total);
  return 100 * off <= tolerance * 10_000 * total || off < 10_000;
}

/** The fewest posts to move, found by trying every way to share out the posts. */
export function fewestMoves(counts: number[], parts: number[], tolerance: number): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let best = Number.POSITIVE_INFINITY;
  const share = (index: number, left: number, moved: number): void => {
    if (index === counts.length - 1) {
      if (isOnTrack(left, total, parts[index]!, tolerance)) {
        best = Math.min(best, moved + Math.max(0, counts[index]! - left));
      }
      return;
    }
    for (let count = 0; count <= left; count++) {
      if (isOnTrack(count, total, parts[index]!, tolerance)) {
        share(index + 1, left - count, moved + Math.max(0, counts[index]! - count));
      }
    }
  };
  share(0, total, 0);
  return best;
}

function boundsOf(model: Model, day: number): ModelBounds {
  return model.bounds.dates[day] ?? model.bounds.weekdays[day % 7] ?? model.bounds.default;
}

function reserveOf(model: Model, { min, max }: ModelBounds): number {
  let reserve: number;
  if ('posts' in model.reserve) reserve = model.reserve.posts;
  else {
    reserve = Math.floor((2 * model.reserve.percent * max + 100) / 200);
    if (model.reserve.percent > 0 && max > 1 && reserve < 1) reserve = 1;
  }
  return Math.min(reserve, max - min);
}

function categoryOf(model: Model, post: ModelPost): string | null {
  const category = post.category ?? (post.format === null ? null : (IMPLIED.get(post.format) ?? null));
  return model.mix.some(([name]) => name === category) ? category : null;
}

/** What `plans[0]` of the JSON report should be, and the findings of the rules as `rule severity channel date`. */
export function expected(model: Model, days: number): { plan: unknown; findings: string[] } {
  const findings: string[] = [];
  const held = hoursOnHold(model);
  const out = model.posts.filter((post) => mayGo(post) && !isSuspended(post, held));
  const channels = model.channels.map((channel, index) => {
    const posts = out.filter((post) => post.channels.includes(index));
    const planned = posts.filter((post) => !post.unplanned);
    const counts = model.mix.map(
      ([name]) => planned.filter((post) => categoryOf(model, post) === name).length,
    );
    const counted = counts.reduce((sum, count) => sum + count, 0);
    const categories = model.mix.map(([category, parts], position) => {
      const count = counts[position]!;
      const off = 10_000 * count - parts * counted;
      const onTrack = isOnTrack(count, counted, parts, model.tolerance);
      return {
        category,
        target: parts / 100,
        count,
        share: counted === 0 ? 0 : roundedQuotient(BigInt(count) * 10_000n, BigInt(counted)) / 100,
        variance: counted === 0 ? 0 : roundedQuotient(BigInt(off), BigInt(counted)) / 100,
        verdict: onTrack ? 'on_track' : off < 0 ? 'under' : 'over',
      };
    });
    const offTrack = categories.map((each, position) => ({ ...each, parts: model.mix[position]![1] }));
    const wrong = offTrack.filter(({ verdict }) => verdict !== 'on_track');
    if (wrong.length > 0) {
      const beyond = Math.max(model.limit, model.tolerance);
      const isFar = (n: number, total: number, parts: number) => {
        const off = Math.abs(10_000 * n - parts * total);
        return off > beyond * 100 * total && off >= 20_000 && !isOnTrack(n, total, parts, model.tolerance);
      };
      const isError = wrong.some(({ count, parts }) => isFar(count, counted, parts));
      // As if the suspended posts went out.
      const all = model.posts.filter(
        (post) => mayGo(post) && !post.unplanned && post.channels.includes(index),
      );
      const withHeld = model.mix.map(
        ([name, parts]) => [all.filter((post) => categoryOf(model, post) === name).length, parts] as const,
      );
      const total = withHeld.reduce((sum, [n]) => sum + n, 0);
      const wouldSpeak = withHeld.some(([n, parts]) => !isOnTrack(n, total, parts, model.tolerance));
      const wouldBeError = withHeld.some(([n, parts]) => isFar(n, total, parts));
      if (wouldSpeak) findings.push(`mix ${isError && wouldBeError ? 'error' : 'warning'} ${channel} -`);
    }
    const rows = Array.from({ length: days }, (_, day) => {
      const bounds = boundsOf(model, day);
      const isHeld = isHeldOn(held, day);
      const isOff = model.daysOff.includes(day % 7);
      const min = isHeld || isOff ? 0 : bounds.min;
      const p = posts.filter((post) => post.day === day && !post.unplanned).length;
      const u = posts.filter((post) => post.day === day && post.unplanned).length;
      return {
        date: isoOf(day),
        planned: p,
        unplanned: u,
        min,
        max: bounds.max,
        reserve: reserveOf(model, bounds),
        room: bounds.max - p - u,
        verdict: p + u > bounds.max ? 'over' : p + u < min ? 'under' : 'on_track',
      };
    });
    let run: string | null = null;
    for (const { date, planned: p, unplanned: u, max, reserve, verdict } of rows) {
      if (p + u > 0) run = null;
      if (p > max) findings.push(`posts-per-day error ${channel} ${date}`);
      else if (verdict === 'over') findings.push(`posts-per-day info ${channel} ${date}`);
      else if (verdict === 'under' && !(p + u === 0 && run !== null)) {
        findings.push(`posts-per-day warning ${channel} ${date}`);
        if (p + u === 0) run = date;
      }
      if (p <= max && p > max - reserve) findings.push(`reserve warning ${channel} ${date}`);
    }
    const formats = new Map<string, number>();
    for (const { format } of posts) if (format !== null) formats.set(format, (formats.get(format) ?? 0) + 1);
    const moves = fewestMoves(
      counts,
      model.mix.map(([, parts]) => parts),
      model.tolerance,
    );
    return {
      channel,
      mix: { counted, moves, categories },
      mixOverTime: null,
      days: rows,
      formats: Object.fromEntries(formats),
    };
  });
  for (const post of model.posts) {
    if (isSuspended(post, held) && post.title && post.status === 'scheduled')
      findings.push(`hold error - ${isoOf(post.day)}`);
  }
  for (const hold of model.holds) {
    const hours = hoursOnHold({ ...model, holds: [hold] });
    const count = model.posts.filter((post) => isSuspended(post, hours)).length;
    if (count > 0) findings.push(`hold info - - ${count}`);
  }
  const plan = {
    file: 'plan.yaml',
    from: isoOf(0),
    to: isoOf(days - 1),
    timezone: null,
    posts: out.length,
    openSlots: out.filter((post) => !post.title && !post.unplanned).length,
    unplanned: out.filter((post) => post.unplanned).length,
    cancelled: model.posts.filter((post) => post.status === 'cancelled').length,
    onHold: model.posts.filter((post) => post.status === 'on_hold' || isSuspended(post, held)).length,
    channels,
  };
  return { plan, findings: findings.sort() };
}
