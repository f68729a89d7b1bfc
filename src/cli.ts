import { Command, CommanderError, Option } from 'commander';
import type { CheckOptions } from './commands/check.ts';
import type { ConfigOptions } from './commands/config.ts';
import type { InitOptions } from './commands/init.ts';
import type { NewOptions } from './commands/new.ts';
import type { RulesOptions } from './commands/rules.ts';
import { visible } from './escape.ts';
import { colorLevel, type Io } from './io.ts';
import { channelOf, choiceOf, formatOf, postsADay, sharesOf, wholeNumber } from './options.ts';
import { FORMAT_NAMES } from './report/formats.ts';
import { CI_SERVICES, KINDS } from './starter/choices.ts';
import { VERSION } from './version.ts';
import { listed, quoted } from './words.ts';

const USAGE_ERROR = 2;

const CONFIG_FORMATS = ['pretty', 'plain', 'json'] as const;

const EXIT_STATUS = `

Exit status:
  0  no errors (warnings are allowed)
  1  an error in a plan, or more warnings than --max-warnings
  2  something could not be read or done, or the config is broken`;

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
    const command = program.commands.find((each) => each.name() === argv[0])?.name();
    if (error instanceof CommanderError) return usageError(error, command, io);
    const reason = error instanceof Error ? error.message : String(error);
    io.stderr.write(`cmplan: this is a mistake of cmplan, please report it: ${visible(reason)}\n`);
    return USAGE_ERROR;
  }
}

/** Says in one line what is wrong with a command line; asking for help or the version is no error. */
function usageError(
  { exitCode, message, code }: CommanderError,
  command: string | undefined,
  io: Io,
): number {
  if (exitCode === 0) return 0;
  if (code !== 'commander.help') io.stderr.write(`cmplan: ${visible(inOurWords(message, command))}\n`);
  return USAGE_ERROR;
}

/** commander's sentences, as this program says them. */
function inOurWords(message: string, command: string | undefined): string {
  const [, advice] = /\(Did you mean (.+)\?\)/.exec(message) ?? [];
  const help = `see cmplan ${command === undefined ? '' : `${command} `}--help`;
  const next = advice === undefined ? help : `did you mean ${advice}?`;
  const [, own] = / is invalid\. (.*)/.exec(message) ?? [];
  if (own !== undefined) return own;
  const [, option] = /option '(.+)' argument missing/.exec(message) ?? [];
  if (option !== undefined) return `the option ${option} needs a value; ${next}`;
  const [, argument] = /missing required argument '(.+)'/.exec(message) ?? [];
  if (argument !== undefined) return `here a ${argument} is missing; ${next}`;
  if (/too many arguments/.test(message)) return `${command} was given more than it takes; ${help}`;
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
    .addHelpText('after', examples(['cmplan check plan.yaml', 'cmplan explain mix', 'cmplan check --help']));
  for (const command of [
    checkCommand,
    newCommand,
    initCommand,
    rulesCommand,
    explainCommand,
    configCommand,
  ]) {
    program.addCommand(command(io, finish));
  }
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}

/** The options of every command that reads a plan. */
function withConfig(command: Command): Command {
  return command
    .option('-c, --config <file>', 'the config to use, instead of the nearest cmplan.config.yaml')
    .option('--no-config', 'use no config');
}

const NO_INLINE = ['--no-inline', "ignore the plans' own targets"] as const;

function checkCommand(io: Io, finish: (status: number) => void): Command {
  return withConfig(new Command('check'))
    .summary('check plans against their mix and their days')
    .description(
      'Checks plans: the mix of every channel, the posts of every day, the room left for the unplanned.\n' +
        'Without a path: the plans that the config names, else every plan below plans/.',
    )
    .argument('[path...]', 'files, folders, globs, or - for standard input')
    .option('-f, --format <format>', `how to report: ${listed(FORMAT_NAMES)}`, formatOf(FORMAT_NAMES))
    .option(
      '--ready',
      'also report open slots, posts without a time, and drafts; days that are under are errors',
    )
    .option('--max-warnings <number>', 'fail if there are more warnings than this', wholeNumber)
    .option('--strict', 'fail if there is any warning')
    .option('-q, --quiet', 'report errors alone')
    .option(...NO_INLINE)
    .option('--stdin-filename <name>', 'what standard input is called, and where its config is looked for')
    .addHelpText(
      'after',
      examples([
        'cmplan check plans/2026-W48.yaml',
        'cmplan check plans/',
        "cmplan check 'plans/2026-*.yaml'",
        'cmplan check --ready plans/2026-W48.yaml',
        'cmplan check --strict --quiet',
        'cmplan check --format json plans/ > report.json',
        'cmplan check - --stdin-filename plans/2026-W48.yaml < draft.yaml',
      ]) + EXIT_STATUS,
    )
    .action(async (paths: string[], _options: unknown, command: Command) => {
      const { check } = await import('./commands/check.ts');
      finish(await check(paths, command.optsWithGlobals<CheckOptions>(), io));
    });
}

function newCommand(io: Io, finish: (status: number) => void): Command {
  return withConfig(new Command('new'))
    .summary('write a blank week that is in balance')
    .description(
      'Writes a blank week: open slots whose categories keep the mix, evenly spread, with the reserve left free.\n' +
        'It goes where cmplan check finds it: into plans/, or the folder that the config names.',
    )
    .argument('[week]', '2026-W48, a date in it, this, or next (the default)')
    .option('-o, --output <file>', 'the file to write, or - for standard output')
    .option('--channel <name>', 'a channel of the week; repeat it for several', channelOf)
    .option('--per-day <number>', 'planned posts a day and channel', postsADay)
    .option('--mix <shares>', 'the mix of the week, as in branded=30,functional=35,emotional=35', sharesOf)
    .option('--timezone <name>', 'the time zone of the week, such as Europe/Kyiv')
    .option(
      '--template <name>',
      'media, brand, multi-channel or minimal, one of templates/ beside the config, or a file',
    )
    .option('--force', 'overwrite the file if it is there')
    .addHelpText(
      'after',
      examples([
        'cmplan new',
        'cmplan new 2026-W48 --per-day 8',
        'cmplan new this --channel facebook --channel telegram --timezone Europe/Kyiv',
        'cmplan new --template brand --mix branded=20,functional=40,emotional=40',
        'cmplan new --template templates/rubrics.yaml -o plans/december.yaml',
        'cmplan new -o - | less',
      ]),
    )
    .action(async (week: string | undefined, _options: unknown, command: Command) => {
      const { newPlan } = await import('./commands/new.ts');
      finish(await newPlan(week, command.optsWithGlobals<NewOptions>(), io));
    });
}

function initCommand(io: Io, finish: (status: number) => void): Command {
  return new Command('init')
    .summary('set up a folder for the plans of a team')
    .description(
      'Sets this folder up for the plans of a team: a config, next week, settings for editors, and a check on every change.\n' +
        'Asks for what is not said, shows what it will write, and leaves all that is there as it is.',
    )
    .option('--kind <kind>', `the kind of account: ${listed(KINDS)}`, choiceOf('kind', KINDS))
    .option('--channel <name>', 'a channel of the team; repeat it for several', channelOf)
    .option('--timezone <name>', 'the time zone of the team, such as Europe/Kyiv')
    .option(
      '--ci <service>',
      `who checks plans on every change: ${listed(CI_SERVICES)}`,
      choiceOf('ci', CI_SERVICES),
    )
    .option('-y, --yes', 'ask nothing, take the defaults')
    .addHelpText(
      'after',
      examples([
        'cmplan init',
        'cmplan init --kind brand --channel instagram --timezone Europe/Kyiv --ci github',
        'cmplan init --yes',
      ]),
    )
    .action(async (_options: unknown, command: Command) => {
      const { init } = await import('./commands/init.ts');
      finish(await init(command.optsWithGlobals<InitOptions>(), io));
    });
}

function rulesCommand(io: Io, finish: (status: number) => void): Command {
  return new Command('rules')
    .summary('list the rules')
    .description('Lists the rules, each with its severity and what it speaks about.')
    .addHelpText('after', examples(['cmplan rules', 'cmplan explain mix']))
    .action(async (_options: unknown, command: Command) => {
      const { listRules } = await import('./commands/rules.ts');
      listRules(command.optsWithGlobals<RulesOptions>(), io);
      finish(0);
    });
}

function explainCommand(io: Io, finish: (status: number) => void): Command {
  return new Command('explain')
    .summary('explain one rule, with examples')
    .description('Explains one rule: why it is there, a plan that it likes, and one that it does not.')
    .argument('<rule>', 'the name of the rule, as it stands in brackets behind a finding')
    .addHelpText('after', examples(['cmplan explain mix', 'cmplan explain posts-per-day']))
    .action(async (rule: string, _options: unknown, command: Command) => {
      const { explain } = await import('./commands/rules.ts');
      finish(explain(rule, command.optsWithGlobals<RulesOptions>(), io));
    });
}

function configCommand(io: Io, finish: (status: number) => void): Command {
  return withConfig(new Command('config'))
    .summary('show what plans are checked by, and where each value comes from')
    .description(
      'Shows the targets and everything else that holds for a plan, each with the file and line that it comes from.\n' +
        'Without a path: what holds for a plan in this folder that says nothing itself.',
    )
    .argument('[path]', 'a plan, or a folder')
    .option(...NO_INLINE)
    .option('-f, --format <format>', `how to show it: ${listed(CONFIG_FORMATS)}`, formatOf(CONFIG_FORMATS))
    .addHelpText(
      'after',
      examples(['cmplan config', 'cmplan config plans/2026-W48.yaml', 'cmplan config -f json']),
    )
    .action(async (path: string | undefined, _options: unknown, command: Command) => {
      const { showConfig } = await import('./commands/config.ts');
      finish(await showConfig(path, command.optsWithGlobals<ConfigOptions>(), io));
    });
}

function examples(lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`;
}
