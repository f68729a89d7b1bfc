import type { SkippedLine } from '../../exchange/rows.ts';

/** Successive lines that were skipped for the same reason, from the line `from` to the line `to`, both included. */
interface SkippedRun {
  readonly from: number;
  readonly to: number;
  readonly reason: string;
}

/**
 * Returns one entry for each run of successive lines that were skipped for the same reason.
 *
 * @param skipped - the skipped lines in ascending order
 */
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

/** Returns the line numbers of a run in words: `line 4`, or `each of lines 4 to 9`. */
export function linesOf({ from, to }: SkippedRun): string {
  return from === to ? `line ${from}` : `each of lines ${from} to ${to}`;
}

/** Returns the number of different lines that were skipped. A line that was skipped for two reasons counts once. */
export function skippedCount(skipped: readonly SkippedLine[]): number {
  return new Set(skipped.map(({ line }) => line)).size;
}
