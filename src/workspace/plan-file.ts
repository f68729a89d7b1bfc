import { isCertainlyPlan, looksLikePlan } from '../check/plan-keys.ts';
import { beginsAsJson } from '../exchange/read/read-schedule.ts';
import { readSource } from '../yaml/source.ts';
import { YAML_NAME } from './files.ts';

/**
 * Whether a file that may be a plan, a sheet or a calendar is a plan. JSON is a plan if it has `posts` and a period.
 *
 * @param name - the name of the file; `null` for standard input
 */
export function isPlanFile(bytes: Uint8Array, name: string | null): boolean {
  if (name !== null && YAML_NAME.test(name)) return true;
  if (name === null && looksLikePlan(readSource(bytes), bytes)) return true;
  return beginsAsJson(bytes) && isCertainlyPlan(readSource(bytes), bytes);
}
