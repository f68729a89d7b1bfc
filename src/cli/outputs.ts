import type { Io, Output } from '../io.ts';
import { quoted } from '../text/words.ts';
import { MOST_SECONDS, TimeLimit } from '../workspace/deadline.ts';
import { folderOf, nameFrom, pathFrom, realPath, YAML_NAME } from '../workspace/files.ts';
import { Refusal } from '../workspace/refusal.ts';
import { say } from './notices.ts';

/** A report that the user asked for with `-f FORMAT` or `-f FORMAT:FILE`. */
export interface ReportRequest<Name extends string> {
  readonly format: Name;
  /** The path of the file for the report, as the user wrote it; null for standard output. */
  readonly file: string | null;
}

/*
 * The module for writing files is loaded only when there is a file to write: most reports go to standard output.
 */

/**
 * Checks, before any work is done, that all requested reports can be written.
 *
 * @param inputs - the paths of the files that will be read, as the user wrote them; false and undefined are ignored
 * @throws {Refusal} if two reports have the same destination, or if the file for a report cannot be written, is one of
 * `inputs`, has a name that ends like that of a plan, is reached through a symbolic link, or is in a `.git` folder
 */
export async function refuseUnwritable(
  requests: readonly ReportRequest<string>[],
  inputs: readonly (string | false | undefined)[],
  { cwd }: Io,
): Promise<void> {
  const files = requests.flatMap(({ file }) => (file === null ? [] : [file]));
  if (requests.length > files.length + 1) {
    throw new Refusal(
      'two reports cannot both go to standard output; give one of them a file, as in -f json:report.json',
    );
  }
  if (files.length === 0) return;
  const { isOfGit, whyNotThrough, whyNotWritable } = await import('../workspace/writing.ts');
  const places = files.map((file) => placeOf(pathFrom(cwd, file)));
  for (const [index, file] of files.entries()) {
    const path = pathFrom(cwd, file);
    const isTwice = places.indexOf(placeOf(path)) < index;
    if (isTwice) throw new Refusal(`two reports cannot both go to ${quoted(file)}; give each its own file`);
    if (isOfGit(path))
      throw new Refusal(
        `${quoted(file)} belongs to git, and a report there could break the repository; name a file outside .git`,
      );
    const why = /[/\\]$/.test(file) ? 'is a folder; name a file in it' : whyNotWritable(path);
    if (why !== null) throw new Refusal(`${quoted(file)} ${why}`);
    refuseTakingPlaceOf(
      inputs.flatMap((input) => (input ? [pathFrom(cwd, input)] : [])),
      [file],
      cwd,
    );
    if (YAML_NAME.test(realPath(path)))
      throw new Refusal(
        `${quoted(file)} is named like a plan, which a report must not overwrite; name another file`,
      );
    const whyNot = whyNotThrough(path);
    if (whyNot !== null) throw new Refusal(`${quoted(file)} ${whyNot}`);
  }
}

/**
 * Checks that no report would overwrite a file that was read. Use this after reading, for files that the user did not
 * name but that were found in a folder, by a glob or by a config.
 *
 * @param inputs - the absolute paths of the files that were read
 * @throws {Refusal} if a report would overwrite one of `inputs`
 */
export function refuseOverwriting(
  requests: readonly ReportRequest<string>[],
  inputs: readonly string[],
  { cwd }: Io,
): void {
  const files = requests.flatMap(({ file }) => (file === null ? [] : [file]));
  if (files.length > 0) refuseTakingPlaceOf(inputs, files, cwd);
}

function refuseTakingPlaceOf(inputs: readonly string[], files: readonly string[], cwd: string): void {
  const read = new Set(inputs.map(realPath));
  const taken = files.find((file) => read.has(realPath(pathFrom(cwd, file))));
  if (taken === undefined) return;
  throw new Refusal(
    `${quoted(taken)} is a file that cmplan reads, and a report would overwrite it; name another file`,
  );
}

/** The path of an existing or future file, without symbolic links. */
function placeOf(path: string): string {
  const real = realPath(path);
  return real === path ? pathFrom(realPath(folderOf(path)), nameFrom(folderOf(path), path)) : real;
}

/** Describes a file to the functions that make reports: it is not a terminal and shows no colours. */
const IN_A_FILE: Output = {
  isTerminal: false,
  columns: undefined,
  colorLevel: () => 0,
  write: () => {},
};

/**
 * A function that returns a report in pieces. All slow work must be done here, because only this function is under a
 * time limit.
 */
export type MakeReport = () => Iterable<string>;

/**
 * Makes each requested report and writes it to its destination.
 *
 * @param prepare - loads what the report needs, and returns the function that makes it; in the `io` that it gets,
 * `stdout` stands for the destination
 * @throws {Refusal} if a file cannot be written, or if making a report takes too long
 */
export async function writeReports<Name extends string>(
  requests: readonly ReportRequest<Name>[],
  io: Io,
  prepare: (format: Name, io: Io) => Promise<MakeReport>,
): Promise<void> {
  for (const { format, file } of requests) {
    if (file === null) for (const text of chunksOf(await prepare(format, io))) io.stdout.write(text);
    else await writeInto(file, chunksOf(await prepare(format, { ...io, stdout: IN_A_FILE })), io);
  }
}

/** The least length, in UTF-16 units, of the pieces that are written: fewer and larger pieces are faster. */
const CHUNK_LENGTH = 65_536;

/**
 * Yields the report that `make` returns in fewer and larger pieces, which are faster to write.
 *
 * @throws {Refusal} if making the report takes too long; the time that the caller spends between the pieces does not
 * count
 */
export function* chunksOf(make: MakeReport): Generator<string> {
  const limit = new TimeLimit('the report', MOST_SECONDS);
  const pieces = limit.during(() => make()[Symbol.iterator]());
  for (;;) {
    const chunk = limit.during(() => nextChunk(pieces));
    if (chunk === '') return;
    yield chunk;
  }
}

/** Returns the next pieces together; empty after the last one. */
function nextChunk(pieces: Iterator<string>): string {
  let chunk = '';
  while (chunk.length < CHUNK_LENGTH) {
    const { value, done } = pieces.next();
    if (done === true) break;
    chunk += value;
  }
  return chunk;
}

async function writeInto(file: string, pieces: Iterable<string>, { cwd, undisturbed }: Io): Promise<void> {
  const { whyNotWritten, writeWhole } = await import('../workspace/writing.ts');
  try {
    writeWhole(pathFrom(cwd, file), pieces, true, undisturbed);
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(`${quoted(file)} ${whyNotWritten(error)}`);
  }
}

/**
 * Tells the user, on standard error, which files the reports were written to. Says nothing if there are no reports, or
 * if one of them went to standard output.
 */
export async function sayWhereReportsAre(requests: readonly ReportRequest<string>[], io: Io): Promise<void> {
  if (requests.length === 0 || requests.some(({ file }) => file === null)) return;
  const files = requests.map(({ file }) => quoted(file ?? ''));
  await say([`${files.length === 1 ? 'the report is' : 'the reports are'} in ${files.join(' and ')}`], io);
}
