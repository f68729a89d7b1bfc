import type { Analysis, ChannelPosts } from '../analysis/analyse.ts';
import type { OverTime } from '../analysis/team.ts';
import type { ChannelSummary, PlanSummary } from '../findings/checked-file.ts';
import { isWhollyOnHold } from '../plan/holds.ts';
import type { Plan } from '../plan/plan.ts';

/**
 * Returns the summary of a plan: its figures, without its posts. To save memory when there are many plans, each mix is
 * calculated only when it is read.
 */
export function summaryOf(plan: Plan, { texts: _, ...analysis }: Analysis, overTime: OverTime): PlanSummary {
  const { from, to, timezone, daysOnHold } = plan;
  const channels = analysis.channels.map((channel) => new SummaryOfChannel(channel, overTime));
  const held = [...daysOnHold.keys()].map(
    (day) => [day, isWhollyOnHold(daysOnHold, day) ? 'all' : 'part'] as const,
  );
  return { from, to, timezone, daysOnHold: new Map(held), ...analysis, channels };
}

/** The summary of a channel. A class, because each object literal with a getter would have a layout of its own in V8. */
class SummaryOfChannel implements ChannelSummary {
  readonly channel: string;
  readonly overTime: ChannelSummary['overTime'];
  readonly days: ChannelSummary['days'];
  readonly formats: ChannelSummary['formats'];
  private readonly mixAgain: () => ChannelSummary['mix'];

  constructor({ channel, mixAgain, days, formats }: ChannelPosts, { channels }: OverTime) {
    this.channel = channel;
    this.overTime = channels.get(channel) ?? null;
    this.days = days;
    this.formats = formats;
    this.mixAgain = mixAgain;
  }

  get mix(): ChannelSummary['mix'] {
    return this.mixAgain();
  }
}
