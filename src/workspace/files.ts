import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { CONFIG_NAME } from '../policy/policy.ts';
import { globMatcher } from '../text/globs.ts';
import { didYouMean } from '../text/words.ts';

/** Matches the name of a YAML file: it ends with `.yaml` or `.yml`. */
export const YAML_NAME = /\.ya?ml$/;

/** Matches the name of a file that is read as a sheet or a calendar, such as `plan.csv` or `plan.ics`. */
export const SHEET_NAME = /\.(?:csv|tsv|tab|xlsx?|xlsm|ods|numbers|ics|json)$/i;

/** The argument of the command line that stands for standard input. */
export const STANDARD_INPUT = '-';

/**
 * Whether the name of a file is not valid UTF-8. Node cannot open such a file, because it replaces the invalid bytes.
 */
export function isUndecodable(file: string): boolean {
  return file.includes('\ufffd');
}

/** The flag that opens a pipe without waiting for a writer; 0 on Windows, which has no pipes in folders. */
const NOT_WAITING = constants.O_NONBLOCK ?? 0;

/**
 * Every file is read through this buffer. Most plans are small, and allocating a buffer takes longer than reading one.
 */
const CHUNK = Buffer.allocUnsafe(65_536);

/**
 * Returns the bytes of a file, but at most `most` + 1, so that even a device without an end can be read. If the result
 * has `most` + 1 bytes, the file is too large.
 *
 * @param isNamed - whether the user named the file; if false, pipes and devices are refused, because they could block. A
 * link to one is refused in any case: it may come from a stranger
 * @throws the error of the file system; `whyNot` turns it into a message
 */
export function readUpTo(file: string, most: number, isNamed = true): Uint8Array {
  // The system itself names open pipes by links, such as /dev/fd/63.
  const mayBlock = isNamed && (SYSTEM_PATH.test(file) || !isLink(file));
  const descriptor = openSync(file, constants.O_RDONLY | (mayBlock ? 0 : NOT_WAITING));
  try {
    if (!mayBlock && !isFileOrFolder(fstatSync(descriptor)))
      throw Object.assign(new Error(), { code: 'PIPE' });
    const chunks: Buffer[] = [];
    let length = 0;
    while (length <= most) {
      const count = readSync(descriptor, CHUNK, 0, Math.min(CHUNK.length, most + 1 - length), null);
      if (count === 0) break;
      chunks.push(Buffer.from(CHUNK.subarray(0, count)));
      length += count;
    }
    return chunks.length === 1 ? (chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(chunks);
  } finally {
    closeSync(descriptor);
  }
}

const SYSTEM_PATH = /^\/(?:dev|proc)\//;

/** Whether there is a symbolic link at the path, even one that leads nowhere. */
export function isLink(file: string): boolean {
  try {
    return lstatSync(file).isSymbolicLink();
  } catch {
    return false;
  }
}

/** Returns the absolute path to which a symbolic link leads; null if `link` is not a symbolic link. */
export function targetOf(link: string): string | null {
  try {
    return path.resolve(path.dirname(link), readlinkSync(link));
  } catch {
    return null;
  }
}

/** Whether a symbolic link leads in a circle, or through more links than the system can follow. */
export function leadsInCircle(link: string): boolean {
  try {
    statSync(link);
    return false;
  } catch (error) {
    return codeOf(error) === 'ELOOP';
  }
}

/**
 * Returns why a file cannot be read, in words to put after its name, such as `does not exist`.
 *
 * @param error - the error that was thrown
 * @param file - the path of the file; if given, the reason is more exact
 */
export function whyNot(error: unknown, file?: string): string {
  switch (codeOf(error)) {
    case 'ENOENT':
      if (file !== undefined && isUndecodable(file)) return 'has a name that is not text in UTF-8; rename it';
      return file !== undefined && isLink(file) ? 'is a symbolic link that leads nowhere' : 'does not exist';
    case 'PIPE':
      return 'is a pipe or a device, which may never end; save its content to a file';
    case 'EACCES':
    case 'EPERM':
      return 'cannot be read, because you do not have permission; ask for it';
    case 'EISDIR':
      return 'is a folder';
    case 'ENOTDIR':
      return 'does not exist, because a part of its path is a file';
    case 'ELOOP':
      return 'is a symbolic link that leads in a circle';
    case 'ENAMETOOLONG':
      return 'is too long for a file name';
    default:
      return `could not be read (${error instanceof Error ? error.message : String(error)})`;
  }
}

/**
 * Returns why a file that the user named cannot be read, in words to put after its name. If the file does not exist,
 * the words suggest a similar name in the same folder.
 *
 * @param error - the error that was thrown
 */
export function whyNotNamed(error: unknown, file: string): string {
  const advice = codeOf(error) === 'ENOENT' && !isLink(file) ? suggestion(file) : '';
  return whyNot(error, file) + advice;
}

/** Whether a path leads to a folder, directly or through a symbolic link. */
export function isFolder(file: string): boolean {
  try {
    return statSync(file).isDirectory();
  } catch {
    return false;
  }
}

/** Returns a path with all symbolic links followed; unchanged if there is nothing at the path. */
export function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

/** Returns the path of the folder that a file is in. */
export function folderOf(file: string): string {
  return path.dirname(file);
}

/** Returns the absolute path of `file`, which may be relative to `folder`. */
export function pathFrom(folder: string, file: string): string {
  return path.resolve(folder, file);
}

/** Whether a folder is the root of a git repository. */
export function isRepository(folder: string): boolean {
  return existsSync(path.join(folder, '.git'));
}

/**
 * Returns the root of the git repository that contains a folder, which may be the folder itself; null if no repository
 * contains it.
 */
export function repositoryRoot(folder: string): string | null {
  if (isRepository(folder)) return folder;
  const parent = path.dirname(folder);
  return parent === folder ? null : repositoryRoot(parent);
}

/** Whether there is anything at the path, even a symbolic link that leads nowhere. */
export function isTaken(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

function isFileOrFolder(stats: Stats): boolean {
  return stats.isFile() || stats.isDirectory();
}

/**
 * Finds the config nearest to a folder. The search starts in the folder itself, and goes up to the root of its
 * repository or, outside a repository, to the root of the file system. Results are remembered.
 */
export class ConfigSearch {
  private readonly found = new Map<string, string | null>();

  /** Returns the absolute path of the config that applies to a folder; null if there is none. */
  from(folder: string): string | null {
    const known = this.found.get(folder);
    if (known !== undefined) return known;
    const config = path.join(folder, CONFIG_NAME);
    const parent = path.dirname(folder);
    const isRoot = parent === folder || isRepository(folder);
    const nearest = isTaken(config) ? config : isRoot ? null : this.from(parent);
    this.found.set(folder, nearest);
    return nearest;
  }
}

/**
 * Returns a function that tells whether at least one of the globs matches a file or a folder above it. The function
 * takes the absolute path of the file.
 *
 * @param folder - the absolute path of the folder that the globs are relative to
 */
export function matcherOf(globs: readonly string[], folder: string): (file: string) => boolean {
  const matches = globMatcher(
    globs.flatMap((glob) => [glob, `${glob}/**`]),
    { dot: true },
  );
  return (file) => matches(nameFrom(folder, file));
}

/**
 * Returns the path of a file relative to a folder, with `/` between folders on every system; `.` for the folder itself.
 *
 * @param cwd - the absolute path of the folder, mostly the working directory
 * @param absolute - the absolute path of the file
 */
export function nameFrom(cwd: string, absolute: string): string {
  // Most files are below the folder, and there are many of them.
  if (absolute.startsWith(cwd) && absolute[cwd.length] === path.sep)
    return toSlashes(absolute.slice(cwd.length + 1)) || '.';
  return toSlashes(path.relative(cwd, absolute)) || '.';
}

function toSlashes(name: string): string {
  return path.sep === '/' ? name : name.replaceAll(path.sep, '/');
}

/** Returns the code of an error of the file system, such as `ENOENT`; undefined if the error has no code. */
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
