import type { ImportedPlan } from '../../drafting/import/import-plans.ts';
import type { Io } from '../../io.ts';
import { visible, withoutCommands } from '../../text/escape.ts';
import { quoted } from '../../text/words.ts';
import { folderOf, nameFrom } from '../../workspace/files.ts';
import { Refusal } from '../../workspace/refusal.ts';
import { writeAll } from '../../workspace/write-all.ts';
import { makeFolder, whyNotWritten } from '../../workspace/writing.ts';
import { NOTHING_WRITTEN } from '../asking.ts';
import { contentsOf } from './import-notes.ts';
import type { PlacedPlan } from './import-places.ts';

/**
 * Writes plans to their files: all of them, or none.
 *
 * @param isForced - whether to overwrite files that exist
 * @throws {Refusal} if a file cannot be written
 */
export function writePlans(placed: readonly PlacedPlan<ImportedPlan>[], isForced: boolean, io: Io): void {
  let current = placed[0]?.file ?? '';
  try {
    for (const folder of new Set(placed.map(({ file }) => folderOf(file)))) {
      current = folder;
      makeFolder(folder);
    }
  } catch (error) {
    throw new Refusal(
      `the folder ${quoted(nameFrom(io.cwd, current))} ${whyNotWritten(error)}; ${NOTHING_WRITTEN}`,
    );
  }
  const files = placed.map(({ file, plan }) => ({ file, text: plan.text }));
  const failed = writeAll(files, isForced, io.undisturbed);
  if (failed === null) return;
  throw new Refusal(
    `${quoted(nameFrom(io.cwd, failed.file))} ${whyNotWritten(failed.error)}; ${NOTHING_WRITTEN}`,
  );
}

/**
 * Overwrites a config with a new text.
 *
 * @throws {Refusal} if the config cannot be written
 */
export function writeConfig({ file, text }: { readonly file: string; readonly text: string }, io: Io): void {
  const failed = writeAll([{ file, text }], true, io.undisturbed);
  if (failed === null) return;
  throw new Refusal(
    `the plans are written, but ${quoted(nameFrom(io.cwd, file))} ${whyNotWritten(failed.error)}`,
  );
}

/**
 * Returns text with a line for each file and what its plan contains. Unless it is a dry run, a last line says which
 * command to run next.
 *
 * @param isDryRun - whether the files are not written
 */
export function listOfFiles(
  placed: readonly PlacedPlan<ImportedPlan>[],
  isDryRun: boolean,
  { cwd }: Io,
): string {
  const lines = placed.map(({ name, plan }) => `${name}: ${contentsOf(plan)}`);
  const [first] = placed;
  const folder = first === undefined ? '' : nameFrom(cwd, folderOf(first.file));
  const isFound = placed.every(({ isReached }) => isReached);
  const path = isFound ? '' : ` ${placed.length === 1 ? first?.name : folder}`;
  const next = isDryRun ? [] : [`Then run: cmplan check${path}`];
  return withoutCommands([...lines, ...next].map((line) => `${visible(line)}\n`).join(''));
}
