import { checkPlan as checkBytes } from './check.ts';
import type { Io } from './io.ts';
import type { CheckReport } from './report/check-report.ts';
import { checkReport } from './report/json.ts';

export { type Io, type Output, processIo } from './io.ts';
export type {
  CategoryReport,
  ChannelReport,
  CheckReport,
  DayAnalysis,
  Finding,
  PlanReport,
  Verdict,
} from './report/check-report.ts';

/**
 * Checks one plan. Never throws for what stands in it: whatever is wrong is a finding.
 *
 * @param input - the plan's text, or its bytes as they are on disk
 * @param file - what the report calls it
 */
export function checkPlan(input: string | Uint8Array, file = 'plan.yaml'): CheckReport {
  return checkReport([checkBytes(typeof input === 'string' ? new TextEncoder().encode(input) : input, file)]);
}

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
