import { CONFIG_NAME, DEFAULT_PLANS } from '../../policy/policy.ts';
import { counted, firstOf, quoted } from '../../text/words.ts';
import type { Config } from '../../workspace/configs.ts';
import { folderOf, isFolder, isTaken, nameFrom, pathFrom, YAML_NAME } from '../../workspace/files.ts';
import { Refusal } from '../../workspace/refusal.ts';
import { placeFor, whyNotInto } from '../../workspace/writing.ts';

/**
 * Where imported plans are written: to standard output, into one file, into a folder, or (`new`) where `cmplan new`
 * writes plans.
 */
export type Destination =
  | { readonly kind: 'stdout' | 'new' }
  | { readonly kind: 'file' | 'folder'; readonly path: string };

/**
 * Returns the destination that the value of the option `--output` names; the place where `cmplan new` writes plans if
 * `output` is undefined.
 *
 * @param cwd - the absolute path of the working directory
 * @throws {Refusal} if `output` is blank, names a file that does not end in `.yaml`, or is the name of a config
 */
export function destinationOf(output: string | undefined, cwd: string): Destination {
  if (output === undefined) return { kind: 'new' };
  if (output === '-') return { kind: 'stdout' };
  if (output.trim() === '')
    throw new Refusal(
      '-o: the name is empty; name a folder, a file that ends in .yaml, or - for standard output',
    );
  const path = pathFrom(cwd, output);
  if (!YAML_NAME.test(output)) {
    if (isTaken(path) && !isFolder(path))
      throw new Refusal(`${quoted(output)} is a file; name a folder, or a file that ends in .yaml`);
    return { kind: 'folder', path };
  }
  if (isFolder(path)) return { kind: 'folder', path };
  if (path.endsWith(`/${CONFIG_NAME}`) || path.endsWith(`\\${CONFIG_NAME}`))
    throw new Refusal(`${quoted(output)} is the name of a config, which no plan can have; name another file`);
  return { kind: 'file', path };
}

/**
 * Returns the absolute path of the folder whose config applies to the plans.
 *
 * @param home - the config that applies to the working directory; null if there is none
 * @param cwd - the absolute path of the working directory
 */
export async function folderOfPlans(
  destination: Destination,
  home: Config | null,
  cwd: string,
): Promise<string> {
  if (destination.kind === 'file') return folderOf(destination.path);
  if (destination.kind === 'folder') return destination.path;
  return destination.kind === 'stdout' ? cwd : folderOf((await placeOf('plan', home, cwd)).file);
}

function placeOf(name: string, home: Config | null, cwd: string) {
  return placeFor(name, home?.plans ?? [DEFAULT_PLANS], home?.folder ?? cwd);
}

/** A plan with the file that it is to be written to. */
export interface PlacedPlan<Plan> {
  readonly plan: Plan;
  /** The absolute path of the file. */
  readonly file: string;
  /** The path of the file relative to the working directory. */
  readonly name: string;
  /** Whether `cmplan check` without a path is certain to find the plan. */
  readonly isReached: boolean;
}

/**
 * Returns each plan with the file that it is to be written to.
 *
 * @param isForced - whether files that exist may be overwritten
 * @throws {Refusal} if a plan must not be written to its file, or if a file exists and `isForced` is false
 */
export async function placesFor<Plan extends { readonly name: string }>(
  plans: readonly Plan[],
  destination: Destination,
  { home, cwd, isForced }: { readonly home: Config | null; readonly cwd: string; readonly isForced: boolean },
): Promise<readonly PlacedPlan<Plan>[]> {
  const placed = await Promise.all(
    plans.map(async (plan): Promise<PlacedPlan<Plan>> => {
      const { file, isReached } =
        destination.kind === 'file'
          ? { file: destination.path, isReached: false }
          : destination.kind === 'folder'
            ? { file: pathFrom(destination.path, `${plan.name}.yaml`), isReached: false }
            : await placeOf(plan.name, home, cwd);
      return {
        plan,
        file,
        name: nameFrom(cwd, file),
        isReached: isReached && home?.isIgnored(file) !== true,
      };
    }),
  );
  for (const { file, name } of placed) {
    const why = whyNotInto(file);
    if (why !== null) throw new Refusal(`${quoted(name)} ${why}`);
  }
  const there = isForced ? [] : placed.filter(({ file }) => isTaken(file));
  if (there.length > 0) throw new Refusal(onTaken(there, placed.length));
  return placed;
}

/** The most files that exist which are named. */
const MOST_NAMED = 5;

function onTaken(there: readonly { readonly name: string }[], count: number): string {
  const names = firstOf(
    there.map(({ name }) => quoted(name)),
    MOST_NAMED,
    (left) => `${left} more`,
  );
  const one = there.length === 1;
  const nothing = count > there.length ? `, so none of the ${counted(count, 'file')} was written` : '';
  return `${names.join(', ')} already exist${one ? 's' : ''}${nothing}; overwrite ${one ? 'it' : 'them'} with --force, or name another folder with -o`;
}

/**
 * Checks that the destination has room for all plans: a single file and standard output take only one.
 *
 * @param count - the number of plans
 * @throws {Refusal} if there are several plans for a single file or standard output
 */
export function refuseSeveral(count: number, { kind }: Destination): void {
  if (count === 1 || (kind !== 'file' && kind !== 'stdout')) return;
  throw new Refusal(
    `-o: this makes ${count} plans, which do not go into one file; add --by all for a single plan, or name a folder`,
  );
}
