import { randomUUID } from 'node:crypto';
import {
  accessSync,
  appendFileSync,
  closeSync,
  constants,
  existsSync,
  linkSync,
  lstatSync,
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
import { codeOf, isLink, matcherOf, realPath, repositoryRoot, YAML_NAME } from './files.ts';

/** The codes of errors from file systems on which a file cannot have a second name. */
const NO_LINKS = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EXDEV'];

/**
 * Writes a file completely or not at all: the text goes into a temporary file beside it, which then replaces it in one
 * step, so an interruption cannot leave half a file. A device or a pipe is written to directly, and that write can be
 * interrupted while nothing is reading.
 *
 * @param text - the whole text, or its pieces
 * @param overwrite - whether to replace an existing file; its permissions are kept, and a symbolic link to it still
 * works
 * @throws the error of the file system, which `whyNotWritten` puts into words
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

/** The file that is already at the path; undefined when there is none. Throws when no file can be written there. */
function earlierAt(file: string, overwrite: boolean): Stats | undefined {
  const earlier = statSync(file, { throwIfNoEntry: false });
  if (earlier?.isDirectory()) throw failure('EISDIR');
  if (earlier?.isFile() && !overwrite) throw failure('EEXIST');
  if (earlier === undefined && isTaken(file)) throw failure(overwrite ? 'DANGLING' : 'EEXIST');
  return earlier;
}

function writePieces(descriptor: number, pieces: Iterable<string>): void {
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
  const beside = path.join(path.dirname(target), `.cmplan-${randomUUID()}.tmp`);
  const descriptor = openSync(beside, 'wx', mode);
  try {
    writePieces(descriptor, pieces);
    if (overwrite) renameSync(beside, target);
    else putWhereNothingIs(beside, target);
  } finally {
    rmSync(beside, { force: true });
  }
}

/**
 * Gives a file its final name, unless a file with this name exists. The file system checks that itself, so no other
 * program can create one in between.
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

/**
 * The reason why a file cannot be written, found before there is anything to write: words to put after its name. Null
 * when it can be written.
 */
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

/** Whether a path is a `.git` folder or in one. Writing there can break the repository. */
export function isOfGit(file: string): boolean {
  return file.split(path.sep).some((name) => name.toLowerCase() === GIT_FOLDER);
}

const GIT_FOLDER = '.git';

/** Matches the places where a system keeps its own outputs, such as `/dev/stdout`, which are links. */
const OUTPUT_OF_SYSTEM = /^\/(?:dev|proc)\//;

/**
 * The reason why a file must not be written through the links on its path: words to put after its name. A link may come
 * from a stranger, together with the repository. Null when there are no links, or only links to folders that stay
 * within their repository or are not in a repository.
 */
export function whyNotThrough(file: string): string | null {
  if (OUTPUT_OF_SYSTEM.test(file)) return null;
  if (isLink(file)) return 'is a symbolic link; name the file that it leads to';
  for (let folder = path.dirname(file); folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const root = isLink(folder) ? repositoryRoot(realPath(path.dirname(folder))) : null;
    if (root === null) continue;
    const [first = ''] = path.relative(root, realPath(folder)).split(path.sep);
    if (first !== '..' && !path.isAbsolute(first) && first.toLowerCase() !== GIT_FOLDER) continue;
    const where = first === '..' ? 'out of its repository' : 'into the folder of git';
    return `is reached through the symbolic link ${quoted(path.basename(folder))}, which leads ${where}; name the file itself`;
  }
  return null;
}

/**
 * Adds text at the end of a file.
 *
 * @throws the error of the file system, which `whyNotWritten` puts into words
 */
export function addTo(file: string, text: string): void {
  appendFileSync(file, text);
}

/** Whether there is anything at the path, including a dangling link. */
export function isTaken(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/**
 * Makes a folder, and the folders above it that are missing. An existing folder stays unchanged.
 *
 * @throws the error of the file system, which `whyNotWritten` puts into words
 */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw codeOf(error) === 'EEXIST' ? failure('ENOTDIR') : error;
  }
}

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** Whether an error means that a file could not be written because there is already a file. */
export function isThere(error: unknown): boolean {
  return codeOf(error) === 'EEXIST';
}

/** The reason why a file or folder could not be written: words to put after its name. */
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
      return 'cannot be written: nothing there can be changed';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'cannot be written: there is no space left';
    case 'ENAMETOOLONG':
      return 'is too long for a file name';
    default:
      return `could not be written (${error instanceof Error ? error.message : String(error)})`;
  }
}

/** The place for a new plan. */
export interface NewPlace {
  /** The absolute path of the plan. */
  readonly file: string;
  /** Whether one of the globs matches the path, so that the file will be found as a plan. */
  readonly isReached: boolean;
}

/**
 * Finds the place for a new plan: in the folder with which a glob begins, for the first glob that then matches the
 * file. When no glob does, it is the folder of the first glob.
 *
 * @param folder - the absolute path of the folder from which the globs start
 * @param name - the name of the plan, without a file extension
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
