import path from 'node:path';

/** What standard input is called. */
export const STANDARD_INPUT = '-';

/**
 * A file as services name it: from the root of the repository.
 *
 * @param file - as reports name it: from the working folder, `-` for standard input
 * @param folder - the way from the root to the working folder, as a view has it
 */
export function fromRepository(file: string, folder: string): string {
  if (file === STANDARD_INPUT || path.posix.isAbsolute(file)) return file;
  return path.posix.normalize(folder + file);
}
