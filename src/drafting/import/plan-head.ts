import { NO_WISHES, type Wishes, withWishes } from '../../editing/set-keys.ts';
import type { PlanTerms } from '../../plan/plan-settings.ts';
import { SCHEMAS } from '../../version.ts';

/** The time zone, channels and mix to write at the top of a plan. What is null is left out. */
export type HeadWishes = Omit<Wishes, 'week'>;

/** The days of a plan: an ISO week, or the first and the last day. */
export type Span = { readonly week: string } | { readonly from: string; readonly to: string };

const FIRST_LINES = `# yaml-language-server: $schema=${SCHEMAS}/plan.schema.json
# Made from a sheet by cmplan import. Change what you like, then run: cmplan check
`;

/** Returns the beginning of a plan, from its first line to the line with the key `posts`. */
export function headOf(span: Span, wishes: HeadWishes, terms: PlanTerms): string {
  const days = 'week' in span ? `week: ${span.week}` : `from: ${span.from}\nto: ${span.to}`;
  return withWishes(`${FIRST_LINES}${days}\nposts:\n`, { ...NO_WISHES, ...wishes }, terms);
}
