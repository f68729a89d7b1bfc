import type { SkippedLine } from '../exchange/rows.ts';
import { canBeSuspended } from '../plan/holds.ts';
import { goesOut, type Hold, type Plan, type Post } from '../plan/plan.ts';
import type { PlanTerms } from '../plan/plan-settings.ts';
import { readPlan } from '../plan/read-plan.ts';
import type { Path } from '../yaml/node.ts';
import { rangeOf } from '../yaml/places.ts';
import type { Source } from '../yaml/source.ts';
import type { Report } from '../yaml/structural-problem.ts';
import type { ChannelPost, HeldBack } from './drift-model.ts';
import { refuseTooMany } from './limits.ts';

/** A plan with its posts, ready to be compared. A post on several channels is listed once for each channel. */
export interface PlanSide {
  readonly plan: Plan;
  /** The posts that go out. */
  readonly posts: readonly ChannelPost[];
  /** The posts that do not go out, because of their status or a hold. */
  readonly heldBack: readonly ChannelPost[];
  /**
   * The line of each post that would go out but has no valid day or no valid channel, with the reason. These posts are
   * neither in `posts` nor in `heldBack`.
   */
  readonly skipped: readonly SkippedLine[];
}

/**
 * Reads a plan for a comparison, and returns the plan with its posts; `null` if the period of the plan could not be
 * read.
 *
 * @param report - called with each structural problem in the plan
 * @param holds - the holds (pauses of planned posts) that apply instead of the plan's own; if undefined, the plan's own
 * apply
 * @throws {UnreadableSchedule} if the plan has more than 100,000 posts; a post on two channels counts as two
 */
export function readPlanSide(
  source: Source,
  terms: PlanTerms,
  report: Report,
  holds?: readonly Hold[],
): PlanSide | null {
  const plan = readPlan(source.root, terms, report, holds);
  if (plan === null) return null;
  const lineOf = (path: Path) => source.lines.position(rangeOf(source.root, { path, at: 'value' })).line;
  const posts: ChannelPost[] = [];
  const skipped: SkippedLine[] = [];
  for (const post of plan.posts) {
    const { date, time, channels, categories, id, title, text, unplanned, openSlot, path } = post;
    const line = lineOf(path);
    const heldBack = heldBackBy(post);
    const canBeHeld = canBeSuspended(post);
    if (date !== null) {
      for (const channel of channels) {
        const category = categories.get(channel) ?? null;
        const words = { id, title, text, line, unplanned, openSlot };
        posts.push({ channel, date, time, category, ...words, heldBack, canBeHeld });
      }
      refuseTooMany(posts);
    }
    if (heldBack !== null || (date !== null && channels.length > 0)) continue;
    skipped.push({ line, reason: `has no valid ${date === null ? 'day' : 'channel'} in its plan` });
  }
  return {
    plan,
    posts: posts.filter(({ heldBack }) => heldBack === null),
    heldBack: posts.filter(({ heldBack }) => heldBack !== null),
    skipped,
  };
}

function heldBackBy(post: Post): HeldBack | null {
  if (goesOut(post)) return null;
  if (post.isSuspended) return 'suspended';
  return post.status === 'cancelled' ? 'cancelled' : 'on_hold';
}
