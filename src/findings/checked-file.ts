import type { ChannelAnalysis, PlanNumbers } from '../analysis/analyse.ts';
import type { ChannelOverTime } from '../analysis/team.ts';
import type { Day } from '../dates.ts';
import { Lines } from '../yaml/places.ts';
import type { Finding, Severity } from './finding.ts';

/** What reports show about a plan: its period, its time zone, its days on hold and its figures. */
export interface PlanSummary extends PlanNumbers {
  readonly channels: readonly ChannelSummary[];
  readonly from: Day;
  readonly to: Day;
  /** An IANA name, or null for local time. */
  readonly timezone: string | null;
  /** The days that are wholly or partly on hold. */
  readonly daysOnHold: DaysOnHold;
}

/** What reports show about a channel of a plan. */
export interface ChannelSummary extends ChannelAnalysis {
  /** The mix over the weeks up to this plan; null if the plan is in no series of at least two plans. */
  readonly overTime: ChannelOverTime | null;
}

/** For each day on hold, whether all of it is on hold (`all`) or only a part (`part`). Other days have no entry. */
export type DaysOnHold = ReadonlyMap<Day, 'all' | 'part'>;

/** The number of findings of each severity. */
export type SeverityCounts = Readonly<Record<Severity, number>>;

/** A file that was checked, and what was found in it. */
export interface CheckedFile {
  /** The name of the file in reports. */
  readonly file: string;
  /** The lines of the file, from which reports quote; none if there are no findings. */
  readonly lines: Lines;
  /** Null if the period could not be read. */
  readonly plan: PlanSummary | null;
  /** The findings in order; only the errors, if the report is to be quiet. */
  readonly findings: readonly Finding[];
  /** The number of findings of each severity, including findings that a quiet report leaves out. */
  readonly counts: SeverityCounts;
}

const NO_LINES = new Lines('');

/**
 * The result of checking a file, with its findings counted. It keeps the lines of the file only if there are findings.
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

/** The result of checking a file, with only the errors among its findings. The counts still include all findings. */
export function quietly(checked: CheckedFile): CheckedFile {
  return { ...checked, findings: checked.findings.filter(({ severity }) => severity === 'error') };
}

/** The number of findings of each severity in all the files together. */
export function countSeverities(files: readonly CheckedFile[]): SeverityCounts {
  const total = { error: 0, warning: 0, info: 0 };
  for (const { counts } of files) {
    total.error += counts.error;
    total.warning += counts.warning;
    total.info += counts.info;
  }
  return total;
}
