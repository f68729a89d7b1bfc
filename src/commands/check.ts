import { checkFound, checkPlan, DEFAULT_TERMS } from '../check.ts';
import { type FoundFile, findFiles, readUpTo, whyNot } from '../files.ts';
import { type CheckedFile, countSeverities } from '../findings/result.ts';
import { colorLevel, type Io } from '../io.ts';
import { Progress } from '../progress.ts';
import { visible } from '../report/escape.ts';
import { type FormatName, formatterFor } from '../report/formats.ts';
import { MOST_BYTES } from '../source/read.ts';
import { counted, quoted } from '../words.ts';

/** What `cmplan check` takes beside paths. */
export interface CheckOptions {
  /** Undefined: `pretty` on a terminal, else `plain`. */
  readonly format?: FormatName;
  /** What the report calls standard input. */
  readonly stdinFilename?: string;
  /** `--color` or `--no-color`. */
  readonly color?: boolean;
}

/** Where plans are looked for when no path is given. */
const DEFAULT_PLANS = 'plans/**/*.{yaml,yml}';

const STDIN = '-';
const MOST_COLUMNS = 120;
const DEFAULT_COLUMNS = 80;

/**
 * Checks plans and writes the report.
 *
 * @param paths - files, folders, globs, `-` for standard input; none: everything below `plans/`
 * @returns the exit status: 0, 1 with findings at error level, 2 where something could not be read
 */
export async function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<number> {
  const args = paths.length === 0 ? [DEFAULT_PLANS] : paths;
  const { files, failures } = await readAndCheck(args, options, io);
  const { stdout, stderr, env } = io;
  if (files.length > 0) {
    const format = await formatterFor(options.format ?? (stdout.isTerminal ? 'pretty' : 'plain'));
    const columns = Math.min(stdout.columns ?? (Number(env.COLUMNS) || DEFAULT_COLUMNS), MOST_COLUMNS);
    stdout.write(format(files, { columns, colorLevel: colorLevel(stdout, env, options.color) }));
  }
  for (const failure of failures) stderr.write(`cmplan: ${visible(failure)}\n`);
  if (paths.length === 0 && files.length === 0) {
    stderr.write(
      'cmplan: name the plan to check, such as cmplan check plan.yaml, or put your plans into plans/\n',
    );
  }
  if (failures.length > 0) return 2;
  return countSeverities(files).error > 0 ? 1 : 0;
}

interface Outcome {
  readonly files: readonly CheckedFile[];
  /** A sentence for each thing that could not be done. */
  readonly failures: readonly string[];
}

async function readAndCheck(args: readonly string[], options: CheckOptions, io: Io): Promise<Outcome> {
  const reached = await Promise.all(
    args.map((argument) => (argument === STDIN ? null : findFiles(argument, io.cwd))),
  );
  const named = new Set(
    reached.flatMap((each) => each?.files.filter(({ found }) => !found) ?? []).map(absoluteOf),
  );
  const failures = reached.flatMap((each) => each?.failures ?? []);
  const progress = new Progress(io, reached.flatMap((each) => each?.files ?? []).length, 'plans');
  const checked = new Map<string, CheckedFile | null>();
  for (const [index, each] of reached.entries()) {
    if (each === null) {
      if (checked.has(STDIN)) continue;
      try {
        const bytes = await io.readStdin(MOST_BYTES);
        checked.set(STDIN, checkPlan(bytes, options.stdinFilename || STDIN));
      } catch (error) {
        failures.push(`standard input ${whyNot(error)}`);
      }
      continue;
    }
    for (const file of each.files) {
      progress.step();
      if (checked.has(file.absolute)) continue;
      const isNamed = named.has(file.absolute);
      const result = tryToCheck({ ...file, found: !isNamed });
      if (typeof result === 'string') failures.push(result);
      else checked.set(file.absolute, result);
    }
    const isFruitless =
      each.files.length > 0 && each.files.every(({ absolute }) => checked.get(absolute) === null);
    if (isFruitless)
      failures.push(
        `${quoted(args[index] ?? '')} leads to no plan: its files have neither a period nor posts`,
      );
  }
  progress.end();
  const files = [...checked.values()].filter((result) => result !== null);
  const skipped = checked.size - files.length;
  if (skipped > 0)
    io.stderr.write(
      `cmplan: skipped ${counted(skipped, 'file')} without week, from, to and posts: no plan\n`,
    );
  return { files, failures };
}

function absoluteOf({ absolute }: FoundFile): string {
  return absolute;
}

/** @returns null where the file is no plan, a sentence where it cannot be read */
function tryToCheck({ absolute, name, found }: FoundFile): CheckedFile | null | string {
  let bytes: Uint8Array;
  try {
    bytes = readUpTo(absolute, MOST_BYTES);
  } catch (error) {
    return `${quoted(name)} ${whyNot(error, absolute)}`;
  }
  return found ? checkFound(bytes, name, DEFAULT_TERMS) : checkPlan(bytes, name);
}
