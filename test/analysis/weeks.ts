import type { MixOverTimeReport } from '../../src/report/check-report.ts';
import { checkReport } from '../../src/report/json.ts';
import { checkText } from '../plans.ts';

/** Branded, functional and emotional posts. */
export type Counts = readonly [number, number, number];

const NAMES = ['branded', 'functional', 'emotional'];

/** A plan with so many posts of each category, all on its first day. */
export function planOf(period: string, day: string, counts: Counts): string {
  const posts = counts.flatMap((count, index) =>
    Array.from({ length: count }, () => `    - { category: ${NAMES[index]}, title: T }\n`),
  );
  return `${period}\nposts:\n  ${day}:\n${posts.join('')}`;
}

/** The plan of a week of 2026. */
export const weekOf = (number: number, counts: Counts) => planOf(`week: 2026-W${number}`, 'mon', counts);

/** The plans of weeks one behind the other, from week 40 on: the fourth quarter of 2026 has 40 to 53. */
export const weeksFrom40 = (...weeks: readonly Counts[]) =>
  weeks.map((counts, index) => weekOf(40 + index, counts));

/** What a check says of the last of these plans, beside the others. */
export interface Told {
  /** The severity of the finding of `mix`, and the posts that it would replace; null where it is silent. */
  mix: string | null;
  /** The message of `mix-over-time`; null where it is silent. */
  overTime: string | null;
  /** The verdicts of the plan by itself. */
  week: string;
  report: MixOverTimeReport | null;
  /** The posts, the quotas and the verdicts of the series. */
  count: string;
  quota: string;
  verdicts: string;
  /** The posts of each category that the next plan should hold. */
  next: string | null;
}

/** Checks the last of these plans beside the others. */
export function told(...plans: readonly string[]): Told {
  const checked = checkText(plans.at(-1) ?? '', 'plan.yaml', {}, plans.slice(0, -1));
  const found = (rule: string) => checked.findings.find((finding) => finding.rule === rule);
  const mix = found('mix');
  const channel = checkReport([checked]).plans[0]?.channels[0];
  const report = channel?.mixOverTime ?? null;
  const { categories = [], next = null } = report ?? {};
  return {
    mix: mix === undefined ? null : `${mix.severity}, ${mix.data.moves}`,
    overTime: found('mix-over-time')?.message ?? null,
    week: (channel?.mix.categories ?? []).map(({ verdict }) => verdict).join(' '),
    report,
    count: categories.map(({ count }) => count).join('/'),
    quota: categories.map(({ quota }) => quota).join('/'),
    verdicts: categories.map(({ verdict }) => verdict).join(' '),
    next: next && Object.values(next.categories).join('/'),
  };
}
