import { listed, quoted } from '../text/words.ts';
import type { Config } from './configs.ts';
import { nameFrom, pathFrom } from './files.ts';
import { findFiles, type ListFiles, type Reached, withoutBeingEmpty } from './found-files.ts';

/** An argument, or a glob of a config, and the files to which it leads. */
export interface Lead {
  /** The name of the argument or glob in sentences. */
  readonly name: string;
  /** The files; null for standard input. */
  readonly reached: Reached | null;
  /** Whether nobody said that there are plans here. Then only a file with posts and a period is a plan. */
  readonly isGuess: boolean;
  /** Whether it is acceptable that none of the files is a plan. */
  readonly isOptional: boolean;
}

/** The files to which the globs of a config lead. */
export interface NamedPlans {
  /** One entry for each glob of the config. */
  readonly leads: readonly Lead[];
  /** A sentence when all globs lead to nothing, unless that is allowed; otherwise empty. */
  readonly failures: readonly string[];
  /** Whether all globs lead to nothing. */
  readonly isEmpty: boolean;
}

/** The advice when no plan is found. */
export const CHECK_ALL = 'check every plan below this folder with cmplan check .';

/**
 * Finds the plans that a config names.
 *
 * @param cwd - the working directory, absolute
 * @param allowEmpty - whether it is acceptable that there are none
 * @param list - lists the files below a folder
 */
export async function plansNamedBy(
  { plans, folder, name: config }: Config,
  cwd: string,
  allowEmpty = false,
  list?: ListFiles,
): Promise<NamedPlans> {
  const leads = await Promise.all(
    plans.map(async (glob) => {
      const reached = await findFiles(glob, cwd, folder, list);
      const name = folder === cwd ? glob : nameFrom(cwd, pathFrom(folder, glob));
      return { name, reached, isGuess: false, isOptional: false };
    }),
  );
  const isEmpty = leads.every(({ reached }) => reached.isEmpty);
  const failure = `no file matches ${listed(plans.map(quoted), 'and')}, where ${config} says that plans are; name one, change "plans", or ${CHECK_ALL}`;
  return {
    leads: leads.map((lead) => ({ ...lead, reached: withoutBeingEmpty(lead.reached) })),
    failures: isEmpty && !allowEmpty ? [failure] : [],
    isEmpty,
  };
}
