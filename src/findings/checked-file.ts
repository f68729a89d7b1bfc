import type { PlanNumbers } from '../analysis/analyse.ts';
import type { Day } from '../dates.ts';
import { Lines } from '../yaml/places.ts';
import type { Finding, Severity } from './finding.ts';

/** A plan in numbers, with what a report says about it. */
export interface PlanSummary extends PlanNumbers {
  readonly from: Day;
  readonly to: Day;
  /** An IANA name, or null for local time. */
  readonly timezone: string | null;
  /** The days of which all, or a part, is on hold. */
  readonly daysOnHold: DaysOnHold;
}

/** How much of each day is on hold; a day of which nothing is has no entry. */
export type DaysOnHold = ReadonlyMap<Day, 'all' | 'part'>;

/** How many findings of each severity there are. */
export type SeverityCounts = Readonly<Record<Severity, number>>;

/** One file, checked. */
export interface CheckedFile {
  /** As reports name it. */
  readonly file: string;
  /** What stands in it, for the report to quote; none where there is no finding. */
  readonly lines: Lines;
  /** Null where the period could not be read. */
  readonly plan: PlanSummary | null;
  /** In order; a quiet report leaves out what is no error. */
  readonly findings: readonly Finding[];
  /** Of all its findings, be they in the report or not. */
  readonly counts: SeverityCounts;
}

const NO_LINES = new Lines('');

/** One file with what was found in it. */
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

/** The file with its errors alone; what else was found is still counted. */
export function quietly(checked: CheckedFile): CheckedFile {
  return { ...checked, findings: checked.findings.filter(({ severity }) => severity === 'error') };
}

/** How many findings of each severity the files have. */
export function countSeverities(files: readonly CheckedFile[]): SeverityCounts {
  const total = { error: 0, warning: 0, info: 0 };
  for (const { counts } of files) {
    total.error += counts.error;
    total.warning += counts.warning;
    total.info += counts.info;
  }
  return total;
}
