import type { Report } from '../fields.ts';
import { goesOut, type Plan } from '../plan/model.ts';
import { readPlan } from '../plan/read.ts';
import type { PlanTerms } from '../plan/settings.ts';
import type { SkippedLine } from '../schedule/model.ts';
import type { Path } from '../source/node.ts';
import { Lines, rangeOf } from '../source/places.ts';
import type { Source } from '../source/read.ts';
import { refuseTooMany } from './limits.ts';
import type { ChannelPost } from './model.ts';

/** A plan, and its posts that go out, channel by channel. */
export interface PlanSide {
  readonly plan: Plan;
  readonly posts: readonly ChannelPost[];
  /** Posts that would go out and whose day or channel cannot be read. */
  readonly skipped: readonly SkippedLine[];
}

/**
 * Reads a plan for a comparison.
 *
 * @param report - what is structurally wrong in it
 * @returns null where not even its period could be read
 * @throws {UnreadableSchedule} where it has too many posts
 */
export function readPlanSide(source: Source, terms: PlanTerms, report: Report): PlanSide | null {
  const plan = readPlan(source.root, terms, report);
  if (plan === null) return null;
  const lines = new Lines(source.text);
  const lineOf = (path: Path) => lines.position(rangeOf(source.root, { path, at: 'value' })).line;
  const posts: ChannelPost[] = [];
  const skipped: SkippedLine[] = [];
  for (const post of plan.posts.filter(goesOut)) {
    const { date, time, channels, categories, id, title, text, unplanned, openSlot, path } = post;
    const line = lineOf(path);
    if (date === null) skipped.push({ line, reason: 'names no day of its plan' });
    else if (channels.length === 0) skipped.push({ line, reason: 'names no channel of its plan' });
    else {
      for (const channel of channels) {
        const category = categories.get(channel) ?? null;
        posts.push({ channel, date, time, category, id, title, text, line, unplanned, openSlot });
      }
      refuseTooMany(posts);
    }
  }
  return { plan, posts, skipped };
}
