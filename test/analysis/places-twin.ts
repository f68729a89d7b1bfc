/*
 * Which plans of a team are counted together, in what order: written from the text of section 8 of the specification
 * alone. It shares no code with src/.
 */

export type Over = 'month' | 'quarter' | 'year' | 'none' | `${number}-${number}-${number}`;

/** A plan of a team as far as its place in a series goes. */
export interface Place {
  path: string;
  from: string;
  to: string;
  over: Over;
  /** The days and channels on which posts go out, as `day channel`. */
  busy: readonly string[];
  channels: readonly string[];
}

const dayOf = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
const isoOf = (day: number) => new Date(86_400_000 * day).toISOString().slice(0, 10);

/** The middle day of a plan; of two the earlier. */
export function middleOf(from: string, to: string): string {
  let [early, late] = [dayOf(from), dayOf(to)];
  while (late - early > 1) [early, late] = [early + 1, late - 1];
  return isoOf(early);
}

/** A name for the span to which a plan belongs as a whole, or null where it belongs to none. */
export function spanNameOf({ from, to }: { from: string; to: string }, over: Over): string | null {
  const middle = middleOf(from, to);
  const quarters = ['01 02 03', '04 05 06', '07 08 09', '10 11 12'];
  if (over === 'none') return null;
  if (over === 'year') return middle.slice(0, 4);
  if (over === 'month') return middle.slice(0, 7);
  if (over === 'quarter') {
    return `${middle.slice(0, 4)} ${quarters.find((months) => months.split(' ').includes(middle.slice(5, 7)))}`;
  }
  return from >= over ? `since ${over}` : null;
}

/** Whether a plan of the same length right behind would belong to the same span. */
export function mayAdvise({ from, to, over }: Pick<Place, 'from' | 'to' | 'over'>): boolean {
  const behind = { from: dayOf(to) + 1, to: 2 * dayOf(to) + 1 - dayOf(from) };
  if (behind.to > dayOf('9999-12-31')) return false;
  return (
    spanNameOf({ from: isoOf(behind.from), to: isoOf(behind.to) }, over) === spanNameOf({ from, to }, over)
  );
}

/** Below 0 where `a` comes first by its code points. */
export function byCodePoints(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => [...text].map((letter) => letter.codePointAt(0)!));
  for (let at = 0; ; at++) {
    if (left![at] === right![at]) {
      if (left![at] === undefined) return 0;
    } else return (left![at] ?? -1) - (right![at] ?? -1);
  }
}

/** Below 0 where `a` comes before `b` in a series: by begin, then by path. */
export function byTurn(a: Place, b: Place): number {
  return dayOf(a.from) - dayOf(b.from) || byCodePoints(a.path, b.path);
}

/** The files that `overlap` names at a plan. */
export function overlappedBy(plan: Place, team: readonly Place[]): string[] {
  const before = team.filter((other) => byTurn(other, plan) < 0);
  return before.filter(({ busy }) => busy.some((each) => plan.busy.includes(each))).map(({ path }) => path);
}

/** The plans of the series of a channel at a plan in their order, the plan itself last; null where there is none. */
export function seriesAt<P extends Place>(plan: P, team: readonly P[], channel: string): P[] | null {
  const span = spanNameOf(plan, plan.over);
  if (span === null || !plan.channels.includes(channel) || !team.includes(plan)) return null;
  if (overlappedBy(plan, team).length > 0) return null;
  return team
    .filter((other) => byTurn(other, plan) <= 0 && spanNameOf(other, plan.over) === span)
    .filter((other) => other.channels.includes(channel) && overlappedBy(other, team).length === 0)
    .sort(byTurn);
}
