import { remembered } from '../remembered.ts';
import { listed, quoted } from '../text/words.ts';
import type { Config } from './configs.ts';
import { TimeLimit } from './deadline.ts';
import { nameFrom, pathFrom } from './files.ts';
import {
  filesBelow,
  findFiles,
  type ListFiles,
  MOST_ENTRIES,
  type Reached,
  SEARCH,
  withoutBeingEmpty,
} from './found-files.ts';
import { Refusal } from './refusal.ts';

/** An argument of the command line or a glob, with the files to which it leads. */
export interface Lead {
  /** How messages name the argument or the glob. */
  readonly name: string;
  /** The files to which the argument or the glob leads; null for standard input. */
  readonly reached: Reached | null;
  /**
   * Whether cmplan looks here on its own, because neither the user nor a config says where plans are. If so, a file
   * counts as a plan only if it has both posts and a period.
   */
  readonly isGuess: boolean;
  /** Whether it is acceptable that none of the files is a plan. */
  readonly isOptional: boolean;
}

/** The files that the globs of a config lead to. */
interface NamedPlans {
  /** One entry for each glob of the config. */
  readonly leads: readonly Lead[];
  /** One sentence, if none of the globs matches a file and that is not acceptable; otherwise empty. */
  readonly failures: readonly string[];
  /** Whether none of the globs matches a file. */
  readonly isEmpty: boolean;
}

/** Options for the search for the plans of a config. */
export interface NamedPlansSearch {
  /** Whether it is acceptable that no file matches. */
  readonly allowEmpty?: boolean;
  /** The command that advice in messages names; `check` if left out. */
  readonly command?: PlanCommand;
}

/**
 * A command that can be called without a path. It then takes the plans that the config of the working directory names
 * or, without such a config, searches nearby for other configs and for folders named `plans`.
 */
export type PlanCommand = 'check' | 'balance';

/**
 * Returns advice for the end of a sentence that says that no plan was found: how to check (or count, for `balance`)
 * every plan below the working directory.
 */
export function takeAll(command: PlanCommand = 'check'): string {
  return `${command === 'check' ? 'check' : 'count'} every plan below this folder with cmplan ${command} .`;
}

/**
 * Finds the files to which the globs in the `plans` of a config lead.
 *
 * @param cwd - the absolute path of the working directory
 * @param list - lists the files below a folder
 * @throws {Refusal} if the globs lead to too many files, or if the search takes too long
 */
export async function plansNamedBy(
  { plans, folder, name: config }: Pick<Config, 'plans' | 'folder' | 'name'>,
  cwd: string,
  { allowEmpty = false, command }: NamedPlansSearch = {},
  list: ListFiles = filesBelow,
): Promise<NamedPlans> {
  const listOnce = onceEach(list);
  const limit = new TimeLimit(SEARCH);
  const leads: (Lead & { readonly reached: Reached })[] = [];
  let count = 0;
  for (const glob of plans) {
    const reached = await findFiles(glob, cwd, folder, listOnce, limit);
    count += reached.files.length;
    if (count > MOST_ENTRIES) throw new Refusal(sayTooMany(config));
    const name = folder === cwd ? glob : nameFrom(cwd, pathFrom(folder, glob));
    leads.push({ name, reached, isGuess: false, isOptional: false });
  }
  const isEmpty = leads.every(({ reached }) => reached.isEmpty);
  const failure = `no file matches ${listed(plans.map(quoted), 'and')}, where ${config} says that plans are; name a plan, change "plans" there, or ${takeAll(command)}`;
  return {
    leads: leads.map((lead) => ({ ...lead, reached: withoutBeingEmpty(lead.reached) })),
    failures: isEmpty && !allowEmpty ? [failure] : [],
    isEmpty,
  };
}

function sayTooMany(config: string): string {
  return `the globs of ${config} lead to more than ${MOST_ENTRIES.toLocaleString('en')} files, each counted once for every glob; write fewer globs under "plans"`;
}

/** Lists the files below each folder only once, however many globs begin there, and says only once what is wrong. */
function onceEach(list: ListFiles): ListFiles {
  const known = new Map<string, readonly string[]>();
  return (folder, fail) => remembered(known, folder, () => list(folder, fail));
}
