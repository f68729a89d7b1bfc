import type { PlanNumbers } from '../analysis/analyse.ts';
import type { Day } from '../dates.ts';
import { Lines } from '../yaml/places.ts';
import type { Finding, Severity } from './finding.ts';

/** The facts and figures about a plan that reports show: its period, time zone, days on hold and counts. */
export interface PlanSummary extends PlanNumbers {
  readonly from: Day;
  readonly to: Day;
  /** An IANA name, or null for local time. */
  readonly timezone: string | null;
  /** The days that are wholly or partly on hold. */
  readonly daysOnHold: DaysOnHold;
}

/** For each day on hold, whether all or part of it is. Other days have no entry. */
export type DaysOnHold = ReadonlyMap<Day, 'all' | 'part'>;

/** The number of findings of each severity. */
export type SeverityCounts = Readonly<Record<Severity, number>>;

/** One checked file. */
export interface CheckedFile {
  /** The name of the file in reports. */
  readonly file: string;
  /** The lines of the file, which the report quotes; none if there are no findings. */
  readonly lines: Lines;
  /** Null if the period could not be read. */
  readonly plan: PlanSummary | null;
  /** The findings in order. A quiet report has only the errors. */
  readonly findings: readonly Finding[];
  /** The counts of all findings, including findings that a quiet report leaves out. */
  readonly counts: SeverityCounts;
}

const NO_LINES = new Lines('');

/** Returns a checked file with the counts of its findings. */
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

/** The same file with only its errors. The counts still include all findings. */
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
