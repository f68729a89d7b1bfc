import { compare } from '../../src/drift/compare.ts';
import type { ComparedPost, DriftAnalysis, Span } from '../../src/drift/drift-model.ts';
import { type PlanSide, readPlanSide } from '../../src/drift/plan-side.ts';
import { fromOtherPlan, fromRows, type ScheduleSide } from '../../src/drift/schedule-side.ts';
import type { Schedule, ScheduledRow } from '../../src/exchange/rows.ts';
import { NO_POLICY, type TeamPolicy } from '../../src/policy/team-policy.ts';
import { readText } from '../../src/yaml/source.ts';
import { bareRow } from '../exchange/reading.ts';

/** How two texts are compared; what is not said is as the command has it. */
export interface Settings {
  readonly grace?: number;
  readonly covers?: Span;
  readonly channel?: string;
  readonly policy?: TeamPolicy;
}

/** A plan that has no mistakes. */
export function planSide(text: string, policy: TeamPolicy = NO_POLICY): PlanSide {
  const side = readPlanSide(readText(text), { policy, inline: true }, (problem) => {
    throw new Error(problem.message);
  });
  if (side === null) throw new Error('no plan');
  return side;
}

/** Rows as a reader gives them; what is not said is not there. */
export function scheduleOf(rows: readonly Partial<ScheduledRow>[]): Schedule {
  return {
    columns: [],
    headerLine: 1,
    unread: [],
    remarks: [],
    columnChannels: [],
    rows: rows.map((row, index) => ({ ...bareRow(index + 2, '2026-11-23'), cells: [], ...row })),
    slots: () => [],
    ideas: [],
    skipped: [],
    notes: [],
  };
}

/** Compares a plan with rows, with what was read of a file, or with another plan. */
export function compared(
  text: string,
  schedule: string | Schedule | readonly Partial<ScheduledRow>[],
  { grace = 15, covers, channel, policy = NO_POLICY }: Settings = {},
): DriftAnalysis & Pick<ScheduleSide, 'notes'> {
  const { plan, posts, heldBack } = planSide(text, policy);
  const side =
    typeof schedule === 'string'
      ? fromOtherPlan(planSide(schedule, policy), plan, { channel, covers })
      : fromRows('rows' in schedule ? schedule : scheduleOf(schedule), plan, policy, { channel, covers });
  const comparison = {
    plan,
    planned: posts,
    heldBack,
    scheduled: side.posts,
    covered: side.covered,
    coversChannel: side.coversChannel,
    grace,
    skipped: side.skipped,
  };
  const analysis = compare(comparison);
  return { ...analysis, skipped: [...side.skipped, ...analysis.skipped], notes: side.notes };
}

/** Each post in a line: `moved: Soup 23 09:00 > 24 09:00`. */
export function told({ posts }: Pick<DriftAnalysis, 'posts'>): readonly string[] {
  return posts.map(({ verdict, planned, scheduled }: ComparedPost) => {
    const side = (post: ComparedPost['planned']) =>
      post === null ? '-' : `${post.date.slice(8)}${post.time === null ? '' : ` ${post.time}`}`;
    const name = planned?.title ?? planned?.text ?? scheduled?.title ?? scheduled?.text ?? '';
    return `${verdict}: ${name} ${side(planned)} > ${side(scheduled)}`;
  });
}
