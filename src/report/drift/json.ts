import type { ChannelPost } from '../../drift/model.ts';
import { visibleJson } from '../../escape.ts';
import { rounded } from '../../exact.ts';
import { mixReport } from '../json.ts';
import type { DriftPost, DriftReport, DriftResult } from './drift-report.ts';

/** The report for programs as text. What would not be seen is escaped, so that it is harmless in a terminal too. */
export function driftJson(result: DriftResult): string {
  return `${visibleJson(JSON.stringify(driftReport(result), null, 2))}\n`;
}

function driftReport(result: DriftResult): DriftReport {
  const { plan, schedule, posts, counts, channels, skipped, drift } = result;
  return {
    version: 1,
    plan,
    schedule,
    posts: posts.map(({ verdict, channel, planned, scheduled, isDuringHold }) => ({
      verdict,
      channel,
      planned: planned && postReport(planned),
      scheduled: scheduled && postReport(scheduled),
      duringHold: isDuringHold,
    })),
    counts,
    channels: channels.map(({ channel, mix, mixWithAdded }) => ({
      channel,
      mix: mixReport(mix),
      mixWithAdded: mixReport(mixWithAdded),
    })),
    skipped,
    drift: rounded(drift, 2),
  };
}

function postReport({ date, time, category, title, text, line }: ChannelPost): DriftPost {
  return { date, time, category, title: title ?? text, line };
}
