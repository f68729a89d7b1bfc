import { Command } from 'commander';
import { listed } from '../../text/words.ts';
import { CI_SERVICES, KINDS } from '../../workspace/starter/choices.ts';
import type { InitOptions } from '../commands/init-answers.ts';
import { boundsOf, channelOf, choiceOf, sharesOf } from './options.ts';
import { examples, type Usage } from './shared.ts';

/** Defines the command `cmplan init`: its options and its help. */
export const initUsage: Usage = (io, finish) =>
  new Command('init')
    .summary('set up a folder for the plans of a team')
    .description(
      "Sets up this folder for a team's plans: a config, next week, settings for editors, and a check on every change.\n" +
        'Asks for what you leave out, shows what it will write, and never changes a file that already exists.',
    )
    .option('--kind <kind>', `the kind of account: ${listed(KINDS)}`, choiceOf('kind', KINDS))
    .option('--channel <name>', 'a channel of the team; repeat it for several', channelOf)
    .option('--timezone <name>', 'the time zone of the team, such as Europe/Kyiv')
    .option('--mix <shares>', 'the mix of the team, such as branded=30,functional=35,emotional=35', sharesOf)
    .option(
      '--per-day <bounds>',
      'the fewest and the most posts a day on each channel, such as 6-12',
      boundsOf,
    )
    .option('--approval', 'somebody approves posts before they go out (the default)')
    .option('--no-approval', 'nobody approves posts, so check --ready does not ask for it')
    .option(
      '--ci <service>',
      `the service that checks plans on every change: ${listed(CI_SERVICES)}`,
      choiceOf('ci', CI_SERVICES),
    )
    .option('--import <file>', 'a calendar that you have already; its plans take the place of the blank week')
    .option('-y, --yes', 'ask nothing, and take the defaults')
    .addHelpText(
      'after',
      examples([
        'cmplan init',
        'cmplan init --kind brand --channel instagram --timezone Europe/Kyiv --ci github',
        'cmplan init --per-day 2-4 --mix product=40,advice=30,people=30 --no-approval',
        'cmplan init --kind brand --import calendar.csv',
        'cmplan init --yes',
      ]),
    )
    .action(async (_options: unknown, command: Command) => {
      const { init } = await import('../commands/init.ts');
      finish(await init(command.optsWithGlobals<InitOptions>(), io));
    });
