import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { CheckOptions } from './commands/check.ts';
import { colorLevel, type Io } from './io.ts';
import { visible } from './report/escape.ts';
import { FORMAT_NAMES, type FormatName } from './report/formats.ts';
import { VERSION } from './version.ts';
import { didYouMean, listed, quoted } from './words.ts';

const USAGE_ERROR = 2;

const EXIT_STATUS = `

Exit status:
  0  no errors (warnings are allowed)
  1  an error in a plan
  2  something could not be read or done`;

/**
 * Runs one command line.
 *
 * @param argv - the arguments alone, without the program's own name
 * @returns the exit status: 0, 1 for findings, 2 for work that could not be done
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let status = 0;
  const program = programOf(io, (result) => {
    status = result;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return usageError(error, io);
    const reason = error instanceof Error ? error.message : String(error);
    io.stderr.write(`cmplan: this is a mistake of cmplan, please report it: ${visible(reason)}\n`);
    return USAGE_ERROR;
  }
}

/** Says in one line what is wrong with a command line; asking for help or the version is no error. */
function usageError({ exitCode, message, code }: CommanderError, io: Io): number {
  if (exitCode === 0) return 0;
  if (code !== 'commander.help') io.stderr.write(`cmplan: ${visible(inOurWords(message))}\n`);
  return USAGE_ERROR;
}

/** commander's sentences, as this program says them. */
function inOurWords(message: string): string {
  const [, advice] = /\(Did you mean (.+)\?\)/.exec(message) ?? [];
  const next = advice === undefined ? 'see cmplan --help' : `did you mean ${advice}?`;
  const [, own] = / is invalid\. (.*)/.exec(message) ?? [];
  if (own !== undefined) return own;
  const [, option] = /option '(.+)' argument missing/.exec(message) ?? [];
  if (option !== undefined) return `the option ${option} needs a value; ${next}`;
  const [, what, name] = /unknown (\w+) '(.+)'/.exec(message) ?? [];
  if (name !== undefined) return `there is no ${what} ${quoted(name)}; ${next}`;
  return `${message.replace(/^error: /, '')}; ${next}`;
}

function programOf(io: Io, finish: (status: number) => void): Command {
  const program = new Command('cmplan')
    .description('Checks a content plan: its mix, its days, and the room left for unplanned creative.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addOption(new Option('--color', 'colour the output, terminal or not'))
    .addOption(new Option('--no-color', 'never colour the output'))
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => io.stdout.columns ?? 80,
      getErrHelpWidth: () => io.stderr.columns ?? 80,
      getOutHasColors: () => colorLevel(io.stdout, io.env, undefined) > 0,
      getErrHasColors: () => colorLevel(io.stderr, io.env, undefined) > 0,
      outputError: () => {},
    })
    .exitOverride()
    .addHelpText('after', examples(['cmplan check plan.yaml', 'cmplan check --help']));
  program.addCommand(checkCommand(io, finish));
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}

function checkCommand(io: Io, finish: (status: number) => void): Command {
  return new Command('check')
    .summary('check plans against their mix and their days')
    .description(
      'Checks plans: the mix of every channel, the posts of every day, the room left for the unplanned.\n' +
        'Without a path, every plan below plans/ is checked.',
    )
    .argument('[path...]', 'files, folders, globs, or - for standard input')
    .option('-f, --format <format>', `how to report: ${listed(FORMAT_NAMES)}`, formatNamed)
    .option('--stdin-filename <name>', 'what the report calls standard input')
    .addHelpText(
      'after',
      examples([
        'cmplan check plans/2026-W48.yaml',
        'cmplan check plans/',
        "cmplan check 'plans/2026-*.yaml'",
        'cmplan check --format json plans/ > report.json',
        'cmplan check - --stdin-filename plans/2026-W48.yaml < draft.yaml',
      ]) + EXIT_STATUS,
    )
    .action(async (paths: string[], _options: unknown, command: Command) => {
      const { check } = await import('./commands/check.ts');
      finish(await check(paths, command.optsWithGlobals<CheckOptions>(), io));
    });
}

function formatNamed(name: string, earlier: FormatName | undefined): FormatName {
  if (earlier !== undefined) throw new InvalidArgumentError('there is one report; choose one format');
  const known = FORMAT_NAMES.find((format) => format === name);
  if (known !== undefined) return known;
  const advice = didYouMean(name, FORMAT_NAMES) || `; choose ${listed(FORMAT_NAMES)}`;
  throw new InvalidArgumentError(`there is no format ${quoted(name)}${advice}`);
}

function examples(lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`;
}
