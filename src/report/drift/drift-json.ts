import type { ChannelPost } from '../../drift/drift-model.ts';
import { rounded } from '../../exact.ts';
import { mixReport } from '../json.ts';
import { jsonPieces } from '../json-pieces.ts';
import type { DriftPost, DriftReport, DriftResult } from './drift-report.ts';

/** Returns the result of a comparison as JSON for programs (see `DriftReport`), in pieces. */
export function driftJson(result: DriftResult): Iterable<string> {
  return jsonPieces(driftReport(result));
}

function driftReport(result: DriftResult): DriftReport {
  const { plan, schedule, posts, counts, channels, skipped, drift } = result;
  return {
    version: 1,
    plan,
    schedule,
    posts: posts.map(({ verdict, channel, planned, scheduled, isDuringHold, skippedLine }) => ({
      verdict,
      channel,
      planned: planned && postReport(planned),
      scheduled: scheduled && postReport(scheduled),
      duringHold: isDuringHold,
      skippedLine,
    })),
    counts,
    channels: channels.map(({ channel, mix, mixWithAdded }) => ({
      channel,
      mix: mixReport(mix),
      mixWithAdded: mixReport(mixWithAdded),
    })),
    skipped: skipped.map(({ line, reason }) => ({ line, reason })),
    drift: rounded(drift, 2),
  };
}

function postReport({ date, time, category, title, text, line }: ChannelPost): DriftPost {
  return { date, time, category, title: title ?? text, line };
}
