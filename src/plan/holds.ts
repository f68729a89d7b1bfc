import { type Day, daysBetween, isDay, timeMeant, timeOf } from '../dates.ts';
import { groupsOf } from '../text/groups.ts';
import { brief, byText, listed, quoted } from '../text/words.ts';
import { type Elsewhere, type Fields, type Kind, readFields, shown, textOf } from '../yaml/fields.ts';
import { isNull, type Node, type Path } from '../yaml/node.ts';
import { type Problem, problem, type Report, wrong } from '../yaml/structural-problem.ts';
import { type DaysMeant, daysMeant, splitMoment } from './days-meant.ts';
import { notADay, type Period } from './period.ts';
import type { Hold, Post, TimeSpan } from './plan.ts';
import { holdSchema } from './plan-shapes.ts';

const AS_SPAN = 'write "from" and "to", as in { from: thu 12:00, to: 2026-11-27 }';

/** The most items of `hold` that are read. A plan has at most 366 days, so nobody needs more. */
const MOST_HOLDS = 1000;

const HOLD: Kind = {
  schema: holdSchema,
  noun: 'a hold',
  example: 'thu, 2026-11-26, or { from: 2026-11-26, to: 2026-11-27, reason: a day of mourning }',
};

/**
 * Reads the `hold` of a plan: the days or spans of time during which planned posts do not go out. Returns the valid
 * holds in the order of the file, each cut to the period of the plan. Reports each item that is invalid or wholly
 * outside the period, and leaves it out. Reads only the first 1,000 items, and reports a problem if there are more.
 *
 * @param node - the value of the key `hold`; `undefined` if the plan has none
 * @param period - the period of the plan; `null` if it could not be read. In that case, mistakes are still reported,
 * but no holds are returned
 */
export function readHolds(node: Node | undefined, period: Period | null, report: Report): readonly Hold[] {
  if (node === undefined) return [];
  const items =
    node.kind === 'list'
      ? node.items.map((item, index) => [item, ['hold', index]] as const)
      : [[node, ['hold']] as const];
  if (items.length > MOST_HOLDS)
    report(
      wrong(
        ['hold'],
        `hold: ${items.length} holds are more than the ${MOST_HOLDS.toLocaleString('en')} that cmplan reads; write days in a row as one hold, with "from" and "to"`,
      ),
    );
  return items.slice(0, MOST_HOLDS).flatMap(([item, path]) => {
    const isText = item.kind === 'scalar' && !isNull(item);
    const read = isText ? readDay(item.text, path, period, report) : readSpan(item, path, period, report);
    return read === null || period === null ? [] : cut(read, period, report);
  });
}

function readDay(text: string, path: Path, period: Period | null, report: Report): Hold | null {
  const several = daysMeant(text);
  if (several !== null) {
    report(problem('date', path, `hold: ${quoted(text)} names several days; ${whereSeveral(several, path)}`));
    return null;
  }
  if (splitMoment(text).time !== null) {
    report(wrong(path, `hold: ${quoted(text)} has a time; to hold part of a day, ${AS_SPAN}`));
    return null;
  }
  const why = notADay(text);
  if (why !== null) {
    report(problem('date', path, `hold: ${why}; for several days or for hours ${AS_SPAN}`));
    return null;
  }
  const day = resolved(text, path, 'hold', period, report);
  return day === null ? null : { path, from: startOf(day), until: endOf(day), reason: null };
}

/**
 * Returns advice on how to write several days: as a span, as a list or, if the text is an item of a list, as separate
 * items.
 */
function whereSeveral(meant: DaysMeant, path: Path): string {
  if ('from' in meant) return `did you mean { from: ${meant.from}, to: ${meant.to} }?`;
  if (path.length === 1) return `did you mean [${meant.list.join(', ')}]?`;
  return `write each day after its own dash: ${listed(meant.list, 'and', (day) => `- ${day}`)}`;
}

function readSpan(item: Node, path: Path, period: Period | null, report: Report): Hold | null {
  const fields = readFields(item, path, { ...HOLD, elsewhere: (key) => singleDay(key, item, path) }, report);
  if (item.kind !== 'mapping' || !hasDays(fields, path, report)) return null;
  const from = readMoment(fields, 'from', path, period, report);
  const to = readMoment(fields, 'to', path, period, report);
  if (from === null || to === null) return null;
  const start = from.time === null ? startOf(from.day) : `${from.day}T${from.time}`;
  const until = to.time === null ? endOf(to.day) : `${to.day}T${to.time}`;
  if (start < until) return { path, from: start, until, reason: textOf(fields.nodes.get('reason')) };
  const why =
    start === until
      ? 'is when the hold begins; write a later time here, or leave out both times to hold the whole day'
      : `is before "from" (${brief(textOf(fields.nodes.get('from')) ?? '')}); write a later ${to.time === null ? 'day' : 'time'} here`;
  report(wrong([...path, 'to'], `to: ${shown(fields.nodes.get('to') ?? item)} ${why}`));
  return null;
}

/** Returns advice for people who write `day` or `date` in a hold, as if it were a post; undefined for any other key. */
function singleDay(key: string, item: Node, path: Path): Elsewhere | undefined {
  if (item.kind !== 'mapping' || !['day', 'date'].includes(key)) return undefined;
  const written = textOf(item.entries.get(key)?.value) ?? '';
  const day = notADay(written) === null ? written : 'thu';
  const toKeep = item.entries.has('reason') ? ', to keep the reason,' : '';
  const alone = path.length === 1 ? `hold: ${day}` : `just ${day}`;
  return { advice: `write ${alone}, or${toKeep} from: ${day} and to: ${day}` };
}

/**
 * Whether a hold has a `from` or a `to`, even an invalid one. If it has neither, this is reported, unless an unknown
 * key that explains it already has been.
 */
function hasDays({ nodes, unreadable }: Fields, path: Path, report: Report): boolean {
  const keys = ['from', 'to'];
  if (keys.some((key) => nodes.has(key) || unreadable.has(key))) return true;
  const isSaid = [...unreadable].some((key) => !Object.hasOwn(holdSchema.shape, key));
  if (!isSaid) report(wrong(path, `this hold has no days; ${AS_SPAN}`, 'first-key'));
  return false;
}

/** One end of a hold: a day and, if one is given, a time. */
interface Moment {
  readonly day: Day;
  /** `HH:MM`; null if no time is given. */
  readonly time: string | null;
}

function readMoment(
  fields: Fields,
  key: 'from' | 'to',
  path: Path,
  period: Period | null,
  report: Report,
): Moment | null {
  const text = textOf(fields.nodes.get(key));
  if (text === null) {
    if (!fields.unreadable.has(key)) report(missingMoment(fields, key, path, period));
    return null;
  }
  const written = splitMoment(text);
  const place = [...path, key];
  const why = notADay(written.day);
  if (why !== null) {
    report(wrong(place, `${key}: ${why}`));
    return null;
  }
  const day = isDay(written.day) ? written.day : resolved(written.day, place, key, period, report);
  if (day === null) return null;
  if (written.time === null) return { day, time: null };
  const time = timeOf(written.time);
  if (time !== null) return { day, time };
  report(wrong(place, `${key}: ${quoted(written.time)} is not a time of day; ${timeAdvice(written, key)}`));
  return null;
}

/**
 * Returns the problem of a hold in which `from` or `to` (`key`) is missing. The message suggests a day: if possible the
 * day of the other end, otherwise the first or last day of the period.
 */
function missingMoment(fields: Fields, key: 'from' | 'to', path: Path, period: Period | null): Problem {
  const otherKey = key === 'from' ? 'to' : 'from';
  const { day, time } = splitMoment(textOf(fields.nodes.get(otherKey)) ?? '');
  const isInPlan = isDay(day) || (period !== null && 'day' in period.resolveOnce(day));
  const isEmpty = key === 'from' && timeOf(time ?? '') === '00:00';
  const example = isInPlan && !isEmpty ? day : period?.[key];
  const suchAs = example === undefined ? '' : `, as in ${key}: ${example}`;
  return wrong(path, `${quoted(key)} is missing; add it beside ${quoted(otherKey)}${suchAs}`, 'first-key');
}

function timeAdvice(
  { day, time }: { readonly day: string; readonly time: string | null },
  key: string,
): string {
  if (time === '24:00') return `for the whole day write ${key}: ${brief(day)} without a time`;
  const meant = timeMeant(time ?? '');
  return meant === null
    ? `write hours and minutes from 00:00 to 23:59, as in ${key}: ${brief(day)} 12:00`
    : `did you mean ${key}: ${brief(day)} ${meant}?`;
}

/**
 * Returns the day of the plan that a weekday or a date names; null if the plan has no such day, which is reported, or
 * if the period could not be read.
 */
function resolved(text: string, place: Path, key: string, period: Period | null, report: Report): Day | null {
  if (period === null) return null;
  const found = period.resolveOnce(text);
  if ('day' in found) return found.day;
  report(problem('date', place, `${key}: ${found.problem}`, 'value', `${key}: ${found.fact}`));
  return null;
}

function startOf(day: Day): string {
  return `${day}T00:00`;
}

function endOf(day: Day): string {
  return `${day}T24:00`;
}

/**
 * Cuts a hold to the period. Returns a list of one hold, or an empty list if all of it is outside, which is reported.
 */
function cut(hold: Hold, period: Period, report: Report): readonly Hold[] {
  const [first, last] = [startOf(period.from), endOf(period.to)];
  const from = hold.from < first ? first : hold.from;
  const until = hold.until > last ? last : hold.until;
  if (from < until) return [{ ...hold, from, until }];
  const days = `which runs from ${period.from} to ${period.to}`;
  const fact = `hold: this hold is outside the plan, ${days}, so it keeps nothing back`;
  report(problem('date', hold.path, `${fact}; check its dates, or delete it`, 'value', fact));
  return [];
}

/**
 * Returns the days that are wholly or partly on hold, each with the spans of time on hold that touch the day. Holds
 * that overlap or adjoin are merged, so the spans of a day are in ascending order and do not overlap. A span may begin
 * before the day or end after it.
 */
export function daysOnHold(holds: readonly Hold[]): ReadonlyMap<Day, readonly TimeSpan[]> {
  return groupsOf(merged(holds), ({ from, until }) =>
    daysBetween(from.slice(0, 10), until.slice(0, 10)).filter((day) => until !== startOf(day)),
  );
}

function merged(holds: readonly TimeSpan[]): readonly TimeSpan[] {
  const spans: TimeSpan[] = [];
  for (const { from, until } of [...holds].sort((a, b) => byText(a.from, b.from))) {
    const last = spans.at(-1);
    if (last === undefined || last.until < from) spans.push({ from, until });
    else if (last.until < until) spans[spans.length - 1] = { from: last.from, until };
  }
  return spans;
}

type OnHold = ReadonlyMap<Day, readonly TimeSpan[]>;

/**
 * Whether a day is on hold at a local time (`HH:MM`) or, if `time` is `null`, at any time of the day.
 *
 * @param onHold - the result of `daysOnHold`
 */
export function isOnHold(onHold: OnHold, day: Day, time: string | null): boolean {
  const spans = onHold.get(day);
  if (spans === undefined || time === null) return spans !== undefined;
  const moment = `${day}T${time}`;
  return spans.some(({ from, until }) => from <= moment && moment < until);
}

/**
 * Whether a day is on hold from midnight to midnight.
 *
 * @param onHold - the result of `daysOnHold`
 */
export function isWhollyOnHold(onHold: OnHold, day: Day): boolean {
  return onHold.get(day)?.some(({ from, until }) => from <= startOf(day) && endOf(day) <= until) ?? false;
}

/** The format of a public statement in a crisis. A post with this format goes out even during a hold. */
const CRISIS_STATEMENT = 'crisis-statement';

/**
 * Whether a hold can keep a post from going out: `true` unless the post is unplanned, is already published, or has the
 * format `crisis-statement`.
 */
export function canBeSuspended({
  unplanned,
  status,
  format,
}: Pick<Post, 'unplanned' | 'status' | 'format'>): boolean {
  return !unplanned && status !== 'published' && format !== CRISIS_STATEMENT;
}
