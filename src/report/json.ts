import type { ChannelAnalysis } from '../analysis/analyse.ts';
import { rounded } from '../exact.ts';
import { type CheckedFile, countSeverities } from '../findings/result.ts';
import { visibleJson } from './escape.ts';

/** The report for programs (section 6 of the specification). Shares and variances are rounded to two decimals. */
export function json(files: readonly CheckedFile[]): string {
  const plans = files.flatMap(({ file, plan }) => (plan === null ? [] : [{ file, plan }]));
  const severities = countSeverities(files);
  const result = {
    version: 1,
    plans: plans.map(({ file, plan }) => ({
      file,
      from: plan.from,
      to: plan.to,
      timezone: plan.timezone,
      posts: plan.posts,
      openSlots: plan.openSlots,
      unplanned: plan.unplanned,
      cancelled: plan.cancelled,
      onHold: plan.onHold,
      channels: plan.channels.map(channelJson),
    })),
    findings: files.flatMap(({ findings }) => findings),
    summary: {
      plans: plans.length,
      posts: plans.reduce((sum, { plan }) => sum + plan.posts, 0),
      errors: severities.error,
      warnings: severities.warning,
      infos: severities.info,
    },
  };
  return `${visibleJson(JSON.stringify(result, null, 2))}\n`;
}

function channelJson({ channel, mix, days, formats }: ChannelAnalysis): unknown {
  return {
    channel,
    mix: {
      counted: mix?.counted ?? 0,
      moves: mix?.moves ?? 0,
      categories: (mix?.categories ?? []).map(({ category, target, count, share, variance, verdict }) => ({
        category,
        target,
        count,
        share: rounded(share, 2),
        variance: rounded(variance, 2),
        verdict,
      })),
    },
    days: days.map(({ date, planned, unplanned, min, max, reserve, room, verdict }) => {
      return { date, planned, unplanned, min, max, reserve, room, verdict };
    }),
    formats: Object.fromEntries(formats),
  };
}
