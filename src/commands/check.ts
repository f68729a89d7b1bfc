import { visible } from '../escape.ts';
import { pathFrom } from '../files.ts';
import { countSeverities, quietly, type SeverityCounts } from '../findings/result.ts';
import type { Io } from '../io.ts';
import { type FormatName, formatterFor } from '../report/formats.ts';
import { counted, quoted } from '../words.ts';
import { type CheckingOptions, checkAll } from './checking.ts';
import { type ReportRequest, refuseUnwritable, sayWhereReportsAre, writeReports } from './outputs.ts';
import { orRefuse } from './refusal.ts';
import { reportViewOf } from './view.ts';

/** What `cmplan check` takes beside paths. */
export interface CheckOptions extends CheckingOptions {
  /** Undefined: `github` and a summary in GitHub Actions, else `pretty` on a terminal, else `plain`. */
  readonly format?: readonly ReportRequest<FormatName>[];
  /** How many warnings are allowed. */
  readonly maxWarnings?: number;
  /** Whether none are. */
  readonly strict?: boolean;
  /** Whether the report is of errors alone. */
  readonly quiet?: boolean;
  /** `--color` or `--no-color`. */
  readonly color?: boolean;
}

/**
 * Checks plans and writes the report.
 *
 * @param paths - files, folders, globs, `-` for standard input; none: what the config calls plans
 * @returns the exit status: 0, 1 with findings at error level or too many warnings, 2 where something could not be done
 */
export function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<number> {
  return orRefuse(io, async () => {
    const requests = options.format ?? [{ format: formatByDefault(io), file: null }];
    await refuseUnwritable(requests, paths, io);
    const { files, failures, notes } = await checkAll(paths, options, io);
    const reported = options.quiet === true ? files.map(quietly) : files;
    const make = async (format: FormatName, to: Io) => {
      return (await formatterFor(format))(reported, reportViewOf(to, options.color));
    };
    // A program that reads the report gets one even of nothing.
    const wanted = requests.filter(({ format, file }) => {
      return files.length > 0 || file !== null || format !== 'pretty';
    });
    await writeReports(wanted, io, make);
    if (options.format === undefined && files.length > 0) await summarise(io, make);
    for (const sentence of [...notes, ...failures]) io.stderr.write(`cmplan: ${visible(sentence)}\n`);
    return statusOf(countSeverities(files), failures.length > 0, requests, options, io);
  });
}

function isInGithubActions({ env }: Io): boolean {
  return env.GITHUB_ACTIONS === 'true';
}

function formatByDefault(io: Io): FormatName {
  if (isInGithubActions(io)) return 'github';
  return io.stdout.isTerminal ? 'pretty' : 'plain';
}

/** Adds the report to the page that GitHub Actions shows of a job. Where that fails, the findings have been told all the same. */
async function summarise(io: Io, make: (format: FormatName, io: Io) => Promise<string>): Promise<void> {
  const file = io.env.GITHUB_STEP_SUMMARY;
  if (!isInGithubActions(io) || file === undefined || file === '') return;
  const text = await make('markdown', io);
  const { addTo, whyNotWritten } = await import('../writing.ts');
  try {
    addTo(pathFrom(io.cwd, file), text);
  } catch (error) {
    io.stderr.write(`cmplan: the summary ${quoted(file)} ${whyNotWritten(error)}\n`);
  }
}

function statusOf(
  { error, warning }: SeverityCounts,
  hasFailed: boolean,
  requests: readonly ReportRequest<FormatName>[],
  { strict, maxWarnings }: CheckOptions,
  io: Io,
): number {
  const allowed = strict === true ? 0 : (maxWarnings ?? Number.POSITIVE_INFINITY);
  if (error + warning > 0) sayWhereReportsAre(requests, io);
  if (warning > allowed)
    io.stderr.write(`cmplan: ${counted(warning, 'warning')}, at most ${allowed} allowed\n`);
  if (hasFailed) return 2;
  return error > 0 || warning > allowed ? 1 : 0;
}
