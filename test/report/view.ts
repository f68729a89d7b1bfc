import path from 'node:path';
import type { ReportView } from '../../src/report/formatter.ts';

/** A view of 80 columns without colours, from the root of a repository. */
export const VIEW: ReportView = viewFrom('');

/** The same from a folder of the repository, which ends with a slash. */
export function viewFrom(folder: string): ReportView {
  const inRepository = (file: string) => (file === '-' ? file : path.posix.normalize(folder + file));
  return { inRepository, columns: 80, colorLevel: 0 };
}
