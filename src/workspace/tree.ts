import type { Io } from '../io.ts';
import { quoted } from '../text/words.ts';
import { inTime } from './deadline.ts';
import { isRepository, nameFrom, YAML_NAME } from './files.ts';
import { filesBelow, MOST_ENTRIES, SEARCH } from './found-files.ts';
import { ignoredBelow } from './git.ts';

/** What is below a folder, without dot folders and `node_modules`. All paths are absolute. */
export interface Tree {
  readonly folder: string;
  /** All files but those that git ignores and those in another repository. */
  readonly files: readonly string[];
  /** The folders and the YAML files that git ignores. What is in an ignored folder is not listed. */
  readonly ignored: readonly string[];
  /** The root folders of other repositories. What is in them is not listed. */
  readonly repositories: readonly string[];
  /** A sentence for each folder that cannot be entered. */
  readonly failures: readonly string[];
}

/** The error for a folder with too many files and folders below it. */
export class TreeTooLarge extends Error {}

/**
 * Lists what is below a folder. Reads each folder only once, and asks git only once which files it ignores.
 *
 * @param most - the most files and folders that may be below the folder
 * @throws {TreeTooLarge} if there are more
 * @throws {GitRefusal} if git takes too long
 * @throws {Refusal} if reading the folders takes too long
 */
export function treeBelow(folder: string, { cwd, env }: Pick<Io, 'cwd' | 'env'>, most = MOST_ENTRIES): Tree {
  const ignoredByGit = ignoredBelow(folder, env);
  const ignored: string[] = [];
  const repositories: string[] = [];
  const failures: string[] = [];
  let count = 0;
  const isLeftOut = (inside: string, isFolder: boolean): boolean => {
    if (++count > most) throw new TreeTooLarge();
    if (ignoredByGit.has(inside.normalize('NFC'))) {
      if (isFolder || YAML_NAME.test(inside)) ignored.push(inside);
      return true;
    }
    if (!isFolder || !isRepository(inside)) return false;
    repositories.push(inside);
    return true;
  };
  const fail = (inside: string, why: string) => failures.push(`${quoted(nameFrom(cwd, inside))} ${why}`);
  const files = inTime(SEARCH, () => filesBelow(folder, fail, isLeftOut));
  return { folder, files, ignored, repositories, failures };
}
