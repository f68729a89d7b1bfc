import { type Dirent, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { CONFIG_NAME } from '../policy/policy.ts';
import { areFewNames, globMatcher, isPlainGlob, LONGEST_GLOB, MOST_GLOB_NAMES } from '../text/globs.ts';
import { quoted } from '../text/words.ts';
import { TimeLimit } from './deadline.ts';
import { codeOf, isFolder, isUndecodable, nameFrom, whyNot, whyNotNamed, YAML_NAME } from './files.ts';
import { Refusal } from './refusal.ts';

/** A file that an argument of the command line, or a glob of a config, leads to. */
export interface FoundFile {
  /** The path of the file from the working directory, written with `/`. */
  readonly name: string;
  readonly absolute: string;
  /** Whether the file was found in a folder or by a glob, so that it need not be a plan. */
  readonly found: boolean;
  /** Whether the file itself was named on the command line, so that it may be a pipe. */
  readonly isNamed: boolean;
}

/** The files that one argument leads to. */
export interface Reached {
  readonly files: readonly FoundFile[];
  /**
   * A sentence for each path that cannot be found, each folder that cannot be entered, and each glob that cannot be
   * used.
   */
  readonly failures: readonly string[];
  /**
   * Whether the argument is a folder or a glob that leads to no file. If so, `failures` has one sentence, which says
   * so.
   */
  readonly isEmpty: boolean;
}

/** Why a glob cannot be used, in words to put after it, such as "is longer than ..."; null if it can be used. */
function whyNotFollowed(glob: string): string | null {
  if (glob.length > LONGEST_GLOB)
    return `is longer than ${LONGEST_GLOB.toLocaleString('en')} characters; name a folder instead`;
  return areFewNames([glob])
    ? null
    : `stands for more than ${MOST_GLOB_NAMES.toLocaleString('en')} names of folders and files when each {a,b} is written out; name a folder instead`;
}

/**
 * Returns what an argument leads to. If the argument is a folder or a glob that leads to no file, leaves out the
 * failure that says so.
 */
export function withoutBeingEmpty(reached: Reached): Reached {
  return reached.isEmpty ? { ...reached, failures: [] } : reached;
}

/**
 * A function that returns the absolute path of every file below a folder. For each folder that cannot be entered, the
 * function calls `fail` with that folder and the reason.
 */
export type ListFiles = (folder: string, fail: (folder: string, why: string) => void) => readonly string[];

/** The most files that a search may look at. */
export const MOST_ENTRIES = 1_000_000;

/** What takes too long, in the sentence that says that a search does. */
export const SEARCH = 'the search for plans';

/**
 * Finds the files that a path, a folder or a glob leads to. The files of a folder or a glob are sorted by path, and do
 * not include configs. Symbolic links to folders are not followed; dot folders and `node_modules` are not entered.
 *
 * @param cwd - the absolute path of the working directory
 * @param home - the absolute path of the folder that `argument` is relative to, if it is a glob of a config
 * @param list - lists the files below a folder
 * @param limit - stops the search if it takes too long
 * @throws {Refusal} if it does
 */
export async function findFiles(
  argument: string,
  cwd: string,
  home?: string,
  list: ListFiles = filesBelow,
  limit = new TimeLimit(SEARCH),
): Promise<Reached> {
  const from = home ?? cwd;
  const failures: string[] = [];
  if (argument === '')
    return { files: [], failures: ['a path is empty; name a file or a folder'], isEmpty: false };
  const absolute = path.resolve(from, argument);
  const named = quoted(from === cwd ? argument : nameFrom(cwd, absolute));
  const described = (file: string, found: boolean) => {
    return { name: nameFrom(cwd, file), absolute: file, found, isNamed: !found && home === undefined };
  };
  const below = (folder: string, nothing: string, isWanted: (file: string) => boolean): Reached => {
    const fail = (inside: string, why: string) => failures.push(`${quoted(nameFrom(cwd, inside))} ${why}`);
    const files = limit.during(() =>
      list(folder, fail)
        .filter((file) => path.basename(file) !== CONFIG_NAME && isWanted(file))
        .sort(),
    );
    const isEmpty = files.length === 0 && failures.length === 0;
    return {
      files: files.map((file) => described(file, true)),
      failures: isEmpty ? [nothing] : failures,
      isEmpty,
    };
  };
  try {
    if (!statSync(absolute).isDirectory()) {
      return { files: [described(absolute, false)], failures, isEmpty: false };
    }
    const nothing = `${named} has no plan in it: there is no .yaml or .yml file in it or below`;
    return below(absolute, nothing, (file) => YAML_NAME.test(file));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const { default: picomatch } = await import('picomatch');
    const { base, glob, isGlob } = picomatch.scan(argument);
    if (!isGlob) {
      return { files: [], failures: [`${named} ${whyNotNamed(error, absolute)}`], isEmpty: false };
    }
    const refusal = whyNotFollowed(glob);
    if (refusal !== null) return { files: [], failures: [`${named} ${refusal}`], isEmpty: false };
    const folder = path.resolve(from, base);
    const matches = isPlainGlob(glob) ? globMatcher([glob], { dot: false }) : picomatch(glob);
    return below(folder, `no file matches ${named}`, (file) => matches(nameFrom(folder, file)));
  }
}

/** The most levels of folders below the named folder that are entered. */
const DEEPEST_FOLDER = 100;

/**
 * Returns the absolute path of every file below a folder. Symbolic links to folders are not followed; dot folders and
 * `node_modules` are not entered.
 *
 * @param fail - called for each folder that cannot be entered or is too deep, with the reason
 * @param isLeftOut - whether to leave out a file, or not to enter a folder
 * @param levels - how many levels of folders to enter
 */
export function filesBelow(
  folder: string,
  fail: Parameters<ListFiles>[1],
  isLeftOut: (inside: string, isFolder: boolean) => boolean = () => false,
  levels = DEEPEST_FOLDER,
): string[] {
  if (levels < 0) {
    fail(folder, `is more than ${DEEPEST_FOLDER} folders deep, so it is not searched; move what is in it`);
    return [];
  }
  return entriesOf(folder, fail).flatMap((entry) => {
    const inside = path.join(folder, entry.name);
    if (!entry.isDirectory()) {
      const leadsToFolder = entry.isSymbolicLink() && isFolder(inside);
      return leadsToFolder || isLeftOut(inside, false) ? [] : [inside];
    }
    const isClosed = entry.name.startsWith('.') || entry.name === 'node_modules';
    return isClosed || isLeftOut(inside, true) ? [] : filesBelow(inside, fail, isLeftOut, levels - 1);
  });
}

/**
 * Returns the files and folders directly in a folder; empty if the folder does not exist or cannot be read.
 *
 * @param fail - called with the reason if the folder exists but cannot be read
 */
export function entriesOf(folder: string, fail: Parameters<ListFiles>[1]): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' || isUndecodable(folder)) fail(folder, whyNot(error, folder));
    return [];
  }
}
