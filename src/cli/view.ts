import { colorLevel, type Io, type Output } from '../io.ts';
import type { ReportView, View } from '../report/formatter.ts';
import {
  folderOf,
  nameFrom,
  pathFrom,
  realPath,
  repositoryRoot,
  STANDARD_INPUT,
} from '../workspace/files.ts';

const MOST_COLUMNS = 120;
const DEFAULT_COLUMNS = 80;

/** The columns that lines for people keep to: at most 120, 80 where nobody says. */
export function columnsOf({ columns }: Output, env: Io['env']): number {
  return Math.min(columns || Number(env.COLUMNS) || DEFAULT_COLUMNS, MOST_COLUMNS);
}

/**
 * How the reader of standard output sees it.
 *
 * @param color - `--color` or `--no-color`, undefined without either
 */
export function viewOf({ stdout, env }: Io, color: boolean | undefined): View {
  return { columns: columnsOf(stdout, env), colorLevel: colorLevel(stdout, env, color) };
}

/** The same for a report of checked files. */
export function reportViewOf(io: Io, color: boolean | undefined): ReportView {
  return { ...viewOf(io, color), inRepository: pathsInRepositories(io) };
}

/** Where services put the repository that they work on. */
const WORKSPACES = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR'];

/** Names files from the root of their repository, else of the service's workspace, else from the working folder. */
function pathsInRepositories({ cwd, env }: Io): ReportView['inRepository'] {
  const roots = new Map<string, string>();
  const rootOf = (folder: string): string => {
    const workspaces = WORKSPACES.flatMap((name) => (env[name] ? [realPath(env[name])] : []));
    const workspace = workspaces.find((each) => !nameFrom(each, folder).startsWith('..'));
    return repositoryRoot(folder) ?? workspace ?? realPath(cwd);
  };
  return (file) => {
    if (file === STANDARD_INPUT) return file;
    const path = pathFrom(cwd, file);
    const folder = realPath(folderOf(path));
    const root = roots.get(folder) ?? rootOf(folder);
    roots.set(folder, root);
    return nameFrom(root, folder + path.slice(folderOf(path).length));
  };
}

/** How a program sees it: without colours, and lines as long as they are. */
export const PLAIN_VIEW: View = { columns: Number.POSITIVE_INFINITY, colorLevel: 0 };
