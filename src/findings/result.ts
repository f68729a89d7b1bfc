import type { Analysis } from '../analysis/analyse.ts';
import type { Day } from '../dates.ts';
import type { Finding, Severity } from './finding.ts';

/** A plan in numbers, with what a report says about it. */
export interface PlanSummary extends Analysis {
  readonly from: Day;
  readonly to: Day;
  /** An IANA name, or null for local time. */
  readonly timezone: string | null;
}

/** One file, checked. */
export interface CheckedFile {
  /** As reports name it. */
  readonly file: string;
  /** Null where the period could not be read. */
  readonly plan: PlanSummary | null;
  /** In order. */
  readonly findings: readonly Finding[];
}

/** How many findings of each severity the files have. */
export function countSeverities(files: readonly CheckedFile[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { findings } of files) {
    for (const { severity } of findings) counts[severity]++;
  }
  return counts;
}
