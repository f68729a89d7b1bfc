import type { Io } from '../io.ts';
import { DEFAULT_PLANS } from '../policy/policy.ts';
import { byText, listed, quoted } from '../text/words.ts';
import type { ConfigChoice, Configs } from './configs.ts';
import { folderOf, nameFrom, repositoryRoot } from './files.ts';
import { findFiles, MOST_ENTRIES } from './found-files.ts';
import { GitRefusal } from './git.ts';
import { type Lead, type PlanCommand, plansNamedBy, takeAll } from './named-plans.ts';
import { Territories } from './territories.ts';
import { type Tree, TreeTooLarge, treeBelow } from './tree.ts';

/** The plans that were found for a command line, and what to tell the user about the search. */
export interface NearbyPlans {
  /** The arguments or globs, each with the files to which it leads. */
  readonly leads: readonly Lead[];
  /** A sentence for each thing that could not be found or read. */
  readonly failures: readonly string[];
  /** Sentences about files that were left out, although the user may expect them to be checked. */
  readonly notes: readonly string[];
}

/** The command-line options that affect the search for plans. */
export interface SearchOptions {
  readonly config?: ConfigChoice;
  readonly since?: string;
  readonly allowEmpty?: boolean;
  /** The command that advice in messages names; `check` if left out. */
  readonly command?: PlanCommand;
}

/** The glob for plans without a config, starting from the folder that is searched. */
const ANYWHERE = `**/${DEFAULT_PLANS}`;

/** The glob for all plans when the folder that is searched is itself a folder of plans. */
const EVERYTHING = '**/*.{yaml,yml}';
const PLANS_FOLDER = 'plans';

/**
 * Finds plans for a command line without a path, in a working directory without a config: the plans of each config
 * below that directory, and all other plans in folders named `plans` below it. If, inside a repository, the directory
 * or a folder above it is named `plans`, finds all plans of that folder instead.
 *
 * @returns the plans, with a failure if there are too many files, or if no plan is found and `allowEmpty` is not set
 */
export async function findPlansNearby(
  configs: Configs,
  options: SearchOptions,
  io: Io,
): Promise<NearbyPlans> {
  try {
    return await search(configs, options, io);
  } catch (error) {
    if (error instanceof GitRefusal) return { leads: [], failures: [error.message], notes: [] };
    if (!(error instanceof TreeTooLarge)) throw error;
    const message = `there are more than ${MOST_ENTRIES} files and folders here; name the folder with the plans, as in cmplan ${options.command ?? 'check'} content/`;
    return { leads: [], failures: [message], notes: [] };
  }
}

async function search(configs: Configs, options: SearchOptions, io: Io): Promise<NearbyPlans> {
  const around = plansFolderAround(io.cwd, repositoryRoot(io.cwd));
  const tree = treeBelow(around ?? io.cwd, io);
  const others = around === null ? ANYWHERE : EVERYTHING;
  const { leads, failures } = await plansIn(tree, others, configs, options, io);
  const isEmpty = leads.length === 0 && configs.failures.length === 0 && failures.length === 0;
  return {
    leads,
    failures: isEmpty && options.allowEmpty !== true ? [nothingFor(options.command)] : failures,
    notes: notesOn(tree, around !== null, options, io),
  };
}

/**
 * The nearest folder named `plans` among a folder and those above it, below the root of the repository. Null if there
 * is none, or no repository.
 */
function plansFolderAround(folder: string, root: string | null): string | null {
  if (root === null || folder === root) return null;
  const parent = folderOf(folder);
  return nameFrom(parent, folder) === PLANS_FOLDER ? folder : plansFolderAround(parent, root);
}

function nothingFor(command: PlanCommand | undefined): string {
  return `found no .yaml or .yml file in a folder named plans, here or below; start a week with cmplan new, name the plan to check, or ${takeAll(command)}`;
}

/**
 * The plans of the configs in a tree, and the plans without a config.
 *
 * @param others - the glob for plans without a config, starting from the folder of the tree
 */
async function plansIn(
  tree: Tree,
  others: string,
  configs: Configs,
  options: SearchOptions,
  io: Io,
): Promise<Omit<NearbyPlans, 'notes'>> {
  const territories = new Territories(tree, options.config !== false);
  const leads: Lead[] = [];
  const failures = [...tree.failures];
  const guess = async (owner: string | null, isOptional: boolean) => {
    const reached = await findFiles(others, io.cwd, tree.folder, () => territories.filesOf(owner));
    if (!reached.isEmpty) leads.push({ name: others, reached, isGuess: true, isOptional });
    return !reached.isEmpty;
  };
  for (const folder of territories.configFolders) {
    const config = await configs.for(folder);
    if (config === 'broken' || config === null) continue;
    const own = await plansNamedBy(config, io.cwd, options, territories.listFor(folder));
    const isSilent = config.plans.length === 1 && config.plans[0] === DEFAULT_PLANS;
    // The config may be in the folder with the plans.
    if (own.isEmpty && isSilent && (await guess(folder, false))) continue;
    leads.push(...own.leads);
    failures.push(...own.failures);
  }
  await guess(null, territories.configFolders.length > 0);
  return { leads, failures };
}

/**
 * Sentences about plans that git ignores, and about repositories that were not entered. Empty with `--since`, because
 * neither counts as changed.
 */
function notesOn(
  { folder, ignored, repositories }: Tree,
  isAllPlans: boolean,
  { since }: SearchOptions,
  { cwd }: Io,
): string[] {
  if (since !== undefined) return [];
  const plans = ignored.filter(
    (each) => isAllPlans || `/${nameFrom(folder, each)}/`.includes(`/${PLANS_FOLDER}/`),
  );
  const names = (files: readonly string[]) => {
    return listed(files.map((file) => nameFrom(cwd, file)).sort(byText), 'and', quoted);
  };
  const [itIs, which] = [
    plans.length === 1 ? 'it is' : 'they are',
    repositories.length === 1
      ? 'which is a separate repository; name it'
      : 'which are separate repositories; name one',
  ];
  return [
    ...(plans.length > 0 ? [`git ignores ${names(plans)}, so ${itIs} not checked`] : []),
    ...(repositories.length > 0
      ? [`did not look into ${names(repositories)}, ${which} to check its plans`]
      : []),
  ];
}
