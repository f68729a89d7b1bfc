import { Command } from 'commander';
import { BALANCE_FORMATS } from '../../report/report-formats.ts';
import { listed } from '../../text/words.ts';
import type { BalanceOptions } from '../commands/balance.ts';
import { dayOf, FORMAT_FLAGS, reportOf, spanOfWeeks } from './options.ts';
import { examples, exitStatus, type Usage, withConfig } from './shared.ts';

/** Defines the command `cmplan balance`: its arguments, its options and its help. */
export const balanceUsage: Usage = (io, finish) =>
  withConfig(new Command('balance'))
    .summary('show the mix of the weeks together')
    .description(
      'Counts the plans of a folder together, each channel by itself: the posts of each week, how the mix stands ' +
        'over all of them, and what the next week should hold. With several folders: a line for each channel.\n' +
        'Counted are the plans of one quarter, or of what the target mix_over says, up to the newest of the plans ' +
        'that the paths lead to. Without a path, plans are found as cmplan check finds them.',
    )
    .argument('[path...]', 'files, folders or globs')
    .option(
      '--over <span>',
      'which plans to count together, instead of mix_over: those of a month, quarter or year, none, all, or a day: those that begin on it or later',
      spanOfWeeks,
    )
    .option('--from <day>', 'count only plans that begin on this day or later', dayOf('from'))
    .option('--to <day>', 'count only plans that end on this day or earlier', dayOf('to'))
    .option(
      FORMAT_FLAGS,
      `how to report, and in which file; repeat it for several reports: ${listed(BALANCE_FORMATS)} (default: pretty on a terminal, else plain)`,
      reportOf(BALANCE_FORMATS),
    )
    .option('--strict', 'fail if a channel is off track')
    .addHelpText(
      'after',
      examples([
        'cmplan balance',
        'cmplan balance brands/bakery',
        'cmplan balance --over year',
        'cmplan balance --over 2026-11-02',
        'cmplan balance --to 2026-09-30     # as it stood then',
        'cmplan balance -f markdown:balance.md --strict',
      ]) + exitStatus('counted', 'a channel is off track, under --strict'),
    )
    .action(async (paths: string[], _options: unknown, command: Command) => {
      const { balance } = await import('../commands/balance.ts');
      finish(await balance(paths, command.optsWithGlobals<BalanceOptions>(), io));
    });
