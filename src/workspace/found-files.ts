import { type Dirent, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { CONFIG_NAME } from '../policy/policy.ts';
import { areFewNames, globMatcher, isPlainGlob, LONGEST_GLOB, MOST_GLOB_NAMES } from '../text/globs.ts';
import { quoted } from '../text/words.ts';
import { TimeLimit } from './deadline.ts';
import { codeOf, isFolder, isUndecodable, nameFrom, whyNot, whyNotNamed, YAML_NAME } from './files.ts';
import { Refusal } from './refusal.ts';

/** A file to which an argument of the command line leads, or a glob of a config. */
export interface FoundFile {
  /** The path of the file relative to the working directory, with `/` between folders. */
  readonly name: string;
  readonly absolute: string;
  /** Whether the file was found in a folder or by a glob. If so, it may turn out not to be a plan. */
  readonly found: boolean;
  /** Whether the user named the file itself on the command line. If so, it may be a pipe. */
  readonly isNamed: boolean;
}

/** The files to which one argument of the command line leads, or one glob of a config. */
export interface Reached {
  readonly files: readonly FoundFile[];
  /**
   * A sentence for each path that does not exist, each folder that cannot be entered, and each glob that cannot be
   * used.
   */
  readonly failures: readonly string[];
  /**
   * Whether a folder or a glob leads to no file, although nothing went wrong. If so, `failures` has one sentence about
   * it.
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
 * Returns `reached` for a search in which it is acceptable to find no files: without its failures if `isEmpty` is true,
 * otherwise unchanged.
 */
export function withoutBeingEmpty(reached: Reached): Reached {
  return reached.isEmpty ? { ...reached, failures: [] } : reached;
}

/**
 * A function that returns the absolute path of every file below a folder. It calls `fail` for each folder that cannot
 * be entered, with that folder and the reason.
 */
export type ListFiles = (folder: string, fail: (folder: string, why: string) => void) => readonly string[];

/** The most files and folders that a search for plans may look at. */
export const MOST_ENTRIES = 1_000_000;

/** The beginning of the sentence that says that a search takes too long. */
export const SEARCH = 'the search for plans';

/**
 * Finds the files to which a path leads: the file itself, the YAML files below a folder, or the files that a glob
 * matches. Those of a folder or a glob are sorted by path, and exclude configs and everything in dot folders, in
 * `node_modules`, and in folders reached through a symbolic link.
 *
 * @param argument - an argument of the command line, or a glob of a config
 * @param cwd - the absolute path of the working directory
 * @param home - for a glob of a config, the absolute path of the folder that the glob is relative to; left out for an
 * argument of the command line
 * @param list - lists the files below a folder; if left out, reads the disk
 * @param limit - the time limit of the search
 * @throws {Refusal} if the search takes too long
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
 * Returns the absolute path of every file below a folder. Left out is everything in dot folders, in `node_modules`, and
 * in folders reached through a symbolic link.
 *
 * @param fail - called for each folder that cannot be entered or is too deep, with that folder and the reason
 * @param isLeftOut - whether to leave out a file, or a folder with all that is in it
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
 * @param fail - called with the folder and the reason if it exists but cannot be read
 */
export function entriesOf(folder: string, fail: Parameters<ListFiles>[1]): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' || isUndecodable(folder)) fail(folder, whyNot(error, folder));
    return [];
  }
}
