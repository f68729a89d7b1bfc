import { Command, CommanderError, Option } from 'commander';
import { colorLevel, type Io } from '../io.ts';
import { VERSION } from '../version.ts';
import { balanceUsage } from './usage/balance.ts';
import { checkUsage } from './usage/check.ts';
import { configUsage } from './usage/config.ts';
import { driftUsage } from './usage/drift.ts';
import { usageError } from './usage/errors.ts';
import { importUsage } from './usage/import.ts';
import { initUsage } from './usage/init.ts';
import { newUsage } from './usage/new.ts';
import { explainUsage, rulesUsage } from './usage/rules.ts';
import { schemaUsage } from './usage/schema.ts';
import { examples, type Usage } from './usage/shared.ts';

/** The commands, in the order in which the help lists them. */
const USAGES: readonly Usage[] = [
  checkUsage,
  newUsage,
  initUsage,
  importUsage,
  driftUsage,
  balanceUsage,
  rulesUsage,
  explainUsage,
  configUsage,
  schemaUsage,
];

/**
 * Runs a command line of cmplan.
 *
 * @param argv - the arguments, without the name of the program
 * @returns the exit status: 0 for success; 1 if a command found something that makes it fail, such as an error in a
 * plan; 2 if something could not be done
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
    const command = program.commands.find((each) => each.name() === argv[0])?.name();
    if (error instanceof CommanderError) return await usageError(error, command, io);
    const reason = error instanceof Error ? error.message : String(error);
    const { say } = await import('./notices.ts');
    await say([`this is a mistake in cmplan; please report it: ${reason}`], io);
    return 2;
  }
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
      getOutHelpWidth: () => io.stdout.columns || 80,
      getErrHelpWidth: () => io.stderr.columns || 80,
      getOutHasColors: () => colorLevel(io.stdout, io.env, undefined) > 0,
      getErrHasColors: () => colorLevel(io.stderr, io.env, undefined) > 0,
      outputError: () => {},
    })
    .exitOverride()
    .addHelpText(
      'after',
      examples([
        'cmplan check plan.yaml',
        'cmplan explain mix     # why, with examples',
        'cmplan explain hold    # in a crisis: how to keep planned posts back',
        'cmplan check --help',
      ]),
    );
  for (const usage of USAGES) program.addCommand(usage(io, finish));
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}
