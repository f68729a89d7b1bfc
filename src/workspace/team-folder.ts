import path from 'node:path';
import { CONFIG_NAME } from '../policy/policy.ts';
import { folderOf, isRepository, isTaken, YAML_NAME } from './files.ts';
import { entriesOf } from './found-files.ts';

/** A folder whose files are the plans of one team, wherever folders named for times divide them. */
export interface TeamFolder {
  /** The absolute path of the folder from which the files are looked for. */
  readonly base: string;
  /** The names of the folders from there to the files, without those named for times. */
  readonly names: readonly string[];
}

const MONTHS =
  'jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?';
const TIME = new RegExp(`^(\\d{4}|(\\d{4}-)?(q[1-4]|w?(0?[1-9]|[1-4]\\d|5[0-3])|${MONTHS}))$`, 'i');

/**
 * Whether a folder is named for a year, a quarter, a month or a week, as `2026`, `Q4`, `2026-11`, `11`, `november` and
 * `W48` are. Such a folder does not separate the plans in it from those beside it.
 */
export function isNamedForTime(folder: string): boolean {
  return TIME.test(folder);
}

/**
 * Returns the team folder of a file.
 *
 * @param file - its absolute path
 * @param home - the absolute path of the folder of its config; null if it has none: then the folders named for times
 * directly above the file, up to the root of its repository, do not separate it
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
 * Returns the absolute paths of the YAML files of a team folder. Links to folders are not followed, and no folder below
 * the base is entered that has a config of its own.
 *
 * @param levels - the most folders to go down
 */
export function filesOfTeam({ base, names }: TeamFolder, levels: number): readonly string[] {
  const [next, ...others] = names;
  return entriesOf(base, () => {}).flatMap((entry) => {
    const inside = path.join(base, entry.name);
    if (!entry.isDirectory()) {
      const isPlan = next === undefined && YAML_NAME.test(entry.name) && entry.name !== CONFIG_NAME;
      return isPlan ? [inside] : [];
    }
    const isNext = entry.name === next;
    if (levels === 0 || (!isNext && !isNamedForTime(entry.name))) return [];
    if (isTaken(path.join(inside, CONFIG_NAME))) return [];
    return filesOfTeam({ base: inside, names: isNext ? others : names }, levels - 1);
  });
}
