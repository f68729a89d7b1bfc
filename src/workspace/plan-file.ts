import { isCertainlyPlan, looksLikePlan } from '../check/plan-keys.ts';
import { beginsAsJson } from '../exchange/read/read-schedule.ts';
import { readSource } from '../yaml/source.ts';
import { YAML_NAME } from './files.ts';

/**
 * Whether a file is a plan, and not a sheet or a calendar. A file named `.yaml` or `.yml` is always a plan. JSON is a
 * plan if it has the key `posts` and one of the keys `week`, `from` and `to`. For standard input, one of these four
 * keys is enough.
 *
 * @param bytes - the contents of the file, unchanged
 * @param name - the name of the file; `null` for standard input
 */
export function isPlanFile(bytes: Uint8Array, name: string | null): boolean {
  if (name !== null && YAML_NAME.test(name)) return true;
  if (name === null && looksLikePlan(readSource(bytes), bytes)) return true;
  return beginsAsJson(bytes) && isCertainlyPlan(readSource(bytes), bytes);
}
