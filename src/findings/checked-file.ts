import type { ChannelAnalysis, PlanNumbers } from '../analysis/analyse.ts';
import type { ChannelOverTime } from '../analysis/channel-over-time.ts';
import type { Day } from '../dates.ts';
import { Lines } from '../yaml/places.ts';
import type { Finding, Severity } from './finding.ts';

/** What reports show about a plan: its period, time zone, days on hold and figures. */
export interface PlanSummary extends PlanNumbers {
  readonly channels: readonly ChannelSummary[];
  readonly from: Day;
  readonly to: Day;
  /** An IANA name such as `Europe/Kyiv`; `null` for local time. */
  readonly timezone: string | null;
  /** The days that are wholly or partly on hold, so that planned posts do not go out. */
  readonly daysOnHold: DaysOnHold;
}

/** What reports show about one channel of a plan: its figures, and its mix together with earlier plans. */
export interface ChannelSummary extends ChannelAnalysis {
  /**
   * The mix of the channel in this plan and the earlier plans together; `null` if no earlier plan is counted together
   * with this one.
   */
  readonly overTime: ChannelOverTime | null;
}

/**
 * The days that are on hold (planned posts do not go out), each with whether it is on hold all day (`all`) or for part
 * of the day (`part`). Other days have no entry.
 */
export type DaysOnHold = ReadonlyMap<Day, 'all' | 'part'>;

/** The number of findings of each severity. */
export type SeverityCounts = Readonly<Record<Severity, number>>;

/** The result of checking one file: its findings and, if it is a plan with a valid period, its figures. */
export interface CheckedFile {
  /** The name of the file in reports. */
  readonly file: string;
  /** The lines of the file, from which reports quote; empty if there are no findings. */
  readonly lines: Lines;
  /** The figures for the plan; `null` if the file cannot be read as YAML, or has no valid period. */
  readonly plan: PlanSummary | null;
  /** The findings, sorted by their place in the file. After `quietly`, only the errors. */
  readonly findings: readonly Finding[];
  /** The number of findings of each severity, including those left out by `quietly`. */
  readonly counts: SeverityCounts;
}

const NO_LINES = new Lines('');

/**
 * Returns the result of checking one file. Counts the findings by severity, and keeps the lines of the file only if
 * there are findings, because reports quote lines only for findings.
 */
export function checkedFile(
  file: string,
  source: { readonly lines: Lines },
  plan: PlanSummary | null,
  findings: readonly Finding[],
): CheckedFile {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return { file, lines: findings.length > 0 ? source.lines : NO_LINES, plan, findings, counts };
}

/** Returns `checked` with only the errors among its findings. Its counts still include all findings. */
export function quietly(checked: CheckedFile): CheckedFile {
  return { ...checked, findings: checked.findings.filter(({ severity }) => severity === 'error') };
}

/**
 * Returns the number of findings of each severity in all files together, including findings that `quietly` left out.
 */
export function countSeverities(files: readonly CheckedFile[]): SeverityCounts {
  const total = { error: 0, warning: 0, info: 0 };
  for (const { counts } of files) {
    total.error += counts.error;
    total.warning += counts.warning;
    total.info += counts.info;
  }
  return total;
}
