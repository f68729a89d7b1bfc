import type { Io } from '../io.ts';
import { counted, quoted } from '../text/words.ts';
import type { Configs } from './configs.ts';
import { STANDARD_INPUT } from './files.ts';
import { findFiles, withoutBeingEmpty } from './found-files.ts';
import { type Lead, plansNamedBy } from './named-plans.ts';
import type { NearbyPlans, SearchOptions } from './nearby-plans.ts';

/**
 * Finds the files to which the paths of a command line lead. Without paths, finds the plans that the config of the
 * working directory names or, without such a config, searches nearby for other configs and for folders named `plans`.
 * Failures about paths are in the result; those about configs are in `configs.failures`.
 *
 * @param paths - files, folders, globs, or `-` for standard input
 */
export async function leadsOf(
  paths: readonly string[],
  configs: Configs,
  options: SearchOptions,
  io: Io,
): Promise<NearbyPlans> {
  if (paths.length === 0) return leadsWithoutPath(configs, options, io);
  const leads = paths.map(async (name): Promise<Lead> => {
    const kind = { name, isGuess: false, isOptional: false };
    if (name === STANDARD_INPUT) return { ...kind, reached: null };
    const found = await findFiles(name, io.cwd);
    return { ...kind, reached: options.allowEmpty ? withoutBeingEmpty(found) : found };
  });
  return { leads: await Promise.all(leads), failures: [], notes: [] };
}

async function leadsWithoutPath(configs: Configs, options: SearchOptions, io: Io): Promise<NearbyPlans> {
  const config = await configs.for(io.cwd);
  if (config === 'broken') return { leads: [], failures: [], notes: [] };
  if (config !== null) return { ...(await plansNamedBy(config, io.cwd, options)), notes: [] };
  const { findPlansNearby } = await import('./nearby-plans.ts');
  return findPlansNearby(configs, options, io);
}

const A_PERIOD = 'a period (week, or from and to)';

/**
 * Returns a sentence that says that a lead (an argument or a glob) leads to no plan, because each of its files is
 * ignored or is not a plan. Null if one of its files is neither, or if it has no files.
 *
 * @param results - what became of the files that were found in a folder or by a glob
 */
export function whyFruitless({ name, isGuess }: Lead, results: ReadonlySet<unknown>): string | null {
  const isFruitless =
    results.size > 0 && [...results].every((each) => each === 'no plan' || each === 'ignored');
  if (!isFruitless) return null;
  const ignored = results.has('ignored') ? 'are ignored by the config, or ' : '';
  const lacking = isGuess ? `lack posts or ${A_PERIOD}` : 'have neither a period nor posts';
  return `${quoted(name)} leads to no plan: its files ${ignored}${lacking}`;
}

/**
 * Returns sentences about files that were skipped because they are not plans; empty if there are none.
 *
 * @param skipped - the number of such files in places where the user or a config expects plans
 * @param guessed - the names of such files in folders that are searched only because they are named `plans`
 */
export function sayIsSkipped(skipped: number, guessed: readonly string[]): readonly string[] {
  const others = guessed.length > 1 ? ` and ${counted(guessed.length - 1, 'more file')}` : '';
  return [
    ...(skipped > 0
      ? [
          `skipped ${counted(skipped, 'file that is not a plan', 'files that are not plans')}: no week, from, to or posts`,
        ]
      : []),
    ...(guessed.length > 0
      ? [`skipped ${quoted(guessed[0] ?? '')}${others}: a plan has posts and ${A_PERIOD}`]
      : []),
  ];
}
