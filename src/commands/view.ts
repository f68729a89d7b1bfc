import { nameFrom, repositoryRoot } from '../files.ts';
import { colorLevel, type Io } from '../io.ts';
import type { ReportView, View } from '../report/formatter.ts';

const MOST_COLUMNS = 120;
const DEFAULT_COLUMNS = 80;

/**
 * How the reader of standard output sees it: at most 120 columns, 80 where nobody says.
 *
 * @param color - `--color` or `--no-color`, undefined without either
 */
export function viewOf({ stdout, env }: Io, color: boolean | undefined): View {
  const columns = Math.min(stdout.columns ?? (Number(env.COLUMNS) || DEFAULT_COLUMNS), MOST_COLUMNS);
  return { columns, colorLevel: colorLevel(stdout, env, color) };
}

/** The same for a report of checked files. */
export function reportViewOf(io: Io, color: boolean | undefined): ReportView {
  const root = repositoryRoot(io.cwd) ?? io.cwd;
  const folder = root === io.cwd ? '' : `${nameFrom(root, io.cwd)}/`;
  return { ...viewOf(io, color), folder };
}

/** How a program sees it: without colours, and lines as long as they are. */
export const PLAIN_VIEW: View = { columns: Number.POSITIVE_INFINITY, colorLevel: 0 };
