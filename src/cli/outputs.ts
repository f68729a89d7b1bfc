import type { Io, Output } from '../io.ts';
import { quoted } from '../text/words.ts';
import { MOST_SECONDS, TimeLimit } from '../workspace/deadline.ts';
import { folderOf, nameFrom, pathFrom, realPath, YAML_NAME } from '../workspace/files.ts';
import { Refusal } from '../workspace/refusal.ts';
import { say } from './notices.ts';

/** A report that the user asked for with `-f FORMAT` or `-f FORMAT:FILE`. */
export interface ReportRequest<Name extends string> {
  readonly format: Name;
  /** The path of the report, as the user wrote it; null for standard output. */
  readonly file: string | null;
}

/*
 * The module for writing files is loaded only when there is a file to write: most reports go to standard output.
 */

/**
 * Refuses requests for reports that cannot be written, before any work is done.
 *
 * @param inputs - the paths of the files to be read, as the user wrote them; false and undefined are ignored
 * @throws {Refusal} when two reports have the same destination; or when the file of a report cannot be written, would
 * replace an input, is named like a plan, would be reached through a link, or is in a `.git` folder
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
 * Refuses requests for reports that would replace a file that was read, even a file that the user did not name: cmplan
 * may have found it in a folder, or through a glob or a config.
 *
 * @param inputs - the absolute paths of the files that were read
 * @throws {Refusal} when a report would replace one of `inputs`
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

/** Makes a report, in pieces. Whatever takes time is done here, within a time limit. */
export type MakeReport = () => Iterable<string>;

/**
 * Makes each report and writes it to its destination.
 *
 * @param prepare - loads what is needed for a report, and returns the function that makes the report; the `stdout` of
 * the `io` that it takes describes the destination
 * @throws {Refusal} when a file cannot be written, or when making a report takes too long
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
 * Makes a report, and yields it in larger pieces.
 *
 * @throws {Refusal} when making the report takes too long; the time between the pieces does not count
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
 * Tells the user which files have the reports. Says nothing when there are no reports, or when one is on standard
 * output.
 */
export async function sayWhereReportsAre(requests: readonly ReportRequest<string>[], io: Io): Promise<void> {
  if (requests.length === 0 || requests.some(({ file }) => file === null)) return;
  const files = requests.map(({ file }) => quoted(file ?? ''));
  await say([`${files.length === 1 ? 'the report is' : 'the reports are'} in ${files.join(' and ')}`], io);
}
