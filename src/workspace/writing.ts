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

/** Systems of files that know no second name for a file say one of these. */
const NO_LINKS = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EXDEV'];

/**
 * Writes a file whole or not at all: beside its place first, then put there in one step, whatever signal comes meanwhile.
 * A device or a pipe is written to; one that nobody reads can be given up.
 *
 * @param text - whole, or in pieces
 * @param overwrite - whether a file that is there gives way; its permissions stay, and a link still leads to it
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

/** What is at the path already; throws where no file can be written there. */
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

/** A second name is refused where there is a file already, by the file system itself: nobody can come in between. */
function putWhereNothingIs(beside: string, target: string): void {
  try {
    linkSync(beside, target);
  } catch (error) {
    if (!NO_LINKS.includes(codeOf(error) ?? '')) throw error;
    if (existsSync(target)) throw failure('EEXIST');
    renameSync(beside, target);
  }
}

/** Why a file cannot be written, to stand behind its name, before there is anything to write; null where it can. */
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

/** Whether a path is that of a folder of git, or of something in it: what is written there can break the repository. */
export function isOfGit(file: string): boolean {
  return file.split(path.sep).some((name) => name.toLowerCase() === GIT_FOLDER);
}

const GIT_FOLDER = '.git';

/** Where a system keeps its own outputs, which are links: `/dev/stdout`. */
const OUTPUT_OF_SYSTEM = /^\/(?:dev|proc)\//;

/**
 * Why a file is not to be written where the links on the way to it lead, to stand behind its name: a link may have come with the
 * repository from a stranger. Null where there is none, or only links of folders that stay in their repository, or are in none.
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

/** Whether anything stands at the path, be it a link that leads nowhere. */
export function isTaken(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/**
 * Makes a folder, and those that it is in.
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

/** Whether a file could not be written because there is one already. */
export function isThere(error: unknown): boolean {
  return codeOf(error) === 'EEXIST';
}

/** Why a file or folder could not be written, to stand behind its name. */
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

/** Where a new plan goes, by the globs that say where plans are. */
export interface NewPlace {
  /** Absolute. */
  readonly file: string;
  /** Whether one of the globs leads to it. */
  readonly isReached: boolean;
}

/**
 * Finds a place for a new plan: in the folder that a glob begins with, the first of the globs that then leads to it.
 *
 * @param folder - where the globs lead from, absolute
 * @param name - of the plan, without an ending
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
