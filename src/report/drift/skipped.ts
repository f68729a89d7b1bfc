import type { SkippedLine } from '../../exchange/rows.ts';

/** Lines that follow one another and were skipped for one reason. */
export interface SkippedRun {
  readonly from: number;
  readonly to: number;
  readonly reason: string;
}

/** Puts lines that follow one another and have one reason together. */
export function skippedRuns(skipped: readonly SkippedLine[]): readonly SkippedRun[] {
  const runs: SkippedRun[] = [];
  for (const { line, reason } of skipped) {
    const last = runs.at(-1);
    if (last !== undefined && last.reason === reason && line <= last.to + 1)
      runs[runs.length - 1] = { ...last, to: line };
    else runs.push({ from: line, to: line, reason });
  }
  return runs;
}

/** `line 4`, or `each of lines 4 to 9`. */
export function linesOf({ from, to }: SkippedRun): string {
  return from === to ? `line ${from}` : `each of lines ${from} to ${to}`;
}

/** How many lines were skipped, be it that one was for two reasons. */
export function skippedCount(skipped: readonly SkippedLine[]): number {
  return new Set(skipped.map(({ line }) => line)).size;
}
