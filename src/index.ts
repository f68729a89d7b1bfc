import type { Io } from './io.ts';

export type { Analysis, ChannelAnalysis } from './analysis/analyse.ts';
export type { DayAnalysis } from './analysis/days.ts';
export type { CategoryCount, Change, MixAnalysis, Verdict } from './analysis/mix.ts';
export { checkPlan } from './check.ts';
export type { Finding, Severity } from './findings/finding.ts';
export type { CheckedFile, PlanSummary } from './findings/result.ts';
export { type Io, type Output, processIo } from './io.ts';
export type { Formatter, View } from './report/format.ts';
export { type FormatName, formatterFor } from './report/formats.ts';

/**
 * Runs the command line.
 *
 * @param argv - the arguments alone, without the program's own name
 * @param io - the world to run it in; `processIo()` for the real one
 * @returns the exit status: 0, 1 for findings, 2 for work that could not be done
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  return (await import('./cli.ts')).main(argv, io);
}
