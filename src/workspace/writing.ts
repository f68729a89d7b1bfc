import { randomUUID } from 'node:crypto';
import {
  accessSync,
  appendFileSync,
  closeSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Io } from '../io.ts';
import { quoted } from '../text/words.ts';
import {
  codeOf,
  isFolder,
  isLink,
  isTaken,
  matcherOf,
  realPath,
  repositoryRoot,
  YAML_NAME,
} from './files.ts';

/** The codes of errors from file systems on which a file cannot have a second name (a hard link). */
const NO_LINKS = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EXDEV'];

/**
 * Writes a file completely or not at all, so that an interruption never leaves half a file. To do so, it writes a
 * temporary file in the same folder, and then gives that file its final name. A pipe or a device is written to
 * directly, and Ctrl-C can interrupt this, because nothing may ever read from a pipe.
 *
 * @param text - the whole text, or its pieces in order
 * @param overwrite - whether to replace an existing file; its permissions, and any symbolic link to it, stay the same.
 * If false, an existing file is an error
 * @param undisturbed - runs a function in such a way that Ctrl-C cannot interrupt it
 * @throws the error of the file system; `whyNotWritten` turns it into a message
 */
export function writeWhole(
  file: string,
  text: string | Iterable<string>,
  overwrite: boolean,
  undisturbed: Io['undisturbed'],
): void {
  const pieces = typeof text === 'string' ? [text] : text;
  const earlier = earlierAt(file, overwrite);
  if (earlier !== undefined && !earlier.isFile()) {
    writePieces(openSync(file, 'w'), pieces);
    return;
  }
  const target = earlier === undefined ? file : realpathSync(file);
  undisturbed(() => replace(target, pieces, earlier?.mode, overwrite));
}

/**
 * Returns the details of the file that is already at a path; undefined if there is nothing.
 *
 * @param overwrite - whether an existing file may be replaced
 * @throws an error like those of the file system if no file can be written there: for example if there is a folder, or
 * a file that may not be replaced
 */
export function earlierAt(file: string, overwrite: boolean): Stats | undefined {
  const earlier = statSync(file, { throwIfNoEntry: false });
  if (earlier?.isDirectory()) throw failure('EISDIR');
  if (earlier?.isFile() && !overwrite) throw failure('EEXIST');
  if (earlier === undefined && isTaken(file)) throw failure(overwrite ? 'DANGLING' : 'EEXIST');
  return earlier;
}

/** Writes pieces of text to an open file, and closes it. */
export function writePieces(descriptor: number, pieces: Iterable<string>): void {
  try {
    for (const piece of pieces) writeFileSync(descriptor, piece);
  } finally {
    closeSync(descriptor);
  }
}

function replace(
  target: string,
  pieces: Iterable<string>,
  mode: number | undefined,
  overwrite: boolean,
): void {
  const beside = besideOf(target);
  try {
    writePieces(openSync(beside, 'wx', mode), pieces);
    putInPlace(beside, target, overwrite);
  } finally {
    rmSync(beside, { force: true });
  }
}

/** Returns an unused path for a temporary file in the same folder as `target`. */
export function besideOf(target: string): string {
  return path.join(path.dirname(target), `.cmplan-${randomUUID()}.tmp`);
}

/**
 * Gives a temporary file its final name.
 *
 * @param overwrite - whether to replace an existing file with that name. If false, an existing file is an error
 */
export function putInPlace(beside: string, target: string, overwrite: boolean): void {
  if (overwrite) renameSync(beside, target);
  else putWhereNothingIs(beside, target);
}

/**
 * Gives a file its final name, or throws if a file with that name exists. The file system itself checks this where it
 * can, so that no other program can create one in between.
 */
function putWhereNothingIs(beside: string, target: string): void {
  try {
    linkSync(beside, target);
  } catch (error) {
    if (!NO_LINKS.includes(codeOf(error) ?? '')) throw error;
    if (existsSync(target)) throw failure('EEXIST');
    renameSync(beside, target);
  }
}

/** Returns why a file cannot be written, in words to put after its name; null if it can be written. Writes nothing. */
export function whyNotWritable(file: string): string | null {
  try {
    const earlier = earlierAt(file, true);
    const isWhole = earlier === undefined || earlier.isFile();
    const target = isWhole ? path.dirname(realPath(file)) : file;
    if (isWhole && !statSync(target).isDirectory()) throw failure('ENOTDIR');
    accessSync(target, constants.W_OK);
    if (earlier !== undefined) accessSync(file, constants.W_OK);
    return null;
  } catch (error) {
    return whyNotWritten(error);
  }
}

/** Whether a path is a `.git` folder or is inside one. Writing there can break the repository. */
export function isOfGit(file: string): boolean {
  return file.split(path.sep).some((name) => name.toLowerCase() === GIT_FOLDER);
}

const GIT_FOLDER = '.git';

/** Matches the paths of the system's own outputs, such as `/dev/stdout`, which are symbolic links. */
const OUTPUT_OF_SYSTEM = /^\/(?:dev|proc)\//;

/**
 * Returns why a report must not be written to a file because of a symbolic link or a `.git` folder, in words to put
 * after the name of the file; null if it may be written. A file that is itself a link is refused, and so is whatever
 * `whyNotInto` refuses. The system's own outputs, such as `/dev/stdout`, are always allowed.
 */
export function whyNotThrough(file: string): string | null {
  if (OUTPUT_OF_SYSTEM.test(file)) return null;
  return isLink(file) ? 'is a symbolic link; name the file that it leads to' : whyNotInto(file);
}

/**
 * Returns why a file must not be written, in words to put after its name; null if writing is allowed. A file inside
 * `.git` is refused. So is one that is, or is reached through, a symbolic link that leads out of the repository of the
 * link or into `.git`, because a stranger may have put the link there.
 */
export function whyNotInto(file: string): string | null {
  if (isOfGit(file)) return "is in git's own folder; name a file outside .git";
  for (let folder = file; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const root = isLink(folder) ? repositoryRoot(realPath(path.dirname(folder))) : null;
    if (root === null) continue;
    const [first = ''] = path.relative(root, realPath(folder)).split(path.sep);
    if (first !== '..' && !path.isAbsolute(first) && first.toLowerCase() !== GIT_FOLDER) continue;
    const where = first === '..' ? 'out of its repository' : "into git's own folder";
    return `is reached through the symbolic link ${quoted(path.basename(folder))}, which leads ${where}; name the file itself`;
  }
  return null;
}

/**
 * Adds text to the end of a file. Creates the file if it does not exist.
 *
 * @throws the error of the file system; `whyNotWritten` turns it into a message
 */
export function addTo(file: string, text: string): void {
  appendFileSync(file, text);
}

/**
 * Creates a folder and any missing folders above it. Does nothing if the folder exists.
 *
 * @throws the error of the file system; `whyNotWritten` turns it into a message
 */
export function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  // With `recursive`, Node never returns where nothing can be made, as in /proc (https://github.com/nodejs/node/issues/31481).
  if (path.dirname(folder) !== folder) makeFolder(path.dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    if (!isFolder(folder)) throw failure('ENOTDIR');
  }
}

/** Returns an error like those of the file system, with a code such as `EEXIST`. */
export function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/**
 * Whether writing a file failed because a file with its name already exists.
 *
 * @param error - the error that was thrown
 */
export function isThere(error: unknown): boolean {
  return codeOf(error) === 'EEXIST';
}

/**
 * Returns why a file or a folder could not be written, in words to put after its name, such as `already exists`.
 *
 * @param error - the error that was thrown
 */
export function whyNotWritten(error: unknown): string {
  switch (codeOf(error)) {
    case 'EEXIST':
      return 'already exists';
    case 'ENOENT':
      return 'cannot be written: its folder does not exist; create it first';
    case 'ENOTDIR':
      return 'cannot be written, because a part of its path is a file';
    case 'EISDIR':
      return 'is a folder; name a file in it';
    case 'DANGLING':
      return 'is a symbolic link that leads nowhere; delete it, or name another file';
    case 'ELOOP':
      return 'is a symbolic link that leads in a circle; delete it, or name another file';
    case 'EACCES':
    case 'EPERM':
      return 'cannot be written, because you do not have permission; ask for it';
    case 'EROFS':
      return 'cannot be written: the place is read-only; name another one';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'cannot be written: there is no space left';
    case 'ENAMETOOLONG':
      return 'is too long for a file name';
    default:
      return `could not be written (${error instanceof Error ? error.message : String(error)})`;
  }
}

/** Where to write a new plan. */
export interface NewPlace {
  /** The absolute path for the plan. */
  readonly file: string;
  /** Whether one of the globs given to `placeFor` matches `file`, so that cmplan will find the plan there. */
  readonly isReached: boolean;
}

/**
 * Returns where to write a new plan: in the folder with which a glob begins, such as `plans` for `plans/*.yaml`. If
 * there are several globs, the first that matches the new file takes precedence; if none matches, the first of all.
 *
 * @param name - the name of the plan, without a file extension
 * @param globs - the globs that lead to the team's plans
 * @param folder - the absolute path of the folder that the globs are relative to
 */
export async function placeFor(name: string, globs: readonly string[], folder: string): Promise<NewPlace> {
  const { default: picomatch } = await import('picomatch');
  const bases = globs.map((glob) => {
    const { base, isGlob } = picomatch.scan(glob);
    return isGlob || !YAML_NAME.test(glob) ? base : path.dirname(base);
  });
  for (const [index, base] of bases.entries()) {
    const matches = matcherOf(globs.slice(index, index + 1), folder);
    const files = ['.yaml', '.yml'].map((ending) => path.resolve(folder, base, name + ending));
    const file = files.find(matches);
    if (file !== undefined) return { file, isReached: true };
  }
  return { file: path.resolve(folder, bases[0] ?? '', `${name}.yaml`), isReached: false };
}
