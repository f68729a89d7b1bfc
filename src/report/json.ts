import type { ChannelOverTime, NextPlan } from '../analysis/channel-over-time.ts';
import type { CategoryCount, MixAnalysis } from '../analysis/mix-analysis.ts';
import type { SeriesAnalysis } from '../analysis/series.ts';
import { rounded } from '../exact.ts';
import { type ChannelSummary, type CheckedFile, countSeverities } from '../findings/checked-file.ts';
import { type Finding, sentenceOf } from '../findings/finding.ts';
import type {
  CategoryReport,
  ChannelReport,
  CheckReport,
  FindingReport,
  MixOverTimeReport,
  MixReport,
  PlanReport,
} from './check-report.ts';
import { jsonPieces } from './json-pieces.ts';

/** Returns the result of a check as JSON for programs (see `CheckReport`), in pieces. */
export function json(files: readonly CheckedFile[]): Iterable<string> {
  return jsonPieces(reportWith(planReports(files), files));
}

/** Returns the result of a check as an object for programs (docs/specification.md, section 6). */
export function checkReport(files: readonly CheckedFile[]): CheckReport {
  return reportWith([...planReports(files)], files);
}

function reportWith<Plans extends Iterable<PlanReport>>(plans: Plans, files: readonly CheckedFile[]) {
  const summaries = files.flatMap(({ plan }) => plan ?? []);
  const severities = countSeverities(files);
  return {
    version: 1 as const,
    plans,
    findings: files.flatMap(({ findings }) => findings.map(findingReport)),
    summary: {
      plans: summaries.length,
      posts: summaries.reduce((sum, { posts }) => sum + posts, 0),
      errors: severities.error,
      warnings: severities.warning,
      infos: severities.info,
    },
  };
}

/** Yields the figures for one plan after the other: those of all plans together would fill the memory. */
function* planReports(files: readonly CheckedFile[]): Generator<PlanReport> {
  for (const { file, plan } of files) {
    if (plan === null) continue;
    yield {
      file,
      from: plan.from,
      to: plan.to,
      timezone: plan.timezone,
      posts: plan.posts,
      openSlots: plan.openSlots,
      unplanned: plan.unplanned,
      cancelled: plan.cancelled,
      onHold: plan.onHold,
      channels: plan.channels.map(channelReport),
    };
  }
}

function findingReport(finding: Finding): FindingReport {
  const { namesChannel: _, ...report } = finding;
  return { ...report, message: sentenceOf(finding) };
}

function channelReport({ channel, mix, overTime, days, formats }: ChannelSummary): ChannelReport {
  return {
    channel,
    mix: mixReport(mix),
    mixOverTime: overTime && overTimeReport(overTime),
    days,
    formats: Object.fromEntries(formats),
  };
}

function overTimeReport(overTime: ChannelOverTime): MixOverTimeReport {
  const { series } = overTime;
  return mixOverTimeReport(series, overTime.next(series));
}

/**
 * Returns the combined mix of several plans of a channel in the form of the JSON report.
 *
 * @param next - what the next plan should contain; `null` if nothing can be said about it
 */
export function mixOverTimeReport(series: SeriesAnalysis, next: NextPlan | null): MixOverTimeReport {
  const { from, plans, counted, categories } = series;
  return {
    from,
    plans,
    counted,
    categories: categories.map((category) => ({
      ...categoryReport(category),
      quota: rounded(category.quota, 2),
    })),
    next: next && { posts: next.posts, categories: Object.fromEntries(next.counts) },
  };
}

/**
 * Returns the figures for a mix in the form of the JSON report. If `mix` is `null`, because a target is invalid, all
 * numbers are 0 and there are no categories.
 */
export function mixReport(mix: MixAnalysis | null): MixReport {
  return {
    counted: mix?.counted ?? 0,
    moves: mix?.moves ?? 0,
    categories: (mix?.categories ?? []).map(categoryReport),
  };
}

function categoryReport({
  category,
  target,
  count,
  share,
  variance,
  verdict,
}: CategoryCount): CategoryReport {
  return { category, target, count, share: rounded(share, 2), variance: rounded(variance, 2), verdict };
}
