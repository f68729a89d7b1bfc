import { checkPlan as checkBytes, DEFAULT_TERMS } from './check/check-plan.ts';
import type { Io } from './io.ts';
import type { Policy } from './policy/policy.ts';
import { CONFIG_NAME } from './policy/policy.ts';
import type { CheckReport } from './report/check-report.ts';
import { checkReport } from './report/json.ts';
import { RULE_NAMES } from './rules/index.ts';
import { printed } from './yaml/places.ts';

export { type Io, type Output, processIo, type Questions } from './io.ts';
export type {
  CategoryReport,
  ChannelReport,
  CheckReport,
  DayAnalysis,
  FindingReport as Finding,
  MixReport,
  PlanReport,
  Verdict,
} from './report/check-report.ts';
export type { DriftPost, DriftReport } from './report/drift/drift-report.ts';

/** What a team has agreed on for all its plans. */
export type TeamConfig = Policy;

/**
 * Reads a team's config for `checkPlan`.
 *
 * @param input - the text of a cmplan.config.yaml, or its bytes as they are on disk
 * @throws {Error} where the config is broken, with a sentence a line
 */
export async function readTeamConfig(input: string | Uint8Array): Promise<TeamConfig> {
  const { parseConfig } = await import('./workspace/configs.ts');
  const parsed = await parseConfig(bytesOf(input), CONFIG_NAME, RULE_NAMES);
  if ('problems' in parsed) throw new Error(parsed.problems.map(printed).join('\n'));
  return parsed.policy;
}

/** What a plan is checked by. */
export interface CheckPlanOptions {
  /** The team's config, from `readTeamConfig`; without it the defaults hold. */
  readonly config?: TeamConfig;
  /** Whether the plan is to be ready to go out, as `cmplan check --ready` asks. */
  readonly ready?: boolean;
}

/**
 * Checks one plan. Never throws for what stands in it: whatever is wrong is a finding.
 *
 * @param input - the plan's text, or its bytes as they are on disk
 * @param file - what the report calls it
 */
export function checkPlan(
  input: string | Uint8Array,
  file = 'plan.yaml',
  { config, ready = false }: CheckPlanOptions = {},
): CheckReport {
  const own = config === undefined ? {} : { policy: config, rules: config.rules };
  return checkReport([checkBytes(bytesOf(input), file, { ...DEFAULT_TERMS, ...own, ready })]);
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
  return (await import('./cli/main.ts')).main(argv, io);
}
