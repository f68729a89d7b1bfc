import { DEFAULT_CHANNEL, type Plan } from '../plan/model.ts';
import type { Schedule, SkippedLine } from '../schedule/model.ts';
import type { TeamPolicy } from '../targets/policy.ts';
import { didYouMean, quoted } from '../words.ts';
import { CategoryNames } from './category-names.ts';
import { ChannelNames } from './channel-names.ts';
import type { PlanSide } from './from-plan.ts';
import type { ChannelPost, Span } from './model.ts';

/** What a schedule holds for the channels of a plan. */
export interface ScheduleSide {
  readonly posts: readonly ChannelPost[];
  /** The days that it speaks of: those of its period, else from its first row to its last; null without a row. */
  readonly covered: Span | null;
  readonly skipped: readonly SkippedLine[];
  readonly notes: readonly SkippedLine[];
}

/**
 * Brings the rows of a sheet or a calendar to the channels and categories of a plan.
 *
 * @param given - the channel that the file is for, where somebody said so
 * @throws {UnreadableSchedule} where it cannot be told which channels the rows are for
 */
export function fromRows(
  schedule: Schedule,
  plan: Plan,
  policy: TeamPolicy,
  given: string | undefined,
): ScheduleSide {
  const names = new ChannelNames(plan.channels, given);
  const categories = new Map(
    plan.channels.map((channel) => [channel.name, new CategoryNames(channel, policy)]),
  );
  const goingOut = schedule.rows.filter((row) => row.goesOut);
  names.refuseUnclear(goingOut.map(({ channels }) => channels));
  const posts: ChannelPost[] = [];
  const skipped = [...schedule.skipped];
  const notes = [...schedule.notes];
  for (const row of goingOut) {
    const { line, date, time, category: named, labels, id, title, text } = row;
    const { channels, reasons } = names.find(row.channels);
    skipped.push(...reasons.map((reason) => ({ line, reason })));
    for (const channel of channels) {
      const known = categories.get(channel);
      const found = [named, ...labels].map((name) => (name === null ? null : (known?.find(name) ?? null)));
      if (named !== null && found[0] === null) {
        const advice = didYouMean(named, known?.names ?? []);
        const reason = `${quoted(named)} is no category of the plan${advice || '; the post counts without one'}`;
        notes.push({ line, reason });
      }
      const category = found.find((each) => each !== null) ?? null;
      posts.push({ channel, date, time, category, id, title, text, line, unplanned: false, openSlot: false });
    }
  }
  return { posts, covered: spanOf(schedule), skipped: byLine(skipped), notes: byLine(notes) };
}

function spanOf({ rows }: Schedule): Span | null {
  const [first] = rows;
  if (first === undefined) return null;
  let [from, to] = [first.date, first.date];
  for (const { date } of rows) {
    if (date < from) from = date;
    if (date > to) to = date;
  }
  return { from, to };
}

/**
 * Brings another plan, which says what is scheduled, to the channels of a plan. What is an open slot there is not
 * scheduled.
 *
 * @param given - the channel that it is for, where somebody said so
 * @throws {UnreadableSchedule} where it cannot be told which channels its posts are for
 */
export function fromOtherPlan(other: PlanSide, plan: Plan, given: string | undefined): ScheduleSide {
  const names = new ChannelNames(plan.channels, given);
  const namesOf = ({ channel }: ChannelPost) => (channel === DEFAULT_CHANNEL ? [] : [channel]);
  const filled = other.posts.filter(({ openSlot }) => !openSlot);
  names.refuseUnclear(filled.map(namesOf));
  const posts: ChannelPost[] = [];
  const skipped = [...other.skipped];
  for (const post of filled) {
    const { channels, reasons } = names.find(namesOf(post));
    skipped.push(...reasons.map((reason) => ({ line: post.line, reason })));
    posts.push(...channels.map((channel) => ({ ...post, channel })));
  }
  return {
    posts,
    covered: { from: other.plan.from, to: other.plan.to },
    skipped: byLine(skipped),
    notes: [],
  };
}

function byLine(lines: readonly SkippedLine[]): readonly SkippedLine[] {
  return [...lines].sort((a, b) => a.line - b.line);
}
