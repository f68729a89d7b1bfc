import { openSync, realpathSync, rmSync } from 'node:fs';
import type { Io } from '../io.ts';
import { isTaken } from './files.ts';
import { besideOf, earlierAt, failure, putInPlace, writePieces } from './writing.ts';

/** A file to be written with others. */
interface WholeFile {
  /** The absolute path of the file. */
  readonly file: string;
  readonly text: string;
}

/**
 * Writes several files completely, or none of them: writes each text to a temporary file, and moves all of them into
 * place only when the last text is written.
 *
 * @param overwrite - whether to replace existing files; their permissions, and any symbolic links to them, stay the
 * same. If false, an existing file is an error
 * @param undisturbed - runs a function in such a way that Ctrl-C cannot interrupt it
 * @returns the file that could not be written, with the error, which `whyNotWritten` turns into a message; null if all
 * are written
 */
export function writeAll(
  files: readonly WholeFile[],
  overwrite: boolean,
  undisturbed: Io['undisturbed'],
): { readonly file: string; readonly error: unknown } | null {
  const staged: { readonly beside: string; readonly target: string }[] = [];
  const made: string[] = [];
  let current = '';
  try {
    undisturbed(() => {
      for (const { file, text } of files) {
        current = file;
        const earlier = earlierAt(file, overwrite);
        // A device or a pipe cannot be written to and be left as it was.
        if (earlier !== undefined && !earlier.isFile()) throw failure('EEXIST');
        const target = earlier === undefined ? file : realpathSync(file);
        const beside = besideOf(target);
        staged.push({ beside, target });
        writePieces(openSync(beside, 'wx', earlier?.mode), [text]);
      }
      for (const [index, { beside, target }] of staged.entries()) {
        current = files[index]?.file ?? target;
        const isNew = !isTaken(target);
        putInPlace(beside, target, overwrite);
        if (isNew) made.push(target);
      }
    });
    return null;
  } catch (error) {
    for (const file of made) rmSync(file, { force: true });
    return { file: current, error };
  } finally {
    for (const { beside } of staged) rmSync(beside, { force: true });
  }
}
