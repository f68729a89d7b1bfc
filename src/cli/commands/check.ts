import { countSeverities, quietly } from '../../findings/checked-file.ts';
import type { Io } from '../../io.ts';
import { type FormatName, formatterFor } from '../../report/report-formats.ts';
import { counted } from '../../text/words.ts';
import type { CheckingOptions } from '../../workspace/checking-options.ts';
import { checkAll } from '../../workspace/plans.ts';
import { addToSummary, isInGithubActions, tellFailures } from '../github-actions.ts';
import { orRefuse, say } from '../notices.ts';
import {
  chunksOf,
  type ReportRequest,
  refuseOverwriting,
  refuseUnwritable,
  sayWhereReportsAre,
  writeReports,
} from '../outputs.ts';
import { Progress } from '../progress.ts';
import { reportViewOf } from '../view.ts';
import { adviceToImport } from './import-advice.ts';

/** The options of `cmplan check`. */
export interface CheckOptions extends CheckingOptions {
  /**
   * The reports to make. If undefined: `github` and a summary page in GitHub Actions, `pretty` on a terminal, and
   * `plain` elsewhere.
   */
  readonly format?: readonly ReportRequest<FormatName>[];
  /** The most warnings with which the exit status is still 0; if undefined, there is no limit. */
  readonly maxWarnings?: number;
  /** Whether a single warning makes the exit status 1, whatever `maxWarnings` says. */
  readonly strict?: boolean;
  /** Whether the reports show only errors. */
  readonly quiet?: boolean;
  /** True for `--color`, false for `--no-color`. */
  readonly color?: boolean;
}

/**
 * Checks plans and writes the reports on them.
 *
 * @param paths - files, folders, globs, or `-` for standard input; if empty, the plans that the config names or,
 * without a config, the plans that `findPlansNearby` finds
 * @returns the exit status: 0 for success; 1 for errors in plans or too many warnings; 2 if something could not be done
 */
export function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<number> {
  const byDefault = isInGithubActions(io) ? 'github' : io.stdout.isTerminal ? 'pretty' : 'plain';
  const requests = options.format ?? [{ format: byDefault, file: null }];
  const isForGithub = isInGithubActions(io) && requests.some(({ format }) => format === 'github');
  const sayWhy = isForGithub ? tellFailures : say;
  const work = async () => {
    await refuseUnwritable(requests, [...paths, options.config], io);
    const { files, failures, notes, inputs } = await checkAll(
      paths,
      options,
      io,
      (count) => new Progress(io, count, 'plans'),
    );
    refuseOverwriting(requests, inputs, io);
    const reported = options.quiet === true ? files.map(quietly) : files;
    const prepare = async (format: FormatName, to: Io) => {
      const view = { ...reportViewOf(to, options.color), isQuiet: options.quiet === true };
      const formatter = await formatterFor(format);
      return () => formatter(reported, view);
    };
    // Programs that read standard output get a report even without plans. In a file, an empty report after a failure
    // would look as if all were well.
    const wanted = requests.filter(({ format, file }) => {
      return files.length > 0 || (file === null ? format !== 'pretty' : failures.length === 0);
    });
    await writeReports(wanted, io, prepare);
    if (options.format === undefined && isForGithub && files.length > 0)
      await addToSummary([...chunksOf(await prepare('markdown', io))].join(''), io);
    const advice = io.stderr.isTerminal && options.quiet !== true ? adviceToImport(files, options) : [];
    await say([...notes, ...advice], io);
    const { error, warning } = countSeverities(files);
    if (error + warning > 0) await sayWhereReportsAre(wanted, io);
    const allowed = options.strict === true ? 0 : (options.maxWarnings ?? Number.POSITIVE_INFINITY);
    const tooMany =
      warning > allowed ? [`${counted(warning, 'warning')}, but at most ${allowed} allowed`] : [];
    await sayWhy([...failures, ...tooMany], io);
    if (failures.length > 0) return 2;
    return error > 0 || tooMany.length > 0 ? 1 : 0;
  };
  return orRefuse(io, work, sayWhy);
}
