import { type CheckTerms, checkPlan as checkBytes, DEFAULT_TERMS } from './check.ts';
import { parseConfig } from './config/find.ts';
import { CONFIG_NAME } from './files.ts';
import type { Io } from './io.ts';
import type { CheckReport } from './report/check-report.ts';
import { checkReport } from './report/json.ts';
import { RULE_NAMES } from './rules/index.ts';

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

/** What a plan is checked by. */
export interface CheckPlanOptions {
  /** The team's config, as text or as bytes; without it the defaults hold. */
  readonly config?: string | Uint8Array;
  /** Whether the plan is to be ready to go out, as `cmplan check --ready` asks. */
  readonly ready?: boolean;
}

/**
 * Checks one plan. Never throws for what stands in it: whatever is wrong is a finding.
 *
 * @param input - the plan's text, or its bytes as they are on disk
 * @param file - what the report calls it
 * @throws {Error} where the config is broken, with a sentence a line
 */
export function checkPlan(
  input: string | Uint8Array,
  file = 'plan.yaml',
  { config, ready = false }: CheckPlanOptions = {},
): CheckReport {
  const terms: CheckTerms = { ...DEFAULT_TERMS, ready };
  if (config === undefined) return checkReport([checkBytes(bytesOf(input), file, terms)]);
  const parsed = parseConfig(bytesOf(config), CONFIG_NAME, RULE_NAMES);
  if ('problems' in parsed) throw new Error(parsed.problems.join('\n'));
  const { policy } = parsed;
  return checkReport([checkBytes(bytesOf(input), file, { ...terms, policy, rules: policy.rules })]);
}

function bytesOf(input: string | Uint8Array): Uint8Array {
  return typeof input === 'string' ? new TextEncoder().encode(input) : input;
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
