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

/**
 * Returns the width of human-readable reports in columns, at most 120: the width of the terminal or, if that is
 * unknown, the environment variable `COLUMNS`, or else 80.
 */
export function columnsOf({ columns }: Output, env: Io['env']): number {
  return Math.min(columns || Number(env.COLUMNS) || DEFAULT_COLUMNS, MOST_COLUMNS);
}

/**
 * Returns the width and the colours for reports on standard output.
 *
 * @param color - true for `--color`, false for `--no-color`, undefined without either
 */
export function viewOf({ stdout, env }: Io, color: boolean | undefined): View {
  return { columns: columnsOf(stdout, env), colorLevel: colorLevel(stdout, env, color) };
}

/**
 * Returns the width and the colours for reports on standard output, with the function that returns paths relative to
 * the root of the repository.
 *
 * @param color - true for `--color`, false for `--no-color`, undefined without either
 */
export function reportViewOf(io: Io, color: boolean | undefined): ReportView {
  return { ...viewOf(io, color), inRepository: pathsInRepositories(io) };
}

/** The variables in which CI services give the path of the repository that they work on. */
const WORKSPACES = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR'];

/**
 * Returns a function that returns the path of a file relative to the root of its repository. For a file outside a
 * repository, the path is relative to the workspace of the CI service or, if there is none, to the working directory.
 */
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

/** The view for output that programs read: no colours, and no limit to the length of lines. */
export const PLAIN_VIEW: View = { columns: Number.POSITIVE_INFINITY, colorLevel: 0 };
