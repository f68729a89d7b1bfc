import { checkPlan as checkBytes, DEFAULT_TERMS } from './check/check-plan.ts';
import type { Io } from './io.ts';
import type { Policy } from './policy/policy.ts';
import { CONFIG_NAME } from './policy/policy.ts';
import type { CheckReport } from './report/check-report.ts';
import { checkReport } from './report/json.ts';
import { RULE_NAMES } from './rules/index.ts';
import { printed } from './yaml/places.ts';

export { type Io, type Output, processIo, type Questions } from './io.ts';
export type { BalancedPlanReport, BalanceReport } from './report/balance/balance-report.ts';
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

/** A team's config, returned by `readTeamConfig`: the settings that apply to all its plans. */
export type TeamConfig = Policy;

/**
 * Reads a team's config for use with `checkPlan`.
 *
 * @param input - the text of a `cmplan.config.yaml`, or the unchanged bytes of the file
 * @throws {Error} if the config has mistakes; the message describes each on a line of its own
 */
export async function readTeamConfig(input: string | Uint8Array): Promise<TeamConfig> {
  const { parseConfig } = await import('./workspace/configs.ts');
  const parsed = await parseConfig(bytesOf(input), CONFIG_NAME, RULE_NAMES);
  if ('problems' in parsed) throw new Error(parsed.problems.map(printed).join('\n'));
  return parsed.policy;
}

/** Options for `checkPlan`. */
export interface CheckPlanOptions {
  /** The team's config, from `readTeamConfig`. If left out, the defaults apply. */
  readonly config?: TeamConfig;
  /** Whether to check also that the plan is ready to go out, as `cmplan check --ready` does; `false` by default. */
  readonly ready?: boolean;
}

/**
 * Checks one plan, and returns the report about it. Never throws because of the contents of the plan: every mistake in
 * the plan becomes a finding.
 *
 * @param input - the text of the plan, or the unchanged bytes of its file
 * @param file - the name of the plan in the report
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
 * Runs a cmplan command.
 *
 * @param argv - the arguments, without the name of the program
 * @param io - the environment in which to run; `processIo()` returns the environment of the process
 * @returns the exit status: 0 for success; 1 if the command ran but its result counts as a failure, such as an error in
 * a plan; 2 if something could not be done
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  return (await import('./cli/main.ts')).main(argv, io);
}
