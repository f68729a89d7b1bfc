import path from 'node:path';
import { CONFIG_NAME } from '../policy/policy.ts';
import { folderOf, isFolder, isRepository, isTaken, YAML_NAME } from './files.ts';
import { entriesOf } from './found-files.ts';

/**
 * Where the plans of one team are: in the folders `names`, one inside the other, below the folder `base`. Folders named
 * for times, such as `2026` or `november`, may come in between.
 */
export interface TeamFolder {
  /** The absolute path of the folder in which the search for files begins. */
  readonly base: string;
  /**
   * The names of the folders from `base` down to the files, without folders named for times: `['brand']` for plans in
   * `base/2026/brand`.
   */
  readonly names: readonly string[];
}

const MONTHS =
  'jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?';
const TIME = new RegExp(
  `^(\\d{4}|(\\d{4}-)?(q[1-4]|((week|wk|w)[-_ ]?)?(0?[1-9]|[1-4]\\d|5[0-3])|((0?[1-9]|1[0-2])[-_ ])?(${MONTHS})))$`,
  'i',
);

/**
 * Whether a folder is named for a year, a quarter, a month or a week: `2026`, `Q4`, `2026-11`, `11`, `november` or
 * `W48`. The plans in such a folder belong to the same team as the plans beside the folder.
 *
 * @param folder - the name of the folder, without a path
 */
export function isNamedForTime(folder: string): boolean {
  return TIME.test(folder);
}

/**
 * Returns where the plans of a file's team are. The `base` is the folder of the file's config. Without a config, it is
 * the nearest folder above the file that is not named for a time, or the root of the repository if that is nearer.
 *
 * @param file - the absolute path of the file
 * @param home - the absolute path of the folder with the file's config; null if the file has no config
 */
export function teamFolderOf(file: string, home: string | null): TeamFolder {
  const base = home ?? topOf(folderOf(file));
  const names = path.relative(base, folderOf(file)).split(path.sep);
  return { base, names: names.filter((name) => name !== '' && !isNamedForTime(name)) };
}

/** The nearest folder, from this one upward, that is not named for a time. */
function topOf(folder: string): string {
  const parent = path.dirname(folder);
  const isTop = !isNamedForTime(path.basename(folder)) || isRepository(folder) || parent === folder;
  return isTop ? folder : topOf(parent);
}

/**
 * Returns the absolute paths of the YAML files in a team folder. Leaves out configs, and folders below `base` that have
 * a config of their own. Follows a symbolic link to a folder only if the link has the name that comes next in `names`.
 *
 * @param levels - the most levels of folders to go down
 */
export function filesOfTeam({ base, names }: TeamFolder, levels: number): readonly string[] {
  const [next, ...others] = names;
  return entriesOf(base, () => {}).flatMap((entry) => {
    const inside = path.join(base, entry.name);
    const isNext = entry.name === next;
    // A folder that the config names may be a link; any other link could lead in a circle.
    if (!entry.isDirectory() && !(isNext && isFolder(inside))) {
      const isPlan = next === undefined && YAML_NAME.test(entry.name) && entry.name !== CONFIG_NAME;
      return isPlan ? [inside] : [];
    }
    if (levels === 0 || (!isNext && !isNamedForTime(entry.name))) return [];
    if (isTaken(path.join(inside, CONFIG_NAME))) return [];
    return filesOfTeam({ base: inside, names: isNext ? others : names }, levels - 1);
  });
}
