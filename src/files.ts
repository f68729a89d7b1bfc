import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { globMatcher, isPlainGlob } from './globs.ts';
import { didYouMean, quoted } from './words.ts';

/** A file that an argument of the command line leads to. */
export interface FoundFile {
  /** Relative to the working directory, with `/`. */
  readonly name: string;
  readonly absolute: string;
  /** Whether it was found through a folder or a glob, and so may be something else than a plan. */
  readonly found: boolean;
  /** Whether somebody named it who runs the command, and so may mean a pipe. */
  readonly isNamed: boolean;
}

/** Where one argument leads: its files, and a sentence for each thing that could not be entered. */
export interface Reached {
  readonly files: readonly FoundFile[];
  readonly failures: readonly string[];
  /** Whether it is a folder or a glob without any file, which is the one failure then. */
  readonly isEmpty: boolean;
}

/** The name of the config, which is never taken for a plan. */
export const CONFIG_NAME = 'cmplan.config.yaml';

/** How the names of YAML files end. */
export const YAML_NAME = /\.ya?ml$/;

/**
 * Finds the files that a path, a folder or a glob leads to. Those of a folder or a glob come by name; symbolic links to
 * folders are not followed, dot folders and `node_modules` not entered.
 *
 * @param cwd - the working directory, absolute
 * @param home - of the config that has the argument, absolute: from there it leads; undefined for one of the command line
 */
export async function findFiles(argument: string, cwd: string, home?: string): Promise<Reached> {
  const from = home ?? cwd;
  const failures: string[] = [];
  if (argument === '')
    return { files: [], failures: ['a path is empty; name a file or a folder'], isEmpty: false };
  const absolute = path.resolve(from, argument);
  const described = (file: string, found: boolean) => {
    return { name: nameFrom(cwd, file), absolute: file, found, isNamed: !found && home === undefined };
  };
  const below = (folder: string, nothing: string, isWanted: (file: string) => boolean): Reached => {
    const fail = (inside: string, why: string) => failures.push(`${quoted(nameFrom(cwd, inside))} ${why}`);
    const files = walk(folder, DEEPEST_FOLDER, fail)
      .filter((file) => path.basename(file) !== CONFIG_NAME && isWanted(file))
      .sort();
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
    const nothing = `${quoted(argument)} holds no plan: no .yaml or .yml file is below it`;
    return below(absolute, nothing, (file) => YAML_NAME.test(file));
  } catch (error) {
    const { default: picomatch } = await import('picomatch');
    const { base, glob, isGlob } = picomatch.scan(argument);
    if (!isGlob) {
      return { files: [], failures: [`${quoted(argument)} ${whyNotNamed(error, absolute)}`], isEmpty: false };
    }
    const folder = path.resolve(from, base);
    const matches = isPlainGlob(glob) ? globMatcher([glob], { dot: false }) : picomatch(glob);
    return below(folder, `no file matches ${quoted(argument)}`, (file) =>
      matches(toSlashes(path.relative(folder, file))),
    );
  }
}

/** Folders may stand in one another this deep below the one that is named. */
const DEEPEST_FOLDER = 100;

/** Every file below a folder; what cannot be entered is reported. */
function walk(folder: string, levels: number, fail: (folder: string, why: string) => void): string[] {
  if (levels < 0) {
    fail(folder, `is more than ${DEEPEST_FOLDER} folders deep, so it is not looked into; move what it holds`);
    return [];
  }
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const inside = path.join(folder, entry.name);
      if (!entry.isDirectory())
        return entry.isFile() || (entry.isSymbolicLink() && leadsToFile(inside)) ? [inside] : [];
      const isLeftOut = entry.name.startsWith('.') || entry.name === 'node_modules';
      return isLeftOut ? [] : walk(inside, levels - 1, fail);
    });
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' || isUndecodable(folder)) fail(folder, whyNot(error, folder));
    return [];
  }
}

/** Whether bytes of a name are not UTF-8: Node gives it with signs in their place, by which nothing is found. */
function isUndecodable(file: string): boolean {
  return file.includes('\ufffd');
}

/** A link that leads nowhere counts as one to a file, so that reading it says why. */
function leadsToFile(link: string): boolean {
  try {
    return statSync(link).isFile();
  } catch {
    return true;
  }
}

/** Opens a pipe at once, be it that nobody writes into it. Windows has none in folders. */
const NOT_WAITING = constants.O_NONBLOCK ?? 0;

/**
 * The bytes of a file, up to that many and one more, so that a device without an end ends too.
 *
 * @param isNamed - whether somebody named the file who runs the command; else it may be no pipe and no device, for which one
 * would wait for ever
 * @throws the error of the file system, which `whyNot` puts into words
 */
export function readUpTo(file: string, most: number, isNamed = true): Uint8Array {
  const descriptor = openSync(file, constants.O_RDONLY | (isNamed ? 0 : NOT_WAITING));
  try {
    if (!isNamed && !isFileOrFolder(fstatSync(descriptor)))
      throw Object.assign(new Error(), { code: 'PIPE' });
    const chunks: Buffer[] = [];
    let length = 0;
    while (length <= most) {
      const chunk = Buffer.allocUnsafe(Math.min(65_536, most + 1 - length));
      const count = readSync(descriptor, chunk);
      if (count === 0) break;
      chunks.push(chunk.subarray(0, count));
      length += count;
    }
    return chunks.length === 1 ? (chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(chunks);
  } finally {
    closeSync(descriptor);
  }
}

/** Whether the path is a symbolic link. */
export function isLink(file: string): boolean {
  try {
    return lstatSync(file).isSymbolicLink();
  } catch {
    return false;
  }
}

/** Why a file cannot be read, to stand behind its name. */
export function whyNot(error: unknown, file?: string): string {
  switch (codeOf(error)) {
    case 'ENOENT':
      if (file !== undefined && isUndecodable(file)) return 'has a name that is not text in UTF-8; rename it';
      return file !== undefined && isLink(file) ? 'is a symbolic link that leads nowhere' : 'does not exist';
    case 'PIPE':
      return 'is a pipe or a device, which may never end; write the plan into a file';
    case 'EACCES':
    case 'EPERM':
      return 'may not be read by you; ask for the permission';
    case 'EISDIR':
      return 'is a folder';
    case 'ENOTDIR':
      return 'does not exist: a part of the path is a file';
    case 'ELOOP':
      return 'is a symbolic link that leads in a circle';
    case 'ENAMETOOLONG':
      return 'is too long for the name of a file';
    default:
      return `could not be read (${error instanceof Error ? error.message : String(error)})`;
  }
}

/** Why a file cannot be read that somebody named, and which name was probably meant. */
export function whyNotNamed(error: unknown, file: string): string {
  const advice = codeOf(error) === 'ENOENT' && !isLink(file) ? suggestion(file) : '';
  return whyNot(error, file) + advice;
}

/** Whether there is a folder at the path. */
export function isFolder(file: string): boolean {
  try {
    return statSync(file).isDirectory();
  } catch {
    return false;
  }
}

/** Where a path leads when all links are followed; the path itself where nothing is there. */
export function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

/** The folder that a file is in. */
export function folderOf(file: string): string {
  return path.dirname(file);
}

/** The absolute path of a file that is named from a folder. */
export function pathFrom(folder: string, file: string): string {
  return path.resolve(folder, file);
}

/** The root of the repository that a folder is in, or null where it is in none. */
export function repositoryRoot(folder: string): string | null {
  if (existsSync(path.join(folder, '.git'))) return folder;
  const parent = path.dirname(folder);
  return parent === folder ? null : repositoryRoot(parent);
}

/** Whether something stands at the path that was meant to be a config; a pipe or a device would never end. */
function isConfig(file: string): boolean {
  try {
    return isFileOrFolder(statSync(file));
  } catch {
    return isLink(file);
  }
}

function isFileOrFolder(stats: Stats): boolean {
  return stats.isFile() || stats.isDirectory();
}

/** The nearest config from a folder upward, as far as the root of the repository, else of the file system. */
export class ConfigSearch {
  private readonly found = new Map<string, string | null>();

  /** @returns the absolute path of the config, null where there is none */
  from(folder: string): string | null {
    const known = this.found.get(folder);
    if (known !== undefined) return known;
    const config = path.join(folder, CONFIG_NAME);
    const parent = path.dirname(folder);
    const isRoot = parent === folder || existsSync(path.join(folder, '.git'));
    const nearest = isConfig(config) ? config : isRoot ? null : this.from(parent);
    this.found.set(folder, nearest);
    return nearest;
  }
}

/**
 * Makes a test for files that globs match, or that are below a folder which they match.
 *
 * @param folder - where the globs lead from, absolute
 */
export function matcherOf(globs: readonly string[], folder: string): (file: string) => boolean {
  const matches = globMatcher(
    globs.flatMap((glob) => [glob, `${glob}/**`]),
    { dot: true },
  );
  return (file) => matches(toSlashes(path.relative(folder, file)));
}

/** A name relative to the working directory, with `/` on every system. */
export function nameFrom(cwd: string, absolute: string): string {
  return toSlashes(path.relative(cwd, absolute)) || '.';
}

function toSlashes(name: string): string {
  return path.sep === '/' ? name : name.replaceAll(path.sep, '/');
}

/** The code of an error of the file system, such as `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

function suggestion(missing: string): string {
  try {
    return didYouMean(path.basename(missing), readdirSync(path.dirname(missing)));
  } catch {
    return '';
  }
}
