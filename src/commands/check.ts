import { visible } from '../escape.ts';
import { countSeverities, quietly } from '../findings/result.ts';
import type { Io } from '../io.ts';
import { type FormatName, formatterFor } from '../report/formats.ts';
import { counted } from '../words.ts';
import { type CheckingOptions, checkAll } from './checking.ts';
import { reportViewOf } from './view.ts';

/** What `cmplan check` takes beside paths. */
export interface CheckOptions extends CheckingOptions {
  /** Undefined: `pretty` on a terminal, else `plain`. */
  readonly format?: FormatName;
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
export async function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<number> {
  const { files, failures, notes } = await checkAll(paths, options, io);
  const { stdout, stderr } = io;
  const formatName = options.format ?? (stdout.isTerminal ? 'pretty' : 'plain');
  // A program that reads the report gets one even of nothing.
  if (files.length > 0 || formatName !== 'pretty') {
    const format = await formatterFor(formatName);
    const reported = options.quiet === true ? files.map(quietly) : files;
    stdout.write(format(reported, reportViewOf(io, options.color)));
  }
  for (const sentence of [...notes, ...failures]) stderr.write(`cmplan: ${visible(sentence)}\n`);
  const { error, warning } = countSeverities(files);
  const allowed = options.strict === true ? 0 : (options.maxWarnings ?? Number.POSITIVE_INFINITY);
  if (warning > allowed) stderr.write(`cmplan: ${counted(warning, 'warning')}, at most ${allowed} allowed\n`);
  if (failures.length > 0) return 2;
  return error > 0 || warning > allowed ? 1 : 0;
}
