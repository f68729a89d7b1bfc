import type { PlanNumbers } from '../analysis/analyse.ts';
import type { Day } from '../dates.ts';
import { Lines } from '../yaml/places.ts';
import type { Finding, Severity } from './finding.ts';

/** A plan in numbers, as a report shows it. */
export interface PlanSummary extends PlanNumbers {
  readonly from: Day;
  readonly to: Day;
  /** An IANA name, or null for local time. */
  readonly timezone: string | null;
  /** The days that are wholly or partly on hold. */
  readonly daysOnHold: DaysOnHold;
}

/** Whether all or a part of each day is on hold. A day that is not on hold has no entry. */
export type DaysOnHold = ReadonlyMap<Day, 'all' | 'part'>;

/** The number of findings of each severity. */
export type SeverityCounts = Readonly<Record<Severity, number>>;

/** One checked file. */
export interface CheckedFile {
  /** The name of the file in reports. */
  readonly file: string;
  /** The lines of the file, which the report quotes; no lines if there are no findings. */
  readonly lines: Lines;
  /** Null if the period could not be read. */
  readonly plan: PlanSummary | null;
  /** The findings in order. A quiet report keeps only the errors. */
  readonly findings: readonly Finding[];
  /** Counts of all findings, including those that a quiet report leaves out. */
  readonly counts: SeverityCounts;
}

const NO_LINES = new Lines('');

/** A checked file with counts of its findings. */
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

/** The file with only its errors. The counts still include all findings. */
export function quietly(checked: CheckedFile): CheckedFile {
  return { ...checked, findings: checked.findings.filter(({ severity }) => severity === 'error') };
}

/** How many findings of each severity the files have together. */
export function countSeverities(files: readonly CheckedFile[]): SeverityCounts {
  const total = { error: 0, warning: 0, info: 0 };
  for (const { counts } of files) {
    total.error += counts.error;
    total.warning += counts.warning;
    total.info += counts.info;
  }
  return total;
}
