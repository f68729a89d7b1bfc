import { pathFrom, realPath, YAML_NAME } from '../files.ts';
import type { Io, Output } from '../io.ts';
import { quoted } from '../words.ts';
import { Refusal, say } from './refusal.ts';

/** A report that was asked for: `-f FORMAT` or `-f FORMAT:FILE`. */
export interface ReportRequest<Name extends string> {
  readonly format: Name;
  /** As it is written; null for standard output. */
  readonly file: string | null;
}

/*
 * Writing is loaded where there is a file to write, for most reports go to standard output.
 */

/**
 * Refuses reports that cannot be written, before any work is done.
 *
 * @param inputs - what is named to be read, as it is written
 * @throws {Refusal} where two reports go to one place, a file cannot be written, or would take the place of a plan
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
  const { whyNotWritable } = await import('../writing.ts');
  for (const [index, file] of files.entries()) {
    const path = pathFrom(cwd, file);
    const isTwice = files.findIndex((other) => pathFrom(cwd, other) === path) < index;
    if (isTwice)
      throw new Refusal(`two reports cannot both go to ${quoted(file)}; give each a file of its own`);
    const why = /[/\\]$/.test(file) ? 'is a folder; name a file in it' : whyNotWritable(path);
    if (why !== null) throw new Refusal(`${quoted(file)} ${why}`);
    const real = realPath(path);
    const isRead = inputs.some(
      (input) => typeof input === 'string' && realPath(pathFrom(cwd, input)) === real,
    );
    if (!isRead && !YAML_NAME.test(real)) continue;
    const what = isRead ? 'is what is to be read' : 'is named like a plan';
    throw new Refusal(`${quoted(file)} ${what}, and a report would take its place; name another file`);
  }
}

/** What a report in a file is written for: no terminal. */
const IN_A_FILE: Output = {
  isTerminal: false,
  columns: undefined,
  colorLevel: () => 0,
  write: () => {},
};

/**
 * Writes each report to where it was asked for.
 *
 * @param make - makes a report; its `io` has as standard output what the report is written to
 * @throws {Refusal} where a file cannot be written
 */
export async function writeReports<Name extends string>(
  requests: readonly ReportRequest<Name>[],
  io: Io,
  make: (format: Name, io: Io) => Promise<string>,
): Promise<void> {
  for (const { format, file } of requests) {
    if (file === null) io.stdout.write(await make(format, io));
    else await writeInto(file, await make(format, { ...io, stdout: IN_A_FILE }), io);
  }
}

async function writeInto(file: string, text: string, { cwd, undisturbed }: Io): Promise<void> {
  const { whyNotWritten, writeWhole } = await import('../writing.ts');
  try {
    writeWhole(pathFrom(cwd, file), text, true, undisturbed);
  } catch (error) {
    throw new Refusal(`${quoted(file)} ${whyNotWritten(error)}`);
  }
}

/** Where somebody looks who sees no report: the files that have them. */
export async function sayWhereReportsAre(requests: readonly ReportRequest<string>[], io: Io): Promise<void> {
  if (requests.length === 0 || requests.some(({ file }) => file === null)) return;
  const files = requests.map(({ file }) => quoted(file ?? ''));
  await say([`what was found stands in ${files.join(' and ')}`], io);
}
