import { listed, quoted } from '../text/words.ts';
import type { Config } from './configs.ts';
import { nameFrom, pathFrom } from './files.ts';
import { findFiles, type ListFiles, type Reached, withoutBeingEmpty } from './found-files.ts';

/** Where an argument leads, or a glob of a config. */
export interface Lead {
  /** What sentences call it. */
  readonly name: string;
  /** Null for standard input. */
  readonly reached: Reached | null;
  /** Whether nobody said that plans are there, so that only a file with posts and a period is one. */
  readonly isGuess: boolean;
  /** Whether none of its files need be a plan. */
  readonly isOptional: boolean;
}

/** Where the plans of a config are. */
export interface NamedPlans {
  /** One for each of its globs. */
  readonly leads: readonly Lead[];
  /** A sentence where all of them lead to nothing, and may not. */
  readonly failures: readonly string[];
  /** Whether all of them lead to nothing. */
  readonly isEmpty: boolean;
}

/** What may be done where nothing is there. */
export const CHECK_ALL = 'check every plan below this folder with cmplan check .';

/**
 * Finds the plans that a config names.
 *
 * @param cwd - the working directory, absolute
 * @param allowEmpty - whether there need be none
 * @param list - lists what is below a folder
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
